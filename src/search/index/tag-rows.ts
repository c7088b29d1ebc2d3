import type { Arena } from "./arena.ts";
import {
  addRow,
  type Bitmap,
  countCommon,
  deleteRow,
  forEachRow,
  hasRow,
  type RowBits,
  rowBitsFor,
} from "./bitmap.ts";
import { fandomKindId, type WeightedTag } from "./indexed-work.ts";
import { mostFirst } from "./most-first.ts";
import type { PackedTerms } from "./packed-columns.ts";
import type { Pause } from "./pause.ts";
import { Postings } from "./postings.ts";
import { RowSet } from "./row-set.ts";
import { mentionBits, movedKey, tagKey, tagOfKey, weightBits, weightOfKey } from "./tag-key.ts";
import { TagMeanings } from "./tag-meanings.ts";
import { TagNames } from "./tag-names.ts";
import { TagRanking } from "./tag-ranking.ts";

/** A tag that gathers others and has more than one row in so many keeps the rows it gathers. */
const gatheredShare = 64;

/**
 * Fandoms are numbered as if they had so many times as many works. Whoever asks for the works of one fandom, as most do,
 * finds few of any other, so that fandoms have to be counted far down where nothing else has.
 */
const fandomsAhead = 64;
/** Rows looked at between two pauses: some milliseconds. */
const rowsBetweenPauses = 20_000;

/** How a tag is to stand on a work: as what it has (main or side), as what it is mainly about, or at all. */
export type Bearing = "has" | "main" | "mentions";
const weightsOf = {
  has: ["main", "side"],
  main: ["main"],
  mentions: ["main", "side", "mention"],
} as const;

/** Which rows are found by which tag: what works bear, seen through what tags mean. A mention alone counts nowhere. */
export class TagRows {
  readonly #arena: Arena;
  readonly meanings: TagMeanings;
  /** Which tags stand on which rows and how much they matter there, by `tagKey`. */
  readonly postings: Postings;
  readonly ranking: TagRanking;
  readonly names: TagNames;
  readonly #gathered = new Map<number, RowSet>();
  #rows = 0;

  constructor(arena: Arena) {
    this.#arena = arena;
    this.meanings = new TagMeanings(arena);
    this.postings = new Postings(arena);
    this.ranking = new TagRanking(this.meanings, (meaning) => this.mostRows(meaning));
    this.names = new TagNames(this.meanings, (meaning) => this.mostRows(meaning));
  }

  /** Puts tags on the next rows. Those that are not known are made room for, without a kind, until they come. */
  append({ ids, starts, terms }: PackedTerms): void {
    const places = this.meanings.placesFor(ids);
    const keys = terms.map((key) => movedKey(key, places[tagOfKey(key)] ?? 0));
    this.postings.append(starts, keys);
    for (let row = 0; row < starts.length - 1; row++) {
      if (this.#gathered.size > 0) this.#noteGathered(keys.subarray(starts[row], starts[row + 1]));
      this.#rows++;
      this.ranking.noteRow();
      this.names.noteRow();
    }
  }

  /**
   * Numbers tags anew, the commonest first: what nearly every work bears is then counted side by side, takes the least
   * room in lists, and rare tags need not be looked at. Tags that have something to do with a common meaning stand by it.
   * Once, when tags and works were taken in and before anything was settled.
   */
  async numberByFrequency(pause: Pause): Promise<void> {
    const counts = new Uint32Array(this.meanings.size);
    for (const keys of this.postings.unsettled) {
      for (const key of keys) counts[tagOfKey(key)] = (counts[tagOfKey(key)] ?? 0) + 1;
      await pause();
    }
    const { tags } = this.meanings.settle();
    const found = counts.slice();
    for (const tag of tags)
      for (const meaning of this.meanings.reachOf(tag))
        if (meaning !== tag) found[meaning] = (found[meaning] ?? 0) + (counts[tag] ?? 0);
    const greatest = found.slice();
    for (const tag of tags)
      greatest[tag] = Math.max(...this.meanings.reachOf(tag).map((meaning) => found[meaning] ?? 0));
    const fandoms = this.meanings.kindNumber(fandomKindId);
    for (let tag = 0; tag < greatest.length; tag++)
      if (this.meanings.kindNumbers[tag] === fandoms) greatest[tag] = (greatest[tag] ?? 0) * fandomsAhead;
    await pause();
    const order = mostFirst(greatest);
    await pause();
    const places = this.meanings.reorder(order);
    await pause();
    for (const keys of this.postings.unsettled) {
      for (let at = 0; at < keys.length; at++) {
        const key = keys[at] ?? 0;
        keys[at] = movedKey(key, places[tagOfKey(key)] ?? 0);
      }
      await pause();
    }
  }

  async settle(pause: Pause): Promise<void> {
    await this.postings.settle(this.meanings.size << weightBits, pause);
    this.ranking.rank();
    await pause();
    this.meanings.takeRenamed();
    await this.names.layOut(pause);
  }

  /** Follows what tags mean now. @returns the rows whose tags mean another number of things of these kinds, perhaps */
  followMeanings(kindIds: ReadonlySet<string>): Set<number> {
    const { tags, meanings } = this.meanings.settle();
    for (const meaning of meanings) {
      this.#gathered.get(meaning)?.giveBack();
      this.#gathered.delete(meaning);
    }
    this.ranking.noteChanged(meanings);
    this.names.noteChanged(meanings);
    this.names.noteChanged(tags);
    const rows = new Set<number>();
    if ([...meanings].some((meaning) => kindIds.has(this.meanings.kindOf(meaning))))
      for (const tag of tags)
        for (const weight of weightsOf.has)
          this.postings.forEach(tagKey(tag, weight), (row) => rows.add(row));
    return rows;
  }

  /** At most so many rows are found by a meaning. */
  mostRows(meaning: number): number {
    if (this.meanings.isPlain(meaning)) return this.#count(meaning);
    let most = 0;
    for (const tag of this.meanings.gatheredBy(meaning)) most += this.#count(tag);
    return most;
  }

  /** Adds the rows found by a tag to a set with room for them. */
  addTo(set: Bitmap, tag: number, bearing: Bearing): void {
    for (const gathered of this.meanings.gatheredBy(this.meanings.meaningOf(tag)))
      for (const weight of weightsOf[bearing]) this.postings.addTo(set, tagKey(gathered, weight));
  }

  /**
   * How many rows of a set are found by a meaning.
   *
   * @param scratch an empty set as large, empty again afterwards
   * @param least with fewer than this the count is of no use: any smaller number will do
   */
  countIn(set: Bitmap, meaning: number, scratch: Bitmap, least = 0): number {
    const { meanings, postings } = this;
    if (meanings.isPlain(meaning)) {
      // A tag stands on a row once, so its lists by weight share none.
      const [main, side] = [tagKey(meaning, "main"), tagKey(meaning, "side")];
      const aside = postings.countIn(set, side);
      return aside + postings.countIn(set, main, least - aside);
    }
    const tags = meanings.gatheredBy(meaning);
    if (this.mostRows(meaning) * gatheredShare > this.#rows)
      return countCommon(set, this.#gather(meaning).bits);
    let count = 0;
    for (const tag of tags)
      for (const weight of weightsOf.has) count += postings.gatherFrom(set, scratch, tagKey(tag, weight));
    for (const tag of tags)
      for (const weight of weightsOf.has) postings.takeFrom(scratch, tagKey(tag, weight));
    return count;
  }

  /** Whether a tag itself, whatever it means, stands on any row of a set. */
  standsIn(set: Bitmap, tag: number): boolean {
    return weightsOf.mentions.some((weight) => this.postings.isIn(set, tagKey(tag, weight)));
  }

  /** How many meanings of a kind a row bears itself; one above another of them is not counted beside it. */
  countOfKind(row: number, kindId: string): number {
    const { meanings } = this;
    const kind = meanings.kindNumber(kindId);
    const borne: number[] = [];
    for (const key of this.postings.termsOn(row)) {
      if ((key & 3) === mentionBits) continue;
      const tag = key >>> weightBits;
      const meaning = meanings.isPlain(tag) ? tag : meanings.meaningOf(tag);
      if (meanings.kindNumbers[meaning] === kind && !borne.includes(meaning)) borne.push(meaning);
    }
    if (borne.length < 2) return borne.length;
    // Tags above one another in a circle would all be left out: of those the first stands for the others.
    return borne.filter((one, index) => {
      const below = borne.filter((other) => meanings.isAbove(one, other));
      return below.every((other) => meanings.isAbove(other, one) && borne.indexOf(other) > index);
    }).length;
  }

  /** The rows that bear a meaning of a kind, and those that bear several, for all rows at once; as `countOfKind` counts. */
  async rowsOfKind(kindId: string, pause: Pause): Promise<{ any: RowBits; several: RowBits }> {
    const { meanings } = this;
    const kind = meanings.kindNumber(kindId);
    const [any, several, unsure] = [rowBitsFor(this.#rows), rowBitsFor(this.#rows), rowBitsFor(this.#rows)];
    let done = 0;
    for (let tag = 0; tag < meanings.size; tag++) {
      const isPlain = meanings.isPlain(tag);
      if (meanings.kindNumbers[isPlain ? tag : meanings.meaningOf(tag)] !== kind) continue;
      for (const weight of weightsOf.has)
        this.postings.forEach(tagKey(tag, weight), (row) => {
          if (!isPlain) addRow(unsure, row);
          else if (hasRow(any, row)) addRow(several, row);
          else addRow(any, row);
        });
      done += this.#count(tag);
      if (done < rowsBetweenPauses) continue;
      await pause();
      done = 0;
    }
    // Two tags may mean the same, or one stand above another.
    const looked: number[] = [];
    forEachRow(unsure, (row) => looked.push(row));
    for (const [at, row] of looked.entries()) {
      const count = this.countOfKind(row, kindId);
      if (count > 0) addRow(any, row);
      if (count > 1) addRow(several, row);
      else deleteRow(several, row);
      if (at % rowsBetweenPauses === 0) await pause();
    }
    return { any, several };
  }

  /** The tags on a row, as a work has them. */
  tagsOn(row: number): WeightedTag[] {
    return Array.from(this.postings.termsOn(row), (key) => ({
      id: this.meanings.table.idAt(tagOfKey(key)),
      weight: weightOfKey(key),
    }));
  }

  /** The next row is found by what its tags mean, mentions left aside. */
  #noteGathered(keys: Uint32Array): void {
    for (const key of keys)
      if (weightOfKey(key) !== "mention")
        for (const meaning of this.meanings.reachOf(tagOfKey(key)))
          this.#gathered.get(meaning)?.add(this.#rows);
  }

  #count(tag: number): number {
    return this.postings.count(tagKey(tag, "main")) + this.postings.count(tagKey(tag, "side"));
  }

  #gather(meaning: number): RowSet {
    const known = this.#gathered.get(meaning);
    if (known) return known;
    const made = new RowSet(this.#arena);
    for (const tag of this.meanings.gatheredBy(meaning))
      for (const weight of weightsOf.has) this.postings.forEach(tagKey(tag, weight), (row) => made.add(row));
    this.#gathered.set(meaning, made);
    return made;
  }
}
