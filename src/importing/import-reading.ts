import type { Element, Root } from "hast";
import type { BlockRange, LiftTarget } from "./edit.ts";
import type { Finding, Reason } from "./finding.ts";
import type { RecognisedFields, RecognisedPassage, Recognition } from "./recognised-fields.ts";

/** What someone gave: the bytes, the file's name if it had one, or what was pasted (as UTF-8 bytes). */
export interface ImportSource {
  bytes: Uint8Array;
  fileName: string | null;
  pastedAs: "text" | "html" | null;
}

/** The owner's list of abbreviations; `kind` is a tag kind ("fandom", "character", "relationship", …). */
export interface ImportLexicon {
  abbreviations: { abbreviation: string; kind: string; name: string }[];
}

/** The `kind` of a source (sources.ts); "zip" for a container of files, "unknown" for what nobody can read. */
export type SourceKind = string;

/** How the bytes became text. */
export interface CharsetReading {
  /** A WHATWG-like label: "utf-8", "windows-1252" … */
  charset: string;
  because: Reason;
}

/** One line (text) or block (HTML) of the file as it came: its text is never touched. */
export interface BaseBlock {
  /** A line may be part of a paragraph; a block is one already. */
  kind: "line" | "block";
  /** A `p` with the line's text, or the sanitised block with its markup. */
  node: Element;
  /** How many empty lines, empty paragraphs or doubled line breaks stood before it. */
  gapBefore: number;
}

/** Why a file cannot be brought in; the page explains it in a sentence. */
export type ImportProblem =
  | "empty"
  | "not-text"
  | "not-yet-supported"
  | "too-large"
  | "too-deep"
  /** A container that cannot be unpacked, or that says one thing and holds another. */
  | "damaged"
  /** A container that unpacks to more than any story needs. */
  | "unpacks-too-large"
  /** It has a password or copy protection. */
  | "locked"
  /** A Word document in the format of before 2007. */
  | "old-word";

/**
 * All that was read from one file, once. Plain JSON: it is stored between upload and decision, and
 * `applyDecisions` makes the story from it.
 */
export interface ImportReading {
  version: 1;
  source: { kind: SourceKind; fileName: string | null; charset: CharsetReading | null };
  /** Null when there is a story to show. */
  problem: ImportProblem | null;
  /** The id of the finding that forbids bringing this story in (`Do not archive`), or null. */
  stop: string | null;
  blocks: BaseBlock[];
  findings: Finding[];
  recognised: Recognition[];
}

/** Words taken out of the story, in the order of the file. */
export interface LiftedPassage {
  field: LiftTarget;
  text: string;
  range: BlockRange;
}

/** One chapter of a file under a person's decisions. */
export interface ImportedChapter {
  /** "first", or the id of the finding that begins it. */
  key: string;
  /** It stands in the base blocks from this one … */
  from: number;
  /** … up to, and not including, this one. */
  to: number;
  /** The numbers of its story's blocks, in order: the notes it refers to come last, wherever they stood. */
  blocks: number[];
  /** In stored form (see story-text); made when it is first asked for. */
  readonly story: Root;
  title: RecognisedPassage | null;
  summary: RecognisedPassage | null;
  notes: RecognisedPassage | null;
  endNotes: RecognisedPassage | null;
}

/** The chapters and their fields under a person's decisions. */
export interface ImportOutcome {
  /** At least one, in the order of the file. */
  chapters: ImportedChapter[];
  /** All chapters as one story, in stored form; made when it is first asked for. */
  readonly story: Root;
  /** Of the work; the chapter's passages among them are those of the first chapter. */
  fields: RecognisedFields;
  lifted: LiftedPassage[];
}
