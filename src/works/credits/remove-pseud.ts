import type { Member } from "../../people/person.ts";
import { findOwnPseuds } from "../../people/pseuds.ts";
import type { Writer } from "../../plumbing/database/reader-writer.ts";
import { recordFact } from "../../plumbing/events/record-fact.ts";
import { NotFound } from "../../vocabulary/errors.ts";
import { tellReaders } from "../answer-invitation.ts";
import { recipientId } from "../recipient-id.ts";
import { giveUnder } from "./give-under.ts";
import "../../people/helpers.ts";
import "../sql/works-tables.ts";

/** Why a name cannot be given up. */
export type PseudKept = "the only one" | "helps under it" | "stands on works";

/** The name stays; nothing changed. */
export class PseudStays extends Error {
  override name = "PseudStays";
  readonly why: PseudKept;
  constructor(why: PseudKept) {
    super(why);
    this.why = why;
  }
}

/**
 * Gives one of a member's names up. Works under it, the trash's too, go on under another name of theirs. Where
 * somebody else wrote it down (an invitation nobody answered, a gift), it stands as they wrote it and leads nowhere:
 * putting the other name there would tell them whose it is.
 *
 * @param to the name that takes its place on works; null: none, for a name that stands on no work
 * @param now ms since 1970, UTC
 * @throws NotFound unless both names are the member's; PseudStays
 */
export async function removePseud(
  writer: Writer,
  member: Member,
  pseudId: string,
  to: string | null,
  now: number,
): Promise<void> {
  const own = await findOwnPseuds(writer, member.accountId);
  const pseud = own.find(({ id }) => id === pseudId);
  const next = own.find(({ id }) => id === to && id !== pseudId);
  if (!pseud || (to !== null && !next)) throw new NotFound();
  if (own.length === 1) throw new PseudStays("the only one");
  const helping = await writer
    .selectFrom("helpers")
    .select("account_id")
    .where("pseud_id", "=", pseudId)
    .executeTakeFirst();
  if (helping) throw new PseudStays("helps under it");
  const works = await writer
    .selectFrom("work_creators")
    .select(["work_id as id", "accepted"])
    .where("pseud_id", "=", pseudId)
    .execute();
  const given = await writer
    .selectFrom("work_gifts")
    .select("work_id as id")
    .where("pseud_id", "=", pseudId)
    .execute();
  if (!next && works.some(({ accepted }) => accepted === 1)) throw new PseudStays("stands on works");
  if (next)
    for (const { id } of works) {
      await giveUnder(writer, id, member.accountId, next, pseudId);
      // An open form must not put the old name back unseen.
      await writer
        .updateTable("works")
        .set((work) => ({ version: work("version", "+", 1) }))
        .where("id", "=", id)
        .execute();
    }
  await writer
    .updateTable("work_gifts")
    .set({ pseud_id: null, name: pseud.name, recipient_id: recipientId(null, pseud.name) })
    .where("pseud_id", "=", pseudId)
    .execute();
  await writer.deleteFrom("pseuds").where("id", "=", pseudId).execute();
  await recordFact(writer, { type: "pseud-changed", pseudId }, now);
  for (const id of new Set([...works, ...given].map((work) => work.id))) await tellReaders(writer, id, now);
}
