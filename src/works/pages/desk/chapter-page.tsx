import { ErrorSummary, Form, FormButtons, HiddenField, SubmitButton } from "../../../ui/form.ts";
import { Layout } from "../../../ui/layout.tsx";
import type { Page } from "../../../ui/page.ts";
import { Sentence } from "../../../ui/sentence.tsx";
import type { FieldErrors } from "../../../vocabulary/errors.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { type ChapterValues, readChapterValues } from "../../chapter-form.ts";
import { ChapterFormFields } from "../../chapter-form-fields.tsx";
import { FormFold } from "../../form-fold.tsx";
import { type Announcement, announced, quiet } from "../../releases/announcement.ts";
import { AnnouncementFields } from "../../releases/announcement-fields.tsx";
import type { Chapter, Work } from "../../work.ts";
import { afterwards } from "./afterwards.ts";
import { AutosaveLine } from "./autosaves/autosave-line.tsx";
import { AutosaveOffers } from "./autosaves/autosave-offers.tsx";
import { type FormAutosaves, keptOver } from "./autosaves/form-autosaves.ts";
import { StandingNow, shownChapter } from "./standing-now.tsx";
import { chapterTitle, workTitle } from "./titles.ts";
import { versionField } from "./version-field.ts";

/** A chapter being written: a new one when `chapter` is null. */
export function ChapterPage(props: {
  page: Page;
  work: Work;
  chapter: Pick<Chapter, "id" | "number" | "title" | "status" | "version"> | null;
  /** Which chapter of the work it is, counted as its author sees them. */
  number: number;
  values: ChapterValues;
  /** The version that the values began from. */
  version: number;
  autosaves: FormAutosaves;
  errors: FieldErrors;
  /** What readers learn of it, when it comes out with this form or is changed by it; undefined: not said yet. */
  announcement: Announcement | undefined;
  /** How many earlier states the chapter has. */
  earlierVersions: number;
  /** What stands now, when somebody saved the chapter after the form was opened. */
  standing: ChapterValues | null;
}) {
  const { page, work, chapter, number, errors, values, standing, autosaves } = props;
  const { t } = page;
  const isDraft = chapter?.status !== "published";
  const usual = isDraft ? announced : quiet;
  const announcement = props.announcement ?? usual;
  const heading = chapter ? chapterTitle(t, chapter) : t("Chapter {number}", { number });
  return (
    <Layout
      page={page}
      title={t("{chapter}, {work}", { chapter: heading, work: workTitle(t, work) })}
      kind="form"
      writes
      noindex
      // Fresh from the empty page: the browser may forget what was typed there.
      keptClear={page.said !== null && chapter?.version === 1 ? urls.newChapter(work.id) : undefined}
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
      <h1 dir="auto">{heading}</h1>
      <ErrorSummary page={page} errors={errors} />
      {!isDraft && <p>{t("Published: readers see what you change as soon as you save it.")}</p>}
      <AutosaveOffers
        page={page}
        autosaves={autosaves}
        version={chapter?.version ?? 0}
        shown={shownChapter(page, values)}
        read={({ typed }) => shownChapter(page, readChapterValues(typed))}
      />
      <Form
        page={page}
        action={chapter ? urls.editChapter(work.id, chapter.id) : urls.newChapter(work.id)}
        keep={keptOver(autosaves, chapter?.version ?? 0)}
      >
        <HiddenField name={versionField} value={props.version} />
        <ChapterFormFields
          page={page}
          values={values}
          errors={errors}
          language={work.language}
          elsewhere={
            chapter
              ? {
                  html: urls.editChapter(work.id, chapter.id),
                  markdown: urls.editChapterInMarkdown(work.id, chapter.id),
                }
              : undefined
          }
        />
        {standing && (
          <StandingNow
            page={page}
            language={work.language}
            typed={shownChapter(page, values)}
            standing={shownChapter(page, standing)}
            fate={t(
              "Whichever you choose, nothing is lost: what stands is kept among the earlier versions; what you typed is kept above this form.",
            )}
          />
        )}
        {work.status === "published" && (
          <FormFold
            title={
              isDraft ? t("What readers learn when you publish it") : t("What readers learn of the change")
            }
            open={announcement.told !== usual.told || announcement.movesUp !== usual.movesUp}
          >
            <AnnouncementFields page={page} value={announcement} />
          </FormFold>
        )}
        <AutosaveLine page={page} autosaves={autosaves} />
        <FormButtons>
          <SubmitButton>
            {standing ? t("Save mine over it") : isDraft ? t("Save as draft") : t("Save the changes")}
          </SubmitButton>
          {standing && (
            <SubmitButton kind="quiet" name={afterwards.name} value={afterwards.leave}>
              {t("Keep what stands")}
            </SubmitButton>
          )}
          <SubmitButton kind="quiet" name={afterwards.name} value={afterwards.preview}>
            {t("Save and preview")}
          </SubmitButton>
          {isDraft && work.status === "published" && (
            <SubmitButton kind="quiet" name={afterwards.name} value={afterwards.publish}>
              {t("Save and publish chapter {number}", { number })}
            </SubmitButton>
          )}
        </FormButtons>
      </Form>
      {chapter && (
        <p class="actions">
          {props.earlierVersions > 0 && (
            <a href={urls.chapterRevisions(work.id, chapter.id)}>
              {t("Earlier versions ({count, number})", { count: props.earlierVersions })}
            </a>
          )}
          {isDraft && <a href={urls.chapterRelease(work.id, chapter.id)}>{t("Choose when it comes out")}</a>}
          <a href={urls.chapterSplitting(work.id, chapter.id)}>{t("Split this chapter in two")}</a>
          <a href={urls.chapterRemoval(work.id, chapter.id)}>{t("Take this chapter away")}</a>
        </p>
      )}
    </Layout>
  );
}
