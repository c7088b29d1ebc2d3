import type { Translate } from "../../vocabulary/translate.ts";
import type { Decision, FindingKind, FindingState } from "../finding.ts";

/** What findings of a kind are called together. */
const titles: Record<FindingKind, string> = {
  charset: "How the file was read",
  "invisible-characters": "Characters that cannot be seen",
  "control-characters": "Characters that cannot be shown",
  "quoted-printable": "Mail codes",
  "windows-characters": "Character codes",
  "paragraph-gaps": "Paragraphs",
  "uneven-gaps": "Perhaps scene breaks",
  "gap-scene-breaks": "Scene breaks",
  "joined-lines": "Broken lines",
  "line-breaks": "Short lines",
  "trailing-spaces": "Spaces at the ends of lines",
  "double-spaces": "Spaces between words",
  indents: "Indented paragraphs",
  "mail-quoting": "Mail marks",
  "quoted-lines": "Quotations",
  "mbox-escape": "Mail marks",
  "left-out-of-page": "Left out of the page",
  "page-title": "The page’s title",
  picture: "Pictures",
  ending: "The end",
  "end-note": "Perhaps notes after the story",
  "list-footer": "Perhaps added by a mailing list",
  "list-line": "Added by a mailing list",
  "chapter-title": "Chapter title",
  rating: "Rating",
  "rating-unknown": "Rating",
  status: "Complete or not",
  language: "Language",
  "tracked-insertion": "Changes not settled: put in",
  "tracked-deletion": "Changes not settled: struck out",
  comment: "Comments",
  "name-in-text": "Names of people",
  permission: "Leave to keep copies",
  "do-not-archive": "Not to be archived",
  thought: "Thoughts to set in italics",
  "thought-or-speech": "Thoughts, or speech?",
  "quote-repair": "Quotation marks to repair",
  "quote-unopened": "Quotation marks without a partner",
  emphasis: "Italics and bold",
  "emphasis-unsure": "Perhaps italics",
  "scene-break": "Scene breaks",
  "scene-break-words": "Perhaps scene breaks",
  "scene-caption": "Scene breaks with a caption",
  "encoding-damage": "Garbled letters",
  "encoding-repaired": "Letters made whole",
  "lost-characters": "Lost letters",
  "forum-code": "Forum code",
  "header-passage": "Moved out of the text",
  "header-offer": "Perhaps not part of the story",
  "header-data": "Moved out of the text",
  "header-unread": "In the header, and not understood",
  "chapter-number": "Chapter numbers",
  "chapter-begins": "Chapters",
  "chapter-heading": "Perhaps chapters",
  "table-of-contents": "Table of contents",
  "point-of-view": "Whose part follows",
  "capital-line": "Perhaps headings",
  "hyphen-joined": "Divided words",
  "hyphen-unsure": "Divided words, perhaps",
  ligatures: "Letters printed as one",
  "escaped-quotes": "Backslashes before quotation marks",
  "writer-aside": "Words from the writer amid the story",
  "repeated-header": "The header again",
  "repeated-header-differs": "The header again, and different",
  "journal-line": "Perhaps added by a journal",
  "mode-of-speech": "Marked speech",
  "set-throughout": "Italics or bold all through",
  "space-before-comma": "Spaces before commas",
  title: "Title",
  gift: "Gift",
  credit: "Credits",
  fandom: "Fandoms",
  character: "Characters",
  relationship: "Relationships",
  "additional-tag": "Additional tags",
  warning: "Warnings",
  contact: "Addresses",
  unexplained: "Unexplained",
};

/** The heading over findings of one kind. */
export function groupTitle(kind: FindingKind, t: Translate): string {
  return t(titles[kind]);
}

/** What accepting a finding of a kind does, in few words. */
const acceptLabels: Partial<Record<FindingKind, string>> = {
  thought: "Set in italics",
  "thought-or-speech": "Set in italics",
  "emphasis-unsure": "Set in italics",
  "quote-repair": "Repair",
  "scene-break-words": "Make it a scene break",
  "uneven-gaps": "Make them scene breaks",
  "double-spaces": "Make them one",
  "encoding-damage": "Repair",
  "lost-characters": "Repair",
  ending: "Mark the work so",
  fandom: "Add",
  character: "Add",
  relationship: "Add",
  "additional-tag": "Add",
  unexplained: "Take out",
  "end-note": "Move to the end notes",
  "header-offer": "Take out of the story",
  "list-footer": "Take out of the story",
  "chapter-heading": "Begin a chapter here",
  "table-of-contents": "Take out of the story",
  "point-of-view": "Make them headings",
  "capital-line": "Make it a heading",
  "hyphen-unsure": "Join",
  "repeated-header-differs": "Move to the notes",
  "journal-line": "Take out of the story",
  "set-throughout": "Turn round",
};

const tagKinds: readonly FindingKind[] = ["fandom", "character", "relationship", "additional-tag"];

/** What a decision about a finding does, in few words. */
export function decisionLabel(
  { kind, state }: { kind: FindingKind; state: FindingState },
  decision: Decision,
  t: Translate,
): string {
  if (decision === "undo") return t("Undo");
  if (decision === "accept") return t(acceptLabels[kind] ?? (state === "noted" ? "Take out" : "Accept"));
  if (state === "applied" || state === "noted") return t("Keep");
  return tagKinds.includes(kind) ? t("Do not add") : t("Leave as it is");
}
