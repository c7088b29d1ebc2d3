import type { Arena } from "./arena.ts";
import { roomFor } from "./grow.ts";
import { IdTable } from "./id-table.ts";
import type { PackedIds } from "./packed-columns.ts";
import { searchKey } from "./search-key.ts";
import { TagReaches } from "./tag-reaches.ts";

/** A tag as the index needs it. */
export type IndexedTag = {
  id: string;
  kindId: string;
  /** Folded, as `foldName` does. */
  name: string;
  synonymOf: string | null;
  parentIds: readonly string[];
  /** Wranglers vouch for it: it is no secret, and offered before others. */
  canonical: boolean;
};

const itself = -1;
const unknownKind = 0;

/**
 * What tags are and what they mean for finding. A synonym means the tag it stands for and has no parents of its
 * own; a work is found by the meaning of each of its tags and by everything above that.
 *
 * Links that run in a circle are refused where they are made. Should one lie in the database all the same, a
 * circle of synonyms means each tag by itself, and tags above one another are found by one another.
 */
export class TagMeanings {
  readonly table = new IdTable();
  /** The kinds there are; a tag without a row of its own yet has the first. */
  readonly #kindIds: string[] = [""];
  #kinds = new Uint16Array(0);
  #keys: string[] = [];
  #synonymOf: number[] = [];
  #parents = new Map<number, number[]>();
  /** Which tags name this one as what they stand for or what is above them. */
  #namedBy = new Map<number, Set<number>>();
  #canonical = new Uint8Array(0);
  readonly #reaches: TagReaches;
  /** Tags whose links changed since they were last followed. */
  #unfollowed = new Set<number>();
  /** Tags that came, or whose name or standing changed, since somebody asked. */
  #renamed: number[] = [];

  constructor(arena: Arena) {
    this.#reaches = new TagReaches(arena);
  }

  get size(): number {
    return this.table.size;
  }

  /** The tags that came or changed since this was last asked. */
  takeRenamed(): number[] {
    const renamed = this.#renamed;
    this.#renamed = [];
    return renamed;
  }

  /**
   * Takes in a tag, or what changed about it. Tags it names are made room for, without a kind, until they come.
   *
   * @returns whether what tags mean may have changed, so that `settle` is due
   */
  put(tag: IndexedTag): boolean {
    const place = this.placeFor(tag.id);
    const synonymOf = tag.synonymOf === null ? itself : this.placeFor(tag.synonymOf);
    const parents = tag.parentIds.map((id) => this.placeFor(id));
    const changed =
      this.#synonymOf[place] !== synonymOf ||
      !sameTags(this.#parents.get(place) ?? [], parents) ||
      (this.kindOf(place) !== tag.kindId && this.#kinds[place] !== unknownKind);
    this.#kinds[place] = this.kindNumber(tag.kindId);
    const key = searchKey(tag.name);
    if (this.#keys[place] !== key || this.isCanonical(place) !== tag.canonical) this.#renamed.push(place);
    this.#keys[place] = key;
    this.#canonical[place] = tag.canonical ? 1 : 0;
    if (!changed) return false;
    for (const named of this.#namesOf(place)) this.#namedBy.get(named)?.delete(place);
    this.#synonymOf[place] = synonymOf;
    if (parents.length > 0) this.#parents.set(place, parents);
    else this.#parents.delete(place);
    for (const named of this.#namesOf(place)) {
      const names = this.#namedBy.get(named);
      if (names) names.add(place);
      else this.#namedBy.set(named, new Set([place]));
    }
    this.#unfollowed.add(place);
    return true;
  }

  /** The place of a tag; one that is not known is made room for, without a kind, until it comes. */
  placeFor(id: string): number {
    const place = this.table.placeFor(id);
    this.#makeRoom();
    return place;
  }

  /**
   * Gives all tags other places; what they mean is to be followed anew then.
   *
   * @param order their places so far, in the order they are to have
   * @returns their new places, by those so far
   */
  reorder(order: Uint32Array): Uint32Array {
    const places = new Uint32Array(order.length);
    for (let place = 0; place < order.length; place++) places[order[place] ?? 0] = place;
    const moved = (place: number) => places[place] ?? 0;
    this.table.reorder(order);
    this.#kinds = Uint16Array.from(order, (place) => this.#kinds[place] ?? unknownKind);
    this.#canonical = Uint8Array.from(order, (place) => this.#canonical[place] ?? 0);
    this.#keys = Array.from(order, (place) => this.#keys[place] ?? "");
    this.#synonymOf = Array.from(order, (place) => {
      const target = this.#synonymOf[place] ?? itself;
      return target === itself ? itself : moved(target);
    });
    this.#parents = new Map([...this.#parents].map(([tag, parents]) => [moved(tag), parents.map(moved)]));
    this.#namedBy = new Map(
      [...this.#namedBy].map(([tag, names]) => [moved(tag), new Set([...names].map(moved))]),
    );
    this.#renamed = this.#renamed.map(moved);
    this.#reaches.clear();
    this.#unfollowed = new Set([...this.#namedBy.values()].flatMap((names) => [...names]));
    return places;
  }

  /** The places of tags, with room made for those that are not known. */
  placesFor(ids: PackedIds): Uint32Array {
    const places = this.table.placesFor(ids);
    this.#makeRoom();
    return places;
  }

  /** Whether a tag's own row was taken in. */
  knows(id: string): boolean {
    const place = this.table.placeOf(id);
    return place >= 0 && this.isKnown(place);
  }

  isKnown(place: number): boolean {
    return this.#kinds[place] !== unknownKind;
  }

  /** Whether a tag was taken in as it is. */
  holds(tag: IndexedTag): boolean {
    const place = this.table.placeOf(tag.id);
    const synonymOf = tag.synonymOf === null ? itself : this.table.placeOf(tag.synonymOf);
    return (
      this.kindOf(place) === tag.kindId &&
      this.#keys[place] === searchKey(tag.name) &&
      this.isCanonical(place) === tag.canonical &&
      this.#synonymOf[place] === synonymOf &&
      sameTags(
        this.#parents.get(place) ?? [],
        tag.parentIds.map((id) => this.table.placeOf(id)),
      )
    );
  }

  /** Tags that others name and that have not come yet. */
  missing(): string[] {
    const ids: string[] = [];
    for (let place = 0; place < this.size; place++)
      if (!this.isKnown(place)) ids.push(this.table.idAt(place));
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

  /** What a tag's name is met by (search-key.ts). */
  keyOf(place: number): string {
    return this.#keys[place] ?? "";
  }

  isCanonical(place: number): boolean {
    return this.#canonical[place] === 1;
  }

  /** Whether a tag is found by itself only, and finds nothing else; most are. */
  isPlain(place: number): boolean {
    return this.#reaches.isPlain(place);
  }

  /** The meanings of tags that are not plain, as the kernel reads them (tag-reaches.ts). */
  get reaches(): Pick<TagReaches, "laidAt" | "laid"> {
    return this.#reaches;
  }

  /** What a tag stands for: itself, unless it is a synonym. */
  meaningOf(place: number): number {
    const target = this.#synonymOf[place] ?? itself;
    if (target === itself) return place;
    const passed = new Set<number>([place]);
    let meaning = place;
    for (let next = target; next !== itself; next = this.#synonymOf[next] ?? itself) {
      if (passed.has(next)) return place;
      passed.add(next);
      meaning = next;
    }
    return meaning;
  }

  /** The meanings by which a work bearing the tag is found. */
  reachOf(place: number): readonly number[] {
    return this.#reaches.of(place);
  }

  /** The tags whose bearers are found by this one. For a synonym nothing: ask its meaning. */
  gatheredBy(place: number): readonly number[] {
    return this.#reaches.gatheredBy(place);
  }

  /** Whether `above` is above the meaning `below`. */
  isAbove(above: number, below: number): boolean {
    return above !== below && this.reachOf(below).includes(above);
  }

  /**
   * Follows the links of tags that changed, and of those under them: however many tags there are, a merge costs
   * only what it is about.
   *
   * @returns the places of tags that mean something else than before, and the meanings that gather other tags
   */
  settle(): { tags: number[]; meanings: Set<number> } {
    const affected = [...this.#unfollowed];
    const seen = new Set(affected);
    for (const place of affected)
      for (const below of this.#namedBy.get(place) ?? [])
        if (!seen.has(below)) {
          seen.add(below);
          affected.push(below);
        }
    this.#unfollowed.clear();
    const tags: number[] = [];
    const meanings = new Set<number>();
    for (const place of affected) {
      const before = this.reachOf(place);
      const reach = this.#follow(place);
      if (sameTags(before, reach)) continue;
      for (const meaning of [...before, ...reach]) meanings.add(meaning);
      this.#reaches.set(place, reach);
      tags.push(place);
    }
    return { tags, meanings };
  }

  #makeRoom(): void {
    this.#reaches.makeRoom(this.size);
    this.#kinds = roomFor(this.#kinds, this.size);
    this.#canonical = roomFor(this.#canonical, this.size);
    while (this.#keys.length < this.size) {
      this.#keys.push("");
      this.#synonymOf.push(itself);
    }
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

  /** The tags a tag names. */
  #namesOf(place: number): number[] {
    const synonymOf = this.#synonymOf[place] ?? itself;
    return [...(synonymOf === itself ? [] : [synonymOf]), ...(this.#parents.get(place) ?? [])];
  }
}

function sameTags(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((place) => other.includes(place));
}
