import { z } from "zod";
import type { Member } from "../people/person.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { dayOf } from "../vocabulary/days.ts";
import { isoMonth, readIsoMonth } from "./months.ts";
import { readingSums } from "./reading-sums.ts";
import { type CountedElsewhere, findStatistics, sumOf, toldUntil } from "./statistics.ts";
import "./sql/statistics-tables.ts";

/** Far above what a chapter or a work comes to in a month; whatever a copy claims, sums of such numbers stay whole. */
const mostCounted = 1_000_000_000;
const count = z
  .number()
  .int()
  .min(0)
  .transform((claimed) => Math.min(claimed, mostCounted));
const month = z.string().refine((text) => readIsoMonth(text) !== null);

/** Numbers about a work as they are carried away and brought along; a month is written as "2026-11". */
export const carriedStatistics = z.object({
  workId: z.string(),
  /** How often chapters were read to their end; `workFinished`: so often it was the last there was. */
  readings: z.array(
    z.object({ chapterId: z.string(), month, finished: count, words: count, workFinished: count }),
  ),
  counts: z.array(z.object({ month, kudos: count, comments: count, bookmarks: count, subscribers: count })),
});

export type CarriedStatistics = z.infer<typeof carriedStatistics>;

/**
 * What a member takes along of the numbers about their works: all there are up to the day before, whether they are shown
 * them or not.
 *
 * @param clock what time it is, in ms since 1970, UTC
 */
export function statisticsOf(
  elsewhere: CountedElsewhere,
  clock = Date.now,
): (reader: Reader, member: Member) => Promise<CarriedStatistics[]> {
  return async (reader, member) => {
    const now = clock();
    const found = await findStatistics(reader, member, elsewhere, now);
    if (found.size === 0) return [];
    const sums = await readingSums(reader, [...found.keys()], dayOf(toldUntil(now)));
    const readings = new Map<string, CarriedStatistics["readings"]>();
    for (const { workId, ...sum } of sums) {
      const ofWork = readings.get(workId) ?? [];
      readings.set(workId, ofWork);
      const row = { ...sum, month: isoMonth(sum.month) };
      const same = ofWork.find((one) => one.chapterId === row.chapterId && one.month === row.month);
      if (!same) ofWork.push(row);
      else {
        same.finished += row.finished;
        same.words += row.words;
        same.workFinished += row.workFinished;
      }
    }
    return [...found.values()]
      .map(({ workId, months }) => ({
        workId,
        readings: (readings.get(workId) ?? []).sort(
          (a, b) => a.month.localeCompare(b.month) || a.chapterId.localeCompare(b.chapterId),
        ),
        counts: months
          .map(({ month: number, kudos, comments, bookmarks, subscribers }) => ({
            month: isoMonth(number),
            kudos,
            comments,
            bookmarks,
            subscribers,
          }))
          .filter((one) => one.kudos + one.comments + one.bookmarks + one.subscribers > 0),
      }))
      .filter((one) => one.readings.length + one.counts.length > 0);
  };
}

/**
 * Lets a work that is brought in from another archive keep its numbers. Kudos, bookmarks and subscriptions come along as
 * numbers alone; of comments only those are to be in `counts` that do not come along themselves.
 *
 * @param workId the work here, which has no numbers yet
 * @param chapterIds by its chapters' ids there, their ids here; the numbers of others stay with the work
 */
export async function bringStatistics(
  writer: Writer,
  workId: string,
  carried: Pick<CarriedStatistics, "readings" | "counts">,
  chapterIds: ReadonlyMap<string, string>,
): Promise<void> {
  const readings = new Map<string, { chapterId: string; month: number; sums: number[] }>();
  for (const { chapterId: there, month, finished, words, workFinished } of carried.readings) {
    // A chapter that is no more has a name of its own here: two works may have come from one copy.
    const chapterId = chapterIds.get(there) ?? `${workId} ${there}`;
    const number = readIsoMonth(month) ?? 0;
    const key = `${chapterId} ${number}`;
    const before = readings.get(key)?.sums ?? [0, 0, 0];
    const sums = [finished, words, workFinished].map((one, index) => one + (before[index] ?? 0));
    readings.set(key, { chapterId, month: number, sums });
  }
  const rows = [...readings.values()].map(
    ({ chapterId, month, sums: [finished = 0, words = 0, last = 0] }) => ({
      work_id: workId,
      chapter_id: chapterId,
      month,
      finished,
      words,
      work_finished: last,
    }),
  );
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await writer
      .insertInto("reading_months")
      .values(rows.slice(from, from + rowsAtOnce))
      .execute();
  const counts = new Map<number, ReturnType<typeof sumOf>>();
  for (const { month, ...numbers } of carried.counts) {
    const number = readIsoMonth(month) ?? 0;
    counts.set(number, sumOf([counts.get(number) ?? {}, numbers]));
  }
  const brought = [...counts].map(([month, { kudos, comments, bookmarks, subscribers }]) => ({
    work_id: workId,
    month,
    kudos,
    comments,
    bookmarks,
    subscribers,
  }));
  for (let from = 0; from < brought.length; from += rowsAtOnce)
    await writer
      .insertInto("brought_counts")
      .values(brought.slice(from, from + rowsAtOnce))
      .execute();
}

/** Rows of one statement: an engine takes some thirty thousand values at most. */
const rowsAtOnce = 500;
