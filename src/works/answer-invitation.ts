import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { recordFact } from "../plumbing/events/record-fact.ts";
import { NotFound } from "../vocabulary/errors.ts";
import { noteRefusal } from "./refused-credits.ts";
import type { CreatorRole } from "./work.ts";
import "../people/pseuds.ts";
import "./sql/works-tables.ts";

/** Which invitation: a work asks for a pseud in a role. */
export type InvitationKey = { workId: string; pseudId: string; role: CreatorRole };

/**
 * Says yes to being named on a work. Readers are led from the name to the pseud's page, which has the work from now on;
 * an author may change the work like the one who asked.
 *
 * @param now ms since 1970, UTC
 * @throws NotFound unless a name of the member's is asked so, on a work not taken away
 */
export async function acceptInvitation(
  writer: Writer,
  member: Member,
  { workId, pseudId, role }: InvitationKey,
  now: number,
): Promise<void> {
  const asked = await findAsked(writer, member, { workId, pseudId, role });
  await writer
    .updateTable("work_creators")
    .set({ accepted: 1, name: asked.name })
    .where("work_id", "=", workId)
    .where("position", "=", asked.position)
    .execute();
  await recordFact(writer, { type: "creator-accepted", workId, pseudId }, now);
  await tellReaders(writer, workId, now);
}

/**
 * Says no: the name goes from the work, and is not asked for again for a while.
 *
 * @param now ms since 1970, UTC
 * @throws NotFound unless a name of the member's is asked so, on a work not taken away
 */
export async function declineInvitation(
  writer: Writer,
  member: Member,
  { workId, pseudId, role }: InvitationKey,
  now: number,
): Promise<void> {
  const { position } = await findAsked(writer, member, { workId, pseudId, role });
  await writer
    .deleteFrom("work_creators")
    .where("work_id", "=", workId)
    .where("position", "=", position)
    .execute();
  await noteRefusal(writer, workId, pseudId, now);
  await recordFact(writer, { type: "creator-declined", workId, pseudId }, now);
  await tellReaders(writer, workId, now);
}

async function findAsked(writer: Writer, member: Member, { workId, pseudId, role }: InvitationKey) {
  const asked = await writer
    .selectFrom("work_creators")
    .innerJoin("pseuds", "pseuds.id", "work_creators.pseud_id")
    .innerJoin("works", "works.id", "work_creators.work_id")
    .select(["work_creators.position", "pseuds.name"])
    .where("works.id", "=", workId)
    .where("works.removed_at", "is", null)
    .where("pseuds.id", "=", pseudId)
    .where("pseuds.account_id", "=", member.accountId)
    .where("work_creators.role", "=", role)
    .where("work_creators.accepted", "=", 0)
    .executeTakeFirst();
  if (!asked) throw new NotFound();
  return asked;
}

/** What readers see of a work's names has changed, when there are readers. */
export async function tellReaders(writer: Writer, workId: string, now: number): Promise<void> {
  const work = await writer
    .selectFrom("works")
    .select("status")
    .where("id", "=", workId)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  if (work?.status === "published") await recordFact(writer, { type: "work-changed", workId }, now);
}
