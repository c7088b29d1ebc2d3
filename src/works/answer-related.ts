import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { recordFact } from "../plumbing/events/record-fact.ts";
import { NotFound } from "../vocabulary/errors.ts";
import { claimsOnOwn } from "./made-of-own.ts";
import "./sql/related-tables.ts";

/**
 * Answers a work that says it is made of one of the member's, now or anew: with a yes each leads to the other, with a no
 * neither does.
 *
 * @param now ms since 1970, UTC
 * @throws NotFound unless the claim is on a work the member may change, by one they may open
 */
export async function answerRelated(
  writer: Writer,
  member: Member,
  { workId, otherId }: { workId: string; otherId: string },
  answer: "yes" | "no",
  now: number,
): Promise<void> {
  const claim = await claimsOnOwn(writer, member)
    .select("related_works.kind")
    .where("related_works.work_id", "=", workId)
    .where("related_works.other_work_id", "=", otherId)
    .executeTakeFirst();
  if (!claim) throw new NotFound();
  const row = { kind: claim.kind, answer, answered_at: now };
  await writer
    .insertInto("related_answers")
    .values({ work_id: workId, other_work_id: otherId, ...row })
    .onConflict((conflict) => conflict.columns(["work_id", "other_work_id"]).doUpdateSet(row))
    .execute();
  await recordFact(writer, { type: "related-answered", workId, otherWorkId: otherId }, now);
}
