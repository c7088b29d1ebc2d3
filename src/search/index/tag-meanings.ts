import { roomFor } from "./grow.ts";
import { IdTable } from "./id-table.ts";

/** A tag as the index needs it. */
export type IndexedTag = {
  id: string;
  kindId: string;
  /** Folded, as `foldName` does. */
  name: string;
  synonymOf: string | null;
  parentIds: readonly string[];
};

const itself = -1;
const unknownKind = 0;

/**
 * What tags mean for finding. A synonym means the tag it stands for and has no parents of its own; a work is
 * found by the meaning of each of its tags and by everything above that.
 *
 * Links that run in a circle are refused where they are made. Should one lie in the database all the same, a
 * circle of synonyms means each tag by itself, and tags above one another are found by one another.
 */
export class TagMeanings {
  readonly table = new IdTable();
  /** The kinds there are; a tag without a row of its own yet has the first. */
  readonly #kindIds: string[] = [""];
  #kinds = new Uint16Array(0);
  readonly #names: string[] = [];
  readonly #synonymOf: number[] = [];
  readonly #parents = new Map<number, number[]>();
  /** What tags are found by, where that is not just themselves. */
  #reaches = new Map<number, readonly number[]>();
  /** The tags by which one is found, where that is not just itself. */
  #gathered = new Map<number, readonly number[]>();
  /** By tag: 1 when it is found by itself only, and finds nothing else. */
  #plain = new Uint8Array(0);

  get size(): number {
    return this.table.size;
  }

  /**
   * Takes in a tag, or what changed about it. Tags it names are made room for, without a kind, until they come.
   *
   * @returns whether what tags mean may have changed, so that `settle` is due
   */
  put(tag: IndexedTag): boolean {
    const place = this.#placeFor(tag.id);
    const synonymOf = tag.synonymOf === null ? itself : this.#placeFor(tag.synonymOf);
    const parents = tag.parentIds.map((id) => this.#placeFor(id));
    const changed =
      this.#synonymOf[place] !== synonymOf ||
      !sameReach(this.#parents.get(place) ?? [], parents) ||
      (this.kindOf(place) !== tag.kindId && this.#kinds[place] !== unknownKind);
    this.#kinds[place] = this.kindNumber(tag.kindId);
    this.#names[place] = tag.name;
    this.#synonymOf[place] = synonymOf;
    if (parents.length > 0) this.#parents.set(place, parents);
    else this.#parents.delete(place);
    return changed;
  }

  /** Whether a tag's own row was taken in. */
  knows(id: string): boolean {
    const place = this.table.placeOf(id);
    return place >= 0 && this.#kinds[place] !== unknownKind;
  }

  /** Whether a tag was taken in as it is. */
  holds(tag: IndexedTag): boolean {
    const place = this.table.placeOf(tag.id);
    const synonymOf = tag.synonymOf === null ? itself : this.table.placeOf(tag.synonymOf);
    return (
      this.kindOf(place) === tag.kindId &&
      this.#names[place] === tag.name &&
      this.#synonymOf[place] === synonymOf &&
      sameReach(
        this.#parents.get(place) ?? [],
        tag.parentIds.map((id) => this.table.placeOf(id)),
      )
    );
  }

  /** Tags that others name and that have not come yet. */
  missing(): string[] {
    const ids: string[] = [];
    for (let place = 0; place < this.size; place++)
      if (this.#kinds[place] === unknownKind) ids.push(this.table.idAt(place));
    return ids;
  }

  kindOf(place: number): string {
    return this.#kindIds[this.#kinds[place] ?? unknownKind] ?? "";
  }

  /** Every tag's kind as `kindNumber` says it, by place; for counting millions. */
  get kindNumbers(): Uint16Array {
    return this.#kinds;
  }

  /** A small number that stands for a kind. */
  kindNumber(kindId: string): number {
    const known = this.#kindIds.indexOf(kindId);
    return known >= 0 ? known : this.#kindIds.push(kindId) - 1;
  }

  nameOf(place: number): string {
    return this.#names[place] ?? "";
  }

  /** Whether a tag is found by itself only, and finds nothing else; most are. */
  isPlain(place: number): boolean {
    return this.#plain[place] === 1;
  }

  /** 1 for every plain tag, by place; for counting millions. */
  get plain(): Uint8Array {
    return this.#plain;
  }

  /** What a tag stands for: itself, unless it is a synonym. */
  meaningOf(place: number): number {
    const passed = new Set<number>();
    let meaning = place;
    for (
      let next = this.#synonymOf[place] ?? itself;
      next !== itself;
      next = this.#synonymOf[next] ?? itself
    ) {
      if (passed.has(next) || next === place) return place;
      passed.add(next);
      meaning = next;
    }
    return meaning;
  }

  /** The meanings by which a work bearing the tag is found. */
  reachOf(place: number): readonly number[] {
    return this.#reaches.get(place) ?? [place];
  }

  /** The tags whose bearers are found by this one. For a synonym nothing: ask its meaning. */
  gatheredBy(place: number): readonly number[] {
    return this.#gathered.get(place) ?? (this.isPlain(place) ? [place] : []);
  }

  /** Whether `above` is above the meaning `below`. */
  isAbove(above: number, below: number): boolean {
    return above !== below && this.reachOf(below).includes(above);
  }

  /**
   * Follows all links anew, after tags were taken in.
   *
   * @returns the places of tags that mean something else than before
   */
  settle(): number[] {
    const before = this.#reaches;
    this.#reaches = new Map();
    const gathered = new Map<number, number[]>();
    const linked = new Set<number>(this.#parents.keys());
    for (const [place, target] of this.#synonymOf.entries()) if (target !== itself) linked.add(place);
    for (const place of linked) {
      const reach = this.#follow(place);
      if (reach.length === 1 && reach[0] === place) continue;
      this.#reaches.set(place, reach);
      for (const meaning of reach) {
        const list = gathered.get(meaning);
        if (list) list.push(place);
        else gathered.set(meaning, [place]);
      }
    }
    for (const [meaning, list] of gathered) if (!this.#reaches.has(meaning)) list.push(meaning);
    this.#gathered = gathered;
    this.#plain.fill(1);
    for (const place of this.#reaches.keys()) this.#plain[place] = 0;
    for (const place of gathered.keys()) this.#plain[place] = 0;
    const touched = new Set([...before.keys(), ...this.#reaches.keys()]);
    return [...touched].filter((place) => !sameReach(before.get(place), this.#reaches.get(place)));
  }

  #follow(place: number): number[] {
    const reach = [this.meaningOf(place)];
    for (const below of reach)
      for (const parent of this.#parents.get(below) ?? []) {
        const above = this.meaningOf(parent);
        if (!reach.includes(above)) reach.push(above);
      }
    return reach;
  }

  #placeFor(id: string): number {
    const known = this.table.placeOf(id);
    if (known >= 0) return known;
    const place = this.table.append(id);
    this.#plain = roomFor(this.#plain, place + 1);
    this.#plain[place] = 1;
    this.#kinds = roomFor(this.#kinds, place + 1);
    this.#kinds[place] = unknownKind;
    this.#names[place] = "";
    this.#synonymOf[place] = itself;
    return place;
  }
}

function sameReach(one: readonly number[] | undefined, other: readonly number[] | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.length === other.length && one.every((place) => other.includes(place));
}
