import { sql } from "kysely";
import { type Member, visitor } from "../../people/person.ts";
import type { Reader } from "../../plumbing/database/reader-writer.ts";
import type { TagWeight } from "../../tags/tags.ts";
import { listedFor } from "../../works/visible-works.ts";
import { isComplete } from "../../works/work.ts";
import type { IndexedWork, WeightedTag } from "./indexed-work.ts";

/** Public ids have ten characters (vocabulary/ids.ts): many are read as one text. */
const idLength = 10;

/** Any member: lists show all of them the same works, and nobody more. */
const anyMember: Member = { kind: "member", accountId: "", name: "", role: "member" };

/** How many works stand in lists. */
export async function countListed(reader: Reader): Promise<number> {
  const { count } = await reader
    .selectFrom("works")
    .where(listedFor(anyMember))
    .select((work) => work.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

/** The ids of listed works behind an id, in the order of the ids. */
export async function listedIds(reader: Reader, behind: string, most: number): Promise<string[]> {
  const rows = await reader
    .selectFrom("works")
    .where(listedFor(anyMember))
    .where("works.id", ">", behind)
    .select("works.id")
    .orderBy("works.id")
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

/** What finding needs of works; those that stand in no list are left out. */
export async function readWorks(reader: Reader, ids: readonly string[]): Promise<IndexedWork[]> {
  if (ids.length === 0) return [];
  const rows = await reader
    .selectFrom("works")
    .where("works.id", "in", ids)
    .where(listedFor(anyMember))
    .select([
      "works.id",
      "title",
      "language",
      "rating_id as ratingId",
      "chapter_count as chapterCount",
      "expected_chapters as expectedChapters",
      "word_count as words",
      "published_at as posted",
      "revised_at as updated",
      "has_pictures as pictures",
      "has_audio as audio",
    ])
    .leftJoin("work_counts", "work_counts.work_id", "works.id")
    .select(["kudos", "comments", "bookmarks", "hits"])
    .select((work) => work.case().when(listedFor(visitor)(work)).then(1).else(0).end().as("open"))
    .execute();
  const [tags, warnings, categories, creators, recipients, series] = await Promise.all([
    tagsOf(reader, ids),
    warningsOf(reader, ids),
    categoriesOf(reader, ids),
    creatorsOf(reader, ids),
    recipientsOf(reader, ids),
    seriesOf(reader, ids),
  ]);
  return rows.map(({ open, posted, updated, chapterCount, expectedChapters, ...row }) => ({
    ...row,
    kudos: row.kudos ?? 0,
    comments: row.comments ?? 0,
    bookmarks: row.bookmarks ?? 0,
    hits: row.hits ?? 0,
    pictures: row.pictures === 1,
    audio: row.audio === 1,
    open: open === 1,
    posted: posted ?? 0,
    updated: updated ?? posted ?? 0,
    chapters: chapterCount,
    complete: isComplete({ chapterCount, expectedChapters }),
    tags: tags.get(row.id) ?? [],
    recipientIds: recipients.get(row.id) ?? [],
    seriesIds: series.get(row.id) ?? [],
    warnings: warnings.get(row.id) ?? [],
    categoryIds: categories.get(row.id) ?? [],
    author: creators.get(row.id)?.author ?? "",
    writerIds: creators.get(row.id)?.writerIds ?? [],
  }));
}

/** A row for each work instead of one for each of its tags: the engine joins ids faster than we take rows from it. */
async function tagsOf(reader: Reader, ids: readonly string[]): Promise<Map<string, WeightedTag[]>> {
  const rows = await reader
    .selectFrom("work_tags")
    .where("work_id", "in", ids)
    .select(["work_id", sql<string>`string_agg(substr(weight, 1, 2) || tag_id, '')`.as("joined")])
    .groupBy("work_id")
    .execute();
  return new Map(rows.map(({ work_id, joined }) => [work_id, tagsIn(joined)]));
}

function tagsIn(joined: string): WeightedTag[] {
  const tags: WeightedTag[] = [];
  for (let at = 0; at < joined.length; at += 2 + idLength)
    tags.push({ id: joined.slice(at + 2, at + 2 + idLength), weight: weightSpelled(joined, at) });
  return tags;
}

/** The weight whose first two letters stand there. */
function weightSpelled(joined: string, at: number): TagWeight {
  return joined[at] === "s" ? "side" : joined[at + 1] === "a" ? "main" : "mention";
}

async function recipientsOf(reader: Reader, ids: readonly string[]): Promise<Map<string, string[]>> {
  return listsOf(
    await reader
      .selectFrom("work_gifts")
      .where("work_id", "in", ids)
      .where("recipient_id", "!=", "")
      .select(["work_id", "recipient_id as id"])
      .execute(),
  );
}

async function seriesOf(reader: Reader, ids: readonly string[]): Promise<Map<string, string[]>> {
  return listsOf(
    await reader
      .selectFrom("series_works")
      .where("work_id", "in", ids)
      .select(["work_id", "series_id as id"])
      .execute(),
  );
}

function listsOf(rows: readonly { work_id: string; id: string }[]): Map<string, string[]> {
  const lists = new Map<string, string[]>();
  for (const { work_id, id } of rows) {
    const known = lists.get(work_id);
    if (known) known.push(id);
    else lists.set(work_id, [id]);
  }
  return lists;
}

async function warningsOf(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, { id: string; answer: "yes" | "no" }[]>> {
  const rows = await reader
    .selectFrom("work_warnings")
    .where("work_id", "in", ids)
    .select(["work_id", "warning_id as id", "answer"])
    .execute();
  const warnings = new Map<string, { id: string; answer: "yes" | "no" }[]>();
  for (const { work_id, id, answer } of rows) {
    if (answer === "unsaid") continue;
    const known = warnings.get(work_id);
    if (known) known.push({ id, answer });
    else warnings.set(work_id, [{ id, answer }]);
  }
  return warnings;
}

async function categoriesOf(reader: Reader, ids: readonly string[]): Promise<Map<string, string[]>> {
  return listsOf(
    await reader
      .selectFrom("work_categories")
      .where("work_id", "in", ids)
      .select(["work_id", "category_id as id"])
      .execute(),
  );
}

async function creatorsOf(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, { author: string; writerIds: string[] }>> {
  const rows = await reader
    .selectFrom("work_creators")
    .leftJoin("pseuds", "pseuds.id", "work_creators.pseud_id")
    .where("work_id", "in", ids)
    .where("role", "=", "author")
    .select(["work_id", "pseud_id", "accepted", "work_creators.name", "pseuds.name as pseudName"])
    .orderBy("work_id")
    .orderBy("position")
    .execute();
  const creators = new Map<string, { author: string; writerIds: string[] }>();
  for (const { work_id, pseud_id, accepted, name, pseudName } of rows) {
    const known = creators.get(work_id) ?? { author: pseudName ?? name, writerIds: [] };
    creators.set(work_id, known);
    if (pseud_id !== null && accepted === 1) known.writerIds.push(pseud_id);
  }
  return creators;
}
