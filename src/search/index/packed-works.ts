import { addRow, type RowBits, rowBitsFor } from "./bitmap.ts";
import { IdTable } from "./id-table.ts";
import type { CountName, IndexedWork } from "./indexed-work.ts";
import { forEachTag, type JoinedTags } from "./joined-tags.ts";
import type { PackedIds, PackedTerms, PackedTexts } from "./packed-columns.ts";
import { addGreatest, tagKey } from "./tag-key.ts";
import { sortKey, TextColumn } from "./text-column.ts";

/** The columns of a work by what they hold; `IndexedWork` says what each is. */
export const numberNames = ["words", "chapters", "posted", "updated"] as const;
export const traitNames = ["complete", "pictures", "audio"] as const;
export const choiceNames = ["ratings", "categories", "languages"] as const;
export const idNames = ["writers", "recipients", "series"] as const;

/**
 * Works in the form the index takes them in, however they were read: columns of plain numbers, so that a thread hands
 * over thousands at the cost of a copy, and the index only has to put its columns' ends together.
 */
export type PackedWorks = {
  ids: PackedIds;
  words: Float64Array;
  chapters: Float64Array;
  posted: Float64Array;
  updated: Float64Array;
  counts: Record<CountName, Float64Array>;
  /** What they are ordered by (`sortKey`). */
  titles: PackedTexts;
  authors: PackedTexts;
  open: RowBits;
  complete: RowBits;
  pictures: RowBits;
  audio: RowBits;
  ratings: ReadonlyMap<string, RowBits>;
  categories: ReadonlyMap<string, RowBits>;
  languages: ReadonlyMap<string, RowBits>;
  warnings: ReadonlyMap<string, { yes: RowBits; no: RowBits }>;
  /** Each term is a tag with its weight (tag-key.ts). */
  tags: PackedTerms;
  writers: PackedTerms;
  recipients: PackedTerms;
  series: PackedTerms;
};

/** A work as it was read, its tags not yet taken apart. */
export type PackableWork = Omit<IndexedWork, "tags"> & { joinedTags: JoinedTags };

/** @throws RangeError when a work or what stands on it has no public id */
export function packWorks(works: readonly PackableWork[]): PackedWorks {
  const numbers = (numberOf: (work: PackableWork) => number) => Float64Array.from(works.map(numberOf));
  const traits = (has: (work: PackableWork) => boolean) => packSet(works, has);
  return {
    ids: packIds(works),
    words: numbers(({ words }) => words),
    chapters: numbers(({ chapters }) => chapters),
    posted: numbers(({ posted }) => posted),
    updated: numbers(({ updated }) => updated),
    counts: {
      kudos: numbers(({ kudos }) => kudos),
      comments: numbers(({ comments }) => comments),
      bookmarks: numbers(({ bookmarks }) => bookmarks),
      hits: numbers(({ hits }) => hits),
    },
    titles: packTexts(works, ({ title }) => title),
    authors: packTexts(works, ({ author }) => author),
    open: traits(({ open }) => open),
    complete: traits(({ complete }) => complete),
    pictures: traits(({ pictures }) => pictures),
    audio: traits(({ audio }) => audio),
    ratings: packChoices(works, ({ ratingId }) => [ratingId]),
    categories: packChoices(works, ({ categoryIds }) => categoryIds),
    languages: packChoices(works, ({ language }) => [language]),
    warnings: packWarnings(works),
    tags: packTerms(works, ({ joinedTags }, table) => {
      const keys: number[] = [];
      forEachTag(joinedTags, (high, low, weight) =>
        addGreatest(keys, tagKey(table.placeForHalves(high, low), weight)),
      );
      return keys;
    }),
    writers: packTerms(works, ({ writerIds }, table) => placesOf(writerIds, table)),
    recipients: packTerms(works, ({ recipientIds }, table) => placesOf(recipientIds, table)),
    series: packTerms(works, ({ seriesIds }, table) => placesOf(seriesIds, table)),
  };
}

function packIds(works: readonly PackableWork[]): PackedIds {
  const table = new IdTable();
  for (const { id } of works) table.append(id);
  return table.packed;
}

function packTexts(works: readonly PackableWork[], textOf: (work: PackableWork) => string): PackedTexts {
  const column = new TextColumn();
  for (const work of works) column.append(sortKey(textOf(work)));
  return column.packed;
}

function packSet(works: readonly PackableWork[], has: (work: PackableWork) => boolean): RowBits {
  const set = rowBitsFor(works.length);
  for (const [row, work] of works.entries()) if (has(work)) addRow(set, row);
  return set;
}

function packChoices(
  works: readonly PackableWork[],
  chosen: (work: PackableWork) => readonly string[],
): Map<string, RowBits> {
  const sets = new Map<string, RowBits>();
  for (const [row, work] of works.entries())
    for (const id of chosen(work)) {
      const set = sets.get(id) ?? rowBitsFor(works.length);
      sets.set(id, set);
      addRow(set, row);
    }
  return sets;
}

function packWarnings(works: readonly PackableWork[]): PackedWorks["warnings"] {
  const sets = new Map<string, { yes: RowBits; no: RowBits }>();
  for (const [row, { warnings }] of works.entries())
    for (const { id, answer } of warnings) {
      const answers = sets.get(id) ?? { yes: rowBitsFor(works.length), no: rowBitsFor(works.length) };
      sets.set(id, answers);
      addRow(answers[answer], row);
    }
  return sets;
}

function packTerms(
  works: readonly PackableWork[],
  termsOf: (work: PackableWork, table: IdTable) => readonly number[],
): PackedTerms {
  const table = new IdTable();
  const starts = new Uint32Array(works.length + 1);
  const terms: number[] = [];
  for (const [row, work] of works.entries()) {
    for (const term of termsOf(work, table)) terms.push(term);
    starts[row + 1] = terms.length;
  }
  return { ids: table.packed, starts, terms: Uint32Array.from(terms) };
}

/** The places of ids, each once. */
function placesOf(ids: readonly string[], table: IdTable): number[] {
  const places: number[] = [];
  for (const id of ids) {
    const place = table.placeFor(id);
    if (!places.includes(place)) places.push(place);
  }
  return places;
}
