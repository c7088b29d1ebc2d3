/** A stretch of one base block's text, in UTF-16 offsets: `from` inclusive, `to` exclusive. */
export interface BlockRange {
  block: number;
  from: number;
  to: number;
}

/** The fields whose value is a passage lifted, word for word, out of the file. */
export type PassageField =
  | "title"
  | "chapterTitle"
  | "chapterSummary"
  | "chapterNotes"
  | "chapterEndNotes"
  | "summary"
  | "notes"
  | "endNotes"
  | "dedication"
  | "disclaimer"
  | "conventions";

/** Where lifted words go: into a passage, or into the data read from them (names, numbers, ratings). */
export type LiftTarget = PassageField | "data";

/**
 * One change to the base text.
 *
 * Offsets are always against the base, never against the result of another edit, so that any combination
 * of findings can be carried out together.
 */
export type Edit =
  /** Takes words out of the story; `value` is the part of them that is the field (the rest is its label). */
  | ({ kind: "lift-to-field"; field: LiftTarget; value: BlockRange | null } & BlockRange)
  /** Takes characters out of the story. */
  | ({ kind: "remove" } & BlockRange)
  /** Puts other characters in their place. */
  | ({ kind: "replace"; with: string } & BlockRange)
  /** Sets the range in italics (`em`), bold (`strong`) or a mode of speech the writer's conventions name. */
  | ({ kind: "emphasise"; as: EmphasisKind } & BlockRange)
  /** Lays the range into an element that says what it is. */
  | ({ kind: "set-words"; as: WordsKind } & BlockRange)
  /** What is set in italics (or bold) in the block becomes upright, and what is upright is set so. */
  | { kind: "invert"; block: number; as: "em" | "strong" }
  /** The whole block is a scene break, drawn with this ornament. */
  | { kind: "scene-break"; block: number; ornament: string }
  /** A scene break stands before the block. */
  | { kind: "scene-break-before"; block: number; ornament: string }
  /** The block goes on in the same paragraph as the block before it. */
  | { kind: "join-lines"; block: number; with: "space" | "nothing" | "line-break" }
  /** The block begins a paragraph of its own, whatever would join it to the one before. */
  | { kind: "stand-apart"; block: number }
  /** The block is read in the direction of its own first letter. */
  | { kind: "own-direction"; block: number }
  /** Up to this many empty lines between two blocks are only the space between paragraphs. */
  | { kind: "paragraph-gap"; lines: number }
  /** Another paragraph begins in the block at this offset; `as` says what kind the new part is. */
  | { kind: "split"; block: number; at: number; as: ParagraphKind | "scene-break" | null }
  /** The block is set as this kind of paragraph. */
  | { kind: "set-as"; block: number; as: ParagraphKind }
  /** A chapter begins with the block; passages of chapter fields from here on are this chapter's. */
  | { kind: "begin-chapter"; block: number }
  /**
   * The blocks from this one up to and including `last` are one thing: what stands in them is set by its own edits
   * and then laid into it. Groups of different findings never overlap; a group that does is left out. `label` is a
   * drawing's description, `note` a footnote's number.
   */
  | { kind: "group"; block: number; last: number; as: GroupKind; label?: string; note?: number };

/** What several blocks may be together; each is an element of the stored form (docs/story-text.md). */
export type GroupKind = "letter" | "quotation" | "post" | "aside" | "chat" | "drawing" | "footnote";

/** What words may be: who speaks and when in a chat, a word and its reading, a verse's step, a footnote's marks. */
export type WordsKind =
  | "isolated"
  | "speaker"
  | "time"
  | "ruby"
  | "reading"
  | `step-${1 | 2 | 3 | 4}`
  | `note-reference-${number}`
  | `note-again-${number}`
  | `way-back-${number}`;

/** `hidden` is shown when asked for (a spoiler); `right` is a signature's side, `verse` a stanza. */
export type ParagraphKind = "centre" | "right" | "verse" | "heading" | "quotation" | "hidden" | "aside";

/** How a range may be set; a mode is the class of its span in the stored form (`mode-telepathy`). */
export type EmphasisKind = "em" | "strong" | `mode-${string}`;
