import { numberNotesOn } from "../../../story-text/footnote-ids.ts";
import { ActionLink } from "../../../ui/action-link.tsx";
import { Layout } from "../../../ui/layout.tsx";
import { Notice } from "../../../ui/notice.tsx";
import type { Page } from "../../../ui/page.ts";
import { PostButton } from "../../../ui/post-button.tsx";
import type { Translate } from "../../../vocabulary/translate.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { Story } from "../../story.tsx";
import type { Lack } from "../../what-is-lacking.ts";
import type { Chapter, Visibility, Work, WorkWarning } from "../../work.ts";
import { isWrittenTogether } from "../../written-together.ts";
import { chapterName, isOnePiece } from "../reading/chapter-name.ts";
import { ChapterNotesAfter, ChapterNotesBefore, WorkEndNotes } from "../reading/chapter-notes.tsx";
import { Colophon } from "../reading/colophon.tsx";
import { DraftMark } from "../reading/draft-notice.tsx";
import { TitlePage } from "../reading/title-page.tsx";
import { WorkNotes } from "../reading/work-notes.tsx";
import { lackSentence } from "./lack-sentences.ts";
import { workTitle } from "./titles.ts";

type Props = { page: Page; work: Work; chapters: Chapter[]; warnings: WorkWarning[]; lacks: Lack[] };

/** A work as readers will have it, drafts and all, with the way on: back to the form, or out to the readers. */
export function PreviewPage(props: Props) {
  const { page, work, chapters } = props;
  const { t } = page;
  const stories = numberNotesOn(chapters.map(({ story }) => story));
  const onePiece = isOnePiece(chapters, work.expectedChapters);
  // Fresh from an empty page: the browser may forget what was typed there.
  const savedPages = [
    ...(work.version === 1 ? [urls.newWork()] : []),
    ...(chapters.some(({ version }) => version === 1) ? [urls.newChapter(work.id)] : []),
  ];
  const [kept, ...alsoKept] = page.said === null ? [] : savedPages;
  return (
    <Layout
      page={page}
      title={t("Preview of {title}", { title: workTitle(t, work) })}
      kind="reading"
      noindex
      keptClear={kept}
    >
      {alsoKept.map((address) => (
        <span data-kept-clear={address} />
      ))}
      <WayOn {...props} />
      <article class="whole-work">
        <div class="title-page">
          <TitlePage page={page} work={work} warnings={props.warnings} />
          <WorkNotes page={page} work={work} part="summary" />
          <WorkNotes page={page} work={work} part="before" />
        </div>
        {chapters.map((chapter, index) => (
          <section class="chapter" id={`chapter-${chapter.id}`}>
            <h2 class={onePiece ? "visually-hidden" : undefined} dir="auto">
              {onePiece ? t("The story") : chapterName(page, chapter)}
            </h2>
            <DraftLine page={page} work={work} chapter={chapter} />
            <ChapterNotesBefore page={page} work={work} chapter={chapter} />
            <Story html={stories[index] ?? ""} language={work.language} />
            <ChapterNotesAfter page={page} work={work} chapter={chapter} />
          </section>
        ))}
        <WorkEndNotes page={page} work={work} />
        <Colophon page={page} work={work} />
      </article>
      <WayOn {...props} />
    </Layout>
  );
}

/** Stands before and behind the work: whoever has read to the end can publish there. */
function WayOn({ page, work, chapters, lacks }: Props) {
  const { t } = page;
  if (work.status === "published") {
    const ready = chapters.filter(({ status, wordCount }) => status === "draft" && wordCount > 0);
    return (
      <Notice title={t("Preview, with the drafts among the chapters")}>
        <p>{t("Readers see only what is not marked as a draft.")}</p>
        <div class="actions">
          {ready.map(({ id, number }) => (
            <PostButton action={urls.chapterPublication(work.id, id)} kind="main">
              {t("Publish chapter {number}", { number })}
            </PostButton>
          ))}
          <a href={urls.editWork(work.id)}>{t("Back to editing")}</a>
          <a href={urls.work(work.id)}>{t("See it as readers do")}</a>
        </div>
      </Notice>
    );
  }
  return (
    <Notice title={t("Preview: this is how readers will have it")} kind={lacks.length > 0 ? "firm" : "quiet"}>
      {lacks.length > 0 ? (
        <>
          <p>{t("Before it can be published:")}</p>
          <ul>
            {lacks.map((lack) => (
              <li>{lackSentence(t, lack)}</li>
            ))}
          </ul>
          <ActionLink href={urls.editWork(work.id)}>{t("Back to editing")}</ActionLink>
        </>
      ) : (
        <>
          <p>
            {isWrittenTogether(work)
              ? togetherOncePublished(work.visibility, t)
              : oncePublished(work.visibility, t)}
          </p>
          <div class="actions">
            <PostButton action={urls.publication(work.id)} kind="main">
              {t("Publish the work")}
            </PostButton>
            <a href={urls.editWork(work.id)}>{t("Back to editing")}</a>
          </div>
        </>
      )}
    </Notice>
  );
}

/** What is still a draft among published chapters says so and can go out from here. */
function DraftLine({ page, work, chapter }: { page: Page; work: Work; chapter: Chapter }) {
  const { t } = page;
  const { number } = chapter;
  if (work.status === "draft")
    return chapter.wordCount === 0 ? (
      <p class="quiet draft-line">{t("Empty: it stays a draft when the work is published.")}</p>
    ) : null;
  if (chapter.status === "published") return null;
  return (
    <div class="actions draft-line">
      <DraftMark page={page} status={chapter.status} />
      {chapter.wordCount > 0 && (
        <PostButton action={urls.chapterPublication(work.id, chapter.id)}>
          {t("Publish chapter {number}", { number })}
        </PostButton>
      )}
      <a href={urls.editChapter(work.id, chapter.id)}>{t("Edit chapter {number}", { number })}</a>
    </div>
  );
}

function oncePublished(visibility: Visibility, t: Translate): string {
  return {
    everyone: t("Only you can see it now. Once published, everybody can."),
    members: t("Only you can see it now. Once published, every member of this archive can."),
    link: t("Only you can see it now. Once published, whoever knows its address can, and no list shows it."),
    private: t("Only you can see it, and that stays so when it is published: you chose “Only me”."),
  }[visibility];
}

/** The same, for a work that several people write. */
function togetherOncePublished(visibility: Visibility, t: Translate): string {
  return {
    everyone: t("Only its authors can see it now. Once published, everybody can."),
    members: t("Only its authors can see it now. Once published, every member of this archive can."),
    link: t(
      "Only its authors can see it now. Once published, whoever knows its address can, and no list shows it.",
    ),
    private: t(
      "Only its authors can see it, and that stays so when it is published: “Only me” means all of you.",
    ),
  }[visibility];
}
