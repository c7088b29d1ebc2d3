import type { Arena, Words } from "./arena.ts";
import { type Bitmap, bitmapFor } from "./bitmap.ts";
import type { Kernel } from "./kernel/kernel.ts";

/** What counting tags needs, by tag; all 0 between questions. */
export type TagCounts = {
  /** How many of the works bear it. */
  counts: Words;
  /** On which row it was last met, plus one. */
  lastMetOn: Words;
  /** Tags that were met, one after another. */
  met: Words;
};

/**
 * Memory that one question after another works in. A fresh array of a megabyte costs more than most questions:
 * the system hands it out page by page as it is touched. A question is answered without a pause in between, so
 * no two ever work in it at once.
 */
export class Scratch {
  readonly #arena: Arena;
  readonly kernel: Kernel;
  readonly #sets = new Map<string, Bitmap>();
  #tagCounts: TagCounts;
  #rows: Words;
  #numbers = new Uint32Array(0);

  constructor(arena: Arena) {
    this.#arena = arena;
    this.kernel = arena.kernel;
    this.#tagCounts = { counts: arena.words(0), lastMetOn: arena.words(0), met: arena.words(0) };
    this.#rows = arena.words(0);
  }

  /** An empty set with room for so many rows, the same one each time for the same purpose. */
  emptySet(purpose: "found" | "narrowing" | "gathering" | "counted", size: number): Bitmap {
    const known = this.#sets.get(purpose);
    if (known && known.words.length === lengthFor(size)) {
      known.words.fill(0);
      return known;
    }
    if (known) this.#arena.giveBack(known.words);
    const made = bitmapFor(this.#arena, size);
    this.#sets.set(purpose, made);
    return made;
  }

  /** A set as large that counting leaves empty: emptying it again would cost more than most counts. */
  forGathering(rows: number): Bitmap {
    const known = this.#sets.get("gathering");
    return known && known.words.length === lengthFor(rows) ? known : this.emptySet("gathering", rows);
  }

  /** Room for so many rows. */
  rowList(count: number): Words {
    if (count > this.#rows.length) {
      this.#arena.giveBack(this.#rows);
      this.#rows = this.#arena.words(Math.ceil(count * 1.1));
    }
    return this.#rows.subarray(0, count);
  }

  /** Room for a number beside each of so many rows. */
  numberList(count: number): Uint32Array<ArrayBuffer> {
    if (count > this.#numbers.length) this.#numbers = new Uint32Array(Math.ceil(count * 1.1));
    return this.#numbers.subarray(0, count);
  }

  /** Room for counting so many tags. */
  tagCounts(tags: number): TagCounts {
    if (tags > this.#tagCounts.counts.length) {
      const { counts, lastMetOn, met } = this.#tagCounts;
      for (const words of [counts, lastMetOn, met]) this.#arena.giveBack(words);
      const room = () => this.#arena.words(Math.ceil(tags * 1.125));
      this.#tagCounts = { counts: room(), lastMetOn: room(), met: room() };
    }
    return this.#tagCounts;
  }
}

/** How many words a set of so many takes in the arena. */
function lengthFor(size: number): number {
  return ((size + 127) >>> 7) << 2;
}
