import { orphanAccountId } from "../people/orphan-account.ts";
import { plainMember } from "../people/person.ts";
import { findPreferences } from "../people/preferences.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { recordFact } from "../plumbing/events/record-fact.ts";
import { placeRelated } from "./place-related.ts";
import type { RelatedKind } from "./related.ts";
import type { RelatedWish } from "./related-typed.ts";
import { writtenBy } from "./who-may-change.ts";
import "./sql/related-tables.ts";
import "./sql/works-tables.ts";

/**
 * Writes what a work says it is made of. One's own works are linked both ways at once; the writers of any other are asked,
 * unless they have said what they always say. Who said no is not asked again; who said yes to one thing is, when it
 * becomes another.
 *
 * @param accountId whoever saves; they may change the work
 * @param now ms since 1970, UTC
 */
export async function writeRelated(
  writer: Writer,
  workId: string,
  accountId: string,
  wishes: readonly RelatedWish[],
  now: number,
): Promise<void> {
  const standing = await writer
    .selectFrom("related_works")
    .select(["kind", "other_work_id", "asked_at"])
    .where("work_id", "=", workId)
    .execute();
  const member = plainMember(accountId);
  const rows: { kind: RelatedKind; wish: RelatedWish; otherId: string | null; isOwn: boolean }[] = [];
  for (const wish of wishes) {
    const place = await placeRelated(writer, member, workId, wish);
    // The form says so beforehand (related-problems.ts); what changed between its question and this is left out.
    if (place.at === "nowhere" || (place.at === "here" && place.workId === workId)) continue;
    const otherId = place.at === "here" ? place.workId : null;
    if (otherId !== null && rows.some((row) => row.otherId === otherId)) continue;
    rows.push({ kind: wish.kind, wish, otherId, isOwn: place.at === "here" && place.isOwn });
  }
  await writer.deleteFrom("related_works").where("work_id", "=", workId).execute();
  for (const [position, { kind, wish, otherId }] of rows.entries()) {
    const was = standing.find(
      (row) => otherId !== null && row.other_work_id === otherId && row.kind === kind,
    );
    await writer
      .insertInto("related_works")
      .values({
        work_id: workId,
        position,
        kind,
        other_work_id: otherId,
        title: otherId === null ? wish.title : "",
        author: otherId === null ? wish.author : "",
        language: otherId === null ? wish.language : "",
        address: otherId === null ? wish.address : "",
        asked_at: was?.asked_at ?? null,
      })
      .execute();
  }
  for (const { kind, otherId, isOwn } of rows)
    if (otherId !== null) await answerAtOnce(writer, workId, otherId, kind, isOwn, now);
}

/** What needs no question: one's own work, and what the writer of the other always says. */
async function answerAtOnce(
  writer: Writer,
  workId: string,
  otherId: string,
  kind: RelatedKind,
  isOwn: boolean,
  now: number,
): Promise<void> {
  const answered = await writer
    .selectFrom("related_answers")
    .select(["kind", "answer"])
    .where("work_id", "=", workId)
    .where("other_work_id", "=", otherId)
    .executeTakeFirst();
  if (answered && (answered.answer === "no" || answered.kind === kind)) return;
  const answer = isOwn ? "yes" : await alwaysSaid(writer, otherId);
  if (answer === null) {
    if (answered)
      await writer
        .deleteFrom("related_answers")
        .where("work_id", "=", workId)
        .where("other_work_id", "=", otherId)
        .execute();
    return;
  }
  const row = { kind, answer, answered_at: now };
  await writer
    .insertInto("related_answers")
    .values({ work_id: workId, other_work_id: otherId, ...row })
    .onConflict((conflict) => conflict.columns(["work_id", "other_work_id"]).doUpdateSet(row))
    .execute();
}

async function alwaysSaid(writer: Writer, otherId: string): Promise<"yes" | "no" | null> {
  const { account_id } = await writer
    .selectFrom("works")
    .select("account_id")
    .where("id", "=", otherId)
    .executeTakeFirstOrThrow();
  if (account_id === orphanAccountId) return null;
  const { worksLinked } = await findPreferences(writer, account_id);
  return { ask: null, always: "yes" as const, never: "no" as const }[worksLinked];
}

/**
 * Tells the writers of other works that a published work says it is made of theirs: once, and only when they may see it.
 * Called wherever a work comes before readers, or says something new.
 */
export async function askAboutRelated(writer: Writer, workId: string, now: number): Promise<void> {
  const open = await writer
    .selectFrom("related_works")
    .innerJoin("works as said", "said.id", "related_works.work_id")
    .innerJoin("works", "works.id", "related_works.other_work_id")
    .select(["related_works.position", "works.id as otherId"])
    .where("related_works.work_id", "=", workId)
    .where("related_works.asked_at", "is", null)
    .where("said.status", "=", "published")
    .where("said.removed_at", "is", null)
    .where("said.visibility", "!=", "private")
    .where("works.account_id", "!=", orphanAccountId)
    .where("works.removed_at", "is", null)
    .where((row) => row.not(writtenBy(row, row.ref("said.account_id"))))
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom("related_answers")
            .select("related_answers.kind")
            .whereRef("related_answers.work_id", "=", "related_works.work_id")
            .whereRef("related_answers.other_work_id", "=", "works.id"),
        ),
      ),
    )
    .execute();
  for (const { position, otherId } of open) {
    await writer
      .updateTable("related_works")
      .set({ asked_at: now })
      .where("work_id", "=", workId)
      .where("position", "=", position)
      .execute();
    await recordFact(writer, { type: "related-asked", workId, otherWorkId: otherId }, now);
  }
}
