import type { Facet, FacetKind, Found, PageWish } from "../found.ts";
import type { WorkFilter } from "../work-filter.ts";
import { countRows } from "./bitmap.ts";
import { countFacet, countFacets } from "./count-facets.ts";
import type { Audience, FindingIndex } from "./finding-index.ts";
import { type Asked, askedNow, matchRows } from "./match-rows.ts";
import { pickPage } from "./pick-page.ts";
import { searchKey } from "./search-key.ts";
import { seenTags } from "./seen-tags.ts";

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
  const found = new Set<number>();
  for (const canonical of [true, false])
    tags.names.forEach(
      canonical,
      part,
      (meaning) => !found.has(meaning),
      (met) => {
        if (seenTags(tags, audiences[audience].bits, met).length > 0) found.add(met.meaning);
        return false;
      },
    );
  return found;
}
