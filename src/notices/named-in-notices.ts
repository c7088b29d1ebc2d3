import type { Member } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { openFor, publishedFor } from "../works/visible-works.ts";
import { changeableBy } from "../works/who-may-change.ts";
import type { NoticeRow } from "./notice-row.ts";
import "../people/pseuds.ts";
import "../works/news.ts";

/*
 * What the ids of notices lead to now, for the member they are told to.
 */

/** What somebody may do with a work now. */
export type Standing = { open: boolean; published: boolean; mine: boolean; removed: boolean };

/** Of a work that is not there. */
export const nothing: Standing = { open: false, published: false, mine: false, removed: false };

/** What a member may do with these works now; one that is gone is not there. */
export async function standingsOf(
  reader: Reader,
  member: Member,
  ids: readonly string[],
): Promise<Map<string, Standing>> {
  if (ids.length === 0) return new Map();
  const rows = await reader
    .selectFrom("works")
    .select(["works.id", "works.removed_at as removedAt"])
    .select((work) => [
      work.case().when(openFor(member)(work)).then(1).else(0).end().as("open"),
      work.case().when(publishedFor(member)(work)).then(1).else(0).end().as("published"),
      work.case().when(changeableBy(member)(work)).then(1).else(0).end().as("mine"),
    ])
    .where("works.id", "in", ids)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        open: row.open === 1,
        published: row.published === 1,
        mine: row.mine === 1,
        removed: row.removedAt !== null,
      },
    ]),
  );
}

/** Chapters readers have, with their numbers among those. */
export async function chaptersOf(reader: Reader, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const rows = await reader
    .selectFrom("chapters")
    .select(["chapters.id", "chapters.title"])
    .select((chapter) =>
      chapter
        .selectFrom("chapters as before")
        .select((before) => before.fn.countAll<number>().as("number"))
        .whereRef("before.work_id", "=", "chapters.work_id")
        .where("before.status", "=", "published")
        .where("before.removed_at", "is", null)
        .whereRef("before.position", "<=", "chapters.position")
        .as("number"),
    )
    .where("chapters.id", "in", ids)
    .where("chapters.status", "=", "published")
    .where("chapters.removed_at", "is", null)
    .execute();
  return new Map(rows.map(({ id, title, number }) => [id, { id, title, number: Number(number) }]));
}

/** Which of these pieces of news are there still. */
export async function newsOf(reader: Reader, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await reader.selectFrom("news").select("id").where("id", "in", ids).execute();
  return new Set(rows.map(({ id }) => id));
}

/** The names of these pseuds, of those that are there still. */
export async function pseudsOf(reader: Reader, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const rows = await reader.selectFrom("pseuds").select(["id", "name"]).where("id", "in", ids).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Of these works and names: where the work still asks for the member's name, or is still given to it. */
export async function namedOn(
  reader: Reader,
  member: Member,
  rows: readonly NoticeRow[],
  kind: "invited" | "gift",
): Promise<Set<string>> {
  const ids = idsIn(
    rows.filter((row) => row.kind === kind),
    "workId",
  );
  if (ids.length === 0) return new Set();
  const named = await (kind === "gift"
    ? reader
        .selectFrom("work_gifts")
        .innerJoin("pseuds", "pseuds.id", "work_gifts.pseud_id")
        .select(["work_id as workId", "pseuds.id as pseudId"])
        .where("work_id", "in", ids)
        .where("pseuds.account_id", "=", member.accountId)
        .execute()
    : reader
        .selectFrom("work_creators")
        .innerJoin("pseuds", "pseuds.id", "work_creators.pseud_id")
        .select(["work_id as workId", "pseuds.id as pseudId"])
        .where("work_id", "in", ids)
        .where("accepted", "=", 0)
        .where("pseuds.account_id", "=", member.accountId)
        .execute());
  return new Set(named.map(({ workId, pseudId }) => `${workId} ${pseudId}`));
}

/** The ids that notices have under a name, each once. */
export function idsIn(
  rows: readonly NoticeRow[],
  name: "workId" | "chapterId" | "commentId" | "pseudId" | "newsId",
): string[] {
  return [...new Set(rows.flatMap((row) => row[name] ?? []))];
}
