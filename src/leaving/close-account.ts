import { sql } from "kysely";
import type { Member } from "../people/person.ts";
import { iconsFolder } from "../people/pseud-icons.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { recordFact } from "../plumbing/events/record-fact.ts";
import { tellReaders } from "../works/answer-invitation.ts";
import { noteFilesToForget } from "../works/forget-files.ts";
import { recipientId } from "../works/recipient-id.ts";
import { clearPictures } from "./clear-pictures.ts";
import { giveUpWorks } from "./give-up-works.ts";
import { namesOf } from "./names-of.ts";
import type { OtherRooms } from "./other-rooms.ts";
import { type Fate, listWorksToLeave } from "./own-work-to-leave.ts";
import { withdrawWorks } from "./withdraw-works.ts";
import "../people/pseuds.ts";

/** What somebody who leaves chose. */
export type Choices = {
  /** By work; every work of theirs is in it. */
  fates: ReadonlyMap<string, Fate>;
  /** Whether the words they said under works stay, without their name. */
  keepComments: boolean;
};

/** What is said in the place of names, in the archive's language. */
export type InPlaceOfNames = { formerAuthor: string; somebody: string };

/** There are other works than when they chose, or a choice is open no longer; nothing was changed. */
export class ChosenForOthers extends Error {
  override name = "ChosenForOthers";
}

/** The archive's owner cannot leave it without an owner. */
class OwnerStays extends Error {
  override name = "OwnerStays";
}

/**
 * Closes an account, with everything that is its own: in one transaction, the caller's, so that a kill leaves either all of
 * it or nothing. The bytes of files go afterwards (`forgetFiles`). Kudos stay, as nobody's.
 *
 * @param now ms since 1970, UTC
 * @throws ChosenForOthers; OwnerStays, which no page lets happen
 */
export async function closeAccount(
  writer: Writer,
  rooms: OtherRooms,
  member: Member,
  { fates, keepComments }: Choices,
  { formerAuthor, somebody }: InPlaceOfNames,
  now: number,
): Promise<void> {
  if (member.role === "owner") throw new OwnerStays();
  const works = await listWorksToLeave(writer, member);
  const going = (...wanted: Fate[]) =>
    works.filter(({ id }) => wanted.some((fate) => fates.get(id) === fate)).map(({ id }) => id);
  if (!works.every((work) => work.fates.some((fate) => fates.get(work.id) === fate)))
    throw new ChosenForOthers();
  await giveUpWorks(writer, rooms, member, going("orphan", "hand-over"), formerAuthor, now);
  await withdrawWorks(writer, member, going("withdraw"), now);
  if (keepComments) await rooms.takeNameFromTalk(writer, member.accountId, null);
  else await rooms.takeWordsFromTalk(writer, member.accountId, now);
  await takeNamesFromOthers(writer, member, somebody, now);
  await takeFiles(writer, member, now);
  await writer.deleteFrom("series").where("account_id", "=", member.accountId).execute();
  await sql`delete from verifications where value = ${member.accountId}`.execute(writer);
  const { pseudIds } = await namesOf(writer, member.accountId);
  // Everything else that is theirs alone goes with the account's row: names, sessions, filters, preferences, autosaves.
  await sql`delete from accounts where id = ${member.accountId}`.execute(writer);
  for (const pseudId of pseudIds) await recordFact(writer, { type: "pseud-changed", pseudId }, now);
}

/** Where others wrote the names down: thanked for help, asked for it, given a work. */
async function takeNamesFromOthers(
  writer: Writer,
  member: Member,
  somebody: string,
  now: number,
): Promise<void> {
  const { pseudIds } = await namesOf(writer, member.accountId);
  if (pseudIds.length === 0) return;
  const credited = await writer
    .deleteFrom("work_creators")
    .where("pseud_id", "in", pseudIds)
    .returning("work_id")
    .execute();
  const given = await writer
    .updateTable("work_gifts")
    .set({ pseud_id: null, name: somebody, recipient_id: recipientId(null, somebody) })
    .where("pseud_id", "in", pseudIds)
    .returning("work_id")
    .execute();
  for (const pseudId of pseudIds)
    await writer.deleteFrom("events").where("body", "like", `%"${pseudId}"%`).execute();
  for (const workId of new Set([...credited, ...given].map(({ work_id }) => work_id)))
    await tellReaders(writer, workId, now);
}

/** Files brought in that became no work, pictures, and the pictures beside names. */
async function takeFiles(writer: Writer, member: Member, now: number): Promise<void> {
  const { pseudIds } = await namesOf(writer, member.accountId);
  const originals = await writer
    .deleteFrom("originals")
    .where("account_id", "=", member.accountId)
    .returning("file_key")
    .execute();
  const pictures = await writer
    .selectFrom("picture_keepers")
    .select("name")
    .where("account_id", "=", member.accountId)
    .execute();
  await clearPictures(
    writer,
    member.accountId,
    pictures.map(({ name }) => name),
    now,
  );
  const icons = pseudIds.map(iconsFolder);
  await noteFilesToForget(writer, [...originals.map(({ file_key }) => file_key), ...icons], now);
}
