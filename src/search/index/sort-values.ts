import { roomFor, trimmed } from "./grow.ts";
import type { Pause } from "./pause.ts";
import { radixSort } from "./radix-sort.ts";
import type { TextColumn } from "./text-column.ts";

/** What rows are ordered by: numbers or text. Ties are for whoever asks to break. */
export type SortValues = {
  compare(one: number, other: number): number;
  /** Compares a row with a value from a cursor, which has this column's `type`. */
  compareWith(row: number, value: number | string): number;
  valueAt(row: number): number | string;
  type: "number" | "string";
  /** Orders rows; those that compare as equal keep their order. */
  sort(rows: Uint32Array<ArrayBuffer>, pause: Pause): Promise<Uint32Array<ArrayBuffer>>;
};

const placeValues = [1, 2 ** 16, 2 ** 32];

/** A column of whole numbers, none negative. */
export class NumberColumn implements SortValues {
  readonly type = "number";
  #values: Float64Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;
  #rows = 0;

  /** @param wide whether values may pass 2³² (times do) */
  constructor(wide: boolean) {
    this.#values = wide ? new Float64Array(0) : new Uint32Array(0);
  }

  get values(): Float64Array<ArrayBuffer> | Uint32Array<ArrayBuffer> {
    return this.#values;
  }

  /** Puts values on the next rows. */
  append(values: Float64Array | Uint32Array): void {
    this.#values = roomFor(this.#values, this.#rows + values.length);
    this.#values.set(values, this.#rows);
    this.#rows += values.length;
  }

  /** Gives back the room spared for growing. */
  trim(): void {
    this.#values = trimmed(this.#values, this.#rows);
  }

  set(row: number, value: number): void {
    this.#values[row] = value;
  }

  valueAt(row: number): number {
    return this.#values[row] ?? 0;
  }

  compare(one: number, other: number): number {
    return this.valueAt(one) - this.valueAt(other);
  }

  compareWith(row: number, value: number | string): number {
    return this.valueAt(row) - Number(value);
  }

  sort(rows: Uint32Array<ArrayBuffer>, pause: Pause): Promise<Uint32Array<ArrayBuffer>> {
    const values = this.#values;
    if (values instanceof Uint32Array)
      return radixSort(rows, 2, (row, place) => ((values[row] ?? 0) >>> (place * 16)) & 0xffff, pause);
    return radixSort(
      rows,
      3,
      (row, place) => Math.floor((values[row] ?? 0) / (placeValues[place] ?? 1)) % 65_536,
      pause,
    );
  }
}

/** Rows ordered by text: by the first six bytes in passes, the rest where those are equal. */
export class TextValues implements SortValues {
  readonly type = "string";
  readonly #column: TextColumn;

  constructor(column: TextColumn) {
    this.#column = column;
  }

  valueAt(row: number): string {
    return this.#column.at(row);
  }

  compare(one: number, other: number): number {
    return this.#column.compare(one, other);
  }

  compareWith(row: number, value: number | string): number {
    return this.#column.compareWith(row, String(value));
  }

  async sort(rows: Uint32Array<ArrayBuffer>, pause: Pause): Promise<Uint32Array<ArrayBuffer>> {
    const column = this.#column;
    const digits = 3;
    const sorted = await radixSort(
      rows,
      digits,
      (row, place) => column.digit(row, digits - 1 - place),
      pause,
    );
    const startsAlike = (one: number, other: number) => {
      for (let place = 0; place < digits; place++)
        if (column.digit(one, place) !== column.digit(other, place)) return false;
      return true;
    };
    let pausedAt = 0;
    for (let from = 0; from < sorted.length; ) {
      let to = from + 1;
      while (to < sorted.length && startsAlike(sorted[from] ?? 0, sorted[to] ?? 0)) to++;
      // The engine's sort is stable, so equal keys stay as they were.
      if (to - from > 1) sorted.subarray(from, to).sort((one, other) => column.compare(one, other));
      if (to - pausedAt > 20_000) {
        await pause();
        pausedAt = to;
      }
      from = to;
    }
    return sorted;
  }
}
