import type { Page } from "../../ui/page.ts";
import { urls } from "../../vocabulary/urls.ts";
import { queryOfFilter } from "../filter-url.ts";
import { fallsByItself } from "../meant-order.ts";
import { orderClause } from "../order-clause.ts";
import { type SortOrder, sortOrders, type WorkFilter } from "../work-filter.ts";
import type { CountedSort } from "./counted-sorts.ts";

const alwaysOffered: readonly SortOrder[] = ["updated", "posted", "words", "title", "author", "random"];

/** The orders that tell something: those by a count that works have, the best match where words are asked for. */
export function sortsOffered(filter: WorkFilter, counted: readonly CountedSort[]): SortOrder[] {
  const offered = new Set<SortOrder>([...alwaysOffered, ...counted, filter.sort]);
  if (filter.text !== "") offered.add("relevance");
  const inOrder = sortOrders.filter((sort) => offered.has(sort));
  return filter.text === "" ? inOrder : ["relevance", ...inOrder.filter((sort) => sort !== "relevance")];
}

/** The orders of a list, one click each; the form has the other way round. */
export function Sorts(props: { page: Page; filter: WorkFilter; counted: readonly CountedSort[] }) {
  const { page, filter, counted } = props;
  const { t } = page;
  return (
    <nav class="find-sorts" aria-label={t("Order of this list")}>
      <ul class="facts-line">
        {sortsOffered(filter, counted).map((sort) => {
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
