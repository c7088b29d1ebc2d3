import { memberOf } from "../../../people/member-only.ts";
import type { ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import { Day } from "../../../ui/day.tsx";
import { Sentence } from "../../../ui/sentence.tsx";
import { urls } from "../../../vocabulary/urls.ts";
import { isLastChapter, LastChapter, removeChapter } from "../../chapters/remove-chapter.ts";
import { returnChapter } from "../../chapters/return-chapter.ts";
import { keptUntil } from "../../trash.ts";
import type { DeskParts } from "./desk-parts.ts";
import { ownChapterOf, ownWorkOf } from "./own-work-of.ts";
import { LastChapterPage, RemovalPage } from "./removal-page.tsx";
import { chapterTitle } from "./titles.ts";

/** Asks whether a chapter shall be taken away. */
export function showChapterRemoval({ database, settings }: DeskParts): ArchiveHandler {
  return async (context) => {
    const { page } = context.var;
    const { t } = page;
    const { work, chapter } = await ownChapterOf(context, database.reading);
    if (await isLastChapter(database.reading, work, chapter))
      return context.html(<LastChapterPage page={page} workId={work.id} />);
    const until = keptUntil(Date.now(), (await settings.current()).daysInTrash);
    return context.html(
      <RemovalPage
        page={page}
        question={t("Take “{title}” away?", { title: chapterTitle(t, chapter) })}
        sentences={[
          chapter.status === "published"
            ? t("Readers will no longer find this chapter. The other chapters stay as they are.")
            : t("The draft of this chapter leaves your desk. The other chapters stay as they are."),
          <Sentence
            page={page}
            says="You can take it back until {day}, to the place where it stood. After that it is gone for good."
            parts={{ day: <Day page={page} at={until} /> }}
          />,
        ]}
        action={urls.chapterRemoval(work.id, chapter.id)}
        button={t("Take the chapter away")}
        staying={{ href: urls.editWork(work.id), text: t("Leave it as it is") }}
      />,
    );
  };
}

/** Takes a chapter away. */
export function handleChapterRemoval(database: Database): ArchiveHandler {
  return async (context) => {
    const { member, work } = await ownWorkOf(context, database.reading);
    const chapterId = context.req.param("chapterId") ?? "";
    try {
      await database.write((writer) => removeChapter(writer, member, work.id, chapterId, Date.now()));
    } catch (cause) {
      if (cause instanceof LastChapter)
        return context.html(<LastChapterPage page={context.var.page} workId={work.id} />, 422);
      throw cause;
    }
    context.var.sayNext("chapter-removed");
    return context.redirect(urls.editWork(work.id), 303);
  };
}

/** Takes a chapter back. */
export function handleChapterReturn(database: Database): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const workId = context.req.param("workId") ?? "";
    const chapterId = context.req.param("chapterId") ?? "";
    await database.write((writer) => returnChapter(writer, member, workId, chapterId, Date.now()));
    context.var.sayNext("chapter-returned");
    return context.redirect(urls.editWork(workId), 303);
  };
}
