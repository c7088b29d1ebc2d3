import { accountIdOf, type Person } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { recordFact } from "../plumbing/events/record-fact.ts";
import { NotFound } from "../vocabulary/errors.ts";
import { newId } from "../vocabulary/ids.ts";
import { isPublishedFor } from "../works/open-works.ts";
import { mayChange } from "../works/who-may-change.ts";
import { addToCounts } from "../works/work-counts.ts";
import { isLaterChapter } from "./kudos.ts";
import "./sql/kudos-table.ts";

/** What became of kudos: they are with the writer, were there before, or would have been for oneself. */
export type KudosAnswer = "given" | "before" | "own";

/**
 * Gives one kudos for a work, once a person, and counts it in the same transaction; at the end of a later chapter also one
 * for that, once a person. Who gave them is told to nobody.
 *
 * @param guestHash what a guest is known by; null for a member
 * @param chapterId where they were given; null: not at a chapter
 * @param now ms since 1970, UTC
 * @throws NotFound for a work that is not published, or not for this person
 */
export async function giveKudos(
  writer: Writer,
  person: Person,
  workId: string,
  guestHash: string | null,
  chapterId: string | null,
  now: number,
): Promise<KudosAnswer> {
  if (!(await isPublishedFor(writer, person, workId))) throw new NotFound();
  if (person.kind === "member" && (await mayChange(writer, person, workId))) return "own";
  const thanks = {
    work_id: workId,
    account_id: accountIdOf(person),
    guest_hash: person.kind === "member" ? null : guestHash,
    given_at: now,
  };
  const given = await writer
    .insertInto("kudos")
    .values({ id: newId(), ...thanks })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (given) await addToCounts(writer, [{ workId, kudos: 1 }], now);
  const isLater = chapterId !== null && (await isLaterChapter(writer, workId, chapterId));
  const again = isLater
    ? await writer
        .insertInto("chapter_kudos")
        .values({ id: newId(), ...thanks, chapter_id: chapterId })
        .onConflict((conflict) => conflict.doNothing())
        .returning("id")
        .executeTakeFirst()
    : undefined;
  if (!given && !again) return "before";
  await recordFact(writer, { type: "kudos-given", workId, chapterId: again ? chapterId : null }, now);
  return "given";
}
