import { type Bitmap, bitmapFor } from "./bitmap.ts";

/**
 * Memory that one question after another works in. A fresh array of a megabyte costs more than most questions:
 * the system hands it out page by page as it is touched. A question is answered without a pause in between, so
 * no two ever work in it at once.
 */
export class Scratch {
  readonly #sets = new Map<string, Bitmap>();
  /** By tag: how many of the works bear it, and on which row it was last met. All 0 between questions. */
  counts = new Uint32Array(0);
  lastMetOn = new Uint32Array(0);
  /** Tags that were met. */
  met = new Uint32Array(0);
  #rows = new Uint32Array(0);
  #numbers = new Uint32Array(0);

  /** An empty set with room for so many rows, the same one each time for the same purpose. */
  emptySet(purpose: "found" | "narrowing" | "gathering", rows: number): Bitmap {
    const known = this.#sets.get(purpose);
    const words = (rows + 31) >>> 5;
    if (known && known.length === words) return known.fill(0);
    const made = bitmapFor(rows);
    this.#sets.set(purpose, made);
    return made;
  }

  /** Room for so many rows. */
  rowList(count: number): Uint32Array<ArrayBuffer> {
    if (count > this.#rows.length) this.#rows = new Uint32Array(Math.ceil(count * 1.1));
    return this.#rows.subarray(0, count);
  }

  /** Room for a number beside each of so many rows. */
  numberList(count: number): Uint32Array<ArrayBuffer> {
    if (count > this.#numbers.length) this.#numbers = new Uint32Array(Math.ceil(count * 1.1));
    return this.#numbers.subarray(0, count);
  }

  /** Makes room for counting so many tags. */
  roomForTags(tags: number): void {
    if (tags <= this.counts.length) return;
    const room = Math.ceil(tags * 1.125);
    this.counts = new Uint32Array(room);
    this.lastMetOn = new Uint32Array(room);
    this.met = new Uint32Array(room);
  }

  /** Bytes in memory. */
  get bytes(): number {
    let bytes = this.#numbers.byteLength;
    bytes += this.counts.byteLength + this.lastMetOn.byteLength + this.met.byteLength + this.#rows.byteLength;
    for (const set of this.#sets.values()) bytes += set.byteLength;
    return bytes;
  }
}
