import { sql } from "kysely";
import type { Member } from "../people/person.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { hiddenFrom } from "./hidden-from.ts";
import type { Heeding } from "./reader-rules.ts";
import type { RelatedKind } from "./related.ts";
import { openFor } from "./visible-works.ts";
import { changeableBy } from "./who-may-change.ts";
import type { WorkCard } from "./work.ts";
import { fillCards } from "./work-cards.ts";
import "../people/pseuds.ts";
import "../people/quiet-people.ts";
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
  const rows = await claimsOnOwn(reader, member)
    .select("works.id")
    .where("related_answers.answer", "is", null)
    .execute();
  const ids = rows.map(({ id }) => id);
  const quiet = await quietClaims(reader, member, ids, "all");
  return ids.filter((id) => !quiet.has(id)).length;
}

/** What of others' claims a member does not meet: what their rules hide, whom they muted, and works of a name they block. */
async function quietClaims(
  reader: Reader,
  member: Member,
  workIds: readonly string[],
  heeding: Heeding,
): Promise<ReadonlySet<string>> {
  const claiming = new Set(workIds);
  const quiet = new Set<string>();
  if (heeding === "none" || claiming.size === 0) return quiet;
  // Who has read what asks them has not answered it.
  for (const [id, { manner }] of await hiddenFrom(reader, member.accountId, [...claiming], "but-read"))
    if (manner === "hide") quiet.add(id);
  const blocked = await reader
    .selectFrom("blocked_people")
    .innerJoin("work_creators", "work_creators.pseud_id", "blocked_people.pseud_id")
    .innerJoin("works", "works.id", "work_creators.work_id")
    .select("works.id")
    .where("blocked_people.account_id", "=", member.accountId)
    .where("work_creators.role", "=", "author")
    .where("work_creators.accepted", "=", 1)
    // Who asks without a name is not to be known by what vanishes.
    .where("works.anonymous", "=", 0)
    .execute();
  for (const { id } of blocked) if (claiming.has(id)) quiet.add(id);
  return quiet;
}

/** A page of what others made of a member's works. */
export type MadeOfOwnPage = {
  made: MadeOfOwn[];
  page: number;
  pages: number;
  /** How many the member's rules and blocks keep out of it. */
  hidden: number;
};

/** What others made of a member's works: what is not answered first, then the newest. */
export async function listMadeOfOwn(
  reader: Reader,
  member: Member,
  { page: asked, perPage }: { page: number; perPage: number },
  heeding: Heeding,
): Promise<MadeOfOwnPage> {
  const all = await claimsOnOwn(reader, member)
    .innerJoin("works as own", "own.id", "related_works.other_work_id")
    .select(["works.id", "related_works.kind", "related_answers.answer"])
    .select(["own.id as ownId", "own.title as ownTitle", "own.language as ownLanguage"])
    .orderBy(sql`case when related_answers.answer is null then 0 else 1 end`)
    .orderBy("works.published_at", "desc")
    .orderBy("works.id")
    .orderBy("own.id")
    .execute();
  const quiet = await quietClaims(
    reader,
    member,
    all.map(({ id }) => id),
    heeding,
  );
  const shown = all.filter(({ id }) => !quiet.has(id));
  const pages = Math.max(1, Math.ceil(shown.length / perPage));
  const page = Math.min(asked, pages);
  const rows = shown.slice((page - 1) * perPage, page * perPage);
  const cards = await fillCards(reader, member, [...new Set(rows.map(({ id }) => id))]);
  const byId = new Map(cards.map((card) => [card.id, card]));
  const made = rows.flatMap(({ id, kind, answer, ownId, ownTitle, ownLanguage }): MadeOfOwn[] => {
    const work = byId.get(id);
    const own = { id: ownId, title: ownTitle, language: ownLanguage };
    return work ? [{ work, kind, own, answer }] : [];
  });
  return { made, page, pages, hidden: all.length - shown.length };
}
