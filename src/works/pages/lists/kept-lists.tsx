import type { Page } from "../../../ui/page.ts";
import { urls } from "../../../vocabulary/urls.ts";

/** A list somebody keeps by name. */
export type KeptList = { name: string; href: string };

/** More than these are found a click away. */
const mostShown = 12;

/** The lists a reader comes back to, one click each; nothing for who keeps none. */
export function KeptLists({ page, lists }: { page: Page; lists: KeptList[] }) {
  const { t } = page;
  if (lists.length === 0) return null;
  return (
    <nav class="kept-lists" aria-labelledby="kept-lists">
      <h2 id="kept-lists">{t("My filters")}</h2>
      <ul class="facts-line">
        {lists.slice(0, mostShown).map(({ name, href }) => (
          <li>
            <a href={href} dir="auto">
              {name}
            </a>
          </li>
        ))}
        <li>
          <a href={urls.savedFilters()} class="quiet">
            {lists.length > mostShown
              ? t("all {count, number} of them", { count: lists.length })
              : t("change them")}
          </a>
        </li>
      </ul>
    </nav>
  );
}
