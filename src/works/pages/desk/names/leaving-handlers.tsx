import { memberOf } from "../../../../people/member-only.ts";
import type { Member } from "../../../../people/person.ts";
import type { ArchiveContext, ArchiveHandler } from "../../../../people/request.ts";
import type { Database } from "../../../../plumbing/database/database.ts";
import type { Reader } from "../../../../plumbing/database/reader-writer.ts";
import type { FileStore } from "../../../../plumbing/files/file-store.ts";
import { readForm } from "../../../../plumbing/http/form-values.ts";
import { NotFound } from "../../../../vocabulary/errors.ts";
import { urls } from "../../../../vocabulary/urls.ts";
import { findNextKeeper } from "../../../credits/find-next-keeper.ts";
import { LastAuthor, leaveWork } from "../../../credits/leave-work.ts";
import { listCreditsOn } from "../../../credits/own-credits.ts";
import { creditRoles } from "../../../work-values.ts";
import { type Leaving, LeavingPage } from "./leaving-page.tsx";

/** Says what taking one's name off a work would mean. */
export function showLeaving(database: Database): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const leaving = await findLeaving(context, database.reading, member);
    return context.html(<LeavingPage page={context.var.page} leaving={leaving} />);
  };
}

/** Takes the names of who asks off a work, in one role. The last author is told what they can do instead. */
export function handleLeaving(database: Database, files: FileStore): ArchiveHandler {
  return async (context) => {
    const member = memberOf(context);
    const form = await readForm(context);
    const role = creditRoles.find((each) => each === form.text("role"));
    if (role === undefined) throw new NotFound();
    const workId = context.req.param("workId") ?? "";
    try {
      await database.write((writer) => leaveWork(writer, files, member, workId, role, Date.now()));
    } catch (cause) {
      if (!(cause instanceof LastAuthor)) throw cause;
      const leaving = await findLeaving(context, database.reading, member);
      return context.html(<LeavingPage page={context.var.page} leaving={leaving} />, 409);
    }
    context.var.sayNext("work-left");
    return context.redirect(urls.invitations(), 303);
  };
}

/** @throws NotFound unless a name of theirs stands on the work with their yes */
async function findLeaving(context: ArchiveContext, reader: Reader, member: Member): Promise<Leaving> {
  const credits = await listCreditsOn(reader, member, context.req.param("workId") ?? "");
  const [first] = credits;
  if (!first) throw new NotFound();
  const { next, isKept } = await findNextKeeper(reader, member, first.work.id);
  return {
    work: first.work,
    credits,
    nextKeeper: isKept ? next : null,
    isKept,
    isLastAuthor: next === null,
  };
}
