import type { Member } from "../../people/person.ts";
import type { Writer } from "../../plumbing/database/reader-writer.ts";
import { recordFact } from "../../plumbing/events/record-fact.ts";
import { NotFound } from "../../vocabulary/errors.ts";
import { openFor } from "../visible-works.ts";
import "../../people/pseuds.ts";
import "../sql/gift-answers-table.ts";
import "../sql/works-tables.ts";

/** Which gift: a work, to a pseud. */
export type GiftKey = { workId: string; pseudId: string };

/**
 * Keeps a gift: it is new no more.
 *
 * @param now ms since 1970, UTC
 * @throws NotFound unless it was given to a name of the member's and they may open it
 */
export async function keepGift(writer: Writer, member: Member, gift: GiftKey, now: number): Promise<void> {
  await ownGift(writer, member, gift);
  await noteAnswer(writer, gift, "kept", now);
}

/**
 * Refuses a gift, now or later: the name goes from the work, everywhere it was shown, and cannot be put there again.
 *
 * @param now ms since 1970, UTC
 * @throws NotFound unless it was given to a name of the member's and they may open it
 */
export async function refuseGift(writer: Writer, member: Member, gift: GiftKey, now: number): Promise<void> {
  const { status } = await ownGift(writer, member, gift);
  await writer
    .deleteFrom("work_gifts")
    .where("work_id", "=", gift.workId)
    .where("pseud_id", "=", gift.pseudId)
    .execute();
  await noteAnswer(writer, gift, "refused", now);
  if (status === "published") await recordFact(writer, { type: "work-changed", workId: gift.workId }, now);
}

async function ownGift(writer: Writer, member: Member, { workId, pseudId }: GiftKey) {
  const work = await writer
    .selectFrom("work_gifts")
    .innerJoin("works", "works.id", "work_gifts.work_id")
    .innerJoin("pseuds", "pseuds.id", "work_gifts.pseud_id")
    .select("works.status")
    .where("works.id", "=", workId)
    .where("pseuds.id", "=", pseudId)
    .where("pseuds.account_id", "=", member.accountId)
    .where(openFor(member))
    .executeTakeFirst();
  if (!work) throw new NotFound();
  return work;
}

async function noteAnswer(
  writer: Writer,
  { workId, pseudId }: GiftKey,
  answer: "kept" | "refused",
  now: number,
): Promise<void> {
  await writer
    .insertInto("gift_answers")
    .values({ work_id: workId, pseud_id: pseudId, answer, answered_at: now })
    .onConflict((conflict) =>
      conflict.columns(["work_id", "pseud_id"]).doUpdateSet({ answer, answered_at: now }),
    )
    .execute();
}
