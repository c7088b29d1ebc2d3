import type { Page } from "../../ui/page.ts";
import { urls } from "../../vocabulary/urls.ts";

/** The few places of the wranglers' desk. */
export function DeskNav({ page }: { page: Page }) {
  const { t } = page;
  const path = page.path.split("?")[0];
  const places: [string, string][] = [
    [urls.wrangling(), t("New tags")],
    [urls.wranglingLog(), t("Log")],
    [urls.wranglingImport(), t("Bring tags in")],
  ];
  return (
    <nav class="wrangle-nav" aria-label={t("The wranglers’ desk")}>
      <ul class="actions">
        {places.map(([href, text]) => (
          <li>
            <a href={href} aria-current={path === href ? "page" : undefined}>
              {text}
            </a>
          </li>
        ))}
        <li>
          <a href={urls.wranglingSheet()} download>
            {t("Take the tags along (CSV)")}
          </a>
        </li>
      </ul>
    </nav>
  );
}
