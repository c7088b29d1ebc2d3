import {
  ErrorSummary,
  FieldGroup,
  Form,
  FormButtons,
  RadioGroup,
  SubmitButton,
} from "../../../../ui/form.ts";
import { Layout } from "../../../../ui/layout.tsx";
import { Moment, momentSentence } from "../../../../ui/moment.tsx";
import { Notice } from "../../../../ui/notice.tsx";
import type { Page } from "../../../../ui/page.ts";
import { PostButton } from "../../../../ui/post-button.tsx";
import { Sentence } from "../../../../ui/sentence.tsx";
import type { FieldErrors } from "../../../../vocabulary/errors.ts";
import { urls } from "../../../../vocabulary/urls.ts";
import { AnnouncementFields } from "../../../releases/announcement-fields.tsx";
import type { Release } from "../../../releases.ts";
import type { Chapter, Work } from "../../../work.ts";
import { chapterTitle, workTitle } from "../titles.ts";
import { type ReleaseValues, twoMoments, whichField } from "./release-form.ts";
import { DateField, TimeField, ZoneField } from "./time-fields.tsx";
import { troubleSentence } from "./trouble-sentence.ts";

/** When one chapter comes out. */
export function ReleasePage(props: {
  page: Page;
  work: Work;
  chapter: Pick<Chapter, "id" | "number" | "title" | "wordCount">;
  /** What is planned; null: nothing. */
  release: Release | null;
  values: ReleaseValues;
  errors: FieldErrors;
}) {
  const { page, work, chapter, release, values, errors } = props;
  const { t } = page;
  const heading = t("When “{title}” comes out", { title: chapterTitle(t, chapter) });
  const two = twoMoments(values);
  return (
    <Layout page={page} title={heading} kind="form" noindex>
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
      <h1 dir="auto">{heading}</h1>
      <ErrorSummary page={page} errors={errors} />
      <Planned page={page} release={release} />
      {chapter.wordCount === 0 && (
        <p>{t("It has no story yet. Without one it does not come out: write it before its time.")}</p>
      )}
      {work.status === "draft" && (
        <p>{t("The work is still a draft: it comes out with this chapter, and with this chapter alone.")}</p>
      )}
      <Form page={page} action={urls.chapterRelease(work.id, chapter.id)} narrow>
        <DateField page={page} label={t("Day")} value={values.date} errors={errors} />
        <TimeField page={page} value={values.time} errors={errors} />
        <ZoneField page={page} value={values.timeZone} errors={errors} />
        {two.length > 0 && (
          <RadioGroup
            page={page}
            name={whichField}
            label={t("This time comes twice")}
            value={values.which}
            choices={two.map((at) => ({
              value: String(at),
              label: momentSentence(page, at, values.timeZone),
            }))}
            error={errors[whichField]}
          />
        )}
        {work.status === "published" && (
          <FieldGroup legend={t("What readers learn of it")}>
            <AnnouncementFields page={page} value={values.announcement} />
          </FieldGroup>
        )}
        <FormButtons>
          <SubmitButton>{t("Let it come out then")}</SubmitButton>
        </FormButtons>
      </Form>
      <div class="actions">
        {release && (
          <PostButton action={urls.chapterReleaseRemoval(work.id, chapter.id)}>
            {t("Let it stay a draft")}
          </PostButton>
        )}
        <a href={urls.releasePlan(work.id)}>{t("Let several chapters come out in a rhythm")}</a>
      </div>
    </Layout>
  );
}

function Planned({ page, release }: { page: Page; release: Release | null }) {
  const { t } = page;
  if (!release)
    return (
      <p>
        {t("Until its time nobody but its authors can see it or find a trace of it. It comes out by itself.")}
      </p>
    );
  const { dueAt, timeZone, trouble } = release;
  if (dueAt === null)
    return <p>{t("It stands in the queue of its work. A time of its own takes it out of the queue.")}</p>;
  const parts = { moment: <Moment page={page} at={dueAt} timeZone={timeZone} /> };
  if (trouble)
    return (
      <Notice kind="firm">
        <p>
          <Sentence page={page} says="It should have come out on {moment}, and did not." parts={parts} />{" "}
          {troubleSentence(t, trouble)} {t("Nothing was lost. Give it another time, or publish it yourself.")}
        </p>
      </Notice>
    );
  return (
    <p>
      <Sentence page={page} says="It comes out on {moment}." parts={parts} />
    </p>
  );
}
