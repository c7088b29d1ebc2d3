import { memberOf } from "../../../../people/member-only.ts";
import type { ArchiveContext, ArchiveHandler } from "../../../../people/request.ts";
import type { Database } from "../../../../plumbing/database/database.ts";
import type { FileStore } from "../../../../plumbing/files/file-store.ts";
import { NotFound } from "../../../../vocabulary/errors.ts";
import { urls } from "../../../../vocabulary/urls.ts";
import {
  forgetRemovedChapter,
  forgetRemovedSeries,
  forgetRemovedWork,
  type LetOutlive,
} from "../../../trash/forget-removed.ts";
import { listTrash } from "../../../trash/list-trash.ts";
import type { DeskParts } from "../desk-parts.ts";
import { RemovalPage } from "../removal-page.tsx";
import { workTitle } from "../titles.ts";
import { TrashPage } from "./trash-page.tsx";

/** Shows a writer what they took away and can take back. */
export function showTrash({ database, settings }: DeskParts): ArchiveHandler {
  return async (context) => {
    const trash = await listTrash(database.reading, memberOf(context));
    const { daysInTrash } = await settings.current();
    return context.html(<TrashPage page={context.var.page} trash={trash} daysInTrash={daysInTrash} />);
  };
}

/** Asks once more before a work is deleted for good, and says what goes with it. */
export function showWorkForgetting(database: Database): ArchiveHandler {
  return async (context) => {
    const { page } = context.var;
    const { t } = page;
    const { works } = await listTrash(database.reading, memberOf(context));
    const work = works.find(({ workId }) => workId === context.req.param("workId"));
    if (!work) throw new NotFound();
    return context.html(
      <RemovalPage
        page={page}
        question={t("Delete “{title}” for good?", { title: workTitle(t, work) })}
        sentences={[
          t(
            "With it go {chapters, plural, one {its only chapter} other {all its # chapters}} of {words, plural, one {# word} other {# words}}, every earlier version of them, its comments, thanks and news.",
            { chapters: work.chapters, words: work.words },
          ),
          work.originals > 0 &&
            t(
              "{count, plural, one {The file you brought in for it is deleted too.} other {The # files you brought in for it are deleted too.}}",
              { count: work.originals },
            ),
          t("It cannot be taken back afterwards, by nobody. Copies readers have already made stay theirs."),
        ].filter(Boolean)}
        action={urls.workForgetting(work.workId)}
        button={t("Delete the work for good")}
        staying={{ href: urls.trash(), text: t("Leave it in the trash") }}
      />,
    );
  };
}

/** Deletes a work for good that lies in the trash. */
export function handleWorkForgetting(
  { database, files }: { database: Database; files: FileStore },
  letOutlive: LetOutlive,
): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const workId = context.req.param("workId") ?? "";
    await database.write((writer) =>
      forgetRemovedWork(writer, files, member, workId, letOutlive, Date.now()),
    );
    return gone(context);
  };
}

/** Asks once more before a chapter is deleted for good, and says what goes with it. */
export function showChapterForgetting(database: Database): ArchiveHandler {
  return async (context) => {
    const { page } = context.var;
    const { t } = page;
    const { chapters } = await listTrash(database.reading, memberOf(context));
    const { workId, chapterId } = context.req.param();
    const chapter = chapters.find((one) => one.workId === workId && one.chapterId === chapterId);
    if (!chapter) throw new NotFound();
    return context.html(
      <RemovalPage
        page={page}
        question={t("Delete “{title}” for good?", {
          title: chapter.title || t("A chapter without a title"),
        })}
        sentences={[
          t(
            "Its {words, plural, one {# word} other {# words}} go, with every earlier version of the chapter. The work and its other chapters stay as they are.",
            { words: chapter.words },
          ),
          t("It cannot be taken back afterwards, by nobody. Copies readers have already made stay theirs."),
        ]}
        action={urls.chapterForgetting(chapter.workId, chapter.chapterId)}
        button={t("Delete the chapter for good")}
        staying={{ href: urls.trash(), text: t("Leave it in the trash") }}
      />,
    );
  };
}

/** Deletes a chapter for good that lies in the trash. */
export function handleChapterForgetting(database: Database): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const { workId = "", chapterId = "" } = context.req.param();
    await database.write((writer) => forgetRemovedChapter(writer, member, workId, chapterId, Date.now()));
    return gone(context);
  };
}

/** Asks once more before a series is deleted for good. */
export function showSeriesForgetting(database: Database): ArchiveHandler {
  return async (context) => {
    const { page } = context.var;
    const { t } = page;
    const trash = await listTrash(database.reading, memberOf(context));
    const series = trash.series.find(({ seriesId }) => seriesId === context.req.param("seriesId"));
    if (!series) throw new NotFound();
    return context.html(
      <RemovalPage
        page={page}
        question={t("Delete “{title}” for good?", { title: series.title })}
        sentences={[
          t("Its summary, its notes and the order of its works go. The works stay where they are."),
          t("It cannot be taken back afterwards, by nobody."),
        ]}
        action={urls.seriesForgetting(series.seriesId)}
        button={t("Delete the series for good")}
        staying={{ href: urls.trash(), text: t("Leave it in the trash") }}
      />,
    );
  };
}

/** Deletes a series for good that lies in the trash. */
export function handleSeriesForgetting(database: Database): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const seriesId = context.req.param("seriesId") ?? "";
    await database.write((writer) => forgetRemovedSeries(writer, member, seriesId));
    return gone(context);
  };
}

function gone(context: ArchiveContext) {
  context.var.sayNext("forgotten-for-good");
  return context.redirect(urls.trash(), 303);
}
