import { type SqlBool, sql } from "kysely";
import { plainMember, visitor } from "../../people/person.ts";
import type { Reader } from "../../plumbing/database/reader-writer.ts";
import "../../tags/tags.ts";
import { listedFor } from "../../works/visible-works.ts";
import { isComplete } from "../../works/work.ts";
import type { IndexedWork } from "./indexed-work.ts";
import { type JoinedTags, tagsIn } from "./joined-tags.ts";
import type { PackableWork } from "./packed-works.ts";

type Warning = IndexedWork["warnings"][number];

/** Any member: lists show all of them the same works, and nobody more. */
const anyMember = plainMember("");

/** How many works stand in lists. */
export async function countListed(reader: Reader): Promise<number> {
  const { count } = await reader
    .selectFrom("works")
    .where(listedFor(anyMember))
    .select((work) => work.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

/** Whether there are so many works, listed or not. */
export async function hasWorks(reader: Reader, count: number): Promise<boolean> {
  const last = await reader
    .selectFrom("works")
    .select("id")
    .orderBy("id")
    .offset(Math.min(Math.max(0, count - 1), Number.MAX_SAFE_INTEGER))
    .limit(1)
    .executeTakeFirst();
  return last !== undefined;
}

/** Which works are read: some, or all from behind one id up to another. */
export type Which = { ids: readonly string[] } | Stretch;
export type Stretch = { behind: string; upTo: string };

/** Behind every id. */
const end = "zzzzzzzzzz";

/** Cuts all works into stretches of so many, in the order of their ids. */
export async function* stretches(reader: Reader, most: number): AsyncGenerator<Stretch> {
  for (let behind = ""; behind !== end; ) {
    const last = await reader
      .selectFrom("works")
      .select("id")
      .where("id", ">", behind)
      .orderBy("id")
      .offset(most - 1)
      .limit(1)
      .executeTakeFirst();
    const upTo = last?.id ?? end;
    yield { behind, upTo };
    behind = upTo;
  }
}

/** A stretch is told to the engine in two values, and its rows lie side by side. */
function among(which: Which, column: string) {
  const id = sql.ref(column);
  return "ids" in which
    ? sql<SqlBool>`${id} in (${sql.join(which.ids)})`
    : sql<SqlBool>`${id} > ${which.behind} and ${id} <= ${which.upTo}`;
}

/** What finding needs of works; those that stand in no list are left out. */
export async function readWorks(reader: Reader, which: Which): Promise<IndexedWork[]> {
  const works = await readForPacking(reader, which);
  return works.map(({ joinedTags, ...work }) => ({ ...work, tags: tagsIn(joinedTags) }));
}

/** The same with tags as they are read, to be packed. */
export async function readForPacking(reader: Reader, which: Which): Promise<PackableWork[]> {
  if ("ids" in which && which.ids.length === 0) return [];
  const rows = await reader
    .selectFrom("works")
    .where(among(which, "works.id"))
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
      "anonymous",
    ])
    .leftJoin("work_counts", "work_counts.work_id", "works.id")
    .select(["kudos", "comments", "bookmarks", "hits"])
    .select((work) => work.case().when(listedFor(visitor)(work)).then(1).else(0).end().as("open"))
    .execute();
  const [tags, warnings, categories, creators, recipients, series] = await Promise.all([
    tagsOf(reader, which),
    warningsOf(reader, which),
    categoriesOf(reader, which),
    creatorsOf(reader, which),
    recipientsOf(reader, which),
    seriesOf(reader, which),
  ]);
  return rows.map((row) => ({
    id: row.id,
    open: row.open === 1,
    ratingId: row.ratingId,
    language: row.language,
    title: row.title,
    words: row.words,
    chapters: row.chapterCount,
    complete: isComplete(row),
    posted: row.posted ?? 0,
    updated: row.updated ?? row.posted ?? 0,
    kudos: row.kudos ?? 0,
    comments: row.comments ?? 0,
    bookmarks: row.bookmarks ?? 0,
    hits: row.hits ?? 0,
    pictures: row.pictures === 1,
    audio: row.audio === 1,
    joinedTags: tags.get(row.id) ?? "",
    recipientIds: recipients.get(row.id) ?? [],
    // An anonymous work is found by nobody's name, and stands in no series that would tell it.
    seriesIds: row.anonymous === 1 ? [] : (series.get(row.id) ?? []),
    warnings: warnings.get(row.id) ?? [],
    categoryIds: categories.get(row.id) ?? [],
    ...(row.anonymous === 1 ? nobody : (creators.get(row.id) ?? nobody)),
  }));
}

const nobody = { author: "", writerIds: [] };

/** A row for each work instead of one for each of its tags: the engine joins ids faster than we take rows from it. */
async function tagsOf(reader: Reader, which: Which): Promise<Map<string, JoinedTags>> {
  const rows = await reader
    .selectFrom("work_tags")
    .where(among(which, "work_id"))
    .select(["work_id", sql<JoinedTags>`string_agg(substr(weight, 1, 2) || tag_id, '')`.as("joined")])
    .groupBy("work_id")
    .execute();
  return new Map(rows.map(({ work_id, joined }) => [work_id, joined]));
}

async function recipientsOf(reader: Reader, which: Which): Promise<Map<string, string[]>> {
  return listsOf(
    await reader
      .selectFrom("work_gifts")
      .where(among(which, "work_id"))
      .where("recipient_id", "!=", "")
      .select(["work_id", "recipient_id as id"])
      .execute(),
  );
}

async function seriesOf(reader: Reader, which: Which): Promise<Map<string, string[]>> {
  return listsOf(
    await reader
      .selectFrom("series_works")
      .innerJoin("series", "series.id", "series_works.series_id")
      .where("series.removed_at", "is", null)
      .where(among(which, "work_id"))
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

async function warningsOf(reader: Reader, which: Which): Promise<Map<string, Warning[]>> {
  const rows = await reader
    .selectFrom("work_warnings")
    .where(among(which, "work_id"))
    .where("answer", "!=", "unsaid")
    .select(["work_id", sql<string>`string_agg(answer || ' ' || warning_id, ${"\n"})`.as("joined")])
    .groupBy("work_id")
    .execute();
  return new Map(rows.map(({ work_id, joined }) => [work_id, joined.split("\n").map(warningIn)]));
}

/** "yes underage", as it was joined. */
function warningIn(joined: string): Warning {
  const space = joined.indexOf(" ");
  return { id: joined.slice(space + 1), answer: joined.startsWith("y") ? "yes" : "no" };
}

async function categoriesOf(reader: Reader, which: Which): Promise<Map<string, string[]>> {
  return listsOf(
    await reader
      .selectFrom("work_categories")
      .where(among(which, "work_id"))
      .select(["work_id", "category_id as id"])
      .execute(),
  );
}

async function creatorsOf(
  reader: Reader,
  which: Which,
): Promise<Map<string, { author: string; writerIds: string[] }>> {
  const rows = await reader
    .selectFrom("work_creators")
    .leftJoin("pseuds", "pseuds.id", "work_creators.pseud_id")
    .where(among(which, "work_id"))
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
