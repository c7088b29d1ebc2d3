import type { Database } from "../../../plumbing/database/database.ts";
import { urls } from "../../../vocabulary/urls.ts";
import type { OnWriterPage } from "../../../works/after-story.ts";
import { summaryText } from "../../../works/summary-text.ts";
import { listPublicShelves } from "../../shelves.ts";

/** Puts the shelves that everybody finds on the page of the name they are kept under. */
export function shelvesOfWriter({ reading }: Database): OnWriterPage {
  return async ({ t }, pseudId) => {
    const shelves = await listPublicShelves(reading, pseudId);
    if (shelves.length === 0) return null;
    return (
      <section aria-labelledby="shelves">
        <h2 id="shelves">{t("Shelves")}</h2>
        <ul class="shelf-list">
          {shelves.map(({ id, name, text }) => (
            <li>
              <a href={urls.shelf(id)} dir="auto">
                {name}
              </a>
              {text !== "" && (
                <p class="quiet small" dir="auto">
                  {summaryText(text)}
                </p>
              )}
            </li>
          ))}
        </ul>
      </section>
    );
  };
}
