import { looksLikeId } from "../../vocabulary/ids.ts";
import { withAlternative } from "../alternatives.ts";
import { queryOfFilter, readFilter } from "../filter-url.ts";
import type { WorkFilter } from "../work-filter.ts";

/** A filter that is being put together, and the part of it that what is chosen goes to. */
export type Filling = { filter: WorkFilter; add: string };

/** The parts of a filter that a tag can be added to. */
const addable = ["with", "main", "mention", "without", "not-mention"];

const alternative = "or.";

/** The part that stands for "or this" beside a tag that is asked for. */
export function alternativeTo(tagId: string): string {
  return alternative + tagId;
}

/** The tag that what is chosen may stand in for; null: it stands for itself. */
export function replacedBy(add: string): string | null {
  const id = add.startsWith(alternative) ? add.slice(alternative.length) : "";
  return looksLikeId(id) ? id : null;
}

/** The part that an address names to be added to; null when it names none. */
export function partToFill(named: string | null): string | null {
  if (named === null) return null;
  return addable.includes(named) || replacedBy(named) !== null ? named : null;
}

/** The filter with a tag added. */
export function filled({ filter, add }: Filling, tagId: string): WorkFilter {
  const replaced = replacedBy(add);
  if (replaced !== null) return withAlternative(filter, replaced, tagId);
  const query = new URLSearchParams(queryOfFilter(filter));
  query.append(add, tagId);
  return readFilter(query).filter;
}
