import type { Element } from "hast";
import { type CharacterFormat, plainFormat } from "./character-format.ts";
import { type ParagraphFormat, plainParagraph } from "./paragraph-format.ts";
import type { RemarkAnchors } from "./remark-anchors.ts";

/** Where the words and control words of a group go (RTF 1.9.1, “Destination control words”). */
export interface Destination {
  /** A control word that is not the same for all destinations. */
  word(word: string, parameter: number | null, group: RtfGroup): void;
  text(words: string, group: RtfGroup): void;
  /** Bytes given as they are (`\bin`). */
  binary?(bytes: Uint8Array): void;
  /** A group inside of the destination begins. */
  opened?(): void;
  /** The destination's own group ends; `outer` is the one around it. */
  ended?(outer: RtfGroup): void;
}

/** A text, as what stands amid its words sees it. */
export interface Flow extends Destination {
  readonly anchors: RemarkAnchors;
  /** What stood before an item of a list, as the writing program showed it. */
  marker: string;
  /** A note is about to follow whose number the program counts itself. */
  awaitsNote: boolean;
  /** Sets an element amid the words: a picture, the reference to a note, a line break. */
  add(element: Element, group: RtfGroup): void;
  /** Sets blocks beside the words: a box's. They come before the paragraph they are fixed to. */
  addBlocks(blocks: Element[]): void;
  /**
   * Takes the sign a note is known by (`*`, `2`) off the end of the words; null when they end with none.
   *
   * @param note the words of the note, which begin with the sign as well when it is not raised
   */
  takeSign(note: string): string | null;
  /** Whether the rows that are defined from here on are those of an inner table (`\nesttableprops`). */
  defineInnerRows(areInner: boolean): void;
}

/** What a shape says of itself, and the picture it shows; either may come first. */
export interface Shape {
  description: string | null;
  picture: Element | null;
}

/** What an opening brace copies and the closing one goes back to. */
export interface RtfGroup {
  destination: Destination;
  /** The text the group's words are part of, even while they go elsewhere (a picture stands in a text). */
  flow: Flow;
  character: CharacterFormat;
  paragraph: ParagraphFormat;
  /** How many characters stand in for each `\u` where Unicode is not known. */
  fallbackLength: number;
  /** Shared by the groups inside of one field, shape, or property of a shape. */
  field: { instruction: string; isAnswered: boolean } | null;
  shape: Shape | null;
  property: { name: string } | null;
}

/** The group of the whole file. */
export function outermostGroup(flow: Flow): RtfGroup {
  return {
    ...{ destination: flow, flow, character: plainFormat, paragraph: plainParagraph, fallbackLength: 1 },
    ...{ field: null, shape: null, property: null },
  };
}
