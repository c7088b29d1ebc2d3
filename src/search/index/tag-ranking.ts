import { mostFirst } from "./most-first.ts";
import type { TagMeanings } from "./tag-meanings.ts";

/** Beyond so many meanings out of their order, all are ordered anew. */
const mostUnranked = 500;
/** A kind's meanings, those with the most rows first. `counts` are upper bounds of when they were ranked. */
type Ranked = { tags: Uint32Array; counts: Uint32Array };

/** The meanings of each kind, likely the most frequent first: who looks for the most frequent soon may stop. */
export class TagRanking {
  readonly #meanings: TagMeanings;
  readonly #mostRows: (meaning: number) => number;
  #byKind = new Map<string, Ranked>();
  /** Meanings that changed or came since; their place in the ranking says nothing. */
  readonly #unranked = new Set<number>();
  #rankedTags = 0;
  /** Rows appended since the ranking: no meaning can have gained more. */
  #rowsSince = 0;
  #rows = 0;

  /** @param mostRows how many rows a meaning has at most */
  constructor(meanings: TagMeanings, mostRows: (meaning: number) => number) {
    this.#meanings = meanings;
    this.#mostRows = mostRows;
  }

  noteRow(): void {
    this.#rows++;
    this.#rowsSince++;
    if (this.#byKind.size > 0 && this.#rowsSince * 50 > this.#rows + 100_000) this.rank();
  }

  /** After what these meanings gather has changed. */
  noteChanged(meanings: Iterable<number>): void {
    for (const meaning of meanings) this.#unranked.add(meaning);
  }

  /** The kinds of tag there are. */
  get kinds(): string[] {
    this.#catchUp();
    const kinds = new Set(this.#byKind.keys());
    for (const meaning of this.#unranked)
      if (this.#isCounted(meaning)) kinds.add(this.#meanings.kindOf(meaning));
    return [...kinds];
  }

  /** The meanings of a kind with how many rows each can have at most, which never grows along the way. */
  *mostFrequent(kindId: string): Generator<{ meaning: number; most: number }> {
    this.#catchUp();
    for (const meaning of this.#unranked)
      if (this.#meanings.kindOf(meaning) === kindId && this.#isCounted(meaning))
        yield { meaning, most: this.#rows };
    const ranked = this.#byKind.get(kindId);
    if (!ranked) return;
    for (let index = 0; index < ranked.tags.length; index++) {
      const meaning = ranked.tags[index] ?? 0;
      if (this.#unranked.size > 0 && this.#unranked.has(meaning)) continue;
      yield { meaning, most: (ranked.counts[index] ?? 0) + this.#rowsSince };
    }
  }

  /** Orders the meanings of each kind by how many rows they have. */
  rank(): void {
    const counts = new Uint32Array(this.#meanings.size);
    for (let place = 0; place < counts.length; place++)
      if (this.#isCounted(place)) counts[place] = this.#mostRows(place);
    const byKind = new Map<string, { tags: number[]; counts: number[] }>();
    for (const place of mostFirst(counts)) {
      if (!this.#isCounted(place)) continue;
      const kind = this.#meanings.kindOf(place);
      const ranked = byKind.get(kind) ?? { tags: [], counts: [] };
      byKind.set(kind, ranked);
      ranked.tags.push(place);
      ranked.counts.push(counts[place] ?? 0);
    }
    this.#byKind = new Map();
    for (const [kind, { tags, counts }] of byKind)
      this.#byKind.set(kind, { tags: Uint32Array.from(tags), counts: Uint32Array.from(counts) });
    this.#unranked.clear();
    this.#rowsSince = 0;
    this.#rankedTags = this.#meanings.size;
  }

  /** Whether a tag is a meaning of some kind: no synonym, and not only a name in a link. */
  #isCounted(place: number): boolean {
    const meanings = this.#meanings;
    return meanings.isKnown(place) && (meanings.isPlain(place) || meanings.meaningOf(place) === place);
  }

  #catchUp(): void {
    for (; this.#rankedTags < this.#meanings.size; this.#rankedTags++) this.#unranked.add(this.#rankedTags);
    if (this.#unranked.size > mostUnranked) this.rank();
  }
}
