import type { Reason } from "../finding.ts";
import type { ImportLexicon } from "../import-reading.ts";
import type { ReadingDraft } from "../reading-draft.ts";
import type { Convention } from "./conventions.ts";
import { type HeaderEntry, headerEntries } from "./header-entries.ts";
import { headerLines, headerRegion } from "./header-region.ts";
import { HeaderWriter } from "./header-writer.ts";
import { listedNames } from "./names.ts";
import { readChapterSign } from "./read-chapter-sign.ts";
import { readFandoms } from "./read-fandoms.ts";
import { readLabel } from "./read-label.ts";
import { findPermission } from "./read-permission.ts";
import { readSubject } from "./read-subject.ts";
import { readWords } from "./read-words.ts";
import { firstLines } from "./source-lines.ts";
import { findUnexplained } from "./unexplained.ts";

/** `*by: ` and the like. */
const longestBy = 8;

/** What the rest of the reading needs to know of the header. */
export interface HeaderReading {
  /** The first block that has story in it. */
  storyBegins: number;
  /** The block after the last one that has story in it. */
  storyEnds: number;
  conventions: Convention[];
  /** The writer's own words for them. */
  conventionWords: string;
  /** The finding that forbids bringing the story in, or null. */
  stop: string | null;
}

/**
 * Lifts the header out of the text into fields, each entry as a finding of its own; nothing of it is dropped.
 *
 * @param titled whether the file shows a title of its own above these blocks
 */
export function readHeader(
  draft: ReadingDraft,
  lexicon: ImportLexicon,
  within = { from: 0, to: draft.blocks.length },
  titled = false,
): HeaderReading {
  const reading: HeaderReading = {
    storyBegins: within.from,
    storyEnds: within.to,
    conventions: [],
    conventionWords: "",
    stop: null,
  };
  const region = headerRegion(firstLines(draft, headerLines, within), titled);
  if (region === null) return reading;
  const entries = headerEntries(draft, region);
  const writer = new HeaderWriter(draft, lexicon);
  const labelledTitle = entries.some(({ sign }) => sign.kind === "label" && sign.field === "title");
  const firstSign = entries.findIndex(({ sign }) => sign.kind !== "words" || sign.says !== "nothing");
  for (const [index, entry] of entries.entries()) {
    const { sign } = entry;
    if (sign.kind === "label") readLabel(writer, entry, sign);
    else if (sign.kind === "chapter") readChapterSign(writer, entry, sign.chapter);
    else if (sign.kind === "subject") readSubject(writer, entry, sign.subject);
    else if (sign.kind === "byline") readByline(writer, entry, sign.value);
    else if (sign.kind === "words")
      readWords(writer, entry, {
        mayBeTitle: index < firstSign && index < 2 && !labelledTitle && !hasTitle(draft),
        mayBeOfList: index < firstSign,
        says: sign.says,
      });
    else {
      reading.conventions.push(...sign.conventions);
      reading.conventionWords ||= writer.wordsOf(entry);
      writer.passage(entry, "conventions", [{ why: "phrase", words: writer.wordsOf(entry) }]);
    }
  }
  readFandoms(writer, entries);
  findUnexplained(draft, entries);
  const last = entries.findLast(({ state }) => state === "applied")?.pieces.at(-1)?.range;
  if (last) reading.storyBegins = last.to < draft.textOf(last.block).length ? last.block : last.block + 1;
  reading.stop = findPermission(writer, entries);
  return reading;
}

function hasTitle(draft: ReadingDraft): boolean {
  return draft.recognised.some(({ field }) => field === "title");
}

/** `by Wren` is a credit and no more; `A Sherlock Holmes story by Wren` is kept as a note as well. */
function readByline(writer: HeaderWriter, entry: HeaderEntry, lead: number): void {
  if (lead <= longestBy) {
    writer.credits(entry, "author", "by");
    return;
  }
  const reasons: Reason[] = [{ why: "phrase", words: writer.wordsOf(entry) }];
  for (const name of listedNames(writer.wordsOf(entry))) {
    const where = entry.pieces[0]?.value ?? null;
    writer.note(
      entry,
      { kind: "credit", state: "applied", where, becomes: name, reasons },
      { field: "creators", role: "author", name },
    );
  }
  writer.passage(entry, "notes", reasons, { whole: true });
}
