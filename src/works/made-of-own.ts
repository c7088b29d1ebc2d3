import { sql } from "kysely";
import type { Member } from "../people/person.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import type { RelatedKind } from "./related.ts";
import { openFor } from "./visible-works.ts";
import { changeableBy } from "./who-may-change.ts";
import type { WorkCard } from "./work.ts";
import { fillCards } from "./work-cards.ts";
import "../people/pseuds.ts";
import "./sql/related-tables.ts";
import "./sql/works-tables.ts";

/** A work that says it is made of one of a member's. */
export type MadeOfOwn = {
  work: WorkCard;
  kind: RelatedKind;
  own: { id: string; title: string; language: string };
  /** null: not answered. */
  answer: "yes" | "no" | null;
};

/**
 * The claims of works on works of a member's: published ones that the member may open, and none of their own, which ask
 * nobody. The claiming work is `works`.
 */
export function claimsOnOwn(reader: Reader | Writer, member: Member) {
  const { accountId } = member;
  return reader
    .selectFrom("related_works")
    .innerJoin("works", "works.id", "related_works.work_id")
    .leftJoin("related_answers", (join) =>
      join
        .onRef("related_answers.work_id", "=", "related_works.work_id")
        .onRef("related_answers.other_work_id", "=", "related_works.other_work_id")
        // A yes was to what was asked; a no is to all of it.
        .on((on) =>
          on.or([
            on("related_answers.answer", "=", "no"),
            on("related_answers.kind", "=", on.ref("related_works.kind")),
          ]),
        ),
    )
    .where((row) =>
      row(
        "related_works.other_work_id",
        "in",
        row
          .selectFrom("works as kept")
          .select("kept.id")
          .where("kept.account_id", "=", accountId)
          .where("kept.removed_at", "is", null)
          .unionAll(
            row
              .selectFrom("work_creators")
              .innerJoin("pseuds", "pseuds.id", "work_creators.pseud_id")
              .innerJoin("works as shared", "shared.id", "work_creators.work_id")
              .select("shared.id")
              .where("work_creators.role", "=", "author")
              .where("work_creators.accepted", "=", 1)
              .where("shared.removed_at", "is", null)
              .where("pseuds.account_id", "=", accountId),
          ),
      ),
    )
    .where("works.status", "=", "published")
    .where((row) => openFor(member)(row))
    .where((row) => row.not(changeableBy(member)(row)));
}

/** How many works ask one of a member's, and have no answer. */
export async function countRelatedAsked(reader: Reader, member: Member): Promise<number> {
  const { count } = await claimsOnOwn(reader, member)
    .select((row) => row.fn.countAll<number>().as("count"))
    .where("related_answers.answer", "is", null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** A page of what others made of a member's works: what is not answered first, then the newest. */
export async function listMadeOfOwn(
  reader: Reader,
  member: Member,
  { from, count }: { from: number; count: number },
): Promise<{ total: number; made: MadeOfOwn[] }> {
  const { total } = await claimsOnOwn(reader, member)
    .select((row) => row.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  const rows = await claimsOnOwn(reader, member)
    .innerJoin("works as own", "own.id", "related_works.other_work_id")
    .select(["works.id", "related_works.kind", "related_answers.answer"])
    .select(["own.id as ownId", "own.title as ownTitle", "own.language as ownLanguage"])
    .orderBy(sql`case when related_answers.answer is null then 0 else 1 end`)
    .orderBy("works.published_at", "desc")
    .orderBy("works.id")
    .orderBy("own.id")
    .offset(from)
    .limit(count)
    .execute();
  const cards = await fillCards(reader, member, [...new Set(rows.map(({ id }) => id))]);
  const byId = new Map(cards.map((card) => [card.id, card]));
  const made = rows.flatMap(({ id, kind, answer, ownId, ownTitle, ownLanguage }): MadeOfOwn[] => {
    const work = byId.get(id);
    const own = { id: ownId, title: ownTitle, language: ownLanguage };
    return work ? [{ work, kind, own, answer }] : [];
  });
  return { total: Number(total), made };
}
