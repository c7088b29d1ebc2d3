import type { NewRecognition } from "../reading-draft.ts";
import type { ChapterLine } from "./chapter-line.ts";
import type { HeaderEntry } from "./header-entries.ts";
import type { HeaderWriter } from "./header-writer.ts";

/** `Chapter One of Two: Salt` gives the number, how many there will be, whether that is all, and a title. */
export function readChapterSign(writer: HeaderWriter, entry: HeaderEntry, chapter: ChapterLine): void {
  const { title } = chapter;
  const piece = entry.pieces[0];
  if (title && piece) {
    const value = {
      block: piece.range.block,
      from: piece.range.from + title.from,
      to: piece.range.from + title.to,
    };
    writer.passage(
      { ...entry, pieces: [{ range: piece.range, value }] },
      "chapterTitle",
      [{ why: "phrase", words: writer.draft.textIn(piece.range).trim() }],
      {
        kind: "chapter-title",
      },
    );
    writer.note(
      entry,
      {
        kind: "chapter-number",
        state: "applied",
        where: piece.range,
        becomes: chapterCount(chapter.number, chapter.expected),
      },
      ...chapterRecognitions(chapter.number, chapter.expected),
    );
    return;
  }
  writer.data(
    entry,
    { kind: "chapter-number", state: "applied", becomes: chapterCount(chapter.number, chapter.expected) },
    ...chapterRecognitions(chapter.number, chapter.expected),
  );
}

/** `1/2`, `1/?`, or `1` when the file does not say how many. */
export function chapterCount(number: number, expected: number | null | undefined): string {
  if (expected === undefined) return String(number);
  return `${number}/${expected ?? "?"}`;
}

/** The last of several chapters does not make a work complete: the others may not be here. */
export function chapterRecognitions(number: number, expected: number | null | undefined): NewRecognition[] {
  const recognitions: NewRecognition[] = [{ field: "chapterNumber", number }];
  if (expected !== undefined) recognitions.push({ field: "expectedChapters", number: expected });
  if (expected === null || (expected !== undefined && number < expected))
    recognitions.push({ field: "complete", complete: false });
  if (expected === 1 && number === 1) recognitions.push({ field: "complete", complete: true });
  return recognitions;
}
