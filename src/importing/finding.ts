import type { Edit } from "./edit.ts";

/** What the importer found; each kind has its sentence in finding-sentences.ts. */
export type FindingKind =
  // how the file was read
  | "charset"
  | "encoding-repaired"
  | "encoding-damage"
  | "lost-characters"
  | "invisible-characters"
  | "control-characters"
  | "quoted-printable"
  | "windows-characters"
  // lines and paragraphs
  | "paragraph-gaps"
  | "uneven-gaps"
  | "gap-scene-breaks"
  | "joined-lines"
  | "line-breaks"
  | "trailing-spaces"
  | "double-spaces"
  | "indents"
  | "mail-quoting"
  | "quoted-lines"
  | "mbox-escape"
  | "left-out-of-page"
  | "read-in-parts"
  | "page-title"
  | "picture"
  // what the text shows
  | "scene-break"
  | "scene-break-words"
  | "scene-caption"
  | "emphasis"
  | "emphasis-unsure"
  | "forum-code"
  | "thought"
  | "thought-or-speech"
  | "quote-repair"
  | "quote-unopened"
  | "ending"
  | "end-note"
  | "list-footer"
  | "list-line"
  // what its layout means
  | "centred-line"
  | "letter"
  | "chat"
  | "post"
  | "verse"
  | "script-lines"
  | "drawing"
  | "footnote"
  | "footnote-unmatched"
  | "ruby"
  | "direction"
  | "tex-quotes"
  | "straight-quotes"
  | "typed-dashes"
  | "spaced-dots"
  | "chapter-heading"
  | "chapter-begins"
  | "file-begins"
  | "file-left-out"
  | "table-of-contents"
  | "point-of-view"
  | "capital-line"
  | "hyphen-joined"
  | "hyphen-unsure"
  | "ligatures"
  | "escaped-quotes"
  | "writer-aside"
  | "repeated-header"
  | "repeated-header-differs"
  | "journal-line"
  | "mode-of-speech"
  | "set-throughout"
  | "space-before-comma"
  // what the header says
  | "header-passage"
  | "header-offer"
  | "header-data"
  | "header-unread"
  | "chapter-number"
  | "title"
  | "chapter-title"
  | "gift"
  | "credit"
  | "fandom"
  | "character"
  | "relationship"
  | "additional-tag"
  | "category"
  | "rating"
  | "rating-unknown"
  | "warning"
  | "status"
  | "language"
  | "contact"
  // what a document brings along
  | "tracked-insertion"
  | "tracked-deletion"
  | "comment"
  | "indented-quotation"
  | "cut-short"
  | "name-in-text"
  | "left-out-of-document"
  | "voice"
  | "permission"
  | "do-not-archive"
  | "unexplained";

/**
 * - `applied`: done, and can be undone
 * - `proposed`: not done, and can be accepted
 * - `unsure`: left alone because the text does not tell; can be accepted
 * - `noted`: shown only; when it has edits they are an offer that is off by default
 */
export type FindingState = "applied" | "proposed" | "unsure" | "noted";

/** The place in the file, with a little of what stands around it; `from` and `to` count in the base text. */
export interface Place {
  block: number;
  from: number;
  to: number;
  before: string;
  quote: string;
  after: string;
}

/** Why the importer thinks so; each has its sentence in finding-sentences.ts. */
export type Reason =
  | { why: "stands-alone" }
  | { why: "repeated"; times: number }
  | { why: "in-sequence"; numbers: string }
  | { why: "convention"; words: string }
  | { why: "thought-word"; word: string }
  | { why: "speech-word"; word: string }
  | { why: "speech-elsewhere" }
  | { why: "nothing-tells" }
  | { why: "abbreviation"; abbreviation: string }
  | { why: "label"; label: string }
  | { why: "phrase"; words: string }
  | { why: "subject-line" }
  | { why: "place-in-page" }
  | { why: "byte-order-mark" }
  | { why: "valid-utf-8" }
  | { why: "declared"; charset: string }
  | { why: "byte-statistics"; confidence: number }
  | { why: "script"; script: string }
  | { why: "answered-before" }
  | { why: "function-words"; words: string };

/** One thing the importer did, proposes, wonders about or noticed. Each is decided on its own. */
export interface Finding {
  /** Stable for the same bytes and lexicon: kind and ordinal. */
  id: string;
  kind: FindingKind;
  state: FindingState;
  where: Place | null;
  /** The words as they stand in the file, shortened; "" when the finding is about the whole file. */
  was: string;
  /** What they become or mean; null when nothing takes their place. */
  becomes: string | null;
  reasons: Reason[];
  /** How many places the finding speaks for. */
  count: number;
  edits: Edit[];
  /** What is done when it is rejected, for a finding whose two sides both change the base text (a tracked change). */
  rejection?: Edit[];
  /** The import waits until somebody answers this one. */
  mustAnswer?: true;
}

/** What a person decided, by finding id; a finding that is not named keeps its state. */
export type Decisions = Record<string, Decision>;
export type Decision = "keep" | "undo" | "accept" | "reject";

/** Whether the finding's edits are carried out under these decisions. */
export function isInForce(finding: Finding, decisions: Decisions): boolean {
  const decision = Object.hasOwn(decisions, finding.id) ? decisions[finding.id] : "keep";
  return finding.state === "applied" ? decision !== "undo" : decision === "accept";
}

/** The edits that a finding makes under these decisions. */
export function editsOf(finding: Finding, decisions: Decisions): Edit[] {
  const decision = Object.hasOwn(decisions, finding.id) ? decisions[finding.id] : "keep";
  const isRejected = decision === "reject" || (decision === "undo" && finding.state === "applied");
  if (isRejected) return finding.rejection ?? [];
  return isInForce(finding, decisions) ? finding.edits : [];
}
