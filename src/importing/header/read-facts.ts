import type { Reason } from "../finding.ts";
import type { NewRecognition } from "../reading-draft.ts";
import type { HeaderEntry } from "./header-entries.ts";
import type { HeaderWriter } from "./header-writer.ts";
import { labelOf } from "./label-of.ts";
import { languageNamed } from "./language-names.ts";
import { numberOf } from "./numbers.ts";
import { ratingOf } from "./ratings.ts";
import { chapterCount, chapterRecognitions } from "./read-chapter-sign.ts";
import { valuesIn } from "./read-tags.ts";

export function readRating(writer: HeaderWriter, entry: HeaderEntry, reasons: Reason[]): void {
  const words = writer.wordsOf(entry);
  const rating = ratingOf(words);
  if (!rating) {
    writer.passage(entry, "notes", reasons, { whole: true });
    if (entry.state === "proposed") return;
    writer.note(entry, {
      kind: "rating-unknown",
      state: "noted",
      where: entry.pieces[0]?.value ?? null,
      was: words,
      reasons,
    });
    return;
  }
  const found = { kind: "rating", state: "applied", becomes: rating.id, reasons } as const;
  if (words.length <= rating.from.length + 4) {
    writer.data(entry, { ...found, reasons: [...reasons] }, { field: "rating", ...rating });
    return;
  }
  writer.passage(entry, "notes", reasons, { whole: true });
  writer.note(
    entry,
    { ...found, reasons: [...reasons], where: entry.pieces[0]?.value ?? null },
    { field: "rating", ...rating },
  );
}

export function readWarnings(writer: HeaderWriter, entry: HeaderEntry, reasons: Reason[]): void {
  const words = writer.wordsOf(entry);
  const values = valuesIn(words.split(/[,;，、]/u));
  if (values.length === 0 || values.some((value) => value.length > 60) || /[.!?]\s/u.test(words)) {
    writer.passage(entry, "notes", reasons, { whole: true });
    writer.note(
      entry,
      { kind: "warning", state: "applied", where: entry.pieces[0]?.value ?? null, was: words, reasons },
      { field: "warnings", words },
    );
    return;
  }
  const warnings = values.filter((value) => !/^(?:none|no|n\/a|нет|keine|aucun)$/iu.test(value));
  writer.data(
    entry,
    { kind: "warning", state: "applied", becomes: warnings.join(", "), reasons },
    ...warnings.map(warningRecognition),
  );
}

/** A language by its name; what is said of strong language and the like is kept as a note. */
export function readLanguage(writer: HeaderWriter, entry: HeaderEntry, reasons: Reason[]): void {
  const tag = languageNamed(writer.wordsOf(entry));
  if (tag === null) writer.passage(entry, "notes", reasons, { whole: true });
  else
    writer.data(
      entry,
      { kind: "language", state: "applied", becomes: tag, reasons },
      { field: "language", tag },
    );
}

export function readPart(writer: HeaderWriter, entry: HeaderEntry, reasons: Reason[]): void {
  const match =
    /^[#(]?([\p{L}\d-]{1,14})(?:\s*(?:of|\/|out of|von|из)\s*([\p{L}\d-]{1,14}|\?{1,3}))?\)?\.?$/iu.exec(
      writer.wordsOf(entry),
    );
  const number = match ? numberOf(match[1] ?? "") : null;
  const said = match?.[2];
  const expected =
    said === undefined ? undefined : said.startsWith("?") ? null : (numberOf(said) ?? undefined);
  if (number === null) {
    writer.passage(entry, "notes", reasons, { whole: true });
    return;
  }
  writer.data(
    entry,
    { kind: "chapter-number", state: "applied", becomes: chapterCount(number, expected), reasons },
    ...chapterRecognitions(number, expected),
  );
}

/** AO3's two answers that are no warnings themselves: that none applies, and that the writer does not say. */
export function warningRecognition(words: string): NewRecognition {
  if (/^no archive warnings apply$/iu.test(words)) return { field: "warnings", words, says: "none" };
  return /^(?:creator|author) chose not to use archive warnings$|^choose not to use archive warnings$/iu.test(
    words,
  )
    ? { field: "warnings", words, says: "unsaid" }
    : { field: "warnings", words };
}

export function readStatus(writer: HeaderWriter, entry: HeaderEntry, reasons: Reason[]): void {
  const words = `${labelOf(reasons)} ${writer.wordsOf(entry)}`.toLowerCase();
  const unfinished =
    /\b(?:wip|in progress|incomplete|unfinished|ongoing|on hiatus|abandoned|to be continued|tbc|no|not)\b|в процессе|заморожен/u.test(
      words,
    );
  const finished = /\b(?:complete|completed|finished|yes)\b|заверш|закончен/u.test(words);
  if (!unfinished && !finished) {
    writer.passage(entry, "notes", reasons, { whole: true });
    return;
  }
  writer.data(
    entry,
    { kind: "status", state: "applied", becomes: unfinished ? "incomplete" : "complete", reasons },
    { field: "complete", complete: !unfinished },
  );
}
