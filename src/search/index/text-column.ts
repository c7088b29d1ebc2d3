import { roomFor, trimmed } from "./grow.ts";
import type { PackedTexts } from "./packed-columns.ts";
import type { Pause } from "./pause.ts";

/** Sort keys are cut here, between characters: whoever differs only later stands side by side anyway. */
const mostBytes = 64;

/** Rows looked at between two pauses: some milliseconds. */
const rowsBetweenPauses = 20_000;

/** Rows in the order of their keys, as a kept order has them. */
type SortedRows = { readonly size: number; rowAt(at: number): number };

/**
 * What a title or a name is ordered by: without accents, case, and what stands before its first letter or
 * digit ("“Émile”" beside "emile"), and without NUL, so that the order is the same on every machine and engine.
 */
export function sortKey(text: string): string {
  const key = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("\0", "")
    .replace(/^[^\p{L}\p{N}]+/u, "");
  if (key.length * 4 <= mostBytes) return key;
  let kept = "";
  let bytes = 0;
  for (const character of key) {
    bytes += Buffer.byteLength(character);
    if (bytes > mostBytes) break;
    kept += character;
  }
  return kept;
}

/** Sort keys of rows as bytes, one after another: 25 bytes a title instead of a string object each. */
export class TextColumn {
  #bytes = Buffer.alloc(0);
  /** Where each key ends. */
  #ends = new Uint32Array(0);
  #keys = 0;
  /** Which key each row has; null: each its own. */
  #keyOf: Uint32Array<ArrayBuffer> | null = null;
  #rows = 0;

  append(key: string): void {
    const from = this.#from(this.#keys);
    const end = from + Buffer.byteLength(key);
    this.#makeRoom(end);
    this.#bytes.write(key, from);
    this.#appendEnd(end);
  }

  appendAll({ bytes, ends }: PackedTexts): void {
    const from = this.#from(this.#keys);
    this.#makeRoom(from + bytes.length);
    this.#bytes.set(bytes, from);
    for (const end of ends) this.#appendEnd(from + end);
  }

  /** The keys in the order of their rows. */
  get packed(): PackedTexts {
    return {
      bytes: Uint8Array.prototype.slice.call(this.#bytes, 0, this.#from(this.#keys)),
      ends: this.#ends.slice(0, this.#keys),
    };
  }

  /** Gives back the room spared for growing. */
  trim(): void {
    // `slice` of a Buffer would share its memory.
    this.#bytes = Buffer.from(this.#bytes.subarray(0, this.#from(this.#keys)));
    this.#ends = trimmed(this.#ends, this.#keys);
    if (this.#keyOf) this.#keyOf = trimmed(this.#keyOf, this.#rows);
  }

  /**
   * Keeps each key once that several rows have, as writers have many works. Rows that come later bring theirs along.
   *
   * @param sorted all rows that have a key worth keeping, in the order of their keys
   */
  async share(sorted: SortedRows, pause: Pause): Promise<void> {
    const shared = new TextColumn();
    const keyOf = new Uint32Array(this.#rows);
    for (let at = 0; at < sorted.size; at++) {
      const row = sorted.rowAt(at);
      if (at === 0 || this.compare(row, sorted.rowAt(at - 1)) !== 0) shared.append(this.at(row));
      keyOf[row] = shared.#keys - 1;
      if (at % rowsBetweenPauses === 0) await pause();
    }
    this.#bytes = shared.#bytes;
    this.#ends = shared.#ends;
    this.#keys = shared.#keys;
    this.#keyOf = keyOf;
    this.trim();
  }

  at(row: number): string {
    const key = this.#keyAt(row);
    return this.#bytes.toString("utf8", this.#from(key), this.#ends[key] ?? 0);
  }

  compare(one: number, other: number): number {
    const [mine, theirs] = [this.#keyAt(one), this.#keyAt(other)];
    if (mine === theirs) return 0;
    const [from, to] = [this.#from(theirs), this.#ends[theirs] ?? 0];
    return this.#bytes.compare(this.#bytes, from, to, this.#from(mine), this.#ends[mine] ?? 0);
  }

  compareWith(row: number, text: string): number {
    const probe = Buffer.from(text);
    const key = this.#keyAt(row);
    return this.#bytes.compare(probe, 0, probe.length, this.#from(key), this.#ends[key] ?? 0);
  }

  /** The bytes of a row's key behind so many, as one number; those past its end are 0, which no key has. */
  threeBytes(row: number, behind: number): number {
    const key = this.#keyAt(row);
    const at = this.#from(key) + behind;
    const end = this.#ends[key] ?? 0;
    const bytes = this.#bytes;
    if (at + 2 < end) return ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    return at < end ? ((bytes[at] ?? 0) << 16) | (at + 1 < end ? (bytes[at + 1] ?? 0) << 8 : 0) : 0;
  }

  #keyAt(row: number): number {
    return this.#keyOf ? (this.#keyOf[row] ?? 0) : row;
  }

  #appendEnd(end: number): void {
    this.#ends = roomFor(this.#ends, this.#keys + 1);
    if (this.#keyOf) {
      this.#keyOf = roomFor(this.#keyOf, this.#rows + 1);
      this.#keyOf[this.#rows] = this.#keys;
    }
    this.#ends[this.#keys++] = end;
    this.#rows++;
  }

  #makeRoom(bytes: number): void {
    if (bytes <= this.#bytes.length) return;
    const grown = Buffer.alloc(Math.ceil(bytes * 1.125) + 1024);
    this.#bytes.copy(grown);
    this.#bytes = grown;
  }

  #from(key: number): number {
    return key === 0 ? 0 : (this.#ends[key - 1] ?? 0);
  }
}
