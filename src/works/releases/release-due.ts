import { sql } from "kysely";
import type { Database } from "../../plumbing/database/database.ts";
import type { Reader, Writer } from "../../plumbing/database/reader-writer.ts";
import type { ReleaseTrouble } from "../releases.ts";
import { nextTime, readRhythm } from "../rhythm.ts";
import { whatIsLacking } from "../what-is-lacking.ts";
import type { WorkStatus } from "../work.ts";
import { giveChapter, giveWorkWith } from "./give-to-readers.ts";
import "../sql/releases-tables.ts";
import "../sql/works-tables.ts";

/** Tries before what fails for no fault of its author waits for them, and how long it rests between two, in ms. */
const mostTries = 5;
const restBetween = 60_000;

/** Told when something could not be given to readers; it is tried again. */
export type Complaint = (sentence: string, cause: unknown) => void;

/** Something whose time has come: a chapter with a time of its own, or a place in a queue. */
type Due = { kind: "chapter"; chapterId: string; at: number } | { kind: "queue"; workId: string; at: number };

/**
 * Gives readers every chapter whose time has come, in the order of their times, however late it is.
 *
 * Each in a transaction of its own, which looks once more before it writes: with several processes on one database each
 * chapter comes out once, and a crash leaves a chapter out with its fact, or waiting as it was. What cannot come out is
 * noted for its author; what fails is tried again, and left to them after a while, so that it holds up nothing else.
 *
 * @param now ms since 1970, UTC
 * @returns how many chapters came out
 */
export async function releaseDue(database: Database, now: number, complain: Complaint): Promise<number> {
  let released = 0;
  // Looked at by reading first: while nothing is due, nobody waits for the one place of the writer.
  while (((await nextDue(database.reading)) ?? Number.POSITIVE_INFINITY) <= now) {
    const carriedOut = await carryOutNext(database, now, complain);
    if (carriedOut === "nothing due") break;
    if (carriedOut === "released") released += 1;
  }
  return released;
}

/** When something is next due, or is tried again (ms, UTC); null: nothing waits. */
export async function nextDue(reader: Reader | Writer): Promise<number | null> {
  const { at: chapterAt } = await reader
    .selectFrom("releases")
    .select(({ fn }) => fn.min<number | null>(sql`coalesce(retry_at, due_at)`).as("at"))
    .where("due_at", "is not", null)
    .where("trouble", "is", null)
    .executeTakeFirstOrThrow();
  const { at: queueAt } = await reader
    .selectFrom("release_queues")
    .select(({ fn }) => fn.min<number | null>(sql`coalesce(retry_at, next_at)`).as("at"))
    .where("next_at", "is not", null)
    .executeTakeFirstOrThrow();
  const times = [chapterAt, queueAt].filter((at) => at !== null);
  return times.length > 0 ? Math.min(...times) : null;
}

async function carryOutNext(
  database: Database,
  now: number,
  complain: Complaint,
): Promise<"released" | "noted" | "nothing due"> {
  let due: Due | undefined;
  try {
    return await database.write(async (writer) => {
      due = await firstDue(writer, now);
      if (!due || due.at > now) return "nothing due";
      const out =
        due.kind === "chapter"
          ? await releaseChapter(writer, due.chapterId, now)
          : await releaseFromQueue(writer, due.workId, now);
      return out ? "released" : "noted";
    });
  } catch (cause) {
    if (!due) throw cause;
    complain("A chapter could not be given to readers at its time; it will be tried again.", cause);
    const failed = due;
    await database.write((writer) => noteFailure(writer, failed, now));
    return "noted";
  }
}

/** What has waited longest and does not rest after a failure. */
async function firstDue(reader: Reader | Writer, now: number): Promise<Due | undefined> {
  const chapter = await reader
    .selectFrom("releases")
    .innerJoin("chapters", "chapters.id", "releases.chapter_id")
    .select(["chapter_id as chapterId", "due_at as at"])
    .where("due_at", "is not", null)
    .where("trouble", "is", null)
    .where((row) => row.or([row("retry_at", "is", null), row("retry_at", "<=", now)]))
    .orderBy("due_at")
    .orderBy("position")
    .orderBy("chapter_id")
    .executeTakeFirst();
  const queue = await reader
    .selectFrom("release_queues")
    .select(["work_id as workId", "next_at as at"])
    .where("next_at", "is not", null)
    .where((row) => row.or([row("retry_at", "is", null), row("retry_at", "<=", now)]))
    .orderBy("next_at")
    .orderBy("work_id")
    .executeTakeFirst();
  const [chapterAt, queueAt] = [chapter?.at ?? null, queue?.at ?? null];
  if (chapter && chapterAt !== null && (queueAt === null || chapterAt <= queueAt))
    return { kind: "chapter", chapterId: chapter.chapterId, at: chapterAt };
  if (queue && queueAt !== null) return { kind: "queue", workId: queue.workId, at: queueAt };
  return undefined;
}

async function releaseChapter(writer: Writer, chapterId: string, now: number): Promise<boolean> {
  const row = await writer
    .selectFrom("releases")
    .innerJoin("chapters", "chapters.id", "releases.chapter_id")
    .innerJoin("works", "works.id", "releases.work_id")
    .select(["releases.work_id as workId", "works.status", "told", "moves_up", "chapters.word_count"])
    .select(["chapters.removed_at as chapterRemoved", "works.removed_at as workRemoved"])
    .where("chapter_id", "=", chapterId)
    .executeTakeFirstOrThrow();
  const isRemoved = row.chapterRemoved !== null || row.workRemoved !== null;
  const trouble = isRemoved ? "removed" : await troubleWith(writer, row.workId, row.status, row.word_count);
  if (trouble) {
    await noteTrouble(writer, chapterId, trouble, now);
    return false;
  }
  await give(writer, { id: row.workId, status: row.status }, chapterId, now, row);
  return true;
}

async function releaseFromQueue(writer: Writer, workId: string, now: number): Promise<boolean> {
  const queue = await writer
    .selectFrom("release_queues")
    .innerJoin("works", "works.id", "release_queues.work_id")
    .select(["works.status", "works.removed_at", "rhythm", "time_zone", "told", "moves_up", "next_at"])
    .where("work_id", "=", workId)
    .executeTakeFirstOrThrow();
  const trouble = queue.removed_at === null ? await troubleWith(writer, workId, queue.status) : "removed";
  if (trouble) {
    await holdQueue(writer, workId, trouble);
    return false;
  }
  const waiting = await writer
    .selectFrom("releases")
    .innerJoin("chapters", "chapters.id", "releases.chapter_id")
    .select(["chapters.id", "word_count"])
    .where("releases.work_id", "=", workId)
    .where("due_at", "is", null)
    .where("chapters.removed_at", "is", null)
    .orderBy("position")
    .orderBy("chapters.id")
    .execute();
  const ready = waiting.findIndex(({ word_count }) => word_count > 0);
  for (const { id } of ready < 0 ? waiting : waiting.slice(0, ready))
    await noteTrouble(writer, id, "story", now);
  // Counted from its own time and not from now: after a long sleep what is late comes out one by one, all the same.
  const next =
    waiting.length > 0 ? nextTime(readRhythm(queue.rhythm), queue.time_zone, queue.next_at ?? now).at : null;
  await writer
    .updateTable("release_queues")
    .set({ next_at: next, failures: 0, retry_at: null })
    .where("work_id", "=", workId)
    .execute();
  const chapter = waiting[ready];
  if (!chapter) return false;
  await give(writer, { id: workId, status: queue.status }, chapter.id, now, queue);
  return true;
}

async function give(
  writer: Writer,
  work: { id: string; status: WorkStatus },
  chapterId: string,
  now: number,
  { told, moves_up }: { told: number; moves_up: number },
): Promise<void> {
  if (work.status === "draft") return giveWorkWith(writer, work.id, [chapterId], now);
  return giveChapter(writer, work.id, chapterId, now, { told: told === 1, movesUp: moves_up === 1 });
}

/** What stands in the way of a chapter of so many words; a work that readers have lacks nothing itself. */
async function troubleWith(
  writer: Writer,
  workId: string,
  status: WorkStatus,
  words?: number,
): Promise<ReleaseTrouble | undefined> {
  if (words === 0) return "story";
  if (status === "published") return undefined;
  const [lack] = (await whatIsLacking(writer, workId)).filter((one) => one !== "story");
  return lack;
}

async function noteTrouble(writer: Writer, chapterId: string, trouble: ReleaseTrouble, now: number) {
  await writer
    .updateTable("releases")
    .set({ trouble, trouble_at: now, failures: 0, retry_at: null })
    .where("chapter_id", "=", chapterId)
    .execute();
}

async function holdQueue(writer: Writer, workId: string, trouble: ReleaseTrouble): Promise<void> {
  await writer
    .updateTable("release_queues")
    .set({ trouble, paused: 1, next_at: null, failures: 0, retry_at: null })
    .where("work_id", "=", workId)
    .execute();
}

async function noteFailure(writer: Writer, due: Due, now: number): Promise<void> {
  const failing =
    due.kind === "chapter"
      ? await writer
          .selectFrom("releases")
          .select("failures")
          .where("chapter_id", "=", due.chapterId)
          .executeTakeFirst()
      : await writer
          .selectFrom("release_queues")
          .select("failures")
          .where("work_id", "=", due.workId)
          .executeTakeFirst();
  const failures = (failing?.failures ?? 0) + 1;
  const again = { failures, retry_at: now + restBetween };
  if (due.kind === "chapter") {
    if (failures >= mostTries) return void (await noteTrouble(writer, due.chapterId, "failed", now));
    await writer.updateTable("releases").set(again).where("chapter_id", "=", due.chapterId).execute();
  } else {
    if (failures >= mostTries) return holdQueue(writer, due.workId, "failed");
    await writer.updateTable("release_queues").set(again).where("work_id", "=", due.workId).execute();
  }
}
