import type { Writer } from "./plumbing/database/reader-writer.ts";
import { bringStatistics } from "./reading/carry-statistics.ts";
import { isoMonth, monthOf } from "./reading/months.ts";
import { dayOf, startOfDay } from "./vocabulary/days.ts";
import "./works/works.ts";

/** So many come to the end of a first chapter in its first month, about; then fewer each month. */
const atFirst = 90;
const eachMonth = 0.72;
/** Of ten readers of a chapter so many come to the end of the next. */
const goingOn = 0.85;

/** Readers of the demo stories, month by month since they came out, the same ones each time. @param now ms since 1970, UTC */
export async function seedReadings(
  writer: Writer,
  works: { workId: string; publishedAt: number }[],
  now: number,
): Promise<void> {
  const last = monthOf(startOfDay(dayOf(now)) - 1);
  for (const [place, { workId, publishedAt }] of works.entries()) {
    const chapters = await writer
      .selectFrom("chapters")
      .select(["id", "word_count"])
      .where("work_id", "=", workId)
      .where("status", "=", "published")
      .orderBy("position")
      .orderBy("id")
      .execute();
    const first = monthOf(publishedAt);
    const months = Array.from({ length: Math.max(0, last - first + 1) }, (_, age) => first + age);
    const readings = months.flatMap((month, age) =>
      chapters.map(({ id, word_count }, index) => {
        const uneven = 0.7 + ((place * 5 + month * 3) % 7) / 10;
        const finished = Math.round(atFirst * uneven * eachMonth ** age * goingOn ** index);
        return {
          chapterId: id,
          month: isoMonth(month),
          finished,
          words: finished * word_count,
          workFinished: index === chapters.length - 1 ? finished : 0,
        };
      }),
    );
    const sameIds = new Map(chapters.map(({ id }) => [id, id]));
    await bringStatistics(writer, workId, { readings, counts: [] }, sameIds);
  }
}
