import type { Member } from "../people/person.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import type { Announcement } from "./releases/announcement.ts";
import type { Settled } from "./releases/wall-clock.ts";
import { type Rhythm, readRhythm, timesFrom } from "./rhythm.ts";
import { type Lack, lacks } from "./what-is-lacking.ts";
import { amongThoseOf } from "./who-may-change.ts";
import type { Work } from "./work.ts";
import "./sql/releases-tables.ts";
import "./sql/works-tables.ts";

/**
 * Why something did not come out at its time: what it or its work lacked, that it lay in the trash, or that the archive
 * failed again and again.
 */
export type ReleaseTrouble = Lack | "removed" | "failed";

/** How a chapter waits: `dueAt` (ms, UTC) is its own time, null: it stands in the queue of its work. */
export type Release = {
  chapterId: string;
  dueAt: number | null;
  timeZone: string;
  announcement: Announcement;
  /** With a queued chapter: why it was passed over when its turn came. */
  trouble: ReleaseTrouble | null;
  troubleAt: number | null;
};

/** The rhythm in which the chapters of a work come out that have no time of their own. */
export type ReleaseQueue = {
  rhythm: Rhythm;
  timeZone: string;
  announcement: Announcement;
  paused: boolean;
  /** null: nothing comes, because it is paused or nothing waits. */
  nextAt: number | null;
  trouble: ReleaseTrouble | null;
};

/** What of a work its authors have planned; the work was found for them (`findOwnWork`). */
export async function listReleases(
  reader: Reader | Writer,
  work: Pick<Work, "id" | "mine">,
): Promise<Release[]> {
  if (!work.mine) return [];
  const rows = await reader
    .selectFrom("releases")
    .innerJoin("chapters", "chapters.id", "releases.chapter_id")
    .select([
      "chapter_id as chapterId",
      "due_at as dueAt",
      "time_zone as timeZone",
      "told",
      "moves_up",
      "trouble",
      "trouble_at as troubleAt",
    ])
    .where("releases.work_id", "=", work.id)
    .where("chapters.removed_at", "is", null)
    .orderBy("position")
    .orderBy("chapter_id")
    .execute();
  return rows.map(({ told, moves_up, trouble, ...row }) => ({
    ...row,
    announcement: { told: told === 1, movesUp: moves_up === 1 },
    trouble: troubleIn(trouble),
  }));
}

/** The queue of a work that was found for its author; null: it has no rhythm yet. */
export async function findQueue(
  reader: Reader | Writer,
  work: Pick<Work, "id" | "mine">,
): Promise<ReleaseQueue | null> {
  if (!work.mine) return null;
  const row = await reader
    .selectFrom("release_queues")
    .selectAll()
    .where("work_id", "=", work.id)
    .executeTakeFirst();
  return row
    ? {
        rhythm: readRhythm(row.rhythm),
        timeZone: row.time_zone,
        announcement: { told: row.told === 1, movesUp: row.moves_up === 1 },
        paused: row.paused === 1,
        nextAt: row.next_at,
        trouble: troubleIn(row.trouble),
      }
    : null;
}

/** When the chapters of a queue come out, if each has its story by then; in their order. Nothing while it rests. */
export function timesOfQueue(queue: ReleaseQueue | null, waiting: number): Settled[] {
  if (!queue || queue.nextAt === null) return [];
  return timesFrom(queue.rhythm, queue.timeZone, queue.nextAt, waiting);
}

/** What comes next of a work, as the desk's list says it. */
export type NextRelease = { at: number; timeZone: string };

/** By work: what comes next of each that the member may change. */
export async function listNextReleases(reader: Reader, member: Member): Promise<Map<string, NextRelease>> {
  const dated = await reader
    .selectFrom("releases")
    .innerJoin("works", "works.id", "releases.work_id")
    .innerJoin("chapters", "chapters.id", "releases.chapter_id")
    .select(["releases.work_id as workId", "due_at as at", "time_zone as timeZone"])
    .where("due_at", "is not", null)
    .where("trouble", "is", null)
    .where("chapters.removed_at", "is", null)
    .where((row) => amongThoseOf(member)(row))
    .execute();
  const queued = await reader
    .selectFrom("release_queues")
    .innerJoin("works", "works.id", "release_queues.work_id")
    .select(["release_queues.work_id as workId", "next_at as at", "time_zone as timeZone"])
    .where("next_at", "is not", null)
    .where((row) => amongThoseOf(member)(row))
    .execute();
  const next = new Map<string, NextRelease>();
  for (const { workId, at, timeZone } of [...dated, ...queued]) {
    if (at === null || (next.get(workId)?.at ?? Number.POSITIVE_INFINITY) <= at) continue;
    next.set(workId, { at, timeZone });
  }
  return next;
}

/** A chapter, or with `chapterId` null a whole queue, that did not come out at its time. */
export type Stuck = {
  workId: string;
  title: string;
  chapterId: string | null;
  chapterTitle: string;
  trouble: ReleaseTrouble;
};

/** What did not come out of the member's works, and waits for a word of theirs. */
export async function listStuck(reader: Reader, member: Member): Promise<Stuck[]> {
  const chapters = await reader
    .selectFrom("releases")
    .innerJoin("works", "works.id", "releases.work_id")
    .innerJoin("chapters", "chapters.id", "releases.chapter_id")
    .select(["works.id as workId", "works.title", "chapter_id as chapterId", "trouble"])
    .select("chapters.title as chapterTitle")
    .where("trouble", "is not", null)
    .where("chapters.removed_at", "is", null)
    .where("works.removed_at", "is", null)
    .where((row) => amongThoseOf(member)(row))
    .orderBy("trouble_at")
    .orderBy("chapter_id")
    .execute();
  const queues = await reader
    .selectFrom("release_queues")
    .innerJoin("works", "works.id", "release_queues.work_id")
    .select(["works.id as workId", "works.title", "trouble"])
    .where("trouble", "is not", null)
    .where("works.removed_at", "is", null)
    .where((row) => amongThoseOf(member)(row))
    .orderBy("works.id")
    .execute();
  return [...chapters, ...queues.map((queue) => ({ ...queue, chapterId: null, chapterTitle: "" }))].flatMap(
    (row) => {
      const trouble = troubleIn(row.trouble);
      return trouble ? [{ ...row, trouble }] : [];
    },
  );
}

/** A trouble in its column; one of a later release counts as a failure. */
function troubleIn(stored: string | null): ReleaseTrouble | null {
  if (stored === null) return null;
  return [...lacks, "removed" as const].find((trouble) => trouble === stored) ?? "failed";
}
