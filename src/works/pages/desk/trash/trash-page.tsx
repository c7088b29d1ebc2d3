import type { Child } from "hono/jsx";
import { Day } from "../../../../ui/day.tsx";
import { Layout } from "../../../../ui/layout.tsx";
import type { Page } from "../../../../ui/page.ts";
import { PostButton } from "../../../../ui/post-button.tsx";
import { Sentence } from "../../../../ui/sentence.tsx";
import { urls } from "../../../../vocabulary/urls.ts";
import type { Trash } from "../../../trash/list-trash.ts";
import { keptUntil } from "../../../trash.ts";
import { wordsSentence } from "../../../work-length.tsx";
import { workTitle } from "../titles.ts";

/** What a writer took away: until when each is kept, the way back, and the way to be rid of it now. */
export function TrashPage({ page, trash, daysInTrash }: { page: Page; trash: Trash; daysInTrash: number }) {
  const { t } = page;
  const { works, chapters, series } = trash;
  return (
    <Layout page={page} title={t("Trash")} noindex>
      <h1>{t("Trash")}</h1>
      <p>
        {t(
          "What you take away lies here for {days, plural, one {# day} other {# days}}, seen by nobody else. Until then you can take it back, just as it was.",
          { days: daysInTrash },
        )}
      </p>
      <p class="actions">
        <a href={urls.desk()}>{t("Back to my desk")}</a>
      </p>
      {works.length + chapters.length + series.length === 0 && (
        <p class="quiet">{t("There is nothing in it.")}</p>
      )}
      {works.length > 0 && (
        <section aria-labelledby="works">
          <h2 id="works">{t("Works")}</h2>
          <ul class="desk-list">
            {works.map((work) => (
              <Removed
                page={page}
                id={`work-${work.workId}`}
                heading={workTitle(t, work)}
                facts={[
                  t("{count, plural, one {# chapter} other {# chapters}}", { count: work.chapters }),
                  wordsSentence(page, work.words),
                ]}
                until={keptUntil(work.removedAt, daysInTrash)}
                returning={urls.workReturn(work.workId)}
                forgetting={urls.workForgetting(work.workId)}
              />
            ))}
          </ul>
        </section>
      )}
      {chapters.length > 0 && (
        <section aria-labelledby="chapters">
          <h2 id="chapters">{t("Chapters")}</h2>
          <ul class="desk-list">
            {chapters.map((chapter) => (
              <Removed
                page={page}
                id={`chapter-${chapter.chapterId}`}
                heading={chapter.title || t("A chapter without a title")}
                facts={[
                  <Sentence
                    page={page}
                    says="of {work}"
                    parts={{
                      work: (
                        <a href={urls.editWork(chapter.workId)} dir="auto">
                          {workTitle(t, { title: chapter.workTitle })}
                        </a>
                      ),
                    }}
                  />,
                  wordsSentence(page, chapter.words),
                ]}
                until={keptUntil(chapter.removedAt, daysInTrash)}
                returning={urls.chapterReturn(chapter.workId, chapter.chapterId)}
                forgetting={urls.chapterForgetting(chapter.workId, chapter.chapterId)}
              />
            ))}
          </ul>
        </section>
      )}
      {series.length > 0 && (
        <section aria-labelledby="series">
          <h2 id="series">{t("Series")}</h2>
          <ul class="desk-list">
            {series.map(({ seriesId, title, works, removedAt }) => (
              <Removed
                page={page}
                id={`series-${seriesId}`}
                heading={title}
                facts={[
                  t("{count, plural, one {its # work stays} other {its # works stay}} where they are", {
                    count: works,
                  }),
                ]}
                until={keptUntil(removedAt, daysInTrash)}
                returning={urls.seriesReturn(seriesId)}
                forgetting={urls.seriesForgetting(seriesId)}
              />
            ))}
          </ul>
        </section>
      )}
    </Layout>
  );
}

function Removed(props: {
  page: Page;
  id: string;
  heading: string;
  facts: Child[];
  until: number;
  returning: string;
  /** Where it is deleted for good at once. */
  forgetting: string;
}) {
  const { page, id } = props;
  const { t } = page;
  return (
    <li>
      <div class="grow">
        <h3 class="work-heading" id={id} dir="auto">
          {props.heading}
        </h3>
        <ul class="facts-line">
          {props.facts.map((fact) => (
            <li>{fact}</li>
          ))}
        </ul>
        <p class="hint">
          <Sentence
            page={page}
            says="Can be taken back until {day}. After that it is gone for good."
            parts={{ day: <Day page={page} at={props.until} /> }}
          />
        </p>
      </div>
      <div class="actions">
        <PostButton action={props.returning} describedBy={id}>
          {t("Take it back")}
        </PostButton>
        <a href={props.forgetting} aria-describedby={id}>
          {t("Delete for good now")}
        </a>
      </div>
    </li>
  );
}
