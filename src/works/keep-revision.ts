import { createHash } from "node:crypto";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { pictureNamesIn } from "../story-text/kept-pictures.ts";
import type { chapterColumns } from "./chapters/insert-chapter.ts";
import "./sql/revisions-tables.ts";
import "./sql/works-tables.ts";

/**
 * Keeps what stands in a chapter as a revision, before it is written over in the same transaction. Keeps nothing when
 * what is to be written is what stands there already.
 *
 * @param next what will be written
 * @returns whether that is something else than what stands
 */
export async function keepRevision(
  writer: Writer,
  chapterId: string,
  next: ReturnType<typeof chapterColumns>,
): Promise<boolean> {
  const { story, updated_at, saved_at, ...standing } = await writer
    .selectFrom("chapters")
    .select(["title", "summary", "notes", "end_notes", "story", "word_count"])
    .select(["version", "updated_at", "saved_at", "saved_by"])
    .where("id", "=", chapterId)
    .executeTakeFirstOrThrow();
  const isSame =
    story === next.story &&
    (["title", "summary", "notes", "end_notes"] as const).every((field) => standing[field] === next[field]);
  if (isSame) return false;
  const digest = storyDigest(story);
  await writer
    .insertInto("revision_stories")
    .values({ chapter_id: chapterId, digest, story })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await writer
    .insertInto("chapter_revisions")
    .values({ ...standing, chapter_id: chapterId, story_digest: digest, saved_at: saved_at ?? updated_at })
    .execute();
  for (const name of pictureNamesIn(story))
    await writer
      .insertInto("revision_pictures")
      .values({ chapter_id: chapterId, name })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  return true;
}

/** What tells one story from another: SHA-256 in base64url. */
export function storyDigest(story: string): string {
  return createHash("sha256").update(story).digest("base64url");
}
