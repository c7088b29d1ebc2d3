import type { Person } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { NotFound } from "../vocabulary/errors.ts";
import { newId } from "../vocabulary/ids.ts";
import { publishedFor } from "../works/visible-works.ts";
import { addToCounts } from "../works/work-counts.ts";
import { isAuthorOf } from "./kudos.ts";
import "./sql/kudos-table.ts";

/** What became of kudos: they are with the writer, were there before, or would have been for oneself. */
export type KudosAnswer = "given" | "before" | "own";

/**
 * Gives one kudos for a work, once a person, and counts it in the same transaction.
 *
 * @param guestHash what a guest is known by; null for a member
 * @param now ms since 1970, UTC
 * @throws NotFound for a work that is not published, or not for this person
 */
export async function giveKudos(
  writer: Writer,
  person: Person,
  workId: string,
  guestHash: string | null,
  now: number,
): Promise<KudosAnswer> {
  const work = await writer
    .selectFrom("works")
    .select("id")
    .where("id", "=", workId)
    .where(publishedFor(person))
    .executeTakeFirst();
  if (!work) throw new NotFound();
  if (person.kind === "member" && (await isAuthorOf(writer, person, workId))) return "own";
  const given = await writer
    .insertInto("kudos")
    .values({
      id: newId(),
      work_id: workId,
      account_id: person.kind === "member" ? person.accountId : null,
      guest_hash: person.kind === "member" ? null : guestHash,
      given_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!given) return "before";
  await addToCounts(writer, [{ workId, kudos: 1 }], now);
  return "given";
}
