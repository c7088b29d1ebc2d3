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
  /** Sets the range in italics (`em`) or bold (`strong`). */
  | ({ kind: "emphasise"; as: "em" | "strong" } & BlockRange)
  /** The whole block is a scene break, drawn with this ornament. */
  | { kind: "scene-break"; block: number; ornament: string }
  /** A scene break stands before the block. */
  | { kind: "scene-break-before"; block: number; ornament: string }
  /** The block goes on in the same paragraph as the block before it. */
  | { kind: "join-lines"; block: number; with: "space" | "nothing" | "line-break" }
  /** Up to this many empty lines between two blocks are only the space between paragraphs. */
  | { kind: "paragraph-gap"; lines: number }
  /** Another paragraph begins in the block at this offset; `as` says what kind the new part is. */
  | { kind: "split"; block: number; at: number; as: ParagraphKind | "scene-break" | null }
  /** The block is set as this kind of paragraph. */
  | { kind: "set-as"; block: number; as: ParagraphKind };

/** `hidden` is shown when asked for (a spoiler). */
export type ParagraphKind = "centre" | "heading" | "quotation" | "hidden";
