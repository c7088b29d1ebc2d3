import type { Database } from "../../plumbing/database/database.ts";
import { urls } from "../../vocabulary/urls.ts";
import type { AfterStory } from "../../works/after-story.ts";
import { isBookmarked } from "../bookmarks.ts";

/** The section's id: whoever kept a work comes back to it. */
export const bookmarkId = "keep";

/** Puts the keeping of a work after its story: for members, and only where readers have it. */
export function showBookmark({ reading }: Database): AfterStory {
  return async (context, work) => {
    const { person, page } = context.var;
    if (person.kind === "visitor" || work.status !== "published" || work.mine) return null;
    const { t } = page;
    const isKept = await isBookmarked(reading, person, work.id);
    return (
      <section class="keeping" id={bookmarkId} tabindex={-1} aria-label={t("Bookmark")}>
        {isKept && (
          <p class="quiet">
            {t("You keep this work.")} <a href={urls.bookmarks()}>{t("My bookmarks")}</a>
          </p>
        )}
        <div class="actions">
          <form method="post" action={urls.bookmark(work.id)} class="post-button">
            <input type="hidden" name="keeps" value={isKept ? "no" : "yes"} />
            <button type="submit" class="link-button">
              {isKept ? t("Let it go") : t("Keep it among my bookmarks")}
            </button>
          </form>
          <a href={urls.workShelves(work.id)}>{t("Put on a shelf")}</a>
        </div>
      </section>
    );
  };
}
