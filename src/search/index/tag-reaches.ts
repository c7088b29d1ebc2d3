import { roomFor } from "./grow.ts";

/**
 * What tags are found by, and by which tags one is found, for the few where that is not just the tag itself; both ways
 * round, and kept alike while single tags change.
 */
export class TagReaches {
  readonly #reaches = new Map<number, readonly number[]>();
  readonly #gathered = new Map<number, Set<number>>();
  /** The gathered tags as lists, made when asked for. */
  readonly #lists = new Map<number, readonly number[]>();
  #linked = new Uint8Array(0);

  makeRoom(tags: number): void {
    this.#linked = roomFor(this.#linked, tags);
  }

  /** 1 for every tag that is found by others or finds others. */
  get linked(): Uint8Array {
    return this.#linked;
  }

  isPlain(tag: number): boolean {
    return this.#linked[tag] !== 1;
  }

  of(tag: number): readonly number[] {
    return this.#reaches.get(tag) ?? [tag];
  }

  gatheredBy(meaning: number): readonly number[] {
    const known = this.#lists.get(meaning);
    if (known) return known;
    const gathered = this.#gathered.get(meaning);
    if (!gathered) return this.isPlain(meaning) ? [meaning] : [];
    const list = [...gathered];
    this.#lists.set(meaning, list);
    return list;
  }

  /** Makes a tag be found by these meanings. */
  set(tag: number, reach: readonly number[]): void {
    for (const meaning of this.of(tag)) this.#gathered.get(meaning)?.delete(tag);
    const before = this.of(tag);
    if (reach.length === 1 && reach[0] === tag) this.#reaches.delete(tag);
    else this.#reaches.set(tag, reach);
    for (const meaning of reach) this.#gatheredOf(meaning).add(tag);
    for (const one of [tag, ...before, ...reach]) this.#mark(one);
  }

  /** The tags a meaning gathers; one that gathered nothing yet gathers itself, where it means itself. */
  #gatheredOf(meaning: number): Set<number> {
    const known = this.#gathered.get(meaning);
    if (known) return known;
    const made = new Set(this.of(meaning).includes(meaning) ? [meaning] : []);
    this.#gathered.set(meaning, made);
    return made;
  }

  #mark(tag: number): void {
    const gathered = this.#gathered.get(tag);
    if (
      gathered &&
      (gathered.size === 0 || (gathered.size === 1 && gathered.has(tag) && !this.#reaches.has(tag)))
    )
      this.#gathered.delete(tag);
    this.#lists.delete(tag);
    this.#linked[tag] = this.#reaches.has(tag) || this.#gathered.has(tag) ? 1 : 0;
  }
}
