import type { PassageField } from "../edit.ts";
import type { FindingKind, Reason } from "../finding.ts";
import type { CreatorRole } from "../recognised-fields.ts";
import type { HeaderEntry } from "./header-entries.ts";
import type { HeaderSign } from "./header-sign.ts";
import type { HeaderWriter } from "./header-writer.ts";
import { labelOf } from "./label-of.ts";
import type { LabelField } from "./labels.ts";
import { chapterCount, chapterRecognitions } from "./read-chapter-sign.ts";
import { readLanguage, readPart, readRating, readStatus, readWarnings } from "./read-facts.ts";
import { readBeta, readGift } from "./read-people.ts";
import { readFandomLabel, readTags } from "./read-tags.ts";
import { readSpokenCredits } from "./read-words.ts";
import { titleWithCount } from "./subject-line.ts";

type LabelSign = Extract<HeaderSign, { kind: "label" }>;
type LabelReader = (writer: HeaderWriter, entry: HeaderEntry, reasons: Reason[]) => void;

const listMarks = /[,;，、]/u;

const readers: Record<LabelField, LabelReader> = {
  title: readTitle,
  chapterTitle: passage("chapterTitle", "chapter-title"),
  summary: passage("summary"),
  disclaimer: passage("disclaimer"),
  conventions: passage("conventions"),
  notes: (writer, entry, reasons) => {
    writer.passage(entry, "notes", reasons);
    readSpokenCredits(writer, entry);
  },
  thanks: (writer, entry, reasons) => {
    keepWhole(writer, entry, reasons);
    // `Thanks: to Nell for the beta` is one sentence with its label.
    readSpokenCredits(writer, {
      ...entry,
      pieces: entry.pieces.map(({ range }) => ({ range, value: range })),
    });
  },
  author: credits("author"),
  "co-author": credits("co-author"),
  artist: credits("artist"),
  translator: credits("translator"),
  beta: readBeta,
  dedication: readGift,
  gift: readGift,
  fandom: readFandomLabel,
  pairing: (writer, entry, reasons) =>
    readTags(writer, entry, "relationships", writer.wordsOf(entry).split(listMarks), reasons),
  characters: (writer, entry, reasons) =>
    readTags(writer, entry, "characters", writer.wordsOf(entry).split(listMarks), reasons),
  genre: (writer, entry, reasons) =>
    readTags(writer, entry, "additionalTags", writer.wordsOf(entry).split(listMarks), reasons),
  category: (writer, entry, reasons) =>
    readTags(writer, entry, "categories", writer.wordsOf(entry).split(listMarks), reasons),
  rating: readRating,
  warnings: readWarnings,
  part: readPart,
  status: readStatus,
  words: (writer, entry, reasons) => {
    writer.data(entry, { kind: "header-data", state: "applied", reasons });
  },
  language: readLanguage,
  contact: keepWhole,
  permission: keepWhole,
  feedback: keepWhole,
  other: keepWhole,
};

/** Reads one labelled entry; what Pressie has no field for is kept with its label in the notes. */
export function readLabel(
  writer: HeaderWriter,
  entry: HeaderEntry,
  sign: LabelSign,
  reasons: Reason[] = [{ why: "label", label: sign.label }],
): void {
  readers[sign.field](writer, entry, reasons);
}

function passage(field: PassageField, kind?: FindingKind): LabelReader {
  return (writer, entry, reasons) => writer.passage(entry, field, reasons, kind ? { kind } : {});
}

function credits(role: CreatorRole): LabelReader {
  return (writer, entry, reasons) => writer.credits(entry, role, labelOf(reasons));
}

function keepWhole(writer: HeaderWriter, entry: HeaderEntry, reasons: Reason[]): void {
  writer.passage(entry, "notes", reasons, { whole: true });
}

/** `Title: The Long Fog (1/3)` says which part this is as well. */
function readTitle(writer: HeaderWriter, entry: HeaderEntry, reasons: Reason[]): void {
  const [piece, second] = entry.pieces;
  const counted = piece && !second ? titleWithCount(writer.draft.textIn(piece.value)) : null;
  if (!piece || !counted || counted.number === null) {
    writer.passage(entry, "title", reasons, { kind: "title" });
    return;
  }
  const { block, from } = piece.value;
  const value = { block, from: from + counted.title.from, to: from + counted.title.to };
  writer.passage({ ...entry, pieces: [{ range: piece.range, value }] }, "title", reasons, { kind: "title" });
  writer.note(
    entry,
    {
      kind: "chapter-number",
      state: "applied",
      where: piece.value,
      becomes: chapterCount(counted.number, counted.expected),
      reasons,
    },
    ...chapterRecognitions(counted.number, counted.expected),
  );
}
