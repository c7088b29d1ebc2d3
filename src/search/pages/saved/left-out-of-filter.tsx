import type { Page } from "../../../ui/page.ts";
import { missesAWish } from "../../feeds/misses-a-wish.ts";
import type { ToldFilter } from "../../saved/tell-saved.ts";

/** What of a kept filter is not there any more, in a line; nothing when all of it is. */
export function LeftOutOfFilter({ page, told }: { page: Page; told: ToldFilter }) {
  const { t } = page;
  const count = told.leftOut + told.problems.length;
  if (count === 0) return null;
  const feedWaits = told.problems.length > 0 || missesAWish(told.asked, told.known);
  return (
    <p class="small">
      {t(
        "{count, plural, one {One thing} other {# things}} it asks for cannot be found here now; the list is made without.",
        { count },
      )}{" "}
      {feedWaits && t("Its feed stays empty until that is back, or the filter is changed.")}
    </p>
  );
}
