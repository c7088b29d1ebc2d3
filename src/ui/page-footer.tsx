import { urls } from "../vocabulary/urls.ts";
import type { Page } from "./page.ts";

/** Who runs this, by which rules, on what; always in the same place (WCAG 2.2, 3.2.6 Consistent Help). */
export function PageFooter({ page }: { page: Page }) {
  const { t } = page;
  return (
    <footer class="page-footer">
      <ul>
        <li>
          <a href={urls.about()}>{t("About this archive")}</a>
        </li>
        <li>
          <a href={`${urls.about()}#rules`}>{t("Rules")}</a>
        </li>
        <li>
          <a href={urls.comfort(page.path)} rel="nofollow">
            {t("Type and colours")}
          </a>
        </li>
      </ul>
      <p>{t("Runs on Pressie")}</p>
    </footer>
  );
}
