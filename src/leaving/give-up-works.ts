import { makeOrphanAccount, orphanAccountId } from "../people/orphan-account.ts";
import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { recordFact } from "../plumbing/events/record-fact.ts";
import { NotFound } from "../vocabulary/errors.ts";
import { noteFilesToForget } from "../works/forget-files.ts";
import { changeableBy } from "../works/who-may-change.ts";
import { clearCredits } from "./clear-credits.ts";
import { clearPictures, picturesOf } from "./clear-pictures.ts";
import { clearSeries } from "./clear-series.ts";
import { forgetUnread } from "./forget-unread.ts";
import { namesOf, type OwnNames } from "./names-of.ts";
import type { OtherRooms } from "./other-rooms.ts";
import { whoKeepsOn } from "./who-keeps-on.ts";
import "../works/autosaves.ts";
import "./sql/brought-tables.ts";

/** A work that no reader has cannot be left to them: it can be withdrawn, or written on. */
class NobodyReadsIt extends Error {
  override name = "NobodyReadsIt";
}

/**
 * Lets works stay without their writer: the name goes from them everywhere, and so does what only the writer could
 * ever read. Who writes them too keeps them; else the archive's own account does, which nobody can sign in to.
 *
 * One transaction, the caller's. The bytes of files go afterwards (`forgetFiles`), as often as it takes.
 *
 * @param formerAuthor what is said in the place of the name, in the archive's language
 * @param now ms since 1970, UTC
 * @throws NotFound unless all of them are the member's to change; NobodyReadsIt
 */
export async function giveUpWorks(
  writer: Writer,
  rooms: OtherRooms,
  member: Member,
  workIds: readonly string[],
  formerAuthor: string,
  now: number,
): Promise<void> {
  const names = await namesOf(writer, member.accountId);
  const goingTo = new Map<string, string>();
  for (const workId of workIds) {
    const mine = await writer
      .selectFrom("works")
      .select("id")
      .where("id", "=", workId)
      .where(changeableBy(member))
      .executeTakeFirst();
    if (!mine) throw new NotFound();
    goingTo.set(workId, await whoKeepsOn(writer, member, workId));
  }
  if ([...goingTo.values()].includes(orphanAccountId)) await makeOrphanAccount(writer, now);
  await clearSeries(writer, member.accountId, goingTo);
  for (const [workId, keeperId] of goingTo)
    await giveUp(writer, rooms, names, { workId, keeperId, formerAuthor }, now);
}

async function giveUp(
  writer: Writer,
  rooms: OtherRooms,
  names: OwnNames,
  { workId, keeperId, formerAuthor }: { workId: string; keeperId: string; formerAuthor: string },
  now: number,
): Promise<void> {
  const { accountId, pseudIds } = names;
  const isOrphan = keeperId === orphanAccountId;
  const pictures = await picturesOf(writer, [workId]);
  if (isOrphan) await forgetUnread(writer, workId);
  await clearCredits(writer, workId, names, isOrphan ? formerAuthor : null);
  await leavePictures(writer, accountId, keeperId, pictures);
  const work = await writer
    .updateTable("works")
    .set((row) => ({ account_id: keeperId, version: row("version", "+", 1) }))
    .where("id", "=", workId)
    .returning(["status", "visibility", "removed_at"])
    .executeTakeFirstOrThrow();
  if (isOrphan && (work.status === "draft" || work.visibility === "private" || work.removed_at !== null))
    throw new NobodyReadsIt();
  await takeOriginals(writer, accountId, workId, now);
  await takeSavers(writer, accountId, workId);
  // That it came in with a copy of theirs would lead from the work to them.
  await writer
    .deleteFrom("brought_works")
    .where("work_id", "=", workId)
    .where("account_id", "=", accountId)
    .execute();
  if (isOrphan) await rooms.forgetAnswers(writer, workId);
  await rooms.takeNameFromTalk(writer, accountId, workId);
  await clearPictures(writer, accountId, pictures, now);
  for (const pseudId of pseudIds)
    await writer
      .deleteFrom("events")
      .where("subject", "=", `work:${workId}`)
      .where("body", "like", `%"${pseudId}"%`)
      .execute();
  if (work.status === "published" && work.removed_at === null)
    await recordFact(writer, { type: "work-changed", workId }, now);
}

/** Pictures show where one of the writers keeps them: whoever keeps the work keeps them from now on. */
async function leavePictures(
  writer: Writer,
  accountId: string,
  keeperId: string,
  pictures: string[],
): Promise<void> {
  if (pictures.length === 0) return;
  const kept = await writer
    .selectFrom("picture_keepers")
    .select("name")
    .where("account_id", "=", accountId)
    .where("name", "in", pictures)
    .execute();
  for (const { name } of kept)
    await writer
      .insertInto("picture_keepers")
      .values({ account_id: keeperId, name })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** The files somebody brought in for a work are theirs alone, and go with them; imports of them go with the files. */
async function takeOriginals(writer: Writer, accountId: string, workId: string, now: number): Promise<void> {
  const originals = await writer
    .deleteFrom("originals")
    .where("work_id", "=", workId)
    .where("account_id", "=", accountId)
    .returning("file_key")
    .execute();
  await noteFilesToForget(
    writer,
    originals.map(({ file_key }) => file_key),
    now,
  );
}

/** Who saved what is said nowhere any more, and what they typed and did not save is forgotten. */
async function takeSavers(writer: Writer, accountId: string, workId: string): Promise<void> {
  await writer
    .updateTable("chapters")
    .set({ saved_by: null })
    .where("work_id", "=", workId)
    .where("saved_by", "=", accountId)
    .execute();
  await writer
    .updateTable("chapter_revisions")
    .set({ saved_by: null })
    .where("saved_by", "=", accountId)
    .where("chapter_id", "in", (query) =>
      query.selectFrom("chapters").select("id").where("work_id", "=", workId),
    )
    .execute();
  await writer
    .deleteFrom("autosaves")
    .where("work_id", "=", workId)
    .where("account_id", "=", accountId)
    .execute();
}
