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
import { roomFor } from "./grow.ts";
import type { Pause } from "./pause.ts";

/** A term on more than one row in so many is kept as a bitmap: 32 bits a row is where a bitmap is no larger. */
const denseShare = 32;
const rowsBetweenPauses = 50_000;
const placesBetweenPauses = 1_000_000;
/** Stands for the place of the next row of a term whose rows are a bitmap. */
const inBitmap = 0xffffffff;

type DenseRows = { bits: Bitmap; count: number };

/** Rows one after another, as the kernel walks them: where each one's terms begin in `terms`, and one more. */
export type Stretch = { firstRow: number; rows: number; starts: Words; terms: Words };

/**
 * Which terms stand on which rows, both ways round. Rows are only ever appended: what was there when it was
 * last settled lies in flat arrays and bitmaps, what came later in short lists beside them.
 */
export class Postings {
  readonly #arena: Arena;
  /** Rows that were there when it was settled; until then every row, in arrays of their own. */
  #starts = new Uint32Array(1);
  #terms = new Uint32Array(0);
  #rows = 0;
  /** What was settled, and what came later. */
  #settledPart: Stretch;
  #laterPart: Stretch;
  #settledStarts: Words;
  #settledRows: Words;
  #settledTerms = 0;
  readonly #dense = new Map<number, DenseRows>();
  readonly #later = new Map<number, number[]>();
  #settled = false;

  constructor(arena: Arena) {
    this.#arena = arena;
    const none = (): Stretch => ({ firstRow: 0, rows: 0, starts: arena.words(1), terms: arena.words(0) });
    this.#settledPart = none();
    this.#laterPart = none();
    this.#settledStarts = arena.words(1);
    this.#settledRows = arena.words(0);
  }

  /** All rows there were when it was settled, then all that came later. */
  get stretches(): readonly [Stretch, Stretch] {
    return [this.#settledPart, this.#laterPart];
  }

  /** The terms on a row. */
  termsOn(row: number): Uint32Array {
    if (!this.#settled) return this.#terms.subarray(this.#starts[row], this.#starts[row + 1]);
    const part = row < this.#laterPart.firstRow ? this.#settledPart : this.#laterPart;
    const at = row - part.firstRow;
    return part.terms.subarray(part.starts[at], part.starts[at + 1]);
  }

  /**
   * Puts terms on the next rows; each once on a row.
   *
   * @param starts where each row's terms begin in `terms`; one more than there are rows
   */
  append(starts: Uint32Array, terms: Uint32Array): void {
    const rows = starts.length - 1;
    if (this.#settled) {
      for (let row = 0; row < rows; row++) this.#appendLater(terms.subarray(starts[row], starts[row + 1]));
      return;
    }
    const from = this.#starts[this.#rows] ?? 0;
    this.#terms = roomFor(this.#terms, from + terms.length);
    this.#terms.set(terms, from);
    this.#starts = roomFor(this.#starts, this.#rows + rows + 1);
    for (let row = 0; row < rows; row++) this.#starts[++this.#rows] = from + (starts[row + 1] ?? 0);
  }

  /** Turns what was appended the other way round; once, before the first question. */
  async settle(termCount: number, pause: Pause): Promise<void> {
    const total = this.#starts[this.#rows] ?? 0;
    const counts = await this.#countTerms(termCount, total, pause);
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
    const rows = this.#arena.words(listed);
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
    this.#settledTerms = termCount;
    this.#settledPart = {
      firstRow: 0,
      rows: this.#rows,
      starts: this.#arena.moved(this.#starts, this.#rows + 1),
      terms: this.#arena.moved(this.#terms, total),
    };
    this.#laterPart = { ...this.#laterPart, firstRow: this.#rows };
    this.#starts = new Uint32Array(0);
    this.#terms = new Uint32Array(0);
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

  /** Bytes in memory. */
  get bytes(): number {
    let bytes = this.#starts.byteLength + this.#terms.byteLength;
    for (const { starts, terms } of this.stretches) bytes += starts.byteLength + terms.byteLength;
    bytes += this.#settledStarts.byteLength + this.#settledRows.byteLength;
    for (const { bits } of this.#dense.values()) bytes += bits.words.byteLength;
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

  #appendLater(terms: Uint32Array): void {
    const { firstRow } = this.#laterPart;
    const at = this.#rows - firstRow;
    const { starts, terms: known } = this.#laterPart;
    const from = starts[at] ?? 0;
    const part = {
      firstRow,
      rows: at + 1,
      starts: this.#withRoom(starts, at + 2),
      terms: this.#withRoom(known, from + terms.length),
    };
    part.terms.set(terms, from);
    part.starts[at + 1] = from + terms.length;
    this.#laterPart = part;
    for (const term of terms) {
      const later = this.#later.get(term);
      if (later) later.push(this.#rows);
      else this.#later.set(term, [this.#rows]);
    }
    this.#rows++;
  }

  #withRoom(words: Words, length: number): Words {
    return length <= words.length ? words : this.#arena.moved(words, Math.ceil(length * 1.5) + 16);
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
