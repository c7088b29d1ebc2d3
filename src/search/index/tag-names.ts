import { mostFirst } from "./most-first.ts";
import type { Pause } from "./pause.ts";
import type { TagMeanings } from "./tag-meanings.ts";

/** Beyond so many names out of their order, or so many works since, laying all out anew is worth it. */
const mostLate = 2_000;
const mostRowsSince = 100_000;
/** Tags laid out between two pauses: some ten milliseconds. */
const tagsBetweenPauses = 20_000;

/** Where in a name what was typed stands, the best first. */
export const places = ["beginning", "word", "inside"] as const;
export type Place = (typeof places)[number];

/** A meaning one of whose names was met, by which of its tags, and how many rows it can have at most. */
export type Met = { meaning: number; tags: { tag: number; place: Place }[]; most: number };

/** Names one after another, those of the most frequent meanings first, so that one search goes through all of them. */
type Block = { text: string; starts: Uint32Array; tags: Uint32Array; mosts: Uint32Array };

const noBlock: Block = {
  text: "",
  starts: new Uint32Array(1),
  tags: new Uint32Array(0),
  mosts: new Uint32Array(0),
};

/** A block that names are put into. */
class BlockOfNames {
  readonly #names: string[] = [];
  readonly #starts: number[] = [];
  readonly #tags: number[] = [];
  readonly #mosts: number[] = [];
  #end = 1;

  add(tag: number, name: string, most: number): void {
    this.#names.push(name);
    this.#starts.push(this.#end);
    this.#tags.push(tag);
    this.#mosts.push(most);
    this.#end += name.length + 1;
  }

  get made(): Block {
    const text = this.#names.length === 0 ? "" : `\n${this.#names.join("\n")}`;
    return {
      // Through bytes and back, so that it is one flat string of a byte a character.
      text: Buffer.from(text, "latin1").toString("latin1"),
      starts: Uint32Array.from([...this.#starts, this.#end]),
      tags: Uint32Array.from(this.#tags),
      mosts: Uint32Array.from(this.#mosts),
    };
  }
}

/** The names of all tags, laid out to be met by a part of them. */
export class TagNames {
  readonly #meanings: TagMeanings;
  readonly #mostRows: (meaning: number) => number;
  #canonical = noBlock;
  #other = noBlock;
  /** Tags that came or changed since the names were laid out. */
  #late = new Set<number>();
  /** Those of them that came or changed while names are being laid out; null: they are not. */
  #changedMeanwhile: Set<number> | null = null;
  #rowsSince = 0;

  /** @param mostRows how many rows a meaning has at most */
  constructor(meanings: TagMeanings, mostRows: (meaning: number) => number) {
    this.#meanings = meanings;
    this.#mostRows = mostRows;
  }

  noteRow(): void {
    this.#rowsSince++;
  }

  /** After these meanings came to gather other tags. */
  noteChanged(meanings: Iterable<number>): void {
    for (const meaning of meanings)
      for (const tag of [meaning, ...this.#meanings.gatheredBy(meaning)]) {
        this.#late.add(tag);
        this.#changedMeanwhile?.add(tag);
      }
  }

  /**
   * Calls for every meaning with a name in which the part stands, those that changed lately first, then from the most
   * frequent on until `visit` says that it has enough. One letter stands inside nearly every name: it is looked for at
   * their beginnings only.
   *
   * @param canonical the meanings wranglers vouch for, or all the others
   * @param part as `searchKey` makes it; empty: every name
   * @param isOfUse asked first and for every name, so that most are left at once
   * @param visit says whether no other is needed that can have only so many rows
   */
  forEach(
    canonical: boolean,
    part: string,
    isOfUse: (meaning: number, place: Place, most: number) => boolean,
    visit: (met: Met) => boolean,
  ): void {
    this.#noteRenamed();
    this.#forEachLate(canonical, part, isOfUse, visit);
    const { text, starts, tags, mosts } = canonical ? this.#canonical : this.#other;
    let met: Met = { meaning: -1, tags: [], most: 0 };
    const wanted = part.length > 1 ? part : `\n${part}`;
    for (let entry = -1, from = 0; ; ) {
      const found = text.indexOf(wanted, from);
      if (found < 0) break;
      from = found + 1;
      const at = found + wanted.length - part.length;
      while ((starts[entry + 1] ?? text.length) <= at) entry++;
      const tag = tags[entry] ?? 0;
      const place = placeIn(text, starts[entry] ?? 0, at);
      const isWorse = met.tags.at(-1)?.tag === tag;
      if (isWorse) {
        const last = met.tags.at(-1);
        if (last?.place === "inside" && place === "word") last.place = place;
        continue;
      }
      if (this.#late.size > 0 && this.#late.has(tag)) continue;
      const meaning = this.#meanings.meaningOf(tag);
      const most = (mosts[entry] ?? 0) + this.#rowsSince;
      if (!isOfUse(meaning, place, most)) continue;
      if (meaning !== met.meaning) {
        if (met.meaning >= 0 && visit(met)) return;
        met = { meaning, tags: [], most };
      }
      met.tags.push({ tag, place });
    }
    if (met.meaning >= 0) visit(met);
  }

  /** Whether so much changed that finding names takes longer than it should. */
  get areLate(): boolean {
    this.#noteRenamed();
    return this.#late.size > mostLate || this.#rowsSince > mostRowsSince;
  }

  /** Lays all names out anew. Questions are answered meanwhile from what there is; what changes meanwhile stays late. */
  async layOut(pause: Pause): Promise<void> {
    this.#noteRenamed();
    const meanings = this.#meanings;
    const rows = this.#rowsSince;
    this.#changedMeanwhile = new Set();
    const mosts = new Uint32Array(meanings.size);
    const synonyms = new Map<number, number[]>();
    for (let tag = 0; tag < mosts.length; tag++) {
      if (tag % tagsBetweenPauses === 0) await pause();
      if (!meanings.isKnown(tag)) continue;
      const meaning = meanings.meaningOf(tag);
      if (meaning !== tag) synonyms.set(meaning, [...(synonyms.get(meaning) ?? []), tag]);
      if (mosts[meaning] === 0) mosts[meaning] = this.#mostRows(meaning);
    }
    const order = mostFirst(mosts);
    const [canonical, other] = [new BlockOfNames(), new BlockOfNames()];
    for (const [at, meaning] of order.entries()) {
      if (at % tagsBetweenPauses === 0) await pause();
      const block = meanings.isCanonical(meaning) ? canonical : other;
      const most = mosts[meaning] ?? 0;
      if (meanings.isKnown(meaning) && meanings.meaningOf(meaning) === meaning)
        block.add(meaning, meanings.keyOf(meaning), most);
      for (const tag of synonyms.get(meaning) ?? []) block.add(tag, meanings.keyOf(tag), most);
    }
    await pause();
    this.#canonical = canonical.made;
    await pause();
    this.#other = other.made;
    this.#late = this.#changedMeanwhile;
    this.#changedMeanwhile = null;
    this.#rowsSince -= rows;
  }

  #noteRenamed(): void {
    for (const tag of this.#meanings.takeRenamed()) this.noteChanged([tag, this.#meanings.meaningOf(tag)]);
  }

  #forEachLate(
    canonical: boolean,
    part: string,
    isOfUse: (meaning: number, place: Place, most: number) => boolean,
    visit: (met: Met) => boolean,
  ): void {
    const byMeaning = new Map<number, Met["tags"]>();
    for (const tag of this.#late) {
      const key = this.#meanings.keyOf(tag);
      const meaning = this.#meanings.meaningOf(tag);
      if (!this.#meanings.isKnown(tag) || this.#meanings.isCanonical(meaning) !== canonical) continue;
      const place = bestPlace(key, part);
      if (
        place &&
        (place === "beginning" || part.length > 1) &&
        isOfUse(meaning, place, this.#mostRows(meaning))
      )
        byMeaning.set(meaning, [...(byMeaning.get(meaning) ?? []), { tag, place }]);
    }
    for (const [meaning, tags] of byMeaning) visit({ meaning, tags, most: this.#mostRows(meaning) });
  }
}

function bestPlace(key: string, part: string): Place | null {
  let best: Place | null = null;
  for (let at = key.indexOf(part); at >= 0; at = key.indexOf(part, at + 1)) {
    const place = placeIn(key, 0, at);
    if (place !== "inside") return place;
    best = place;
  }
  return best;
}

function placeIn(text: string, start: number, at: number): Place {
  if (at === start) return "beginning";
  const before = text.charCodeAt(at - 1);
  const isLetter = (before >= 97 && before <= 122) || (before >= 48 && before <= 57);
  return isLetter ? "inside" : "word";
}
