import type { Arena, Words } from "./arena.ts";
import {
  addAll,
  addRow,
  type Bitmap,
  bitmapFor,
  countCommon,
  deleteRow,
  forEachRow,
  gatherCommon,
  hasRow,
  haveCommon,
  takeOut,
} from "./bitmap.ts";
import type { Pause } from "./pause.ts";
import { type Stretch, TermLists, unitsOf } from "./term-lists.ts";

/**
 * A term on more than one row in so many is kept as a bitmap. At 32 a bitmap is as large as a list; at 64 it is twice as
 * large and still takes a third of the time. Tags are few that are so common: two megabytes of a million works'.
 */
const denseShare = 64;
/** Terms looked at between two pauses: some milliseconds. */
const termsBetweenPauses = 500_000;
/** Stands for the place of the next row of a term whose rows are a bitmap. */
const inBitmap = 0xffffffff;

type DenseRows = { bits: Bitmap; count: number };

/** What stands on some rows, as it was appended: the terms of the row at `n` lie from `starts[n]` to `starts[n + 1]`. */
type Slice = { starts: Uint32Array; terms: Uint32Array };

/**
 * Which terms stand on which rows, both ways round. Rows are only ever appended: what was there when it was
 * last settled lies in flat arrays and bitmaps, what came later in short lists beside them.
 */
export class Postings {
  readonly #arena: Arena;
  /** What was appended, until it is settled. */
  #slices: Slice[] = [];
  #rows = 0;
  /** What was settled, and what came later. */
  #settledPart: TermLists;
  #laterPart: TermLists;
  #settledStarts: Words;
  #settledRows: Words;
  #settledTerms = 0;
  readonly #dense = new Map<number, DenseRows>();
  readonly #later = new Map<number, number[]>();
  #settled = false;

  constructor(arena: Arena) {
    this.#arena = arena;
    this.#settledPart = new TermLists(arena, 0);
    this.#laterPart = new TermLists(arena, 0);
    this.#settledStarts = arena.words(1);
    this.#settledRows = arena.words(0);
  }

  /** All rows there were when it was settled, then all that came later. */
  get stretches(): readonly [Stretch, Stretch] {
    return [this.#settledPart.stretch, this.#laterPart.stretch];
  }

  /** The terms on a row; nothing until they are settled. */
  termsOn(row: number): number[] {
    return (row < this.#settledPart.rows ? this.#settledPart : this.#laterPart).on(row);
  }

  /**
   * Puts terms on the next rows; each once on a row. The arrays are kept.
   *
   * @param starts where each row's terms begin in `terms`; one more than there are rows
   */
  append(starts: Uint32Array, terms: Uint32Array): void {
    const rows = starts.length - 1;
    if (!this.#settled) {
      this.#slices.push({ starts, terms });
      this.#rows += rows;
      return;
    }
    for (let row = 0; row < rows; row++) this.#appendLater(terms.subarray(starts[row], starts[row + 1]));
  }

  /** What was appended and is not settled; whoever numbers terms anew changes it in place. */
  get unsettled(): readonly Uint32Array[] {
    return this.#slices.map(({ terms }) => terms);
  }

  /** Turns what was appended the other way round; once, before the first question. */
  async settle(termCount: number, pause: Pause): Promise<void> {
    const { counts, units } = await this.#countTerms(termCount, pause);
    const starts = this.#arena.words(termCount + 1);
    const next = new Uint32Array(termCount);
    let listed = 0;
    for (let term = 0; term < termCount; term++) {
      const count = counts[term] ?? 0;
      starts[term] = listed;
      next[term] = listed;
      if (count * denseShare > this.#rows) {
        next[term] = inBitmap;
        this.#dense.set(term, { bits: bitmapFor(this.#arena, this.#rows), count });
      } else listed += count;
    }
    starts[termCount] = listed;
    this.#settledStarts = starts;
    this.#settledRows = this.#arena.words(listed);
    this.#settledTerms = termCount;
    this.#settledPart = new TermLists(this.#arena, 0, this.#rows, units);
    this.#laterPart = new TermLists(this.#arena, this.#rows);
    let done = 0;
    // Each slice goes as soon as it is turned round: together they are as large as what is made of them.
    for (let slice = this.#slices.shift(); slice; slice = this.#slices.shift()) {
      this.#turn(slice, next);
      done += slice.terms.length;
      if (done < termsBetweenPauses) continue;
      await pause();
      done = 0;
    }
    this.#settled = true;
  }

  /** On how many rows a term stands or stood; rows that are gone count. */
  count(term: number): number {
    const settled = this.#dense.get(term)?.count ?? this.#end(term) - this.#start(term);
    return settled + (this.#later.get(term)?.length ?? 0);
  }

  /** Calls for every row of a term, ascending. */
  forEach(term: number, visit: (row: number) => void): void {
    const dense = this.#dense.get(term);
    if (dense) forEachRow(dense.bits, visit);
    else for (let at = this.#start(term); at < this.#end(term); at++) visit(this.#settledRows[at] ?? 0);
    for (const row of this.#later.get(term) ?? []) visit(row);
  }

  /** Adds a term's rows to a set that has room for them. */
  addTo(set: Bitmap, term: number): void {
    const dense = this.#dense.get(term);
    if (dense) addAll(set, dense.bits);
    else {
      const rows = this.#settledRows;
      const end = this.#end(term);
      for (let at = this.#start(term); at < end; at++) addRow(set, rows[at] ?? 0);
    }
    for (const row of this.#later.get(term) ?? []) addRow(set, row);
  }

  /** Takes a term's rows out of a set. */
  takeFrom(set: Bitmap, term: number): void {
    const dense = this.#dense.get(term);
    if (dense) takeOut(set, dense.bits);
    else {
      const rows = this.#settledRows;
      const end = this.#end(term);
      for (let at = this.#start(term); at < end; at++) deleteRow(set, rows[at] ?? 0);
    }
    for (const row of this.#later.get(term) ?? []) deleteRow(set, row);
  }

  /**
   * How many of a set's rows bear the term.
   *
   * @param least with fewer than this the count is of no use: any smaller number will do
   */
  countIn(set: Bitmap, term: number, least = 0): number {
    let count = 0;
    const later = this.#later.get(term);
    if (later) for (const row of later) if (hasRow(set, row)) count++;
    const dense = this.#dense.get(term);
    if (dense) return count + countCommon(set, dense.bits);
    const { words, kernel } = set;
    const [list, end] = this.#listOf(term);
    return count + kernel.countListedFrom(list, end, words.byteOffset, words.byteLength, least - count);
  }

  /** Whether any of a set's rows bears the term. */
  isIn(set: Bitmap, term: number): boolean {
    const dense = this.#dense.get(term);
    if (dense && haveCommon(set, dense.bits)) return true;
    const rows = this.#settledRows;
    const end = this.#end(term);
    for (let at = this.#start(term); at < end; at++) if (hasRow(set, rows[at] ?? 0)) return true;
    return this.#later.get(term)?.some((row) => hasRow(set, row)) ?? false;
  }

  /** Adds a term's rows that are in one set to another as large. @returns how many were not there before */
  gatherFrom(set: Bitmap, into: Bitmap, term: number): number {
    const dense = this.#dense.get(term);
    let count = 0;
    if (dense) count = gatherCommon(into, set, dense.bits);
    else {
      const { words, kernel } = set;
      const [list, end] = this.#listOf(term);
      count = kernel.gatherListed(list, end, words.byteOffset, into.words.byteOffset, words.byteLength);
    }
    const later = this.#later.get(term);
    if (later) for (const row of later) count += moveRow(set, into, row);
    return count;
  }

  /** On how many rows each term stands, and how many units of 16 bits they take in all. */
  async #countTerms(termCount: number, pause: Pause): Promise<{ counts: Uint32Array; units: number }> {
    const counts = new Uint32Array(termCount);
    let done = 0;
    for (const { terms } of this.#slices) {
      for (const term of terms) counts[term] = (counts[term] ?? 0) + 1;
      done += terms.length;
      if (done < termsBetweenPauses) continue;
      await pause();
      done = 0;
    }
    const units = counts.reduce((sum, count, term) => sum + count * unitsOf(term), 0);
    return { counts, units };
  }

  /** Puts the next settled rows into the lists of their terms, and their terms into theirs. */
  #turn({ starts, terms }: Slice, next: Uint32Array): void {
    const rows = this.#settledRows;
    for (let at = 0; at < starts.length - 1; at++) {
      const row = this.#settledPart.rows;
      const own = terms.subarray(starts[at], starts[at + 1]);
      for (const term of own) {
        const place = next[term] ?? 0;
        if (place === inBitmap) {
          const dense = this.#dense.get(term);
          if (dense) addRow(dense.bits, row);
          continue;
        }
        next[term] = place + 1;
        rows[place] = row;
      }
      this.#settledPart.append(own);
    }
  }

  #appendLater(terms: Uint32Array): void {
    this.#laterPart.append(terms);
    for (const term of terms) {
      const later = this.#later.get(term);
      if (later) later.push(this.#rows);
      else this.#later.set(term, [this.#rows]);
    }
    this.#rows++;
  }

  /** Where a term's settled rows lie, for the kernel. */
  #listOf(term: number): [at: number, end: number] {
    const { byteOffset } = this.#settledRows;
    return [byteOffset + this.#start(term) * 4, byteOffset + this.#end(term) * 4];
  }

  #start(term: number): number {
    return term < this.#settledTerms ? (this.#settledStarts[term] ?? 0) : 0;
  }

  #end(term: number): number {
    return term < this.#settledTerms ? (this.#settledStarts[term + 1] ?? 0) : 0;
  }
}

/** @returns 1 when the row is in `set` and was not in `into` before */
function moveRow(set: Bitmap, into: Bitmap, row: number): 0 | 1 {
  if (!hasRow(set, row) || hasRow(into, row)) return 0;
  addRow(into, row);
  return 1;
}
