import {
  CheckboxGroup,
  ErrorSummary,
  FieldGroup,
  Form,
  FormButtons,
  RadioGroup,
  SubmitButton,
  TextField,
} from "../../../../ui/form.ts";
import { Layout } from "../../../../ui/layout.tsx";
import { Moment } from "../../../../ui/moment.tsx";
import { Notice } from "../../../../ui/notice.tsx";
import type { Page } from "../../../../ui/page.ts";
import { PostButton } from "../../../../ui/post-button.tsx";
import type { FieldErrors } from "../../../../vocabulary/errors.ts";
import type { Translate } from "../../../../vocabulary/translate.ts";
import { urls } from "../../../../vocabulary/urls.ts";
import { AnnouncementFields } from "../../../releases/announcement-fields.tsx";
import type { Settled } from "../../../releases/wall-clock.ts";
import { type Release, type ReleaseQueue, timesOfQueue } from "../../../releases.ts";
import type { ChapterEntry, Work } from "../../../work.ts";
import { chapterTitle, workTitle } from "../titles.ts";
import { type QueueValues, queueFieldNames } from "./queue-form.ts";
import { DateField, TimeField, ZoneField } from "./time-fields.tsx";
import { troubleSentence } from "./trouble-sentence.ts";

/** The field that says whether a queue is held or goes on. */
export const pauseField = { name: "queue", pause: "pause", resume: "resume" };

/** When the chapters of a work come out: what is planned, and the rhythm of its queue. */
export function PlanPage(props: {
  page: Page;
  work: Work;
  chapters: ChapterEntry[];
  releases: Release[];
  queue: ReleaseQueue | null;
  values: QueueValues;
  errors: FieldErrors;
}) {
  const { page, work, chapters, queue, values, errors } = props;
  const { t } = page;
  const heading = t("When the chapters of “{title}” come out", { title: workTitle(t, work) });
  const drafts = chapters.filter(({ status }) => status === "draft");
  return (
    <Layout page={page} title={heading} kind="form" noindex>
      <h1 dir="auto">{heading}</h1>
      <ErrorSummary page={page} errors={errors} />
      <p>
        {t(
          "Chapters that wait are drafts: nobody but the authors can see them or find a trace of them. They come out by themselves, at their times.",
        )}
      </p>
      <p class="actions">
        <a href={urls.editWork(work.id)}>{t("Back to the work")}</a>
        <a href={urls.newChapter(work.id)}>{t("Write another chapter")}</a>
      </p>
      <ToCome {...props} />
      <section aria-labelledby="queue">
        <h2 id="queue">{t("The queue")}</h2>
        {drafts.length === 0 ? (
          <p class="quiet">
            {t("There are no drafts to put in a queue. Write one first, and it can wait here.")}
          </p>
        ) : (
          <>
            <p>
              {t(
                "Drafts in the queue come out one after another, in the order of the chapters. One without a story is passed over.",
              )}
            </p>
            <QueueState page={page} work={work} queue={queue} waits={values.chapterIds.length > 0} />
            <Form page={page} action={urls.releasePlan(work.id)} narrow>
              <CheckboxGroup
                page={page}
                name={queueFieldNames.chapters}
                label={t("Which drafts stand in it")}
                values={values.chapterIds}
                choices={drafts.map((chapter) => ({
                  value: chapter.id,
                  label: chapterTitle(t, chapter),
                  hint: chapter.wordCount === 0 ? t("Without a story yet.") : undefined,
                }))}
              />
              <RhythmFields page={page} values={values} errors={errors} />
              <FieldGroup legend={t("What readers learn of it")}>
                <AnnouncementFields page={page} value={values.announcement} />
              </FieldGroup>
              <FormButtons>
                <SubmitButton>{t("Keep this plan")}</SubmitButton>
              </FormButtons>
            </Form>
          </>
        )}
      </section>
    </Layout>
  );
}

/** The names of the days of the week, by their numbers; Monday first. */
function weekdayNames(t: Translate): { value: string; label: string }[] {
  const names = [
    t("Monday"),
    t("Tuesday"),
    t("Wednesday"),
    t("Thursday"),
    t("Friday"),
    t("Saturday"),
    t("Sunday"),
  ];
  return names.map((label, index) => ({ value: String((index + 1) % 7), label }));
}

function RhythmFields({ page, values, errors }: { page: Page; values: QueueValues; errors: FieldErrors }) {
  const { t } = page;
  const names = queueFieldNames;
  return (
    <>
      <RadioGroup
        page={page}
        name={names.rhythm}
        label={t("In which rhythm")}
        value={values.rhythm}
        choices={[
          { value: "weekdays", label: t("On days of the week") },
          { value: "days", label: t("Every so many days") },
        ]}
        error={errors[names.rhythm]}
      />
      <CheckboxGroup
        page={page}
        inRow
        name={names.weekdays}
        label={t("Days of the week")}
        values={values.weekdays}
        choices={weekdayNames(t)}
        error={errors[names.weekdays]}
      />
      <TextField
        page={page}
        name={names.every}
        label={t("Days from one chapter to the next")}
        hint={t("Counts when you chose “Every so many days”, as does the day below.")}
        inputmode="numeric"
        size="short"
        value={values.every}
        autocomplete="off"
        error={errors[names.every]}
      />
      <DateField page={page} label={t("Counted from")} value={values.date} errors={errors} />
      <TimeField page={page} value={values.time} errors={errors} />
      <ZoneField page={page} value={values.timeZone} errors={errors} />
    </>
  );
}

function QueueState(props: { page: Page; work: Work; queue: ReleaseQueue | null; waits: boolean }) {
  const { page, work, queue } = props;
  const { t } = page;
  if (!queue) return null;
  const button = queue.paused ? pauseField.resume : pauseField.pause;
  return (
    <>
      {queue.trouble && (
        <Notice kind="firm">
          <p>
            {t("The queue was held, because its next chapter could not come out.")}{" "}
            {troubleSentence(t, queue.trouble)}
          </p>
        </Notice>
      )}
      {queue.paused && !queue.trouble && (
        <Notice>
          <p>{t("The queue is paused: nothing comes out of it until you let it go on.")}</p>
        </Notice>
      )}
      {(queue.paused || props.waits) && (
        <p>
          <PostButton action={urls.releasePause(work.id)} fields={{ [pauseField.name]: button }}>
            {queue.paused ? t("Let the queue go on") : t("Pause the queue")}
          </PostButton>
        </p>
      )}
    </>
  );
}

type Coming = { chapter: ChapterEntry; timeZone: string; time: Settled };

/** What comes out and when, the next first; then what waits without a time, or did not come out. */
function ToCome(props: {
  page: Page;
  work: Work;
  chapters: ChapterEntry[];
  releases: Release[];
  queue: ReleaseQueue | null;
}) {
  const { page, work, chapters, releases, queue } = props;
  const { t } = page;
  if (releases.length === 0) return null;
  const byId = new Map(chapters.map((chapter) => [chapter.id, chapter]));
  const queued = releases.filter(({ dueAt }) => dueAt === null);
  const ready = queued.filter(({ chapterId }) => (byId.get(chapterId)?.wordCount ?? 0) > 0);
  const times = timesOfQueue(queue, ready.length);
  const coming = releases.flatMap((release): Coming[] => {
    const chapter = byId.get(release.chapterId);
    if (!chapter) return [];
    const time: Settled | undefined =
      release.dueAt === null ? times[ready.indexOf(release)] : { at: release.dueAt, shows: "once" };
    if (!time || (release.dueAt !== null && release.trouble)) return [];
    return [
      {
        chapter,
        time,
        timeZone: release.dueAt === null ? (queue?.timeZone ?? release.timeZone) : release.timeZone,
      },
    ];
  });
  coming.sort((one, other) => one.time.at - other.time.at || one.chapter.number - other.chapter.number);
  const comes = new Set(coming.map(({ chapter }) => chapter.id));
  return (
    <section aria-labelledby="to-come">
      <h2 id="to-come">{t("What is to come")}</h2>
      <ul class="desk-list">
        {coming.map(({ chapter, time, timeZone }) => (
          <li>
            <div class="grow">
              <ChapterHeading page={page} work={work} chapter={chapter} />
              <p class="hint">
                <Moment page={page} at={time.at} timeZone={timeZone} />
                {time.shows === "never" && ` ${t("(Clocks are put forward over the usual time that day.)")}`}
                {time.shows === "twice" && ` ${t("(Clocks are put back that day: the first of two.)")}`}
              </p>
            </div>
            <a
              href={urls.chapterRelease(work.id, chapter.id)}
              aria-label={t("Change the time of chapter {number}", { number: chapter.number })}
            >
              {t("Change")}
            </a>
          </li>
        ))}
        {releases.map((release) => {
          const chapter = byId.get(release.chapterId);
          if (!chapter || comes.has(chapter.id)) return null;
          return (
            <li>
              <div class="grow">
                <ChapterHeading page={page} work={work} chapter={chapter} />
                <p class="hint">
                  {release.trouble
                    ? release.dueAt === null
                      ? t("Passed over at its turn: it had no story yet.")
                      : t("It did not come out at its time. {reason}", {
                          reason: troubleSentence(t, release.trouble),
                        })
                    : chapter.wordCount === 0
                      ? t("In the queue, and without a story yet.")
                      : t("In the queue, which rests.")}
                </p>
              </div>
              <a
                href={urls.chapterRelease(work.id, chapter.id)}
                aria-label={t("Change the time of chapter {number}", { number: chapter.number })}
              >
                {t("Change")}
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function ChapterHeading({ page, work, chapter }: { page: Page; work: Work; chapter: ChapterEntry }) {
  return (
    <h3 class="work-heading">
      <a href={urls.editChapter(work.id, chapter.id)} dir="auto">
        {chapterTitle(page.t, chapter)}
      </a>
    </h3>
  );
}
