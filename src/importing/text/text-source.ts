import type { Source } from "../source.ts";
import { readText } from "./read-text.ts";

/** Whatever can be read as text and is nothing else: the last in the list. */
export const textSource: Source = {
  kind: "text",
  extensions: [".txt"],
  name: "plain text",
  isOwn: ({ isBinary }) => !isBinary,
  read: readText,
};
