import type { Member } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { dayOf, startOfDay } from "../vocabulary/days.ts";
import type { CountByDay } from "../works/by-day.ts";
import { amongThoseOf, changeableBy } from "../works/who-may-change.ts";
import { bookmarksByDay } from "./bookmarks-by-day.ts";
import { monthOf, monthOfDay } from "./months.ts";
import { readingSums } from "./reading-sums.ts";
import "../works/works.ts";
import "./sql/statistics-tables.ts";

/** What can be counted of a work, or of a chapter of it. */
export type Numbers = {
  /** How often it was read to its end: of a work, to the end of its last chapter. */
  finished: number;
  /** How often any chapter of it was; of a chapter the same as `finished`. */
  chaptersRead: number;
  wordsRead: number;
  kudos: number;
  comments: number;
  bookmarks: number;
  subscribers: number;
};

/** The numbers of one month (`monthOf`); a month in which nothing came is not there. */
export type MonthNumbers = Numbers & { month: number };

/** Numbers about a work up to yesterday. */
export type WorkStatistics = {
  workId: string;
  months: MonthNumbers[];
  /** By chapter, also of chapters that are no more; "" for what is of no chapter. */
  chapters: Map<string, MonthNumbers[]>;
};

/** What other rooms count; without a counter of subscribers they are not spoken of. */
export type CountedElsewhere = { kudos: CountByDay; comments: CountByDay; subscribers?: CountByDay };

const counted = ["kudos", "comments", "bookmarks", "subscribers"] as const;

/**
 * Until when things are told: the beginning of today, so that nobody watches a number grow.
 *
 * @param now ms since 1970, UTC
 */
export function toldUntil(now: number): number {
  return startOfDay(dayOf(now));
}

/**
 * Numbers about works of a member, which nobody but the authors of a work are told: neither those who look after the
 * archive nor who is thanked for help.
 *
 * @param workIds of these alone; left out: of all
 * @param now ms since 1970, UTC: everything is told up to the day before
 */
export async function findStatistics(
  reader: Reader,
  member: Member,
  elsewhere: CountedElsewhere,
  now: number,
  workIds?: readonly string[],
): Promise<Map<string, WorkStatistics>> {
  const works = await reader
    .selectFrom("works")
    .select("works.id")
    .where("works.removed_at", "is", null)
    .where(workIds ? changeableBy(member) : amongThoseOf(member))
    .$if(workIds !== undefined, (query) => query.where("works.id", "in", [...(workIds ?? [])]))
    .execute();
  const found = new Map(works.map(({ id }) => [id, gather(id)]));
  const ids = [...found.keys()];
  if (ids.length === 0) return new Map();
  const until = toldUntil(now);
  const counters = { ...elsewhere, bookmarks: bookmarksByDay };
  const [readings, brought, ...ofDays] = await Promise.all([
    readingSums(reader, ids, dayOf(until)),
    reader.selectFrom("brought_counts").selectAll().where("work_id", "in", ids).execute(),
    ...counted.map((what) => counters[what]?.(reader, ids, until) ?? []),
  ]);
  for (const { workId, chapterId, month, finished, words, workFinished } of readings) {
    const numbers = { chaptersRead: finished, wordsRead: words };
    found.get(workId)?.add(month, null, { ...numbers, finished: workFinished });
    found.get(workId)?.add(month, chapterId, { ...numbers, finished });
  }
  for (const { work_id, month, ...numbers } of brought) found.get(work_id)?.add(month, null, numbers);
  for (const [index, what] of counted.entries())
    for (const { workId, chapterId, day, count } of ofDays[index] ?? []) {
      found.get(workId)?.add(monthOfDay(day), null, { [what]: count });
      if (chapterId !== null) found.get(workId)?.add(monthOfDay(day), chapterId, { [what]: count });
    }
  return new Map([...found].map(([id, gathered]) => [id, gathered.statistics()]));
}

const none: Numbers = {
  finished: 0,
  chaptersRead: 0,
  wordsRead: 0,
  kudos: 0,
  comments: 0,
  bookmarks: 0,
  subscribers: 0,
};
const names = ["finished", "chaptersRead", "wordsRead", ...counted] as const;

/** Adds numbers up. */
export function sumOf(all: readonly Partial<Numbers>[]): Numbers {
  const sum = { ...none };
  for (const one of all) for (const name of names) sum[name] += one[name] ?? 0;
  return sum;
}

/** The numbers of one work while they come in, of the work and of its chapters. */
function gather(workId: string) {
  const ofWork = new Map<number, Numbers>();
  const ofChapters = new Map<string, Map<number, Numbers>>();
  const inOrder = (months: Map<number, Numbers>): MonthNumbers[] =>
    [...months].map(([month, numbers]) => ({ month, ...numbers })).sort((a, b) => a.month - b.month);
  return {
    add(month: number, chapterId: string | null, numbers: Partial<Numbers>) {
      const months = chapterId === null ? ofWork : (ofChapters.get(chapterId) ?? new Map<number, Numbers>());
      if (chapterId !== null) ofChapters.set(chapterId, months);
      months.set(month, sumOf([months.get(month) ?? {}, numbers]));
    },
    statistics: (): WorkStatistics => ({
      workId,
      months: inOrder(ofWork),
      chapters: new Map([...ofChapters].map(([id, months]) => [id, inOrder(months)])),
    }),
  };
}

/**
 * Every month of a span, the empty ones too, so that a quiet month is seen as one.
 *
 * @param most so many of the last months; left out: all
 * @param now ms since 1970, UTC
 */
export function everyMonth(
  months: readonly MonthNumbers[],
  now: number,
  most = Number.POSITIVE_INFINITY,
): MonthNumbers[] {
  const last = monthOf(toldUntil(now) - 1);
  const first = Math.max(months[0]?.month ?? last, last - most + 1);
  const known = new Map(months.map((one) => [one.month, one]));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const month = first + index;
    return known.get(month) ?? { month, ...none };
  });
}
