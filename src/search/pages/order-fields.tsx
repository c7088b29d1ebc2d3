import { SelectField } from "../../ui/form.ts";
import type { Page } from "../../ui/page.ts";
import { fallsByItself, sortByItself } from "../meant-order.ts";
import type { SortOrder, WorkFilter } from "../work-filter.ts";
import type { CountedSort } from "./counted-sorts.ts";
import { sortsOffered } from "./sorts.tsx";

/**
 * What the list is ordered by, and which way. Nothing chosen means what goes without saying: the newest first, or the
 * best match as soon as words are asked for.
 */
export function OrderFields(props: { page: Page; filter: WorkFilter; counted: readonly CountedSort[] }) {
  const { page, filter, counted } = props;
  const { t } = page;
  const byItself = sortByItself(filter.text);
  const names: Record<SortOrder, string> = {
    updated: t("Last update"),
    posted: t("First posting"),
    words: t("Length"),
    title: t("Title"),
    author: t("Writer"),
    kudos: t("Kudos"),
    comments: t("Comments"),
    bookmarks: t("Bookmarks"),
    hits: t("Readings"),
    relevance: t("Best match"),
    random: t("Chance"),
  };
  const downByItself = fallsByItself(filter.sort);
  return (
    <>
      <SelectField
        page={page}
        name="sort"
        label={t("In order of")}
        value={filter.sort === byItself ? "" : filter.sort}
        nothing={byItself === "relevance" ? names.relevance : t("Last update, or best match for words")}
        choices={sortsOffered(filter, counted)
          .filter((sort) => sort !== byItself)
          .map((sort) => ({ value: sort, label: names[sort] }))}
      />
      <SelectField
        page={page}
        name="order"
        label={t("Beginning with")}
        value={filter.descending === downByItself ? "" : filter.descending ? "down" : "up"}
        nothing={t("As usual: newest, longest, most, A")}
        choices={[
          { value: "down", label: t("The newest, longest, most, Z") },
          { value: "up", label: t("The oldest, shortest, fewest, A") },
        ]}
      />
    </>
  );
}
