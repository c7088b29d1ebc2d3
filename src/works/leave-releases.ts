import type { Writer } from "../plumbing/database/reader-writer.ts";
import { nextTime, readRhythm } from "./rhythm.ts";
import "./sql/releases-tables.ts";

/** These chapters wait for nothing any longer; when nothing is left to come, their queue rests. */
export async function leaveReleases(
  writer: Writer,
  workId: string,
  chapterIds: string[],
  now: number,
): Promise<void> {
  await writer.deleteFrom("releases").where("chapter_id", "in", chapterIds).execute();
  await settleQueue(writer, workId, now);
}

/**
 * Brings a queue's next time in line with what waits in it: none while it is paused or nothing waits; the rhythm's next,
 * when there was none; else the one that stands, though it may have passed, for what is late still comes.
 */
export async function settleQueue(writer: Writer, workId: string, now: number): Promise<void> {
  const queue = await writer
    .selectFrom("release_queues")
    .select(["rhythm", "time_zone", "paused", "next_at"])
    .where("work_id", "=", workId)
    .executeTakeFirst();
  if (!queue) return;
  const rests = queue.paused === 1 || !(await hasQueued(writer, workId));
  const next = rests ? null : (queue.next_at ?? nextTime(readRhythm(queue.rhythm), queue.time_zone, now).at);
  if (next === queue.next_at) return;
  await writer
    .updateTable("release_queues")
    .set({ next_at: next, failures: 0, retry_at: null })
    .where("work_id", "=", workId)
    .execute();
}

async function hasQueued(writer: Writer, workId: string): Promise<boolean> {
  const waiting = await writer
    .selectFrom("releases")
    .innerJoin("chapters", "chapters.id", "releases.chapter_id")
    .select("chapters.id")
    .where("releases.work_id", "=", workId)
    .where("due_at", "is", null)
    .where("chapters.removed_at", "is", null)
    .executeTakeFirst();
  return waiting !== undefined;
}
