import type { Arena, Words } from "./arena.ts";

/** Terms below this take 16 bits; of any other, up to 2³⁰, what is above the lowest sixteen comes first, with this mark. */
const inOneUnit = 0xc000;

/** Where lists lie, for the kernel: those of so many rows, where each begins in `units` and where the last ends. */
export type Stretch = { firstRow: number; rows: number; starts: Words; units: Words };

/** How many units of 16 bits a term takes. */
export function unitsOf(term: number): 1 | 2 {
  return term < inOneUnit ? 1 : 2;
}

/**
 * Which terms stand on each row, ascending, row after row, in units of 16 bits. Most of what stands on works are the few tags
 * that many bear, so where tags are numbered by frequency a work's twenty mostly lie in one line of the cache, and in
 * half the memory of whole numbers.
 */
export class TermLists {
  readonly #arena: Arena;
  readonly #firstRow: number;
  #rows = 0;
  #end = 0;
  #starts: Words;
  /** The memory of `#units`, as the arena knows it. */
  #held: Words;
  #units: Uint16Array<SharedArrayBuffer>;

  /** @param rows, units how much is going to be put there; more will find room too */
  constructor(arena: Arena, firstRow: number, rows = 0, units = 0) {
    this.#arena = arena;
    this.#firstRow = firstRow;
    this.#starts = arena.words(rows + 1);
    this.#held = arena.words((units + 1) >>> 1);
    this.#units = halvesOf(this.#held);
  }

  get rows(): number {
    return this.#rows;
  }

  /** Where they lie until the next row is put there. */
  get stretch(): Stretch {
    return { firstRow: this.#firstRow, rows: this.#rows, starts: this.#starts, units: this.#held };
  }

  /** Puts terms on the next row, in their order: whoever needs only the lowest ones stops there. They are sorted in place. */
  append(terms: Uint32Array): void {
    sortFew(terms);
    let end = this.#end;
    for (const term of terms) end += unitsOf(term);
    this.#makeRoom(this.#rows + 2, end);
    const units = this.#units;
    end = this.#end;
    for (const term of terms) {
      if (term >= inOneUnit) units[end++] = inOneUnit | (term >>> 16);
      units[end++] = term;
    }
    this.#end = end;
    this.#starts[++this.#rows] = end;
  }

  /** The terms on a row. */
  on(row: number): number[] {
    const terms: number[] = [];
    const end = this.#starts[row - this.#firstRow + 1] ?? 0;
    for (let at = this.#starts[row - this.#firstRow] ?? 0; at < end; at++) {
      const unit = this.#units[at] ?? 0;
      if (unit < inOneUnit) terms.push(unit);
      else terms.push(((unit & ~inOneUnit) << 16) | (this.#units[++at] ?? 0));
    }
    return terms;
  }

  #makeRoom(starts: number, units: number): void {
    if (starts > this.#starts.length) this.#starts = this.#arena.moved(this.#starts, roomierThan(starts));
    if (units <= this.#units.length) return;
    this.#held = this.#arena.moved(this.#held, roomierThan((units + 1) >>> 1));
    this.#units = halvesOf(this.#held);
  }
}

/** Sorts some twenty numbers by inserting one after another, which for so few is the quickest. */
function sortFew(numbers: Uint32Array): void {
  for (let next = 1; next < numbers.length; next++) {
    const number = numbers[next] ?? 0;
    let at = next;
    for (; at > 0; at--) {
      const before = numbers[at - 1] ?? 0;
      if (before <= number) break;
      numbers[at] = before;
    }
    numbers[at] = number;
  }
}

function roomierThan(words: number): number {
  return Math.ceil(words * 1.5) + 16;
}

function halvesOf({ buffer, byteOffset, byteLength }: Words): Uint16Array<SharedArrayBuffer> {
  return new Uint16Array(buffer, byteOffset, byteLength >>> 1);
}
