import type { TagMeanings } from "./tag-meanings.ts";

/** Beyond so many names out of their order, all are laid out anew: some 60 ms for 200,000. */
const mostLate = 2_000;

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

/** The names of all tags, laid out to be met by a part of them. */
export class TagNames {
  readonly #meanings: TagMeanings;
  readonly #mostRows: (meaning: number) => number;
  #canonical = noBlock;
  #other = noBlock;
  /** Tags that came or changed since the names were laid out. */
  readonly #late = new Set<number>();
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
      for (const tag of [meaning, ...this.#meanings.gatheredBy(meaning)]) this.#late.add(tag);
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
    this.#catchUp();
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

  /** Lays all names out anew. */
  layOut(): void {
    const meanings = this.#meanings;
    const mosts = new Map<number, number>();
    const order: { tag: number; meaning: number; most: number }[] = [];
    for (let tag = 0; tag < meanings.size; tag++) {
      if (!meanings.isKnown(tag)) continue;
      const meaning = meanings.meaningOf(tag);
      const most = mosts.get(meaning) ?? this.#mostRows(meaning);
      if (meaning !== tag) mosts.set(meaning, most);
      order.push({ tag, meaning, most });
    }
    // A meaning's names stand side by side, its own first.
    order.sort(
      (one, other) =>
        other.most - one.most ||
        one.meaning - other.meaning ||
        Number(one.tag !== one.meaning) - Number(other.tag !== other.meaning) ||
        one.tag - other.tag,
    );
    const blockOf = (entries: typeof order): Block => {
      const starts = new Uint32Array(entries.length + 1);
      let at = 1;
      for (const [entry, { tag }] of entries.entries()) {
        starts[entry] = at;
        at += meanings.keyOf(tag).length + 1;
      }
      starts[entries.length] = at;
      const text = entries.map(({ tag }) => `\n${meanings.keyOf(tag)}`).join("");
      return {
        // Through bytes and back, so that it is one flat string of a byte a character.
        text: Buffer.from(text, "latin1").toString("latin1"),
        starts,
        tags: Uint32Array.from(entries, ({ tag }) => tag),
        mosts: Uint32Array.from(entries, ({ most }) => most),
      };
    };
    this.#canonical = blockOf(order.filter(({ meaning }) => meanings.isCanonical(meaning)));
    this.#other = blockOf(order.filter(({ meaning }) => !meanings.isCanonical(meaning)));
    this.#late.clear();
    this.#rowsSince = 0;
  }

  /** Bytes in memory. */
  get bytes(): number {
    return [this.#canonical, this.#other].reduce(
      (sum, { text, tags }) => sum + text.length + tags.length * 12,
      0,
    );
  }

  #catchUp(): void {
    for (const tag of this.#meanings.takeRenamed()) this.noteChanged([tag, this.#meanings.meaningOf(tag)]);
    if (this.#late.size > mostLate || this.#rowsSince > 100_000) this.layOut();
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
