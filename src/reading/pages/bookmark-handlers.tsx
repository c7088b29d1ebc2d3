import { memberOf } from "../../people/member-only.ts";
import type { ArchiveContext, ArchiveHandler } from "../../people/request.ts";
import type { Database } from "../../plumbing/database/database.ts";
import { readForm } from "../../plumbing/http/form-values.ts";
import { pageAsked } from "../../plumbing/http/page-asked.ts";
import type { SettingsKeeper } from "../../plumbing/settings/settings.ts";
import { urls } from "../../vocabulary/urls.ts";
import { listBookmarks } from "../bookmarks.ts";
import { dropBookmark, keepBookmark, noteBookmark } from "../keep-bookmark.ts";
import { BookmarksPage, type RefusedNote } from "./bookmarks-page.tsx";
import { noteId } from "./own-note-id.ts";
import { bookmarkId } from "./show-bookmark.tsx";

type Parts = { database: Database; settings: SettingsKeeper };

/** Shows a member the works they keep. */
export function showBookmarks(parts: Parts): ArchiveHandler {
  return (context) => answer(context, parts, null);
}

/** Keeps a work or lets it go, from its own page. */
export function handleBookmark({ database }: Parts): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const workId = context.req.param("workId") ?? "";
    const keeps = (await readForm(context)).text("keeps") !== "no";
    const change = keeps ? keepBookmark : dropBookmark;
    await database.write((writer) => change(writer, member, workId, Date.now()));
    if (!keeps) context.var.sayNext("bookmark-let-go");
    return context.redirect(keeps ? `${urls.work(workId)}#${bookmarkId}` : urls.bookmarks(), 303);
  };
}

/** Writes the note on a bookmark. */
export function handleBookmarks(parts: Parts): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const form = await readForm(context);
    const workId = form.text("work");
    const typed = { workId, note: form.text(`note-${workId}`).trim() };
    const { noteCharacters } = await parts.settings.current();
    if (typed.note.length > noteCharacters) return answer(context, parts, { ...typed, most: noteCharacters });
    await parts.database.write((writer) => noteBookmark(writer, member, typed.workId, typed.note));
    context.var.sayNext("bookmark-noted");
    return context.redirect(`${urls.bookmarks(pageAsked(context))}#${noteId(typed.workId)}`, 303);
  };
}

async function answer(context: ArchiveContext, { database, settings }: Parts, refused: RefusedNote | null) {
  const member = memberOf(context);
  const { worksPerPage: perPage } = await settings.current();
  const list = await listBookmarks(database.reading, member, { page: pageAsked(context), perPage });
  return context.html(
    <BookmarksPage page={context.var.page} list={list} refused={refused} />,
    refused ? 422 : 200,
  );
}
