import { fallsByItself, sortByItself } from "./meant-order.ts";
import type { WorkFilter } from "./work-filter.ts";

/** The lists of a filter that a thing is asked for in, and kept out in; the first of each is what is meant as a rule. */
const sides = {
  tag: { in: ["all", "main", "mentioned"], out: ["none", "notMentioned"] },
  rating: { in: ["ratings"], out: ["notRatings"] },
  category: { in: ["categories"], out: ["notCategories"] },
  language: { in: ["languages"], out: ["notLanguages"] },
  writer: { in: ["writers"], out: ["notWriters"] },
  giftTo: { in: ["giftsTo"], out: [] },
  series: { in: ["series"], out: [] },
} as const;

/** What one can ask for by id. */
export type Listed = keyof typeof sides;

/** Whether a thing is asked for, kept out, or neither. */
export function standingOf(filter: WorkFilter, of: Listed, id: string): "in" | "out" | null {
  const { in: wanted, out: unwanted } = sides[of];
  if (wanted.some((list) => filter[list].includes(id))) return "in";
  return unwanted.some((list) => filter[list].includes(id)) ? "out" : null;
}

/** The filter with a thing asked for, kept out, or neither; the rest as it was. */
export function withStanding(
  filter: WorkFilter,
  of: Listed,
  id: string,
  standing: "in" | "out" | null,
): WorkFilter {
  const changed = { ...filter };
  const lists = [...sides[of].in, ...sides[of].out];
  for (const list of lists) changed[list] = filter[list].filter((one) => one !== id);
  const into = standing === null ? undefined : sides[of][standing][0];
  if (into !== undefined) changed[into] = [...changed[into], id];
  return changed;
}

/** The lists a tag may stand in: how much it must matter to a work, or how far it must be kept away. */
export type TagList = (typeof sides.tag)["in" | "out"][number];

/** The filter with a tag in one list and in no other. */
export function withTagIn(filter: WorkFilter, list: TagList, id: string): WorkFilter {
  const without = withStanding(filter, "tag", id, null);
  return { ...without, [list]: [...without[list], id] };
}

/** The filter with other words to look for in the text; the best match comes first as soon as there are any. */
export function withText(filter: WorkFilter, text: string): WorkFilter {
  const before = sortByItself(filter.text);
  const sort = filter.sort === before || filter.sort === "relevance" ? sortByItself(text) : filter.sort;
  return {
    ...filter,
    text,
    sort,
    descending: sort === filter.sort ? filter.descending : fallsByItself(sort),
  };
}

/** The filter with a wish about one answer to a warning; asking for one answer takes the place of all about that warning. */
export function withWarning(
  filter: WorkFilter,
  id: string,
  answer: "yes" | "no" | "unsaid",
  standing: "in" | "out" | null,
): WorkFilter {
  const others = filter.warnings.filter(
    (wish) => wish.id !== id || (standing !== "in" && wish.answer !== answer),
  );
  return {
    ...filter,
    warnings: standing === null ? others : [...others, { id, answer, is: standing === "in" }],
  };
}
