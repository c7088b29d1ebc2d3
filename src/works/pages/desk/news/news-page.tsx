import { Day } from "../../../../ui/day.tsx";
import { ErrorSummary, Form, FormButtons, HiddenField, SubmitButton, TextArea } from "../../../../ui/form.ts";
import { Layout } from "../../../../ui/layout.tsx";
import type { Page } from "../../../../ui/page.ts";
import { Sentence } from "../../../../ui/sentence.tsx";
import type { FieldErrors } from "../../../../vocabulary/errors.ts";
import { urls } from "../../../../vocabulary/urls.ts";
import type { News } from "../../../news.ts";
import { Note } from "../../../story.tsx";
import type { Work } from "../../../work.ts";
import { workTitle } from "../titles.ts";
import { versionField } from "../version-field.ts";

export const newsField = "text";

/** News for the readers of a work: new when `news` is null, with all that was posted before beneath it. */
export function NewsPage(props: {
  page: Page;
  work: Work;
  news: News | null;
  earlier: News[];
  /** Exactly as typed. */
  typed: string;
  /** The version that what was typed began from. */
  version: number;
  errors: FieldErrors;
  /** What stands now, when somebody saved it after the form was opened. */
  standing: string | null;
}) {
  const { page, work, news, errors } = props;
  const { t } = page;
  const heading = news ? t("Change your news") : t("News for readers");
  return (
    <Layout
      page={page}
      title={t("{chapter}, {work}", { chapter: heading, work: workTitle(t, work) })}
      kind="form"
      noindex
    >
      <p class="chapter-of">
        <Sentence
          page={page}
          says="Of {work}"
          parts={{
            work: (
              <a href={urls.editWork(work.id)} dir="auto">
                {workTitle(t, work)}
              </a>
            ),
          }}
        />
      </p>
      <h1>{heading}</h1>
      <ErrorSummary page={page} errors={errors} />
      <p>
        {work.status === "draft"
          ? t(
              "The work is a draft: its readers see the news once they have the work, and nobody is told of it.",
            )
          : t(
              "Something that is no chapter: when posting goes on, or thanks. It stands on the page of the work, for all who may see the work, and in no download.",
            )}
      </p>
      <Form
        page={page}
        action={news ? urls.editNews(work.id, news.id) : urls.newNews(work.id)}
        keep={news?.version ?? props.earlier[0]?.postedAt ?? 0}
      >
        <HiddenField name={versionField} value={props.version} />
        <TextArea
          page={page}
          name={newsField}
          label={t("What you want to tell them")}
          value={props.typed}
          rows={6}
          lang={work.language}
          autocomplete="off"
          required
          error={errors[newsField]}
        />
        {props.standing !== null && (
          <section class="standing-now">
            <h2>{t("What stands now")}</h2>
            <Note html={props.standing} language={work.language} />
          </section>
        )}
        <FormButtons>
          <SubmitButton>{news ? t("Save the news") : t("Post the news")}</SubmitButton>
        </FormButtons>
      </Form>
      {!news && props.earlier.length > 0 && <Earlier {...props} />}
    </Layout>
  );
}

function Earlier({ page, work, earlier }: { page: Page; work: Work; earlier: News[] }) {
  const { t } = page;
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier">{t("What you told them before")}</h2>
      <ul class="desk-list">
        {earlier.map(({ id, text, postedAt }) => (
          <li>
            <div class="grow">
              <p class="small quiet" id={`news-${id}`}>
                <Day page={page} at={postedAt} />
              </p>
              <Note html={text} language={work.language} />
            </div>
            <div class="actions">
              <a href={urls.editNews(work.id, id)} aria-describedby={`news-${id}`}>
                {t("Change")}
              </a>
              <a href={urls.newsRemoval(work.id, id)} aria-describedby={`news-${id}`}>
                {t("Take back")}
              </a>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
