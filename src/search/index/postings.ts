import { addAll, addRow, type Bitmap, bitmapFor, countCommon, hasRow } from "./bitmap.ts";
import { roomFor } from "./grow.ts";
import type { Pause } from "./pause.ts";

/** A term on more than one row in so many is kept as a bitmap too: 32 bits a row is where a bitmap is no larger. */
const denseShare = 32;
const rowsBetweenPauses = 100_000;

/**
 * Which terms stand on which rows, both ways round. Rows are only ever appended: what was there when it was
 * last settled lies in two flat arrays each way, what came later in short lists beside them.
 */
export class Postings {
  #starts = new Uint32Array(1);
  #terms = new Uint32Array(0);
  #rows = 0;
  #settledStarts = new Uint32Array(1);
  #settledRows = new Uint32Array(0);
  readonly #dense = new Map<number, Bitmap>();
  readonly #later = new Map<number, number[]>();
  #settled = false;

  /** Where each row's terms begin in `terms`; one more than there are rows. */
  get starts(): Uint32Array {
    return this.#starts;
  }

  get terms(): Uint32Array {
    return this.#terms;
  }

  /** Puts terms on the next row; each once. */
  append(terms: readonly number[]): void {
    const from = this.#starts[this.#rows] ?? 0;
    this.#terms = roomFor(this.#terms, from + terms.length);
    for (let index = 0; index < terms.length; index++) {
      const term = terms[index] ?? 0;
      this.#terms[from + index] = term;
      if (!this.#settled) continue;
      const later = this.#later.get(term);
      if (later) later.push(this.#rows);
      else this.#later.set(term, [this.#rows]);
    }
    this.#rows++;
    this.#starts = roomFor(this.#starts, this.#rows + 1);
    this.#starts[this.#rows] = from + terms.length;
  }

  /** Turns what was appended the other way round; once, before the first question. */
  async settle(termCount: number, pause: Pause): Promise<void> {
    const total = this.#starts[this.#rows] ?? 0;
    this.#terms = this.#terms.slice(0, Math.ceil(total * 1.02));
    const starts = new Uint32Array(termCount + 1);
    for (let place = 0; place < total; place++) {
      const after = (this.#terms[place] ?? 0) + 1;
      starts[after] = (starts[after] ?? 0) + 1;
      if (place % 2_000_000 === 0) await pause();
    }
    for (let term = 0; term < termCount; term++)
      starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
    const next = starts.slice();
    const rows = new Uint32Array(total);
    for (let row = 0; row < this.#rows; row++) {
      const end = this.#starts[row + 1] ?? 0;
      for (let place = this.#starts[row] ?? 0; place < end; place++) {
        const term = this.#terms[place] ?? 0;
        const at = next[term] ?? 0;
        next[term] = at + 1;
        rows[at] = row;
      }
      if (row % rowsBetweenPauses === 0) await pause();
    }
    this.#settledStarts = starts;
    this.#settledRows = rows;
    for (let term = 0; term < termCount; term++) {
      const list = this.#settledList(term);
      if (list.length * denseShare <= this.#rows) continue;
      const bits = bitmapFor(this.#rows);
      for (const row of list) addRow(bits, row);
      this.#dense.set(term, bits);
    }
    this.#settled = true;
  }

  /** On how many rows a term stands or stood; rows that are gone count. */
  count(term: number): number {
    return this.#settledCount(term) + (this.#later.get(term)?.length ?? 0);
  }

  /** Calls for every row of a term, ascending. */
  forEach(term: number, visit: (row: number) => void): void {
    for (const row of this.#settledList(term)) visit(row);
    for (const row of this.#later.get(term) ?? []) visit(row);
  }

  /** Adds a term's rows to a set that has room for them. */
  addTo(set: Bitmap, term: number): void {
    const dense = this.#dense.get(term);
    if (dense) addAll(set, dense);
    else for (const row of this.#settledList(term)) addRow(set, row);
    for (const row of this.#later.get(term) ?? []) addRow(set, row);
  }

  /** How many of a set's rows bear the term. */
  countIn(set: Bitmap, term: number): number {
    let count = 0;
    const dense = this.#dense.get(term);
    if (dense) count = countCommon(set, dense);
    else {
      const end = this.#settledStarts[term + 1] ?? 0;
      const rows = this.#settledRows;
      for (let place = this.#settledStart(term); place < end; place++)
        count += ((set[(rows[place] ?? 0) >>> 5] ?? 0) >>> ((rows[place] ?? 0) & 31)) & 1;
    }
    const later = this.#later.get(term);
    if (later) for (const row of later) if (hasRow(set, row)) count++;
    return count;
  }

  /** Bytes in memory. */
  get bytes(): number {
    let bytes = this.#starts.byteLength + this.#terms.byteLength;
    bytes += this.#settledStarts.byteLength + this.#settledRows.byteLength;
    for (const bits of this.#dense.values()) bytes += bits.byteLength;
    for (const rows of this.#later.values()) bytes += rows.length * 8 + 64;
    return bytes;
  }

  #settledStart(term: number): number {
    return term + 1 < this.#settledStarts.length
      ? (this.#settledStarts[term] ?? 0)
      : this.#settledRows.length;
  }

  #settledCount(term: number): number {
    return term + 1 < this.#settledStarts.length
      ? (this.#settledStarts[term + 1] ?? 0) - (this.#settledStarts[term] ?? 0)
      : 0;
  }

  #settledList(term: number): Uint32Array {
    const start = this.#settledStart(term);
    return this.#settledRows.subarray(start, start + this.#settledCount(term));
  }
}
