import type { Member } from "../../people/person.ts";
import type { Writer } from "../../plumbing/database/reader-writer.ts";
import { ownChapter } from "../chapters/own-chapter.ts";
import { leaveReleases, settleQueue } from "../leave-releases.ts";
import { ownWork } from "../own-work.ts";
import { type Rhythm, writeRhythm } from "../rhythm.ts";
import type { Announcement } from "./announcement.ts";
import "../sql/releases-tables.ts";

/** Readers have the chapter already: there is nothing to wait for. */
export class OutAlready extends Error {
  override name = "OutAlready";
}

/**
 * Lets a draft chapter come out at a time of its own; what was planned for it before no longer holds.
 *
 * @param time its moment (ms, UTC), and the zone by whose clock it was told
 * @throws NotFound, OutAlready
 */
export async function planRelease(
  writer: Writer,
  member: Member,
  workId: string,
  chapterId: string,
  time: { dueAt: number; timeZone: string },
  { told, movesUp }: Announcement,
  now: number,
): Promise<void> {
  const { chapter } = await ownChapter(writer, member, workId, chapterId);
  if (chapter.status === "published") throw new OutAlready();
  const planned = {
    due_at: time.dueAt,
    time_zone: time.timeZone,
    told: told ? 1 : 0,
    moves_up: movesUp ? 1 : 0,
    ...noTrouble,
  };
  await writer
    .insertInto("releases")
    .values({ chapter_id: chapterId, work_id: workId, ...planned })
    .onConflict((conflict) => conflict.column("chapter_id").doUpdateSet(planned))
    .execute();
  await settleQueue(writer, workId, now);
}

/**
 * Lets a chapter wait for nothing: it stays a draft. Doing it again does nothing.
 *
 * @throws NotFound
 */
export async function cancelRelease(
  writer: Writer,
  member: Member,
  workId: string,
  chapterId: string,
  now: number,
): Promise<void> {
  await ownChapter(writer, member, workId, chapterId);
  await leaveReleases(writer, workId, [chapterId], now);
}

/**
 * Gives a work's queue its rhythm and says which drafts stand in it. They come out in the order of the work, one at a
 * time. A draft with a time of its own keeps it unless it is named here.
 *
 * @param chapterIds drafts of the work; what is none is passed over
 * @throws NotFound
 */
export async function planQueue(
  writer: Writer,
  member: Member,
  workId: string,
  queue: { rhythm: Rhythm; timeZone: string; announcement: Announcement },
  chapterIds: string[],
  now: number,
): Promise<void> {
  await ownWork(writer, member, workId);
  const { told, movesUp } = queue.announcement;
  const planned = {
    rhythm: writeRhythm(queue.rhythm),
    time_zone: queue.timeZone,
    told: told ? 1 : 0,
    moves_up: movesUp ? 1 : 0,
    next_at: null,
    trouble: null,
    failures: 0,
    retry_at: null,
  };
  await writer
    .insertInto("release_queues")
    .values({ work_id: workId, paused: 0, ...planned })
    .onConflict((conflict) => conflict.column("work_id").doUpdateSet(planned))
    .execute();
  await writer
    .deleteFrom("releases")
    .where("work_id", "=", workId)
    .where("due_at", "is", null)
    .where("chapter_id", "not in", ["", ...chapterIds])
    .execute();
  for (const chapterId of await draftsAmong(writer, workId, chapterIds)) {
    const waits = { due_at: null, time_zone: queue.timeZone, told: planned.told, moves_up: planned.moves_up };
    await writer
      .insertInto("releases")
      .values({ chapter_id: chapterId, work_id: workId, ...waits, ...noTrouble })
      .onConflict((conflict) => conflict.column("chapter_id").doUpdateSet({ ...waits, ...noTrouble }))
      .execute();
  }
  await settleQueue(writer, workId, now);
}

/**
 * Holds a work's queue, or lets it go on from the rhythm's next time: what was missed meanwhile is not made up for.
 *
 * @throws NotFound
 */
export async function pauseQueue(
  writer: Writer,
  member: Member,
  workId: string,
  paused: boolean,
  now: number,
): Promise<void> {
  await ownWork(writer, member, workId);
  await writer
    .updateTable("release_queues")
    .set({ paused: paused ? 1 : 0, trouble: null, next_at: null })
    .where("work_id", "=", workId)
    .where("paused", "=", paused ? 0 : 1)
    .execute();
  await settleQueue(writer, workId, now);
}

const noTrouble = { trouble: null, trouble_at: null, failures: 0, retry_at: null };

async function draftsAmong(writer: Writer, workId: string, chapterIds: string[]): Promise<string[]> {
  if (chapterIds.length === 0) return [];
  const rows = await writer
    .selectFrom("chapters")
    .select("id")
    .where("work_id", "=", workId)
    .where("id", "in", chapterIds)
    .where("status", "=", "draft")
    .where("removed_at", "is", null)
    .execute();
  return rows.map(({ id }) => id);
}
