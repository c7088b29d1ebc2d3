import {
  addAll,
  addRow,
  type Bitmap,
  bitmapFor,
  countCommon,
  countRows,
  deleteRow,
  forEachRow,
  hasRow,
  haveCommon,
  takeOut,
} from "./bitmap.ts";
import { roomFor, trimmed } from "./grow.ts";
import type { Pause } from "./pause.ts";

/** A term on more than one row in so many is kept as a bitmap: 32 bits a row is where a bitmap is no larger. */
const denseShare = 32;
const rowsBetweenPauses = 50_000;
const placesBetweenPauses = 1_000_000;
/** Rows counted until one looks whether enough can be left. */
const rowsBetweenLooks = 256;
/** Stands for the place of the next row of a term whose rows are a bitmap. */
const inBitmap = 0xffffffff;

type DenseRows = { bits: Bitmap; count: number };

/**
 * Which terms stand on which rows, both ways round. Rows are only ever appended: what was there when it was
 * last settled lies in flat arrays and bitmaps, what came later in short lists beside them.
 */
export class Postings {
  #starts = new Uint32Array(1);
  #terms = new Uint32Array(0);
  #rows = 0;
  #settledStarts = new Uint32Array(1);
  #settledRows = new Uint32Array(0);
  readonly #dense = new Map<number, DenseRows>();
  readonly #later = new Map<number, number[]>();
  #settled = false;

  /** Where each row's terms begin in `terms`; one more than there are rows. */
  get starts(): Uint32Array {
    return this.#starts;
  }

  get terms(): Uint32Array {
    return this.#terms;
  }

  /**
   * Puts terms on the next rows; each once on a row.
   *
   * @param starts where each row's terms begin in `terms`; one more than there are rows
   */
  append(starts: Uint32Array, terms: Uint32Array): void {
    const from = this.#starts[this.#rows] ?? 0;
    const rows = starts.length - 1;
    this.#terms = roomFor(this.#terms, from + terms.length);
    this.#terms.set(terms, from);
    this.#starts = roomFor(this.#starts, this.#rows + rows + 1);
    for (let row = 0; row < rows; row++) {
      if (this.#settled)
        for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++)
          this.#noteLater(terms[at] ?? 0, this.#rows);
      this.#starts[++this.#rows] = from + (starts[row + 1] ?? 0);
    }
  }

  /** Turns what was appended the other way round; once, before the first question. */
  async settle(termCount: number, pause: Pause): Promise<void> {
    const total = this.#starts[this.#rows] ?? 0;
    this.#terms = trimmed(this.#terms, total);
    this.#starts = trimmed(this.#starts, this.#rows + 1);
    const counts = await this.#countTerms(termCount, total, pause);
    const starts = new Uint32Array(termCount + 1);
    const next = new Uint32Array(termCount);
    let listed = 0;
    for (let term = 0; term < termCount; term++) {
      const count = counts[term] ?? 0;
      starts[term] = listed;
      next[term] = listed;
      if (count * denseShare > this.#rows) {
        next[term] = inBitmap;
        this.#dense.set(term, { bits: bitmapFor(this.#rows), count });
      } else listed += count;
    }
    starts[termCount] = listed;
    const rows = new Uint32Array(listed);
    for (let row = 0; row < this.#rows; row++) {
      const end = this.#starts[row + 1] ?? 0;
      for (let place = this.#starts[row] ?? 0; place < end; place++) {
        const term = this.#terms[place] ?? 0;
        const at = next[term] ?? 0;
        if (at === inBitmap) {
          const dense = this.#dense.get(term);
          if (dense) addRow(dense.bits, row);
          continue;
        }
        next[term] = at + 1;
        rows[at] = row;
      }
      if (row % rowsBetweenPauses === 0) await pause();
    }
    this.#settledStarts = starts;
    this.#settledRows = rows;
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
    const rows = this.#settledRows;
    const end = this.#end(term);
    for (let at = this.#start(term); at < end && count + end - at >= least; ) {
      const stretchEnd = Math.min(end, at + rowsBetweenLooks);
      for (; at < stretchEnd; at++) {
        const row = rows[at] ?? 0;
        count += ((set[row >>> 5] ?? 0) >>> (row & 31)) & 1;
      }
    }
    return count;
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

  /** Moves a term's rows that are in one set into another. @returns how many were not there before */
  gatherFrom(set: Bitmap, into: Bitmap, term: number): number {
    const dense = this.#dense.get(term);
    let count = 0;
    if (dense) {
      const before = countRows(into);
      for (let word = 0; word < dense.bits.length; word++)
        into[word] = (into[word] ?? 0) | ((set[word] ?? 0) & (dense.bits[word] ?? 0));
      count = countRows(into) - before;
    } else {
      const rows = this.#settledRows;
      const end = this.#end(term);
      for (let at = this.#start(term); at < end; at++) count += moveRow(set, into, rows[at] ?? 0);
    }
    const later = this.#later.get(term);
    if (later) for (const row of later) count += moveRow(set, into, row);
    return count;
  }

  /** Bytes in memory. */
  get bytes(): number {
    let bytes = this.#starts.byteLength + this.#terms.byteLength;
    bytes += this.#settledStarts.byteLength + this.#settledRows.byteLength;
    for (const { bits } of this.#dense.values()) bytes += bits.byteLength;
    for (const rows of this.#later.values()) bytes += rows.length * 8 + 64;
    return bytes;
  }

  async #countTerms(termCount: number, total: number, pause: Pause): Promise<Uint32Array> {
    const counts = new Uint32Array(termCount);
    for (let from = 0; from < total; from += placesBetweenPauses) {
      const to = Math.min(total, from + placesBetweenPauses);
      for (let place = from; place < to; place++) {
        const term = this.#terms[place] ?? 0;
        counts[term] = (counts[term] ?? 0) + 1;
      }
      await pause();
    }
    return counts;
  }

  #noteLater(term: number, row: number): void {
    const later = this.#later.get(term);
    if (later) later.push(row);
    else this.#later.set(term, [row]);
  }

  #start(term: number): number {
    return term + 1 < this.#settledStarts.length ? (this.#settledStarts[term] ?? 0) : 0;
  }

  #end(term: number): number {
    return term + 1 < this.#settledStarts.length ? (this.#settledStarts[term + 1] ?? 0) : 0;
  }
}

/** @returns 1 when the row is in `set` and was not in `into` before */
function moveRow(set: Bitmap, into: Bitmap, row: number): 0 | 1 {
  if (!hasRow(set, row) || hasRow(into, row)) return 0;
  addRow(into, row);
  return 1;
}
