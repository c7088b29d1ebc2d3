import type { XmlElement } from "../container/xml-tree.ts";
import type { LineWriter } from "./line-writer.ts";
import type { WordStyle } from "./styles.ts";

/** A paragraph being read: its words, the paragraphs its page breaks part it into, and the boxes anchored in it. */
export interface OpenLine {
  words: LineWriter;
  /** Paragraphs that a page break ended. */
  before: LineWriter[];
  /** The contents of text boxes (`w:txbxContent`). */
  boxes: XmlElement[];
  hasRule: boolean;
  style: WordStyle;
}
