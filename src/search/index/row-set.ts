import { addRow, type Bitmap, bitmapFor, deleteRow, forEachRow, hasRow } from "./bitmap.ts";

/** A set of rows that grows with them. */
export class RowSet {
  #bits: Bitmap = bitmapFor(0);

  get bits(): Bitmap {
    return this.#bits;
  }

  has(row: number): boolean {
    return hasRow(this.#bits, row);
  }

  add(row: number): void {
    if (row >>> 5 >= this.#bits.length) {
      const grown = bitmapFor(Math.ceil(row * 1.125) + 1024);
      grown.set(this.#bits);
      this.#bits = grown;
    }
    addRow(this.#bits, row);
  }

  /** Adds the rows of a set that begins at a row. */
  addFrom(first: number, set: Bitmap): void {
    forEachRow(set, (row) => this.add(first + row));
  }

  delete(row: number): void {
    deleteRow(this.#bits, row);
  }

  /** Bytes in memory. */
  get size(): number {
    return this.#bits.byteLength;
  }
}
