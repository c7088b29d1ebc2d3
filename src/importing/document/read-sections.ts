import type { BlockRange, PassageField } from "../edit.ts";
import type { Reason } from "../finding.ts";
import type { EntryPiece, HeaderEntry } from "../header/header-entries.ts";
import { HeaderWriter } from "../header/header-writer.ts";
import type { LabelField } from "../header/labels.ts";
import { type HeaderReading, readHeader } from "../header/read-header.ts";
import { readLabel } from "../header/read-label.ts";
import { readSubject } from "../header/read-subject.ts";
import { readSpokenCredits } from "../header/read-words.ts";
import { titleWithCount } from "../header/subject-line.ts";
import type { ImportLexicon } from "../import-reading.ts";
import { readOfLaterChapter } from "../later-header.ts";
import type { NewRecognition, ReadingDraft } from "../reading-draft.ts";
import type { PageRole } from "./page-section.ts";

/** The blocks a section of a page became; the first may be its heading. */
export interface SectionBlocks {
  role: PageRole;
  headed: boolean;
  says?: NewRecognition[];
  beginsChapter?: true;
  from: number;
  to: number;
}

/** What the rest of the reading needs to know of a page's stories. */
export interface SectionsReading {
  /** The header of each part that is story, in order; at least one. */
  stories: HeaderReading[];
  /** The same as if all were one story: from the first part's first block to the last one's last. */
  whole: HeaderReading;
  /** The finding that forbids bringing the story in, or null. */
  stop: string | null;
}

/**
 * Reads the labels of a page and the headers of its stories, then lifts its other sections into the fields they are:
 * what the writer says in the story itself goes before what the site says around it.
 */
export function readSections(
  draft: ReadingDraft,
  lexicon: ImportLexicon,
  sections: SectionBlocks[],
  settled = false,
): SectionsReading {
  const writer = new HeaderWriter(draft, lexicon);
  const stories: HeaderReading[] = [];
  let stop: string | null = null;
  sayWhereChaptersBegin(draft, sections);
  for (const [index, section] of sections.entries()) {
    if (section.from === section.to) continue;
    const titled = sections[index - 1]?.role === "title";
    if (section.role === "story")
      stories.push(
        settled
          ? withoutHeader(section)
          : readOneHeader(draft, lexicon, section, { isFirst: stories.length === 0, titled }),
      );
    else if (section.role === "labels" && section.says === undefined)
      stop ??= readHeader(draft, lexicon, section).stop;
  }
  for (const section of sections) {
    if (section.from === section.to || section.role === "story") continue;
    if (section.says) liftSayings(writer, section, section.says);
    else if (section.role !== "labels") liftSection(writer, section, section.role, settled);
  }
  const all = { from: 0, to: draft.blocks.length };
  if (stories.length === 0) stories.push(settled ? withoutHeader(all) : readHeader(draft, lexicon));
  const whole = joinedHeaders(stories, all);
  return { stories, whole, stop: whole.stop ?? stop };
}

/** Says of each part that begins another chapter that it does. */
function sayWhereChaptersBegin(draft: ReadingDraft, sections: SectionBlocks[]): void {
  let isBegun = false;
  for (const { beginsChapter, role, from: block } of sections) {
    if (beginsChapter && isBegun && block < draft.blocks.length) {
      const where = { block, from: 0, to: draft.textOf(block).length };
      const reasons: Reason[] = [{ why: "place-in-page" }];
      draft.add({
        kind: "chapter-begins",
        state: "applied",
        where,
        reasons,
        edits: [{ kind: "begin-chapter", block }],
      });
    }
    isBegun ||= beginsChapter === true || role === "story";
  }
}

/** Reads the header of a part; one after the first says what it says of its own chapter. */
function readOneHeader(
  draft: ReadingDraft,
  lexicon: ImportLexicon,
  section: SectionBlocks,
  { isFirst, titled }: { isFirst: boolean; titled: boolean },
): HeaderReading {
  const read = () => readHeader(draft, lexicon, section, titled);
  return isFirst ? read() : readOfLaterChapter(draft, read);
}

function joinedHeaders(stories: HeaderReading[], all: { from: number; to: number }): HeaderReading {
  return {
    storyBegins: stories[0]?.storyBegins ?? all.from,
    storyEnds: stories.at(-1)?.storyEnds ?? all.to,
    conventions: stories.flatMap(({ conventions }) => conventions),
    conventionWords: stories.find(({ conventionWords }) => conventionWords !== "")?.conventionWords ?? "",
    stop: stories.find(({ stop }) => stop !== null)?.stop ?? null,
  };
}

/** A story of which nothing is its header. */
function withoutHeader({ from, to }: Pick<SectionBlocks, "from" | "to">): HeaderReading {
  return { storyBegins: from, storyEnds: to, conventions: [], conventionWords: "", stop: null };
}

function liftSection(
  writer: HeaderWriter,
  section: SectionBlocks,
  role: Exclude<PageRole, "story" | "labels">,
  settled: boolean,
): void {
  const entry = entryOf(writer.draft, section, labelFieldOf(role));
  const reasons: Reason[] = [{ why: "place-in-page" }];
  if (settled && role !== "author") liftWhole(writer, entry, role, reasons);
  else if (role === "chapterSummary" || role === "chapterNotes" || role === "chapterEndNotes")
    writer.passage(entry, role, reasons);
  else if (role === "endNotes") {
    writer.passage(entry, "endNotes", reasons);
    readSpokenCredits(writer, entry);
  } else if (isKnown(writer, role, writer.wordsOf(entry)))
    writer.data(entry, { kind: "header-data", state: "applied", reasons });
  else if (role === "title") liftTitle(writer, entry, reasons);
  else if (entry.sign.kind === "label") readLabel(writer, entry, entry.sign, reasons);
}

/** Lifts a passage of our own file sign by sign, addresses included: it has been public in these words before. */
function liftWhole(writer: HeaderWriter, entry: HeaderEntry, field: PassageField, reasons: Reason[]): void {
  const passages = entry.pieces.map(({ range }) => range);
  writer.note(
    entry,
    {
      kind: field === "title" ? "title" : "header-passage",
      state: "applied",
      where: passages[0] ?? null,
      was: passages.map((range) => writer.draft.textIn(range).trim()).join(" "),
      becomes: field,
      reasons,
      edits: passages.map((range) => ({ kind: "lift-to-field", field, ...range, value: range })),
    },
    { field, passages },
  );
}

/** Lifts a section that says, beyond doubt, these things and no others. */
function liftSayings(writer: HeaderWriter, section: SectionBlocks, says: NewRecognition[]): void {
  const entry = entryOf(writer.draft, section, "other");
  const reasons: Reason[] = [{ why: "place-in-page" }];
  const fresh = says.filter((said) => !isSaid(writer.draft, said));
  writer.data(entry, { kind: "header-data", state: "applied", reasons }, ...fresh);
}

/** Whether the story's own header names the same person for the same. */
function isSaid({ recognised }: ReadingDraft, said: NewRecognition): boolean {
  if (said.field !== "creators") return false;
  return recognised.some(
    (known) => known.field === "creators" && known.role === said.role && known.name === said.name,
  );
}

function labelFieldOf(role: Exclude<PageRole, "story" | "labels">): LabelField {
  if (role === "chapterSummary") return "summary";
  return role === "endNotes" || role === "chapterNotes" || role === "chapterEndNotes" ? "notes" : role;
}

/** Whether the story's own header has said so before. */
function isKnown(writer: HeaderWriter, role: PageRole, words: string): boolean {
  if (role !== "title" && role !== "author") return false;
  return writer.draft.recognised.some((known) => {
    if (known.field === "title" && role === "title")
      return known.passages.some((passage) => writer.draft.textIn(passage).trim() === words);
    return known.field === "creators" && role === "author" && known.name === words;
  });
}

/** A page's title may have a count in it (`Fog (1/3)`); where the story has a title of its own, it is a note. */
function liftTitle(writer: HeaderWriter, entry: HeaderEntry, reasons: Reason[]): void {
  const subject = titleWithCount(writer.draft.textOf(entry.pieces[0]?.range.block ?? 0));
  const named = writer.draft.recognised.some(({ field }) => field === "title");
  if (named) writer.passage(entry, "notes", reasons);
  else if (subject && entry.pieces.length === 1) readSubject(writer, entry, subject);
  else writer.passage(entry, "title", reasons, { kind: "title" });
}

function entryOf(draft: ReadingDraft, section: SectionBlocks, field: LabelField): HeaderEntry {
  const pieces: EntryPiece[] = [];
  for (let block = section.from; block < section.to; block++) {
    const text = draft.textOf(block);
    const range: BlockRange = { block, from: 0, to: text.length };
    const isHeading = section.headed && block === section.from;
    const by = field === "author" ? (/^\s*by:?\s+/iu.exec(text)?.[0].length ?? 0) : 0;
    pieces.push({ range, value: { ...range, from: isHeading ? text.length : by } });
  }
  return {
    sign: { kind: "label", field, label: "", strong: true, from: 0, value: 0, to: 0 },
    pieces,
    state: "applied",
  };
}
