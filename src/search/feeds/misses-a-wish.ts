import type { WorkFilter } from "../work-filter.ts";

/**
 * Whether something that works must have is not there for the person, so that truly no work has it. A page then says
 * what it left out and shows the rest; a feed that nobody looks at would bring a flood, and waits instead.
 *
 * @param known the filter without what is not there (`knownParts`)
 */
export function missesAWish(asked: WorkFilter, known: WorkFilter): boolean {
  const some = (list: "all" | "main" | "mentioned" | "writers" | "any") =>
    known[list].length < asked[list].length;
  const all = (list: "ratings" | "categories" | "languages" | "giftsTo" | "series") =>
    asked[list].length > 0 && known[list].length === 0;
  const warnings = ({ warnings }: WorkFilter) => warnings.filter(({ is }) => is).length;
  return (
    (["all", "main", "mentioned", "writers", "any"] as const).some(some) ||
    (["ratings", "categories", "languages", "giftsTo", "series"] as const).some(all) ||
    warnings(known) < warnings(asked)
  );
}
