import type { ArchiveContext, ArchiveHandler } from "../../../people/request.ts";
import type { Database } from "../../../plumbing/database/database.ts";
import { readForm } from "../../../plumbing/http/form-values.ts";
import { NotFound } from "../../../vocabulary/errors.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { joinChapters, OneIsDraft, TooLongTogether } from "../../joining/join-chapters.ts";
import { SavedMeanwhile } from "../../own-work.ts";
import { keptUntil } from "../../trash.ts";
import { findChapterIn, listChapters } from "../../works.ts";
import {
  ChapterJoiningPage,
  type JoinRefusal,
  nextField,
  nextVersionField,
} from "./chapter-joining-page.tsx";
import type { DeskParts } from "./desk-parts.ts";
import { ownChapterOf } from "./own-work-of.ts";
import { chapterTitle } from "./titles.ts";
import { versionOf } from "./version-field.ts";

/** Asks whether a chapter shall be joined with the next. */
export function showChapterJoining(parts: DeskParts): ArchiveHandler {
  return (context) => answer(context, parts, null);
}

/** Joins a chapter with the next, as both were when it was asked. */
export function handleChapterJoining(parts: DeskParts): ArchiveHandler {
  const { database, settings } = parts;
  return async (context) => {
    const { t } = context.var.page;
    const { member, work, first, second } = await chaptersOf(context, database);
    const form = await readForm(context);
    const seenFirst = { id: first.id, version: versionOf(form) };
    const seenSecond = { id: form.text(nextField), version: versionOf(form, nextVersionField) };
    if (seenSecond.id !== second.id) return answer(context, parts, "changed meanwhile");
    const said = t("This stood with “{title}” when it was a chapter of its own:", {
      title: chapterTitle(t, second),
    });
    const { chapterCharacters } = await settings.current();
    try {
      await database.write((writer) =>
        joinChapters(writer, member, work.id, [seenFirst, seenSecond], said, chapterCharacters, Date.now()),
      );
    } catch (cause) {
      if (cause instanceof OneIsDraft) return answer(context, parts, "one is a draft");
      if (cause instanceof TooLongTogether) return answer(context, parts, "too long");
      if (cause instanceof SavedMeanwhile) return answer(context, parts, "changed meanwhile");
      throw cause;
    }
    context.var.sayNext("chapters-joined");
    return context.redirect(urls.editWork(work.id), 303);
  };
}

/** The chapter a request names and the one behind it. */
async function chaptersOf(context: ArchiveContext, database: Database) {
  const { member, work, chapter: first } = await ownChapterOf(context, database.reading);
  const contents = await listChapters(database.reading, work);
  const next = contents.find(({ number }) => number === first.number + 1);
  const second = next && (await findChapterIn(database.reading, work.id, contents, next.id));
  if (!second) throw new NotFound();
  return { member, work, first, second };
}

async function answer(
  context: ArchiveContext,
  { database, settings }: DeskParts,
  refused: JoinRefusal | null,
) {
  const { work, first, second } = await chaptersOf(context, database);
  const isMixed = first.status !== second.status;
  const until = keptUntil(Date.now(), (await settings.current()).daysInTrash);
  return context.html(
    <ChapterJoiningPage
      page={context.var.page}
      work={work}
      first={first}
      second={second}
      until={until}
      refusal={isMixed ? "one is a draft" : refused}
    />,
    refused === null ? 200 : refused === "changed meanwhile" ? 409 : 422,
  );
}
