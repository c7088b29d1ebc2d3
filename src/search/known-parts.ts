import type { FilterNames } from "./filter-names.ts";
import type { WorkFilter } from "./work-filter.ts";

/**
 * The filter without what does not exist for the person who asks: a tag, writer, recipient, series, rating, warning
 * or category that was never there, is gone, or is hidden from them; the three are told alike.
 *
 * @returns how many parts were left out
 */
export function knownParts(filter: WorkFilter, names: FilterNames): { filter: WorkFilter; leftOut: number } {
  let leftOut = 0;
  const among = (isKnown: (id: string) => boolean) => (ids: readonly string[]) => {
    const known = ids.filter(isKnown);
    leftOut += ids.length - known.length;
    return known;
  };
  const tags = among((id) => names.tags.has(id));
  const writers = among((id) => names.writers.has(id));
  const recipients = among((id) => names.recipients.has(id));
  const series = among((id) => names.series.has(id));
  const row = (rows: readonly { id: string }[]) => among((id) => rows.some((row) => row.id === id));
  const warnings = filter.warnings.filter(({ id }) => names.warnings.some((warning) => warning.id === id));
  leftOut += filter.warnings.length - warnings.length;
  return {
    filter: {
      ...filter,
      all: tags(filter.all),
      main: tags(filter.main),
      mentioned: tags(filter.mentioned),
      any: filter.any.map(tags).filter((group) => group.length > 0),
      none: tags(filter.none),
      notMentioned: tags(filter.notMentioned),
      ratings: row(names.ratings)(filter.ratings),
      notRatings: row(names.ratings)(filter.notRatings),
      categories: row(names.categories)(filter.categories),
      notCategories: row(names.categories)(filter.notCategories),
      warnings,
      writers: writers(filter.writers),
      notWriters: writers(filter.notWriters),
      giftsTo: recipients(filter.giftsTo),
      series: series(filter.series),
    },
    leftOut,
  };
}
