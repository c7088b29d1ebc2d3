import { addRow, type Bitmap, countCommon, deleteRow, hasRow } from "./bitmap.ts";
import type { Pause } from "./pause.ts";
import { Postings } from "./postings.ts";
import { RowSet } from "./row-set.ts";
import { TagMeanings } from "./tag-meanings.ts";

/** A tag that gathers others and has more than one row in so many keeps the rows it gathers. */
const gatheredShare = 64;

/** A kind's meanings, those with the most rows first. `counts` are upper bounds of when they were ranked. */
type Ranking = { tags: Uint32Array; counts: Uint32Array };

/** Which rows are found by which tag: what works bear, seen through what tags mean. */
export class TagRows {
  readonly meanings = new TagMeanings();
  readonly postings = new Postings();
  readonly #gathered = new Map<number, RowSet>();
  #rankings = new Map<string, Ranking>();
  /** Rows appended since the ranking: no tag can have gained more. */
  #sinceRanked = 0;
  /** Tags that came after the ranking. */
  #rankedTags = 0;
  #rows = 0;

  /** Puts tags on the next row. @throws RangeError for a tag that is not known */
  append(tagIds: readonly string[]): void {
    const places = new Set<number>();
    for (const id of tagIds) {
      const place = this.meanings.table.placeOf(id);
      if (place < 0) throw new RangeError(`the tag “${id}” is not known yet`);
      places.add(place);
    }
    const tags = [...places];
    this.postings.append(tags);
    if (this.#gathered.size > 0)
      for (const tag of tags)
        for (const meaning of this.meanings.reachOf(tag)) this.#gathered.get(meaning)?.add(this.#rows);
    this.#rows++;
    this.#sinceRanked++;
    if (this.#rankedTags > 0 && this.#sinceRanked * 50 > this.#rows + 100_000) this.rank();
  }

  async settle(pause: Pause): Promise<void> {
    await this.postings.settle(this.meanings.size, pause);
    this.rank();
  }

  /** After meanings changed. */
  forgetGathered(): void {
    this.#gathered.clear();
  }

  /** At most so many rows are found by a meaning. */
  mostRows(meaning: number): number {
    if (this.meanings.isPlain(meaning)) return this.postings.count(meaning);
    let most = 0;
    for (const tag of this.meanings.gatheredBy(meaning)) most += this.postings.count(tag);
    return most;
  }

  /** Adds the rows found by a tag to a set with room for them. */
  addTo(set: Bitmap, tag: number): void {
    const meaning = this.meanings.meaningOf(tag);
    for (const gathered of this.meanings.gatheredBy(meaning)) this.postings.addTo(set, gathered);
  }

  /**
   * How many rows of a set are found by a meaning.
   *
   * @param scratch an empty set as large, empty again afterwards
   */
  countIn(set: Bitmap, meaning: number, scratch: Bitmap): number {
    if (this.meanings.isPlain(meaning)) return this.postings.countIn(set, meaning);
    const tags = this.meanings.gatheredBy(meaning);
    if (this.mostRows(meaning) * gatheredShare > this.#rows)
      return countCommon(set, this.#gather(meaning).bits);
    let count = 0;
    for (const tag of tags)
      this.postings.forEach(tag, (row) => {
        if (!hasRow(set, row) || hasRow(scratch, row)) return;
        addRow(scratch, row);
        count++;
      });
    for (const tag of tags) this.postings.forEach(tag, (row) => deleteRow(scratch, row));
    return count;
  }

  /** How many meanings of a kind a row bears itself; one above another of them is not counted beside it. */
  countOfKind(row: number, kindId: string): number {
    const { starts, terms } = this.postings;
    const borne: number[] = [];
    const end = starts[row + 1] ?? 0;
    for (let place = starts[row] ?? 0; place < end; place++) {
      const tag = terms[place] ?? 0;
      const meaning = this.meanings.isPlain(tag) ? tag : this.meanings.meaningOf(tag);
      if (this.meanings.kindOf(meaning) === kindId && !borne.includes(meaning)) borne.push(meaning);
    }
    if (borne.length < 2) return borne.length;
    // Tags above one another in a circle would all be left out: of those the first stands for the others.
    return borne.filter((one, index) => {
      const below = borne.filter((other) => this.meanings.isAbove(one, other));
      return below.every((other) => this.meanings.isAbove(other, one) && borne.indexOf(other) > index);
    }).length;
  }

  /** The kinds of tag that stand on any work, those among them whose tags all came after the ranking. */
  get kinds(): string[] {
    const kinds = new Set(this.#rankings.keys());
    for (let place = this.#rankedTags; place < this.meanings.size; place++) {
      const kind = this.meanings.kindOf(place);
      if (kind !== "") kinds.add(kind);
    }
    return [...kinds];
  }

  /**
   * The meanings of a kind, likely the most frequent first, with how many rows each can have at most; that
   * never grows along the way, so who looks for the most frequent may stop.
   */
  *mostFrequent(kindId: string): Generator<{ meaning: number; most: number }> {
    for (let place = this.#rankedTags; place < this.meanings.size; place++)
      if (this.meanings.kindOf(place) === kindId && this.meanings.meaningOf(place) === place)
        yield { meaning: place, most: this.#rows };
    const ranking = this.#rankings.get(kindId);
    if (!ranking) return;
    for (let index = 0; index < ranking.tags.length; index++)
      yield { meaning: ranking.tags[index] ?? 0, most: (ranking.counts[index] ?? 0) + this.#sinceRanked };
  }

  /** Orders the meanings of each kind by how many rows they have. */
  rank(): void {
    const byKind = new Map<string, { meaning: number; most: number }[]>();
    for (let place = 0; place < this.meanings.size; place++) {
      if (!this.meanings.isPlain(place) && this.meanings.meaningOf(place) !== place) continue;
      const most = this.mostRows(place);
      const kind = this.meanings.kindOf(place);
      const list = byKind.get(kind);
      if (list) list.push({ meaning: place, most });
      else byKind.set(kind, [{ meaning: place, most }]);
    }
    this.#rankings = new Map();
    for (const [kind, list] of byKind) {
      list.sort((one, other) => other.most - one.most);
      this.#rankings.set(kind, {
        tags: Uint32Array.from(list, ({ meaning }) => meaning),
        counts: Uint32Array.from(list, ({ most }) => most),
      });
    }
    this.#sinceRanked = 0;
    this.#rankedTags = this.meanings.size;
  }

  /** Bytes in memory, names left out. */
  get bytes(): number {
    let bytes = this.postings.bytes + this.meanings.table.bytes;
    for (const { tags, counts } of this.#rankings.values()) bytes += tags.byteLength + counts.byteLength;
    for (const set of this.#gathered.values()) bytes += set.size;
    return bytes;
  }

  #gather(meaning: number): RowSet {
    const known = this.#gathered.get(meaning);
    if (known) return known;
    const made = new RowSet();
    for (const tag of this.meanings.gatheredBy(meaning)) this.postings.forEach(tag, (row) => made.add(row));
    this.#gathered.set(meaning, made);
    return made;
  }
}
