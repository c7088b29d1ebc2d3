import type { Facet, FacetKind, Found, PageWish } from "../found.ts";
import type { WorkFilter } from "../work-filter.ts";
import { countRows } from "./bitmap.ts";
import { countFacet, countFacets } from "./count-facets.ts";
import type { Audience, FindingIndex } from "./finding-index.ts";
import { type Asked, askedNow, matchRows } from "./match-rows.ts";
import { pickPage } from "./pick-page.ts";
import { searchKey } from "./search-key.ts";

/** Values offered for what somebody typed. */
const offered = 20;

/**
 * Answers a filter: how many, which page, and every facet (none, where they are not wished for).
 *
 * @param asked when, and what of the texts fits; a filter that asks for text finds nothing without
 */
export function findRows(
  index: FindingIndex,
  filter: WorkFilter,
  audience: Audience,
  wish: PageWish,
  asked: Asked = askedNow(),
): Found {
  const set = matchRows(index, filter, audience, asked);
  const total = countRows(set);
  return {
    total,
    ...pickPage(index, { set, total }, filter, asked.text, wish),
    facets: wish.facets === false ? [] : countFacets(index, { set, total }, filter),
  };
}

/**
 * The values of one facet among the works a filter finds, for somebody who types.
 *
 * @param typed part of a tag's name, or of a synonym's; nothing: all. Other facets are short and give all they have
 */
export function findFacetValues(
  index: FindingIndex,
  filter: WorkFilter,
  audience: Audience,
  kind: FacetKind,
  typed: string,
  asked: Asked = askedNow(),
): Facet {
  const set = matchRows(index, filter, audience, asked);
  const part = searchKey(typed);
  return countFacet(
    index,
    { set, total: countRows(set) },
    kind,
    part === "" ? null : meaningsNamed(index, audience, part),
    offered,
  );
}

/** The meanings somebody may mean who typed this; a synonym that is on no work of theirs does not exist for them. */
function meaningsNamed({ tags, audiences }: FindingIndex, audience: Audience, part: string): Set<number> {
  const { meanings } = tags;
  const found = new Set<number>();
  for (let tag = 0; tag < meanings.size; tag++) {
    if (!meanings.keyOf(tag).includes(part)) continue;
    const meaning = meanings.meaningOf(tag);
    if (found.has(meaning)) continue;
    if (meaning === tag || meanings.isCanonical(tag) || tags.standsIn(audiences[audience].bits, tag))
      found.add(meaning);
  }
  return found;
}
