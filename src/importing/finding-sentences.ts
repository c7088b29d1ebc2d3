import type { Translate } from "../vocabulary/translate.ts";
import type { Finding, FindingKind, Reason } from "./finding.ts";

/** What each kind of finding says; `was`, `becomes` and `count` fill the sentence. */
const sentences: Record<FindingKind, string> = {
  charset: "The file was read as {becomes} text.",
  "encoding-repaired":
    "{count, plural, one {A character} other {# characters}} garbled by a wrong encoding {count, plural, one {was} other {were}} repaired, as in “{was}” → “{becomes}”.",
  "encoding-damage": "“{was}” looks garbled by a wrong encoding; it may have been “{becomes}”.",
  "lost-characters": "A character was lost in “{was}”; it may have been “{becomes}”.",
  "invisible-characters":
    "{count, plural, one {An invisible character was} other {# invisible characters were}} taken out.",
  "control-characters":
    "{count, plural, one {A control character} other {# control characters}}, which no page or e-book can show, {count, plural, one {was} other {were}} left out.",
  "quoted-printable":
    "{count, plural, one {A mail code was} other {# mail codes were}} turned back into letters, as in “{was}” → “{becomes}”.",
  "windows-characters":
    "{count, plural, one {A character code was} other {# character codes were}} turned into the character it stands for, as in “{was}” → “{becomes}”.",
  "paragraph-gaps":
    "{count, plural, =0 {The empty space at the top was} one {The empty space before one paragraph was} other {The empty space before # paragraphs was}} taken as spacing, not as a scene break.",
  "uneven-gaps":
    "{count, plural, one {One gap is} other {# gaps are}} larger than the others. They may be scene breaks.",
  "gap-scene-breaks":
    "{count, plural, one {A wider gap than usual was} other {# wider gaps than usual were}} taken as scene breaks.",
  "joined-lines":
    "{count, plural, one {A line broken in the middle of its paragraph was} other {# lines broken in the middle of a paragraph were}} joined again.",
  "line-breaks":
    "{count, plural, one {A short line was} other {# short lines were}} kept as a line of its own inside a paragraph.",
  "trailing-spaces":
    "Spaces at the end of {count, plural, one {a line} other {# lines}}, which do not show, were left out.",
  "double-spaces":
    "{count, plural, one {In one place} other {In # places}} there are several spaces between words. They can become one.",
  indents: "The spaces that indent {count, plural, one {a paragraph} other {# paragraphs}} were taken out.",
  "mail-quoting":
    "A mail mark (>) at the start of {count, plural, one {a line} other {# lines}} was taken out.",
  "quoted-lines": "{count, plural, one {A line} other {# lines}} marked with > became a quotation.",
  "mbox-escape":
    "The > that mailboxes put before “From” was taken out {count, plural, one {once} other {# times}}.",
  "read-in-parts":
    "The file has lists, tables or lines that go on without an empty line for longer than Pressie can follow. They were read in {count, plural, one {one part} other {# parts}}, so they may break where they should not, or show their signs.",
  "left-out-of-page":
    "{count, plural, one {One part of the saved page that is} other {# parts of the saved page that are}} not story (menus, scripts, forms) {count, plural, one {was} other {were}} left out.",
  "page-title": "The page’s own title is “{was}”.",
  picture:
    "A picture cannot be brought along yet ({was}{count, plural, one {} other {, # times}}); {becomes, select, describedLink {its address is kept as a link, named by its description} namedLink {its address is kept as a link, named by its file name} description {only its description is kept} fileName {only its file name is kept} other {without a description, it was left out}}.",
  "scene-break": "The line “{was}” became a scene break and keeps its ornament.",
  "scene-break-words": "The line “{was}” probably stands for a scene break.",
  "scene-caption": "“{was}” became a scene break with “{becomes}” under it.",
  emphasis: "“{was}” became italics or bold, as its marks say.",
  "emphasis-unsure": "“{was}” may be meant in italics.",
  "forum-code": "The forum code “{was}” became what it stands for.",
  thought: "{was} may be a thought. It can be set in italics.",
  "thought-or-speech": "{was} may be a thought or speech; nothing tells which, so it was left alone.",
  "quote-repair": "{was} begins and ends with different quotation marks. It can become {becomes}.",
  "quote-unopened": "A closing quotation mark without an opening one: “{was}”.",
  ending: "“{was}” says whether the story goes on. The words stay; the work can be marked as {becomes}.",
  "end-note": "“{was}” may be a note after the story. It can move to {becomes}.",
  "list-footer":
    "“{was}” was probably added by a mailing list, not by the writer. It can be taken out of the story.",
  "list-line":
    "“{was}” was added by a mailing list or its archive, not by the writer. It moved out of the text.",
  "chapter-begins": "A chapter begins with “{was}”.",
  "file-begins": "A chapter begins with the file “{becomes}”.",
  "file-left-out": "The file “{was}” could not be read, and was left out.",
  "centred-line": "“{was}” was centred with spaces; it stays centred.",
  letter: "From “{was}” on, this is a letter. It is set apart as one, with its signature to the right.",
  chat: "{count} lines from “{was}” on are a chat. They are set as one: who, when, and what.",
  post: "From “{was}” on, this is a post on a social site. It is set apart as one.",
  verse: "{count} lines from “{was}” on are verse. They keep their lines, stanzas and indents.",
  "script-lines":
    "{count, plural, one {A line of a script keeps its own line} other {# lines of a script keep their own lines}}.",
  drawing:
    "A box drawn in signs is kept as it was drawn. Read aloud it is its words, unless you describe it better: “{becomes}”.",
  footnote: "The mark {was} refers to the note “{becomes}”; each leads to the other.",
  "footnote-unmatched":
    "The mark {was} has no {becomes, select, reference {place in the text that refers to it} other {note of its own}}.",
  ruby: "{count, plural, one {A reading over a word was} other {# readings over words were}} set as such, as in “{was}” → “{becomes}”.",
  direction:
    "{count, plural, one {A passage} other {# passages}} in a script of the other direction {count, plural, one {keeps} other {keep}} that direction.",
  "tex-quotes":
    "{count, plural, one {A quotation mark is} other {# quotation marks are}} typed with accents. They can become quotation marks, as in “{was}” → “{becomes}”.",
  "straight-quotes":
    "{count, plural, one {A straight quotation mark or apostrophe} other {# straight quotation marks and apostrophes}} can become curly, as in “{was}” → “{becomes}”.",
  "typed-dashes":
    "{count, plural, one {A dash is} other {# dashes are}} typed as two hyphens. They can become dashes, as in “{was}” → “{becomes}”.",
  "spaced-dots":
    "{count, plural, one {A row of spaced dots} other {# rows of spaced dots}} (. . .) will not be broken at the end of a line.",
  "chapter-heading":
    "“{was}” looks like the heading of a chapter. A chapter can begin there, and the heading can become its title.",
  "table-of-contents":
    "“{was}” begins a list of {count, plural, one {one chapter} other {# chapters}}: a table of contents, at which no chapter begins. It can be taken out of the story.",
  "point-of-view":
    "{count, plural, one {A line that only says} other {# lines that only say}} whose part follows, as in “{was}”, can become {count, plural, one {a heading} other {headings}} after a scene break.",
  "capital-line": "“{was}” stands alone in capitals; it may be a heading.",
  "hyphen-joined":
    "{count, plural, one {A word} other {# words}} divided at the end of a line {count, plural, one {was} other {were}} made whole, as in “{was}” → “{becomes}”.",
  "hyphen-unsure": "“{was}” was divided at the end of a line; it may be “{becomes}”.",
  ligatures:
    "{count, plural, one {A pair of letters} other {# pairs of letters}} that a printer set as one sign {count, plural, one {was} other {were}} taken apart, as in “{was}” → “{becomes}”.",
  "escaped-quotes":
    "{count, plural, one {A backslash} other {# backslashes}} that an archive’s program put before quotation marks {count, plural, one {was} other {were}} taken out.",
  "writer-aside": "“{was}” is a word from the writer amid the story and was set apart.",
  "repeated-header": "A later part repeats what the header says: “{was}”. It moved out of the text.",
  "repeated-header-differs":
    "A later part’s header says something else than the first: “{was}”. It moved to {becomes}.",
  "journal-line":
    "“{was}” was probably put there by the journal or its pages, not by the story. It can be taken out.",
  "mode-of-speech":
    "“{was}” is marked as the header explains and was set apart as {becomes}; its words and marks stay.",
  "set-throughout":
    "Nearly all of {count, plural, one {the text} other {the chapter’s # paragraphs}} is in {becomes, select, strong {bold} other {italics}}, perhaps by accident. It can be turned round: what is set so becomes upright, and what is upright is set so.",
  "space-before-comma":
    "A space between italics and the comma after them was taken out in {count, plural, one {one place} other {# places}}.",
  "header-passage": "“{was}” moved from the text to {becomes}.",
  "header-offer": "“{was}” may be {becomes}, not the story. It can be taken out of the text.",
  "header-data": "“{was}” moved out of the text.",
  "header-unread": "“{was}” stands in the header but was not understood; it is kept in the notes.",
  "chapter-number": "“{was}” says which chapter this is: {becomes}.",
  title: "“{was}” was taken as the title.",
  "chapter-title": "“{was}” was taken as the chapter’s title.",
  gift: "This story is a gift for {becomes}.",
  credit: "Credit: {becomes}.",
  fandom: "Fandom: {becomes}, from “{was}”.",
  character: "Characters: {becomes}.",
  relationship: "Relationships: {becomes}.",
  "additional-tag": "Additional tags: {becomes}.",
  category: "Categories: {becomes}.",
  rating: "“{was}” was taken as the rating.",
  "rating-unknown": "The rating “{was}” is not one this archive knows. Please choose.",
  warning: "“{was}” says what to warn of.",
  status: "“{was}” says whether the work is complete.",
  language: "The text seems to be in this language: {becomes}.",
  contact: "The address {was} is kept privately and never shown.",
  "tracked-insertion": "Somebody put in “{was}”.",
  "tracked-deletion": "Somebody struck out “{was}”.",
  comment: "A comment on “{was}”: “{becomes}”.",
  "indented-quotation":
    "{count, plural, one {A paragraph that stands in from the left was} other {# paragraphs that stand in from the left were}} set as a quotation.",
  "cut-short": "The file breaks off before its end. What there is of it was read.",
  "left-out-of-document":
    "{becomes, select, contents {The table of contents that the word processor made was left out, from “{was}” on.} margins {What stands at the edge of every page was left out: “{was}”.} other {{count, plural, one {Hidden text was left out: “{was}”.} other {Hidden text was left out in # places, first “{was}”.}}}}",
  voice:
    "Words in a colour of their own, as in “{was}”, became voice {becomes}. The colour itself is not kept; say in the notes who speaks so.",
  "name-in-text": "The document’s properties name a person, and that name stands in the story: “{was}”.",
  permission: "About keeping copies, the header says: “{was}”.",
  "do-not-archive": "The header says: “{was}” Only the writer can bring this story in.",
  unexplained: "“{was}” is unexplained. It was kept; it can be taken out.",
};

/** What the importer did or wonders, in the reader's language. */
export function sentenceOf(finding: Finding, t: Translate): string {
  const { was, becomes, count } = finding;
  return t(sentences[finding.kind], { was, becomes: nameOf(becomes, t), count });
}

/** Field names and the like that appear as `becomes`. */
const names: Record<string, string> = {
  title: "the title",
  chapterTitle: "the chapter title",
  chapterSummary: "the chapter’s summary",
  chapterNotes: "the chapter’s notes",
  chapterEndNotes: "the chapter’s end notes",
  summary: "the summary",
  notes: "the notes",
  endNotes: "the end notes",
  dedication: "the dedication",
  disclaimer: "the disclaimer",
  conventions: "the conventions",
  complete: "complete",
  incomplete: "not complete",
};

function nameOf(becomes: string | null, t: Translate): string {
  const name = becomes !== null && Object.hasOwn(names, becomes) ? names[becomes] : undefined;
  return name === undefined ? (becomes ?? "") : t(name);
}

/** Why the importer thinks so, in the reader's language. */
export function reasonOf(reason: Reason, t: Translate): string {
  switch (reason.why) {
    case "stands-alone":
      return t("It stands on a line of its own.");
    case "repeated":
      return t("It comes {times, plural, one {once} other {# times}} in this chapter.", {
        times: reason.times,
      });
    case "in-sequence":
      return t("Its like run on in order: {numbers}.", { numbers: reason.numbers });
    case "convention":
      return t("The writer says “{words}”.", { words: reason.words });
    case "thought-word":
      return t("The words around it say “{word}”.", { word: reason.word });
    case "speech-word":
      return t("The words around it say “{word}”, as for speech.", { word: reason.word });
    case "speech-elsewhere":
      return t("Speech has double quotation marks in this chapter.");
    case "nothing-tells":
      return t("Nothing around it tells.");
    case "abbreviation":
      return t("“{abbreviation}” is in this archive’s list of abbreviations.", {
        abbreviation: reason.abbreviation,
      });
    case "label":
      return t("It is labelled “{label}”.", { label: reason.label });
    case "phrase":
      return t("It says “{words}”.", { words: reason.words });
    case "subject-line":
      return t("It stands in the subject line.");
    case "place-in-page":
      return t("It stands in its place for that.");
    case "byte-order-mark":
      return t("The file begins with a mark that says so.");
    case "valid-utf-8":
      return t("All of the file is valid in it.");
    case "declared":
      return t("The file says so itself: {charset}.", { charset: reason.charset });
    case "byte-statistics":
      return t("The letters in the file fit it best.");
    case "script":
      return t("It is written in this script: {script}.", { script: reason.script });
    case "answered-before":
      return t("You answered this so when you brought in an earlier chapter of this work.");
    case "function-words":
      return t("Its commonest small words are: {words}.", { words: reason.words });
  }
}
