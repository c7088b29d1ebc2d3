import type { Facet, FacetKind, Found, PageWish } from "../found.ts";
import type { WorkFilter } from "../work-filter.ts";
import { type Bitmap, countCommon, countRows, takeOut } from "./bitmap.ts";
import { countFacet, countFacets } from "./count-facets.ts";
import type { FindingIndex } from "./finding-index.ts";
import { type Asked, askedNow, matchRows } from "./match-rows.ts";
import { pickPage } from "./pick-page.ts";
import { searchKey } from "./search-key.ts";
import { seenTags } from "./seen-tags.ts";
import { audienceIn, countedRows, quietIn, type View } from "./view.ts";

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
  view: View,
  wish: PageWish,
  asked: Asked = askedNow(),
): Found {
  const set = matchRows(index, filter, audienceIn(view), asked);
  const quiet = quietIn(view);
  const all = countRows(set);
  const read = quiet?.read ? countCommon(set, quiet.read) : 0;
  if (quiet) takeOut(set, quiet.hidden);
  const shown = quiet ? countRows(set) : all;
  if (quiet && wish.folded === false) takeOut(set, quiet.folded);
  // A folded work keeps its place in the list, and counts for nothing.
  const picked = pickPage(index, { set, total: countIf(quiet !== null, set, all) }, filter, asked.text, wish);
  if (quiet && wish.folded !== false) takeOut(set, quiet.folded);
  const total = countIf(quiet !== null, set, all);
  return {
    total,
    folded: shown - total,
    hidden: all - shown,
    read,
    ...picked,
    facets: wish.facets === false ? [] : countFacets(index, { set, total }, filter),
  };
}

function countIf(isChanged: boolean, set: Bitmap, before: number): number {
  return isChanged ? countRows(set) : before;
}

/**
 * The values of one facet among the works a filter finds, for somebody who types.
 *
 * @param typed part of a tag's name, or of a synonym's; nothing: all. Other facets are short and give all they have
 */
export function findFacetValues(
  index: FindingIndex,
  filter: WorkFilter,
  view: View,
  kind: FacetKind,
  typed: string,
  asked: Asked = askedNow(),
): Facet {
  const set = matchRows(index, filter, audienceIn(view), asked);
  const quiet = quietIn(view);
  if (quiet) for (const rows of [quiet.hidden, quiet.folded]) takeOut(set, rows);
  const part = searchKey(typed);
  return countFacet(
    index,
    { set, total: countRows(set) },
    kind,
    part === "" ? null : meaningsNamed(index, view, part),
    offered,
  );
}

/** The meanings somebody may mean who typed this; a synonym that is on no work of theirs does not exist for them. */
function meaningsNamed(index: FindingIndex, view: View, part: string): Set<number> {
  const { tags } = index;
  const counted = countedRows(index, view);
  const found = new Set<number>();
  for (const canonical of [true, false])
    tags.names.forEach(
      canonical,
      part,
      (meaning) => !found.has(meaning),
      (met) => {
        if (seenTags(tags, counted, met).length > 0) found.add(met.meaning);
        return false;
      },
    );
  return found;
}
