import { ActionLink } from "../../../ui/action-link.tsx";
import { Day } from "../../../ui/day.tsx";
import { Form, FormButtons, SubmitButton } from "../../../ui/form.ts";
import { Moment } from "../../../ui/moment.tsx";
import type { Page } from "../../../ui/page.ts";
import { PostButton } from "../../../ui/post-button.tsx";
import { Sentence } from "../../../ui/sentence.tsx";
import { urls } from "../../../vocabulary/urls.ts";
import type { RemovedChapter } from "../../own-works.ts";
import type { Release } from "../../releases.ts";
import { keptUntil } from "../../trash.ts";
import type { ChapterEntry, Work } from "../../work.ts";
import { wordsSentence } from "../../work-length.tsx";
import { chapterMove, chapterRow, placeField } from "./chapter-order.ts";
import { chapterTitle } from "./titles.ts";

/** The form that the numbers before the chapters belong to; it stands after the list. */
const orderForm = "chapter-order";

/** The chapters of a work on its author's desk: write, publish, put in order, take away, take back. */
export function ChaptersSection(props: {
  page: Page;
  work: Work;
  chapters: ChapterEntry[];
  releases: Release[];
  removed: RemovedChapter[];
  daysInTrash: number;
}) {
  const { page, work, chapters } = props;
  const { t } = page;
  return (
    <section aria-labelledby="chapters">
      <h2 id="chapters">{t("Chapters")}</h2>
      <ol
        class="desk-list chapter-places"
        data-order-form={orderForm}
        data-drag-label={t("Drag")}
        data-drag-place={t("Place {place} of {of, number}", { place: "%", of: chapters.length })}
      >
        {chapters.map((chapter) => (
          <ChapterRow
            page={page}
            work={work}
            chapter={chapter}
            release={props.releases.find(({ chapterId }) => chapterId === chapter.id)}
            of={chapters.length}
          />
        ))}
      </ol>
      {chapters.length > 1 && (
        <Form page={page} id={orderForm} action={urls.chapterOrder(work.id)}>
          <FormButtons>
            <SubmitButton kind="quiet">{t("Put the chapters in the order of their numbers")}</SubmitButton>
          </FormButtons>
          <script type="module" src={page.assets.order} />
        </Form>
      )}
      <FormButtons>
        <ActionLink href={urls.newChapter(work.id)} kind="quiet">
          {t("Write chapter {number}", { number: chapters.length + 1 })}
        </ActionLink>
        <ActionLink href={urls.newImport(work.id)} kind="quiet">
          {t("Bring in a chapter")}
        </ActionLink>
        {chapters.some(({ status }) => status === "draft") && (
          <a href={urls.releasePlan(work.id)}>{t("Let drafts come out in a rhythm")}</a>
        )}
      </FormButtons>
      {props.removed.length > 0 && <RemovedChapters {...props} />}
    </section>
  );
}

function ChapterRow(props: {
  page: Page;
  work: Work;
  chapter: ChapterEntry;
  release: Release | undefined;
  of: number;
}) {
  const { page, work, chapter, of } = props;
  const { t } = page;
  const { number } = chapter;
  const mayPublish = work.status === "published" && chapter.status === "draft" && chapter.wordCount > 0;
  return (
    <li id={chapterRow(chapter.id)}>
      {of > 1 && (
        <input
          type="text"
          inputmode="numeric"
          class="place"
          name={placeField(chapter.id)}
          value={number}
          form={orderForm}
          autocomplete="off"
          aria-label={t("Place of chapter {number}", { number })}
        />
      )}
      <div class="grow">
        <h3 class="work-heading">
          <a href={urls.editChapter(work.id, chapter.id)} dir="auto">
            {chapterTitle(t, chapter)}
          </a>
        </h3>
        <ul class="facts-line">
          <li>{chapter.status === "draft" ? t("draft") : t("published")}</li>
          <li>{wordsSentence(page, chapter.wordCount)}</li>
          {props.release && (
            <li>
              <Waits page={page} release={props.release} />
            </li>
          )}
        </ul>
      </div>
      <div class="actions">
        {mayPublish && (
          <PostButton action={urls.chapterPublication(work.id, chapter.id)}>
            {t("Publish chapter {number}", { number })}
          </PostButton>
        )}
        {chapter.status === "draft" && (
          <a
            href={urls.chapterRelease(work.id, chapter.id)}
            aria-label={t("Choose its time: chapter {number}", { number })}
          >
            {t("Choose its time")}
          </a>
        )}
        {number < of && (
          <a
            href={urls.chapterJoining(work.id, chapter.id)}
            aria-label={t("Join with the next: chapter {number}", { number })}
          >
            {t("Join with the next")}
          </a>
        )}
        {number > 1 && <MoveButton page={page} work={work} chapter={chapter} way="up" />}
        {number < of && <MoveButton page={page} work={work} chapter={chapter} way="down" />}
        {of > 1 && (
          <a
            href={urls.chapterRemoval(work.id, chapter.id)}
            aria-label={t("Take away chapter {number}", { number })}
          >
            {t("Take away")}
          </a>
        )}
      </div>
    </li>
  );
}

/** For what a draft waits. */
function Waits({ page, release }: { page: Page; release: Release }) {
  const { t } = page;
  const { dueAt, timeZone, trouble } = release;
  if (trouble)
    return <strong>{dueAt === null ? t("passed over: it has no story") : t("did not come out")}</strong>;
  if (dueAt === null) return <>{t("in the queue")}</>;
  return (
    <Sentence
      page={page}
      says="comes out {moment}"
      parts={{ moment: <Moment page={page} at={dueAt} timeZone={timeZone} /> }}
    />
  );
}

function MoveButton(props: { page: Page; work: Work; chapter: ChapterEntry; way: "up" | "down" }) {
  const { t } = props.page;
  const { id, number } = props.chapter;
  const fields = { [chapterMove.way]: props.way, [chapterMove.chapter]: id };
  const label =
    props.way === "up" ? t("Up: chapter {number}", { number }) : t("Down: chapter {number}", { number });
  return (
    <PostButton action={urls.chapterOrder(props.work.id)} label={label} fields={fields}>
      {props.way === "up" ? t("Up") : t("Down")}
    </PostButton>
  );
}

function RemovedChapters(props: { page: Page; work: Work; removed: RemovedChapter[]; daysInTrash: number }) {
  const { page } = props;
  const { t } = page;
  return (
    <>
      <h3>{t("Chapters taken away")}</h3>
      <ul class="desk-list">
        {props.removed.map(({ id, title, wordCount, removedAt }) => (
          <li>
            <div class="grow">
              <p class="work-heading" id={`chapter-${id}`} dir="auto">
                {title || t("A chapter without a title")}
              </p>
              <p class="hint">
                {wordsSentence(page, wordCount)}.{" "}
                <Sentence
                  page={page}
                  says="Can be taken back until {day}. After that it is gone for good."
                  parts={{ day: <Day page={page} at={keptUntil(removedAt, props.daysInTrash)} /> }}
                />
              </p>
            </div>
            <PostButton action={urls.chapterReturn(props.work.id, id)} describedBy={`chapter-${id}`}>
              {t("Take it back")}
            </PostButton>
          </li>
        ))}
      </ul>
    </>
  );
}
