import type { WorkFilter } from "./work-filter.ts";

/** The lists of a filter that a thing is asked for in, and kept out in. */
const sides = {
  tag: ["all", "none"],
  rating: ["ratings", "notRatings"],
  category: ["categories", "notCategories"],
  language: ["languages", "notLanguages"],
  writer: ["writers", "notWriters"],
} as const;

/** What one can ask for by id. */
export type Listed = keyof typeof sides;

/** Whether a thing is asked for, kept out, or neither. */
export function standingOf(filter: WorkFilter, of: Listed, id: string): "in" | "out" | null {
  const [wanted, unwanted] = sides[of];
  if (filter[wanted].includes(id)) return "in";
  return filter[unwanted].includes(id) ? "out" : null;
}

/** The filter with a thing asked for, kept out, or neither; the rest as it was. */
export function withStanding(
  filter: WorkFilter,
  of: Listed,
  id: string,
  standing: "in" | "out" | null,
): WorkFilter {
  const [wanted, unwanted] = sides[of];
  const without = (ids: readonly string[]) => ids.filter((one) => one !== id);
  return {
    ...filter,
    [wanted]: [...without(filter[wanted]), ...(standing === "in" ? [id] : [])],
    [unwanted]: [...without(filter[unwanted]), ...(standing === "out" ? [id] : [])],
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
