import { Turns } from "../../plumbing/jobs/turns.ts";
import { isShortPairing, pairingSides } from "../../tags/pairing-sides.ts";
import type { FacetValue, SuggestionWish } from "../found.ts";
import type { Bitmap } from "./bitmap.ts";
import { countsInFandoms } from "./fandom-counts.ts";
import type { FindingIndex } from "./finding-index.ts";
import { searchKey } from "./search-key.ts";
import { seenTags } from "./seen-tags.ts";
import { type Met, type Place, places } from "./tag-names.ts";
import { countedRows, type View } from "./view.ts";

/** A tag to offer, by ids: what it is called is for whoever reads names. */
export type SuggestedTag = {
  id: string;
  kindId: string;
  by: string | null;
  canonical: boolean;
  count: number;
};

/** The meanings to offer somebody who types part of a name, the best first (see `Finder.suggestTags`). */
export function suggestTags(index: FindingIndex, view: View, wish: SuggestionWish): SuggestedTag[] {
  const part = searchKey(wish.typed);
  const suggestions = new Suggestions(index, view, wish);
  const inFandoms = countedInFandoms(index, view, wish.fandoms, (counting) =>
    suggestions.best(part, counting, 1, new Set()),
  );
  const left = wish.count - inFandoms.length;
  const counting = countingIn(index, countedRows(index, view));
  const others =
    left > 0 ? suggestions.best(part, counting, 0, new Set(inFandoms.map(({ meaning }) => meaning))) : [];
  const { meanings } = index.tags;
  const met = [...inFandoms, ...others.slice(0, left)];
  return [...met, ...pairingsMeant(suggestions, part, counting, met).slice(0, wish.count - met.length)].map(
    ({ meaning, by }) => ({
      id: meanings.table.idAt(meaning),
      kindId: meanings.kindOf(meaning),
      by: by === null ? null : meanings.table.idAt(by),
      canonical: meanings.isCanonical(meaning),
      count: counting.countOf(meaning, 0),
    }),
  );
}

/** Pairings that a short one may stand for, "mina/jonathan" for "Jonathan Harker/Mina Murray Harker", behind what has it as typed. */
function pairingsMeant(
  suggestions: Suggestions,
  part: string,
  counting: Counting,
  met: readonly Candidate[],
): Candidate[] {
  const sides = pairingSides(part);
  const [longest] = sides.flat().toSorted((one, other) => other.length - one.length);
  if (longest === undefined || longest.length < 2) return [];
  const joins = joinsOf(part);
  const isMeant = (key: string) => joinsOf(key) === joins && isShortPairing(sides, pairingSides(key));
  return suggestions.best(longest, counting, 0, new Set(met.map(({ meaning }) => meaning)), isMeant);
}

/** "/" is romance, "&" is none. */
function joinsOf(key: string): string {
  return key.replace(/[^/&]/g, "");
}

/**
 * Every meaning of a kind that works in somebody's lists have, the most frequent first. Of a hundred thousand that
 * takes a while, so pages are let in between; what changes meanwhile may be counted as it was or as it is.
 */
export async function countKind(
  index: FindingIndex,
  viewNow: () => View,
  kindId: string,
): Promise<FacetValue[]> {
  const turns = new Turns();
  const values: FacetValue[] = [];
  let bits = countedRows(index, viewNow());
  for (const { meaning, most } of [...index.tags.ranking.mostFrequent(kindId)]) {
    if (turns.isOver) {
      await turns.next();
      bits = countedRows(index, viewNow());
    }
    const scratch = index.scratch.forGathering(index.rows);
    const count = most === 0 ? 0 : index.tags.countIn(bits, meaning, scratch);
    if (count > 0) values.push({ id: index.tags.meanings.table.idAt(meaning), count });
  }
  return values.sort((one, other) => other.count - one.count || (one.id < other.id ? -1 : 1));
}

/** How meanings are counted on some works. */
type Counting = {
  /** On how many a meaning stands at most, told from the most it has anywhere: asked for every name met. */
  mostOf(meaning: number, most: number): number;
  /** On how many it stands; fewer than `least` are of no use, and any smaller number will do. */
  countOf(meaning: number, least: number): number;
};
type Offer = { met: Met; by: number | null; least: number; counting: Counting };
type Candidate = { meaning: number; by: number | null; count: number };

/** Picks the best meanings for one wish. */
class Suggestions {
  readonly #index: FindingIndex;
  readonly #listed: Bitmap;
  readonly #kinds: ReadonlySet<string>;
  readonly #count: number;

  constructor(index: FindingIndex, view: View, { kinds, count }: SuggestionWish) {
    this.#index = index;
    this.#listed = countedRows(index, view);
    this.#kinds = new Set(kinds);
    this.#count = count;
  }

  /**
   * Canonical meanings first, then by where the part stands in the name, then by how many works have them.
   *
   * @param counting on how many works a meaning stands
   * @param isMeant which names are meant, by their search key
   * @param least on fewer works than this it is not offered; a canonical one may be offered that is on none
   */
  best(
    part: string,
    counting: Counting,
    least: 0 | 1,
    taken: ReadonlySet<number>,
    isMeant: (key: string) => boolean = () => true,
  ): Candidate[] {
    const found: Candidate[] = [];
    for (const canonical of [true, false]) {
      const bins: Record<Place, Candidate[]> = { beginning: [], word: [], inside: [] };
      const isOfUse = (meaning: number, place: Place, most: number) =>
        counting.mostOf(meaning, most) >= (this.#isFull(bins[place]) ? leastOf(bins[place]) : least) &&
        this.#isWanted(meaning) &&
        !taken.has(meaning);
      this.#index.tags.names.forEach(canonical, part, isOfUse, (met) => {
        const named = met.tags.filter(({ tag }) => isMeant(this.#index.tags.meanings.keyOf(tag)));
        const seen = seenTags(this.#index.tags, this.#listed, { ...met, tags: named });
        const place = places.find((one) => seen.some((tag) => tag.place === one));
        if (!place) return false;
        const own = seen.some(({ tag }) => tag === met.meaning);
        const by = own ? null : (seen.find((tag) => tag.place === place)?.tag ?? null);
        this.#add(bins[place], { met, by, least, counting });
        return this.#isFull(bins.beginning) && met.most < leastOf(bins.beginning);
      });
      found.push(...places.flatMap((place) => bins[place]));
      if (found.length >= this.#count) break;
    }
    return found.slice(0, this.#count);
  }

  #isWanted(meaning: number): boolean {
    return this.#kinds.size === 0 || this.#kinds.has(this.#index.tags.meanings.kindOf(meaning));
  }

  #add(bin: Candidate[], { met: { meaning, most }, by, least, counting }: Offer): void {
    const fewest = this.#isFull(bin) ? leastOf(bin) : 0;
    if (most < fewest) return;
    const candidate = { meaning, by, count: counting.countOf(meaning, fewest) };
    if (candidate.count < Math.max(fewest, this.#index.tags.meanings.isCanonical(meaning) ? least : 1))
      return;
    let at = bin.length;
    while (at > 0 && this.#comesBefore(candidate, bin[at - 1])) at--;
    bin.splice(at, 0, candidate);
    if (bin.length > this.#count) bin.pop();
  }

  #isFull(bin: readonly Candidate[]): boolean {
    return bin.length >= this.#count;
  }

  #comesBefore(one: Candidate, other: Candidate | undefined): boolean {
    if (!other) return false;
    if (one.count !== other.count) return one.count > other.count;
    const { meanings } = this.#index.tags;
    const [mine, theirs] = [meanings.keyOf(one.meaning), meanings.keyOf(other.meaning)];
    if (mine !== theirs) return mine < theirs;
    return meanings.table.numberAt(one.meaning) < meanings.table.numberAt(other.meaning);
  }
}

function leastOf(bin: readonly Candidate[]): number {
  return bin.at(-1)?.count ?? 0;
}

/** Counts meanings on the works of some fandoms; without fandoms nothing is asked. */
function countedInFandoms(
  index: FindingIndex,
  view: View,
  fandoms: readonly string[],
  ask: (counting: Counting) => Candidate[],
): Candidate[] {
  if (fandoms.length === 0) return [];
  const counts = countsInFandoms(index, view, fandoms);
  const countOf = (meaning: number) => counts[meaning] ?? 0;
  return ask({ mostOf: countOf, countOf });
}

/** Counts meanings one by one. */
function countingIn(index: FindingIndex, set: Bitmap): Counting {
  const scratch = index.scratch.forGathering(index.rows);
  return {
    mostOf: (_, most) => most,
    countOf: (meaning, least) => index.tags.countIn(set, meaning, scratch, least),
  };
}
