import type { Root } from "hast";

/** A page of the book, in reading order. */
export interface Leaf {
  path: string;
  tree: Root;
}
