import type { Member } from "../people/person.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { hiddenFrom } from "./hidden-from.ts";
import type { Heeding } from "./reader-rules.ts";
import { openFor } from "./visible-works.ts";
import type { WorkCard } from "./work.ts";
import { fillCards } from "./work-cards.ts";
import "../people/pseuds.ts";
import "./sql/gift-answers-table.ts";
import "./sql/works-tables.ts";

/** A work given to one of a member's names; `isNew` until they have said that they keep it. */
export type GiftReceived = { work: WorkCard; pseudId: string; pseudName: string; isNew: boolean };

/**
 * Works given to any of a member's names, newest first, those they have not answered before the others. A gift that
 * they may not open yet (a draft, a work for its writer alone) is none yet. Gifts of who is muted, and works that a rule
 * hides, are none they want to meet; what a rule folds was meant for them, and what they have read is theirs all the same.
 *
 * @param heeding "none": they asked to see all of them this once
 * @returns `hidden`: how many are left out
 */
export async function listGifts(
  reader: Reader,
  member: Member,
  heeding: Heeding,
): Promise<{ gifts: GiftReceived[]; hidden: number }> {
  const rows = await received(reader, member)
    .select(["works.id as workId", "pseuds.id as pseudId", "pseuds.name as pseudName", "gift_answers.answer"])
    .orderBy("works.published_at", "desc")
    .orderBy("works.id")
    .execute();
  const cards = await fillCards(
    reader,
    member,
    [...new Set(rows.map(({ workId }) => workId))],
    heeding === "none" ? "none" : "but-read",
  );
  const byId = new Map(
    cards.filter(({ hiding }) => hiding?.manner !== "hide").map((card) => [card.id, card]),
  );
  const gifts = rows.flatMap(({ workId, pseudId, pseudName, answer }) => {
    const work = byId.get(workId);
    return work ? [{ work, pseudId, pseudName, isNew: answer === null }] : [];
  });
  return {
    gifts: [...gifts.filter(({ isNew }) => isNew), ...gifts.filter(({ isNew }) => !isNew)],
    hidden: rows.length - gifts.length,
  };
}

/** How many gifts a member has not answered. */
export async function countNewGifts(reader: Reader, member: Member): Promise<number> {
  const rows = await received(reader, member)
    .select("works.id")
    .where("gift_answers.answer", "is", null)
    .execute();
  const ids = rows.map(({ id }) => id);
  const quiet = await hiddenFrom(reader, member.accountId, [...new Set(ids)], "but-read");
  return ids.filter((id) => quiet.get(id)?.manner !== "hide").length;
}

function received(reader: Reader | Writer, member: Member) {
  return reader
    .selectFrom("work_gifts")
    .innerJoin("works", "works.id", "work_gifts.work_id")
    .innerJoin("pseuds", "pseuds.id", "work_gifts.pseud_id")
    .leftJoin("gift_answers", (join) =>
      join
        .onRef("gift_answers.work_id", "=", "work_gifts.work_id")
        .onRef("gift_answers.pseud_id", "=", "work_gifts.pseud_id"),
    )
    .where("pseuds.account_id", "=", member.accountId)
    .where("works.account_id", "!=", member.accountId)
    .where("works.status", "=", "published")
    .where(openFor(member));
}
