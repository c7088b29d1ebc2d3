import type { Element } from "hast";
import type { XmlElement } from "../container/xml-tree.ts";
import type { OdtParts } from "./odt-parts.ts";

/** Where in a list a text stands. */
export interface ListPlace {
  style: string | undefined;
  /** The number of the item on each level, the outermost first. */
  numbers: readonly number[];
}

/** A text being written, as lists and tables see it: they write each item and cell as a text of its own. */
export interface Flow {
  readonly blocks: Element[];
  readonly parts: OdtParts;
  /** The item this text is in; null outside of lists. */
  readonly place: ListPlace | null;
  /** Words to set before the next paragraph: a number that stands nowhere in the file. */
  marker: string;
  /** What is written heads something, which is bold by its look. */
  isHeading: boolean;
  /** Writes something that stands between paragraphs. */
  block(element: XmlElement): void;
  /** A text within this one, in its order. */
  within(place?: ListPlace): Flow;
}
