import { memberOf } from "../../../../people/member-only.ts";
import type { Member } from "../../../../people/person.ts";
import { findPreferences } from "../../../../people/preferences.ts";
import type { ArchiveContext, ArchiveHandler } from "../../../../people/request.ts";
import type { Database } from "../../../../plumbing/database/database.ts";
import type { Reader } from "../../../../plumbing/database/reader-writer.ts";
import { NotFound } from "../../../../vocabulary/errors.ts";
import { urls } from "../../../../vocabulary/urls.ts";
import { forgetAutosave, leaveAutosave } from "../../../autosaves/leave-autosave.ts";
import { type Autosave, findAutosave } from "../../../autosaves.ts";
import { addressOfPlace, workOf } from "../../../form/form-place.ts";
import { findOwnWork } from "../../../works.ts";
import type { WritingParts } from "../desk-parts.ts";
import { AutosavePage } from "./autosave-page.tsx";
import { findComparedForm } from "./compared-form.ts";

/** Shows what a member typed somewhere and did not save, beside what stands there. */
export function showAutosave(parts: WritingParts): ArchiveHandler {
  return async (context) => {
    const { member, autosave } = await ownAutosaveOf(context, parts.database.reading);
    const { daysInTrash } = await parts.settings.current();
    const form = await findComparedForm(context.var.page, parts, member, autosave);
    if (!form) throw new NotFound();
    const { timeZone } = await findPreferences(parts.database.reading, member.accountId);
    return context.html(
      <AutosavePage page={context.var.page} {...{ autosave, form, daysInTrash, timeZone }} />,
    );
  };
}

/** Puts it aside: it is not offered any more, and can still be taken up. */
export function handleAutosaveLeaving({ database }: { database: Database }): ArchiveHandler {
  return async (context) => {
    const { member, autosave } = await ownAutosaveOf(context, database.reading);
    await database.write((writer) => leaveAutosave(writer, member, autosave.id, Date.now()));
    context.var.sayNext("autosave-left");
    return context.redirect(await backTo(database.reading, member, autosave), 303);
  };
}

/** Forgets it for good. */
export function handleAutosaveRemoval({ database }: { database: Database }): ArchiveHandler {
  return async (context) => {
    const { member, autosave } = await ownAutosaveOf(context, database.reading);
    await database.write((writer) => forgetAutosave(writer, member, autosave.id));
    context.var.sayNext("autosave-forgotten");
    return context.redirect(await backTo(database.reading, member, autosave), 303);
  };
}

/** @throws SignInNeeded for a visitor, NotFound for anybody but who typed it */
async function ownAutosaveOf(
  context: ArchiveContext,
  reader: Reader,
): Promise<{ member: Member; autosave: Autosave }> {
  const member = memberOf(context);
  const autosave = await findAutosave(reader, member, context.req.param("autosaveId") ?? "");
  if (!autosave) throw new NotFound();
  return { member, autosave };
}

/** The form it was typed in; the desk when that is not there any more. */
async function backTo(reader: Reader, member: Member, { place }: Autosave): Promise<string> {
  const workId = workOf(place);
  const isThere = workId === null || (await findOwnWork(reader, member, workId)) !== undefined;
  return isThere ? addressOfPlace(place) : urls.desk();
}
