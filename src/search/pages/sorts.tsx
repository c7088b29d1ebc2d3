import type { Page } from "../../ui/page.ts";
import { urls } from "../../vocabulary/urls.ts";
import { fallsByItself, queryOfFilter } from "../filter-url.ts";
import { orderClause } from "../order-clause.ts";
import { sortOrders, type WorkFilter } from "../work-filter.ts";

/** The orders of a list, one click each; the form has the other way round. */
export function Sorts({ page, filter }: { page: Page; filter: WorkFilter }) {
  const { t } = page;
  return (
    <nav class="find-sorts" aria-label={t("Order of this list")}>
      <ul class="facts-line">
        {sortOrders.map((sort) => {
          const sorted = { ...filter, sort, descending: fallsByItself(sort), seed: filter.seed };
          const isCurrent = sort === filter.sort;
          // A random order gets its number where it is asked for, so that each asking is a new one.
          const address =
            sort === "random"
              ? queryOfFilter({ ...sorted, seed: 0 }).replace(/&?seed=0$/, "")
              : queryOfFilter(sorted);
          return (
            <li>
              <a href={urls.works(address)} aria-current={isCurrent ? "true" : undefined}>
                {orderClause(t, isCurrent ? filter : sorted)}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
