import type { Page } from "../../../ui/page.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { continueUrl, newChaptersSentence } from "../../reader-mark-line.tsx";
import { readingTime } from "../../reading-time.ts";
import type { WorkCard } from "../../work.ts";

/** What a member was reading, one line a story. */
export function GoOn(props: { page: Page; works: WorkCard[]; wordsPerMinute: number }) {
  const { page, works } = props;
  const { t } = page;
  if (works.length === 0) return null;
  return (
    <section aria-labelledby="go-on">
      <h2 id="go-on">{t("Go on reading")}</h2>
      <ul class="go-on">
        {works.map(
          (work) =>
            work.mark?.place && (
              <li>
                <a
                  class="work-title"
                  href={continueUrl(work.id, work.mark.place)}
                  lang={work.language}
                  dir="auto"
                >
                  {work.title}
                </a>
                <ul class="facts-line">
                  {work.chapterCount > 1 && (
                    <li>{t("chapter {number, number}", { number: work.mark.place.number })}</li>
                  )}
                  {work.mark.place.newChapters > 0 && (
                    <li>{newChaptersSentence(page, work.mark.place.newChapters)}</li>
                  )}
                  <li>
                    {t("{time} left", {
                      time: readingTime(t, work.mark.place.wordsLeft, props.wordsPerMinute),
                    })}
                  </li>
                </ul>
              </li>
            ),
        )}
      </ul>
      <p>
        <a href={urls.ledger()}>{t("My ledger")}</a>
      </p>
    </section>
  );
}
