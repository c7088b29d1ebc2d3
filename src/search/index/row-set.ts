import type { Arena } from "./arena.ts";
import { addRow, type Bitmap, bitmapFor, deleteRow, forEachRow, hasRow, type RowBits } from "./bitmap.ts";

/** A set of rows that grows with them. */
export class RowSet {
  readonly #arena: Arena;
  #bits: Bitmap;

  constructor(arena: Arena) {
    this.#arena = arena;
    this.#bits = bitmapFor(arena, 0);
  }

  get bits(): Bitmap {
    return this.#bits;
  }

  has(row: number): boolean {
    return hasRow(this.#bits, row);
  }

  add(row: number): void {
    if (row >>> 5 >= this.#bits.words.length) {
      const grown = bitmapFor(this.#arena, Math.ceil(row * 1.125) + 1024);
      grown.words.set(this.#bits.words);
      this.#arena.giveBack(this.#bits.words);
      this.#bits = grown;
    }
    addRow(this.#bits, row);
  }

  /** Adds the rows of a set that begins at a row. */
  addFrom(first: number, set: RowBits): void {
    forEachRow(set, (row) => this.add(first + row));
  }

  delete(row: number): void {
    deleteRow(this.#bits, row);
  }

  /** Its place may be used for other things from now on. */
  giveBack(): void {
    this.#arena.giveBack(this.#bits.words);
  }
}
