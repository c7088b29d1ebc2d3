import type { NewRecognition } from "../reading-draft.ts";
import type { HeaderEntry } from "./header-entries.ts";
import type { HeaderWriter } from "./header-writer.ts";
import { ratingOf } from "./ratings.ts";
import { chapterCount, chapterRecognitions } from "./read-chapter-sign.ts";
import type { SubjectLine } from "./subject-line.ts";

/** `[FIC] "Title" 1/3 [PG-13] (K/S)`: title, part, rating, pairing codes. */
export function readSubject(writer: HeaderWriter, entry: HeaderEntry, subject: SubjectLine): void {
  const range = entry.pieces[0]?.range;
  if (range === undefined) return;
  const value = {
    block: range.block,
    from: range.from + subject.title.from,
    to: range.from + subject.title.to,
  };
  writer.passage({ ...entry, pieces: [{ range, value }] }, "title", [{ why: "subject-line" }], {
    kind: "title",
  });
  if (subject.number !== null) {
    writer.draft.add(
      {
        kind: "chapter-number",
        state: "applied",
        where: range,
        becomes: chapterCount(subject.number, subject.expected),
        reasons: [{ why: "subject-line" }],
      },
      ...chapterRecognitions(subject.number, subject.expected),
    );
  }
  for (const code of subject.codes) readCode(writer, entry, code);
}

function readCode(writer: HeaderWriter, entry: HeaderEntry, code: string): void {
  const where = entry.pieces[0]?.range ?? null;
  const rating = ratingOf(code);
  const found = { state: "applied", where, was: code, reasons: [{ why: "subject-line" }] } as const;
  if (rating) {
    writer.draft.add(
      { ...found, kind: "rating", becomes: rating.id, reasons: [...found.reasons] },
      { field: "rating", ...rating },
    );
    return;
  }
  const recognition: NewRecognition = code.includes("/")
    ? { field: "relationships", name: code, from: code }
    : { field: "additionalTags", name: code, from: code };
  const kind = code.includes("/") ? "relationship" : "additional-tag";
  writer.draft.add({ ...found, kind, reasons: [...found.reasons] }, recognition);
}
