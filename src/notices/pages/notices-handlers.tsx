import { memberOf } from "../../people/member-only.ts";
import { findPreferences } from "../../people/preferences.ts";
import type { ArchiveHandler } from "../../people/request.ts";
import type { Database } from "../../plumbing/database/database.ts";
import { readForm } from "../../plumbing/http/form-values.ts";
import { urls } from "../../vocabulary/urls.ts";
import { listNotices, markRead } from "../notices.ts";
import type { Rooms } from "../told.ts";
import { NoticesPage } from "./notices-page.tsx";

/** Shows a member what they are told. */
export function showNotices({ reading }: Database, rooms: Rooms): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const after = context.req.query("after") ?? null;
    const { statisticsShown } = await findPreferences(reading, member.accountId);
    const list = await listNotices(reading, rooms, member, after);
    return context.html(
      <NoticesPage page={context.var.page} list={list} numbers={statisticsShown} isFirst={after === null} />,
    );
  };
}

/** Marks what was new on the page as read, and nothing that came in since. */
export function handleNotices(database: Database): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const form = await readForm(context);
    const newestAt = Number(/^\d{1,15}$/.exec(form.text("up-to"))?.[0] ?? 0);
    const span = { newestAt, oldestId: form.text("from") };
    await database.write((writer) => markRead(writer, member, span, Date.now()));
    return context.redirect(urls.notices(), 303);
  };
}
