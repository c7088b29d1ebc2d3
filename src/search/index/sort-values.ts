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

type Numbers = Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** A column of whole numbers, none negative, as narrow as the greatest of them allows. */
export class NumberColumn implements SortValues {
  readonly type = "number";
  #values: Numbers = new Uint16Array(0);
  #rows = 0;

  get values(): Numbers {
    return this.#values;
  }

  /** Makes room for so many rows at once. */
  makeRoom(rows: number): void {
    this.#values = roomFor(this.#values, rows);
  }

  /** Puts values on the next rows. */
  append(values: Float64Array): void {
    let greatest = 0;
    for (const value of values) if (value > greatest) greatest = value;
    this.#makeWide(greatest);
    this.#values = roomFor(this.#values, this.#rows + values.length);
    this.#values.set(values, this.#rows);
    this.#rows += values.length;
  }

  /** Gives back the room spared for growing. */
  trim(): void {
    this.#values = trimmed(this.#values, this.#rows);
  }

  set(row: number, value: number): void {
    this.#makeWide(value);
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
    const digits = values instanceof Float64Array ? 3 : values instanceof Uint32Array ? 2 : 1;
    return radixSort(rows, digits, (place) => this.#digitsAt(place), pause);
  }

  /** Sixteen bits of every number. */
  #digitsAt(place: number): Uint16Array {
    const values = this.#values;
    if (values instanceof Uint16Array) return values;
    const digits = new Uint16Array(this.#rows);
    const unit = placeValues[place] ?? 1;
    if (values instanceof Uint32Array)
      for (let row = 0; row < digits.length; row++) digits[row] = (values[row] ?? 0) >>> (place * 16);
    else
      for (let row = 0; row < digits.length; row++)
        digits[row] = Math.floor((values[row] ?? 0) / unit) % 65_536;
    return digits;
  }

  /** Makes the column hold numbers up to this one. */
  #makeWide(greatest: number): void {
    if (greatest > 0xffffffff) {
      if (!(this.#values instanceof Float64Array)) this.#values = new Float64Array(this.#values);
    } else if (greatest > 0xffff && this.#values instanceof Uint16Array)
      this.#values = new Uint32Array(this.#values);
  }
}

/** In a double's 53 bits three bytes of a key stand above a row's place among those that are compared. */
const placesInDouble = 2 ** 29;
/** More rows than this are sorted by two bytes in a few passes over them: doubles would hold the thread for too long. */
const manyRows = 50_000;
const rowsBetweenPauses = 20_000;

/** Rows that lie side by side and whose keys begin with the same bytes, so many. */
type Run = { from: number; to: number; bytes: number };

/** Rows ordered by text: by a few bytes at a time, each time among those where the bytes before are equal. */
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
    const digits = new Uint16Array(rows.reduce((most, row) => Math.max(most, row + 1), 0));
    const runs: Run[] = [{ from: 0, to: rows.length, bytes: 0 }];
    let done = 0;
    for (let run = runs.pop(); run; run = runs.pop()) {
      const own = rows.subarray(run.from, run.to);
      if (own.length > manyRows) await this.#sortByTwoBytes(own, digits, run, runs, pause);
      else this.#sortByThreeBytes(own, run, runs);
      done += own.length;
      if (done < rowsBetweenPauses) continue;
      await pause();
      done = 0;
    }
    return rows;
  }

  /** Sorts many rows in place by the next two bytes; adds to `runs` what is to be sorted by those after. */
  async #sortByTwoBytes(
    rows: Uint32Array<ArrayBuffer>,
    digits: Uint16Array,
    run: Run,
    runs: Run[],
    pause: Pause,
  ): Promise<void> {
    for (const row of rows) digits[row] = this.#column.threeBytes(row, run.bytes) >>> 8;
    rows.set(await radixSort(rows.slice(), 1, () => digits, pause));
    addRuns(runs, run, 2, (at) => digits[rows[at] ?? 0] ?? 0);
  }

  /** The same for some rows, by three bytes. */
  #sortByThreeBytes(rows: Uint32Array, run: Run, runs: Run[]): void {
    const keys = new Float64Array(rows.length);
    for (let place = 0; place < rows.length; place++)
      keys[place] = this.#column.threeBytes(rows[place] ?? 0, run.bytes) * placesInDouble + place;
    keys.sort();
    const before = rows.slice();
    for (let at = 0; at < rows.length; at++) rows[at] = before[(keys[at] ?? 0) % placesInDouble] ?? 0;
    addRuns(runs, run, 3, (at) => Math.floor((keys[at] ?? 0) / placesInDouble));
  }
}

/** Adds the runs within one that was sorted by so many more bytes. Where no byte is left, rows stay in their order. */
function addRuns(runs: Run[], { from, to, bytes }: Run, more: number, bytesAt: (at: number) => number): void {
  for (let at = 0; at < to - from; ) {
    const end = endOfRun(to - from, at, bytesAt);
    if (end - at > 1 && bytesAt(at) > 0) runs.push({ from: from + at, to: from + end, bytes: bytes + more });
    at = end;
  }
}

/** Where the values end that are the same as the first. */
function endOfRun(length: number, from: number, valueAt: (at: number) => number): number {
  const value = valueAt(from);
  let to = from + 1;
  while (to < length && valueAt(to) === value) to++;
  return to;
}
