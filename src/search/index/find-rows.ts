import { foldName } from "../../vocabulary/fold-name.ts";
import type { Facet, FacetKind, Found, PageWish } from "../found.ts";
import type { WorkFilter } from "../work-filter.ts";
import { countRows } from "./bitmap.ts";
import { countFacet, countFacets } from "./count-facets.ts";
import type { Audience, FindingIndex } from "./finding-index.ts";
import { matchRows } from "./match-rows.ts";
import { pickPage } from "./pick-page.ts";

/** Values offered for what somebody typed. */
const offered = 20;

/** Answers a filter: how many, which page, and every facet (none, where they are not wished for). */
export function findRows(index: FindingIndex, filter: WorkFilter, audience: Audience, wish: PageWish): Found {
  const set = matchRows(index, filter, audience);
  const total = countRows(set);
  return {
    total,
    ...pickPage(index, set, total, filter, wish),
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
): Facet {
  const set = matchRows(index, filter, audience);
  const part = searchable(foldName(typed));
  return countFacet(
    index,
    { set, total: countRows(set) },
    kind,
    part === "" ? null : tagsNamed(index, part),
    offered,
  );
}

function tagsNamed({ tags: { meanings } }: FindingIndex, part: string): Set<number> {
  const found = new Set<number>();
  for (let place = 0; place < meanings.size; place++)
    if (searchable(meanings.nameOf(place)).includes(part)) found.add(meanings.meaningOf(place));
  return found;
}

/** Accents do not matter to somebody who types. */
function searchable(name: string): string {
  return /^[\x20-\x7e]*$/.test(name) ? name : name.normalize("NFKD").replace(/\p{M}/gu, "");
}
