import { type SqlBool, sql } from "kysely";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { factIn } from "../plumbing/events/read-log.ts";

/** What readers were told of a chapter: when last, or (null) that it came out and nobody was to be told. */
export type ChaptersTold = ReadonlyMap<string, number | null>;

/**
 * Which chapters of a work its readers were told of, as its author said with each. A chapter that is not in it came out
 * with its work.
 */
export async function chaptersTold(reader: Reader, workId: string): Promise<ChaptersTold> {
  const rows = await reader
    .selectFrom("events")
    .select(["body", "recorded_at as at"])
    .where("subject", "=", `work:${workId}`)
    // Word for word that of the index, which has these alone.
    .where(sql<SqlBool>`type in ('chapter-published', 'chapter-revised')`)
    .orderBy("number")
    .execute();
  const told = new Map<string, number | null>();
  for (const { body, at } of rows) {
    const fact = factIn(body);
    if (fact.type === "chapter-revised") told.set(fact.chapterId, at);
    if (fact.type === "chapter-published") told.set(fact.chapterId, fact.announced === false ? null : at);
  }
  return told;
}
