import type { Page } from "./page.ts";

/** The way on through a list that grows while one reads it, and back to its beginning; there are no page numbers. */
export function OnwardPager(props: {
  page: Page;
  /** What the list is, for those who hear it: "Pages of this talk". */
  label?: string;
  /** The first page; null where one is on it. */
  beginning: string | null;
  /** null: this is the last page. */
  next: string | null;
}) {
  const { beginning, next } = props;
  const { t } = props.page;
  if (beginning === null && next === null) return null;
  return (
    <nav class="pager" aria-label={props.label ?? t("Pages of this list")}>
      {beginning !== null && <a href={beginning}>{t("From the beginning")}</a>}
      {next !== null && (
        <a rel="next" href={next}>
          {t("Next page")}
        </a>
      )}
    </nav>
  );
}
