import { hash } from "node:crypto";
import type { Reader, Writer } from "../../plumbing/database/reader-writer.ts";
import "../../works/visible-works.ts";

/** What is to be found of a work: its published chapters' stories, each with a digest; none when its text is not searched. */
export type WorkText = { exists: boolean; chapters: { id: string; story: string; madeOf: string }[] };

/** Reads what is to be found of a work now. */
export async function readText(reader: Reader | Writer, workId: string): Promise<WorkText> {
  const work = await reader
    .selectFrom("works")
    .select(["status", "removed_at", "searchable"])
    .where("id", "=", workId)
    .executeTakeFirst();
  if (!work) return { exists: false, chapters: [] };
  if (work.status !== "published" || work.removed_at !== null || work.searchable === 0)
    return { exists: true, chapters: [] };
  const rows = await reader
    .selectFrom("chapters")
    .select(["id", "story"])
    .where("work_id", "=", workId)
    .where("status", "=", "published")
    .where("removed_at", "is", null)
    .orderBy("position")
    .orderBy("id")
    .execute();
  return {
    exists: true,
    chapters: rows.map((row) => ({ ...row, madeOf: digestOf(row.story) })),
  };
}

/** Tells one text of a chapter from another. */
export function digestOf(story: string): string {
  return hash("sha256", story, "base64url");
}
