import type { Page } from "../../ui/page.ts";
import type { Cursor, Found } from "../found.ts";

/** The way on and back. There are no page numbers: works come in while one reads, and no work is shown twice or passed over. */
export function PageTurner(props: { page: Page; found: Found; urlOf: (place: Cursor) => string }) {
  const { found, urlOf } = props;
  const { t } = props.page;
  if (found.next === null && found.previous === null) return null;
  return (
    <nav class="pager" aria-label={t("Pages of this list")}>
      {found.previous !== null && (
        <a rel="prev" href={urlOf(found.previous)}>
          {t("Previous page")}
        </a>
      )}
      {found.next !== null && (
        <a rel="next" href={urlOf(found.next)}>
          {t("Next page")}
        </a>
      )}
    </nav>
  );
}
