import { formatDate } from "../../../../ui/formats.ts";
import { Layout } from "../../../../ui/layout.tsx";
import { Notice } from "../../../../ui/notice.tsx";
import type { Page } from "../../../../ui/page.ts";
import { urls } from "../../../../vocabulary/urls.ts";
import { chapterLabels } from "../../../chapter-form.ts";
import type { Revision, RevisionEntry, RevisionField } from "../../../revisions.ts";
import { Note, Story } from "../../../story.tsx";
import type { Chapter, Work } from "../../../work.ts";
import { chapterTitle } from "../titles.ts";
import { Comparison } from "./comparison.tsx";
import { ChooseRevisions, comparisonId, RevisionList } from "./revision-list.tsx";

/** Why a version was not brought back. */
export type RestorationRefusal = "saved meanwhile" | "without a story";

/** Every state a chapter had, what changed from one to another, and the way back to any. */
export function RevisionsPage(props: {
  page: Page;
  work: Work;
  chapter: Chapter;
  entries: RevisionEntry[];
  changed: Map<number, RevisionField[]>;
  /** Which author saved each, by version; none while one person alone writes the work. */
  savers: Map<number, string>;
  current: number;
  /** The states that are compared; twice the same is read. Without an earlier one there are none. */
  compared: { before: Revision; after: Revision } | null;
  refusal: RestorationRefusal | null;
}) {
  const { page, work, chapter, entries, compared } = props;
  const { t } = page;
  const heading = t("Earlier versions of “{title}”", { title: chapterTitle(t, chapter) });
  const place = { page, workId: work.id, chapterId: chapter.id, entries };
  return (
    <Layout page={page} title={heading} noindex>
      <h1 dir="auto">{heading}</h1>
      {props.refusal && (
        <Notice kind="firm">
          <p>{refusalSentence(page, props.refusal)}</p>
        </Notice>
      )}
      <p>
        {t(
          "Whenever you save the chapter and something is different, what stood there before is kept here, for its authors alone and for as long as the chapter is there.",
        )}
      </p>
      <p class="actions">
        <a href={urls.editChapter(work.id, chapter.id)}>{t("Back to the chapter")}</a>
      </p>
      {compared === null ? (
        <p>{t("There are no earlier versions yet.")}</p>
      ) : (
        <>
          <p>
            {chapter.status === "published"
              ? t(
                  "Bringing a version back loses nothing: what stands now is kept here too. Readers see it at once, and nobody is sent a notice of a new chapter.",
                )
              : t("Bringing a version back loses nothing: what stands now is kept here too.")}
          </p>
          <section aria-labelledby="versions">
            <h2 id="versions">{t("All versions")}</h2>
            <p class="hint">{t("Times are those of Greenwich (UTC).")}</p>
            <RevisionList {...place} changed={props.changed} savers={props.savers} current={props.current} />
            <ChooseRevisions {...place} before={compared.before.version} after={compared.after.version} />
          </section>
          <section aria-labelledby={comparisonId}>
            <ComparedStates page={page} work={work} {...compared} />
          </section>
        </>
      )}
    </Layout>
  );
}

function ComparedStates(props: { page: Page; work: Work; before: Revision; after: Revision }) {
  const { page, work, before, after } = props;
  const { t, locale } = page;
  const timeOf = ({ savedAt }: Revision) => formatDate(savedAt, locale, "withTime");
  if (before.version === after.version)
    return (
      <>
        <h2 id={comparisonId}>{t("The version of {time}", { time: timeOf(after) })}</h2>
        <WholeRevision page={page} language={work.language} revision={after} />
      </>
    );
  return (
    <>
      <h2 id={comparisonId}>{t("What changed")}</h2>
      <p>
        {t("From the version of {before} to that of {after}.", {
          before: timeOf(before),
          after: timeOf(after),
        })}
      </p>
      <Comparison page={page} language={work.language} before={before} after={after} />
    </>
  );
}

/** A state as it reads. */
function WholeRevision(props: { page: Page; language: string; revision: Revision }) {
  const { page, language } = props;
  const { title, story, ...notes } = props.revision.fields;
  const labels = chapterLabels(page.t);
  return (
    <>
      {title !== "" && (
        <h3 lang={language} dir="auto">
          {title}
        </h3>
      )}
      {(["summary", "notes"] as const).map(
        (field) =>
          notes[field] !== "" && (
            <section aria-label={labels[field]} class="chapter-notes">
              <Note html={notes[field]} language={language} />
            </section>
          ),
      )}
      {story === "" ? (
        <p class="quiet">{page.t("Without a story yet.")}</p>
      ) : (
        <Story html={story} language={language} />
      )}
      {notes.endNotes !== "" && (
        <section aria-label={labels.endNotes} class="chapter-notes">
          <Note html={notes.endNotes} language={language} />
        </section>
      )}
    </>
  );
}

function refusalSentence({ t }: Page, refusal: RestorationRefusal): string {
  return {
    "saved meanwhile": t(
      "The chapter was saved after you opened this page, perhaps by you in another window, so nothing was brought back. Below is what stands now. Bring the version back once more if you still want to.",
    ),
    "without a story": t(
      "Readers have this chapter, and that version has no story, so it was not brought back. Nothing was changed.",
    ),
  }[refusal];
}
