import { memberOf } from "../../../people/member-only.ts";
import type { ArchiveContext, ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import { type FormValues, readForm } from "../../../plumbing/http/form-values.ts";
import { type FieldErrors, NotFound } from "../../../vocabulary/errors.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { addChapter } from "../../add-chapter.ts";
import { settleAutosave } from "../../autosaves/settle-autosave.ts";
import { changeChapter } from "../../change-chapter.ts";
import {
  type ChapterValues,
  chapterFieldNames,
  chapterValuesOf,
  newChapterValues,
  readChapterValues,
} from "../../chapter-form.ts";
import { SavedMeanwhile } from "../../own-work.ts";
import { listOwnWorks } from "../../own-works.ts";
import { publishChapter } from "../../publish-chapter.ts";
import { type Announcement, announced, quiet } from "../../releases/announcement.ts";
import { readAnnouncement } from "../../releases/announcement-fields.tsx";
import { countRevisions } from "../../revisions.ts";
import { inMarkdown, readChapter, type StorySources } from "../../story-sources.ts";
import { NotReady } from "../../what-is-lacking.ts";
import type { Chapter, Work } from "../../work.ts";
import { listChapters } from "../../works.ts";
import { afterwards } from "./afterwards.ts";
import { autosavesOfForm, type FormAutosaves } from "./autosaves/form-autosaves.ts";
import { leaveTyped, noRoom } from "./autosaves/leave-typed.ts";
import { ChapterPage } from "./chapter-page.tsx";
import type { DeskParts, WritingParts } from "./desk-parts.ts";
import { overtakenSentence } from "./edit-work-handlers.tsx";
import { GoneChapterPage } from "./gone-chapter-page.tsx";
import { lackSentence } from "./lack-sentences.ts";
import { ownChapterOf, ownWorkOf } from "./own-work-of.ts";
import { versionOf } from "./version-field.ts";

/** Shows an empty chapter, behind the last one. */
export function showNewChapter({ database }: DeskParts): ArchiveHandler {
  return async (context) => {
    const { member, work } = await ownWorkOf(context, database.reading);
    const number = (await listChapters(database.reading, work)).length + 1;
    const place = { form: "new-chapter", workId: work.id } as const;
    const { autosaves, taken } = await autosavesOfForm(context, database.reading, member, place);
    const values = taken ? readChapterValues(taken.typed) : newChapterValues;
    return answer(context, database, work, null, { number, values, version: 0, autosaves });
  };
}

/** Keeps a new chapter as a draft, or publishes it at once when its button says so. */
export function handleNewChapter({ database, settings, tidier }: WritingParts): ArchiveHandler {
  return async (context) => {
    const { member, work } = await ownWorkOf(context, database.reading);
    const form = await readForm(context);
    const values = readChapterValues(form);
    const number = (await listChapters(database.reading, work)).length + 1;
    const place = { form: "new-chapter", workId: work.id } as const;
    const { autosaves } = await autosavesOfForm(context, database.reading, member, place, form);
    const refuse = (errors: FieldErrors) =>
      answer(
        context,
        database,
        work,
        null,
        { number, values, version: 0, autosaves, announcement: readAnnouncement(form, announced) },
        { errors, status: 422 },
      );
    const { fields, errors } = await readChapter(
      values,
      await settings.current(),
      context.var.page.t,
      tidier,
    );
    if (errors) return refuse(errors);
    try {
      const chapterId = await database.write(async (writer) => {
        const id = await addChapter(writer, member, work.id, fields, Date.now());
        if (asksToPublish(form, work)) {
          const announcement = readAnnouncement(form, announced);
          await publishChapter(writer, member, work.id, id, Date.now(), announcement);
        }
        await settleAutosave(writer, member, place, autosaves.continued, Date.now());
        return id;
      });
      return goOn(context, form, work, chapterId);
    } catch (cause) {
      if (cause instanceof NotReady) return refuse(storyMissing(context, cause));
      throw cause;
    }
  };
}

/** Shows a chapter to its author, to be changed. */
export function showEditChapter({ database, tidier }: WritingParts): ArchiveHandler {
  return async (context) => {
    const { member, work, chapter } = await ownChapterOf(context, database.reading);
    const { number } = chapter;
    const place = { form: "chapter", workId: work.id, chapterId: chapter.id } as const;
    const { autosaves, taken } = await autosavesOfForm(context, database.reading, member, place);
    const stored = chapterValuesOf(chapter);
    const isMarkdown = context.req.query("source") === "markdown";
    const values = taken
      ? readChapterValues(taken.typed)
      : isMarkdown
        ? await inMarkdown(stored, tidier)
        : stored;
    const version = taken ? taken.version : chapter.version;
    return answer(context, database, work, chapter, { number, values, version, autosaves });
  };
}

/** Saves a chapter, and publishes it when its button says so. */
export function handleEditChapter({ database, settings, tidier }: WritingParts): ArchiveHandler {
  return async (context) => {
    const form = await readForm(context);
    const values = readChapterValues(form);
    const own = await chapterOrTyped(context, database, values);
    if (own instanceof Response) return own;
    const { member, work, chapter } = own;
    const place = { form: "chapter", workId: work.id, chapterId: chapter.id } as const;
    const { autosaves } = await autosavesOfForm(context, database.reading, member, place, form);
    const announcement = readAnnouncement(form, chapter.status === "published" ? quiet : announced);
    const typed = { number: chapter.number, values, version: versionOf(form), autosaves, announcement };
    const refuse = (errors: FieldErrors) =>
      answer(context, database, work, chapter, typed, { errors, status: 422 });
    if (form.text(afterwards.name) === afterwards.leave)
      return (
        (await leaveTyped(context, { database, settings }, member, autosaves, form)) ??
        refuse(noRoom(context))
      );
    const { fields, errors } = await readChapter(
      values,
      await settings.current(),
      context.var.page.t,
      tidier,
    );
    if (errors) return refuse(errors);
    try {
      await database.write(async (writer) => {
        const now = Date.now();
        await changeChapter(writer, member, work.id, chapter.id, typed.version, fields, now, announcement);
        if (asksToPublish(form, work))
          await publishChapter(writer, member, work.id, chapter.id, now, announcement);
        await settleAutosave(writer, member, place, autosaves.continued, now);
      });
    } catch (cause) {
      if (cause instanceof NotReady) return refuse(storyMissing(context, cause));
      if (cause instanceof NotFound) {
        // It went between the question and the saving.
        const gone = await chapterOrTyped(context, database, values);
        if (gone instanceof Response) return gone;
      }
      if (!(cause instanceof SavedMeanwhile)) throw cause;
      const now = await chapterOrTyped(context, database, values);
      if (now instanceof Response) return now;
      return answer(
        context,
        database,
        now.work,
        now.chapter,
        { ...typed, version: now.chapter.version },
        {
          errors: { "": overtakenSentence(context) },
          status: 409,
          standing: await standingIn(values, now.chapter, tidier),
        },
      );
    }
    return goOn(context, form, work, chapter.id);
  };
}

/**
 * The chapter that is saved; where it went meanwhile from a work that the member may change, a page with all they typed.
 *
 * @throws NotFound for anybody else's: nothing of theirs was ever on the page
 */
async function chapterOrTyped(
  context: ArchiveContext,
  { reading }: Database,
  values: ChapterValues,
): Promise<Awaited<ReturnType<typeof ownChapterOf>> | Response> {
  try {
    return await ownChapterOf(context, reading);
  } catch (cause) {
    if (!(cause instanceof NotFound)) throw cause;
    const member = memberOf(context);
    const workId = context.req.param("workId");
    const own = await listOwnWorks(reading, member);
    if (!own.some(({ id }) => id === workId)) throw cause;
    const { page } = context.var;
    return context.html(<GoneChapterPage page={page} workId={workId ?? ""} typed={values} />, 410);
  }
}

/** A chapter is published here only into a work that readers have already; a whole draft is published from its preview. */
function asksToPublish(form: FormValues, work: Work): boolean {
  return form.text(afterwards.name) === afterwards.publish && work.status === "published";
}

function storyMissing(context: ArchiveContext, { lacks }: NotReady): FieldErrors {
  const { t } = context.var.page;
  return { [chapterFieldNames.story]: lacks.map((lack) => lackSentence(t, lack)).join(" ") };
}

function goOn(context: ArchiveContext, form: FormValues, work: Work, chapterId: string) {
  if (asksToPublish(form, work)) {
    context.var.sayNext("chapter-published");
    return context.redirect(urls.chapter(work.id, chapterId), 303);
  }
  context.var.sayNext("chapter-saved");
  const previews = form.text(afterwards.name) === afterwards.preview;
  return context.redirect(
    previews ? `${urls.previewWork(work.id)}#chapter-${chapterId}` : backToWriting(form, work, chapterId),
    303,
  );
}

/** What stands now, in the source that was typed, so that the two can be compared. */
function standingIn(typed: ChapterValues, chapter: Chapter, tidier: StorySources): Promise<ChapterValues> {
  const standing = chapterValuesOf(chapter);
  return typed.storyAs === "markdown" ? inMarkdown(standing, tidier) : Promise.resolve(standing);
}

/** Who writes in Markdown finds it again. */
function backToWriting(form: FormValues, work: Work, chapterId: string): string {
  const { storyAs } = readChapterValues(form);
  return storyAs === "markdown"
    ? urls.editChapterInMarkdown(work.id, chapterId)
    : urls.editChapter(work.id, chapterId);
}

async function answer(
  context: ArchiveContext,
  database: Database,
  work: Work,
  chapter: Chapter | null,
  shown: {
    number: number;
    values: ChapterValues;
    version: number;
    autosaves: FormAutosaves;
    announcement?: Announcement;
  },
  refused?: { errors: FieldErrors; status: 409 | 422; standing?: ChapterValues },
) {
  return context.html(
    <ChapterPage
      page={context.var.page}
      work={work}
      chapter={chapter}
      announcement={undefined}
      {...shown}
      errors={refused?.errors ?? {}}
      earlierVersions={chapter ? await countRevisions(database.reading, work, chapter.id) : 0}
      standing={refused?.standing ?? null}
    />,
    refused?.status ?? 200,
  );
}
