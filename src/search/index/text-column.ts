import { roomFor, trimmed } from "./grow.ts";
import type { PackedTexts } from "./packed-columns.ts";

/** Sort keys are cut here, between characters: whoever differs only later stands side by side anyway. */
const mostBytes = 64;

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
  #ends = new Uint32Array(0);
  #rows = 0;

  append(key: string): void {
    const from = this.#from(this.#rows);
    const end = from + Buffer.byteLength(key);
    this.#makeRoom(end);
    this.#bytes.write(key, from);
    this.#ends = roomFor(this.#ends, this.#rows + 1);
    this.#ends[this.#rows++] = end;
  }

  appendAll({ bytes, ends }: PackedTexts): void {
    const from = this.#from(this.#rows);
    this.#makeRoom(from + bytes.length);
    this.#bytes.set(bytes, from);
    this.#ends = roomFor(this.#ends, this.#rows + ends.length);
    for (const end of ends) this.#ends[this.#rows++] = from + end;
  }

  /** The keys in the order of their rows. */
  get packed(): PackedTexts {
    return {
      bytes: Uint8Array.prototype.slice.call(this.#bytes, 0, this.#from(this.#rows)),
      ends: this.#ends.slice(0, this.#rows),
    };
  }

  /** Gives back the room spared for growing. */
  trim(): void {
    // `slice` of a Buffer would share its memory.
    this.#bytes = Buffer.from(
      this.#bytes.subarray(0, this.#rows === 0 ? 0 : (this.#ends[this.#rows - 1] ?? 0)),
    );
    this.#ends = trimmed(this.#ends, this.#rows);
  }

  at(row: number): string {
    return this.#bytes.toString("utf8", this.#from(row), this.#ends[row] ?? 0);
  }

  compare(one: number, other: number): number {
    const [from, to] = [this.#from(other), this.#ends[other] ?? 0];
    return this.#bytes.compare(this.#bytes, from, to, this.#from(one), this.#ends[one] ?? 0);
  }

  compareWith(row: number, key: string): number {
    const probe = Buffer.from(key);
    return this.#bytes.compare(probe, 0, probe.length, this.#from(row), this.#ends[row] ?? 0);
  }

  /** The bytes of a row's key behind so many, as one number; those past its end are 0, which no key has. */
  threeBytes(row: number, behind: number): number {
    const at = this.#from(row) + behind;
    const end = this.#ends[row] ?? 0;
    const bytes = this.#bytes;
    if (at + 2 < end) return ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    return at < end ? ((bytes[at] ?? 0) << 16) | (at + 1 < end ? (bytes[at + 1] ?? 0) << 8 : 0) : 0;
  }

  /** Bytes in memory. */
  get size(): number {
    return this.#bytes.length + this.#ends.byteLength;
  }

  #makeRoom(bytes: number): void {
    if (bytes <= this.#bytes.length) return;
    const grown = Buffer.alloc(Math.ceil(bytes * 1.125) + 1024);
    this.#bytes.copy(grown);
    this.#bytes = grown;
  }

  #from(row: number): number {
    return row === 0 ? 0 : (this.#ends[row - 1] ?? 0);
  }
}
