import { roomFor } from "./grow.ts";
import type { IdTable } from "./id-table.ts";
import type { Pause } from "./pause.ts";
import type { SortValues } from "./sort-values.ts";

/** Where a page begins or ends: a place in an order, which need not be a work's any more. */
export type Place = { value: number | string; id: number };

/** Every row in one order, lowest value first and ties by id, kept while rows come and go. */
export class SortOrder {
  readonly values: SortValues;
  readonly #ids: IdTable;
  #rows = new Uint32Array(0);
  #size = 0;

  constructor(values: SortValues, ids: IdTable) {
    this.values = values;
    this.#ids = ids;
  }

  get size(): number {
    return this.#size;
  }

  rowAt(index: number): number {
    return this.#rows[index] ?? 0;
  }

  /** Takes rows that are ordered by id. */
  async fill(rows: Uint32Array<ArrayBuffer>, pause: Pause): Promise<void> {
    this.#rows = await this.values.sort(rows.slice(), pause);
    this.#size = rows.length;
  }

  insert(row: number): void {
    const at = this.#first((other) => this.compare(other, row) >= 0);
    this.#rows = roomFor(this.#rows, this.#size + 1);
    this.#rows.copyWithin(at + 1, at, this.#size++);
    this.#rows[at] = row;
  }

  remove(row: number): void {
    const at = this.#first((other) => this.compare(other, row) >= 0);
    if (at >= this.#size || this.#rows[at] !== row) return;
    this.#rows.copyWithin(at, at + 1, this.#size--);
  }

  compare(one: number, other: number): number {
    return this.values.compare(one, other) || this.#ids.numberAt(one) - this.#ids.numberAt(other);
  }

  compareWith(row: number, place: Place): number {
    return this.values.compareWith(row, place.value) || this.#ids.numberAt(row) - place.id;
  }

  /** How many rows come before a place; `orAt`: those at it too. */
  countBefore(place: Place, orAt: boolean): number {
    return this.#first((row) => {
      const compared = this.compareWith(row, place);
      return orAt ? compared > 0 : compared >= 0;
    });
  }

  #first(isPast: (row: number) => boolean): number {
    let low = 0;
    let high = this.#size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isPast(this.#rows[middle] ?? 0)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
