import type { Page } from "../../../ui/page.ts";
import { Sentence } from "../../../ui/sentence.tsx";
import { urls } from "../../../vocabulary/urls.ts";
import { queryOfFilter } from "../../filter-url.ts";
import type { KeptStanding } from "../../saved/kept-standing.ts";
import type { WorkFilter } from "../../work-filter.ts";
import { feedOfFilter } from "./feed-of-filter.ts";

/** Keeping a list by name, and following it: quiet lines for whoever wants to come back to it. */
export function KeepFilter(props: { page: Page; filter: WorkFilter; kept: KeptStanding }) {
  const { page, filter, kept } = props;
  const { t } = page;
  const query = queryOfFilter(filter);
  return (
    <ul class="facts-line find-keep">
      {kept.own ? (
        <li>
          <Sentence
            page={page}
            says="This is your filter {name}."
            parts={{
              name: (
                <a href={urls.savedFilter(kept.own.id)} dir="auto">
                  {kept.own.name}
                </a>
              ),
            }}
          />
        </li>
      ) : (
        <li>
          <a href={urls.newSavedFilter(query)}>
            {kept.from
              ? t("Save this filter, or change “{name}” to it", { name: kept.from.name })
              : t("Save this filter")}
          </a>
        </li>
      )}
      <li>
        <a href={feedOfFilter(filter).atom}>{t("Follow this list as a feed")}</a>
      </li>
      {page.person.signedIn && (
        <li>
          <a href={urls.savedFilters()}>{t("My filters")}</a>
        </li>
      )}
    </ul>
  );
}
