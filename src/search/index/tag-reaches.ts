import type { Arena, Words } from "./arena.ts";

/**
 * What tags are found by, and by which tags one is found, for the few where that is not just the tag itself; both ways
 * round, and kept alike while single tags change.
 */
export class TagReaches {
  readonly #reaches = new Map<number, readonly number[]>();
  readonly #gathered = new Map<number, Set<number>>();
  /** The gathered tags as lists, made when asked for. */
  readonly #lists = new Map<number, readonly number[]>();
  readonly #arena: Arena;
  #laidAt: Words;
  #laid: Words;
  /** Where the next reach is laid; 0 is none's place. */
  #end = 1;

  constructor(arena: Arena) {
    this.#arena = arena;
    this.#laidAt = arena.words(0);
    this.#laid = arena.words(1);
  }

  /** Makes room for so many tags. */
  makeRoom(tags: number): void {
    this.#laidAt = this.#withRoom(this.#laidAt, tags);
  }

  /**
   * By tag: 0 for one that is found by itself only and finds nothing else; for any other where in `laid` the number of
   * meanings it is found by stands, and behind it they. For counting millions.
   */
  get laidAt(): Words {
    return this.#laidAt;
  }

  get laid(): Words {
    return this.#laid;
  }

  /** Makes every tag be found by itself only again. */
  clear(): void {
    for (const map of [this.#reaches, this.#gathered, this.#lists]) map.clear();
    this.#laidAt.fill(0);
    this.#end = 1;
  }

  isPlain(tag: number): boolean {
    return (this.#laidAt[tag] ?? 0) === 0;
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
    if (this.#reaches.has(tag) || this.#gathered.has(tag)) this.#layOut(tag, this.of(tag));
    else this.#laidAt[tag] = 0;
  }

  /** What was laid out before is left where it is: links change seldom, and an index is made anew now and then. */
  #layOut(tag: number, reach: readonly number[]): void {
    const known = this.#laidAt[tag] ?? 0;
    if (
      known > 0 &&
      this.#laid[known] === reach.length &&
      reach.every((meaning, at) => this.#laid[known + 1 + at] === meaning)
    )
      return;
    this.#laid = this.#withRoom(this.#laid, this.#end + reach.length + 1);
    this.#laid[this.#end] = reach.length;
    this.#laid.set(reach, this.#end + 1);
    this.#laidAt[tag] = this.#end;
    this.#end += reach.length + 1;
  }

  #withRoom(words: Words, length: number): Words {
    return length <= words.length ? words : this.#arena.moved(words, Math.ceil(length * 1.25) + 16);
  }
}
