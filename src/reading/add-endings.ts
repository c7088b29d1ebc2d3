import type { ExpressionBuilder } from "kysely";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import type { Tables } from "../plumbing/database/tables.ts";
import "../works/works.ts";
import "./sql/statistics-tables.ts";

/** How often the end of a chapter was come to on a day. */
export type CountedEnding = { chapterId: string; day: number; times: number };

/** Adds to the sums of days; what readers cannot read any longer is let go. */
export async function addEndings(writer: Writer, counted: readonly CountedEnding[]): Promise<void> {
  if (counted.length === 0) return;
  const rows = await writer
    .selectFrom("chapters")
    .innerJoin("works", "works.id", "chapters.work_id")
    .select(["chapters.id", "chapters.work_id", "chapters.word_count"])
    .select((chapter) => chapter.case().when(isFollowed(chapter)).then(0).else(1).end().as("is_last"))
    .where(
      "chapters.id",
      "in",
      counted.map(({ chapterId }) => chapterId),
    )
    .where("chapters.status", "=", "published")
    .where("chapters.removed_at", "is", null)
    .where("works.status", "=", "published")
    .where("works.removed_at", "is", null)
    .execute();
  const chapters = new Map(rows.map((row) => [row.id, row]));
  const sums = counted.flatMap(({ chapterId, day, times }) => {
    const chapter = chapters.get(chapterId);
    if (!chapter) return [];
    return {
      work_id: chapter.work_id,
      chapter_id: chapterId,
      day,
      finished: times,
      words: times * chapter.word_count,
      work_finished: times * chapter.is_last,
    };
  });
  if (sums.length === 0) return;
  await writer
    .insertInto("reading_days")
    .values(sums)
    .onConflict((conflict) =>
      conflict.columns(["chapter_id", "day"]).doUpdateSet((row) => ({
        finished: row("reading_days.finished", "+", row.ref("excluded.finished")),
        words: row("reading_days.words", "+", row.ref("excluded.words")),
        work_finished: row("reading_days.work_finished", "+", row.ref("excluded.work_finished")),
      })),
    )
    .execute();
}

/** Whether another published chapter comes after it. */
function isFollowed(chapter: ExpressionBuilder<Tables, "chapters">) {
  return chapter.exists(
    chapter
      .selectFrom("chapters as later")
      .select("later.id")
      .whereRef("later.work_id", "=", "chapters.work_id")
      .where("later.status", "=", "published")
      .where("later.removed_at", "is", null)
      .where((later) =>
        later.or([
          later("later.position", ">", later.ref("chapters.position")),
          later.and([
            later("later.position", "=", later.ref("chapters.position")),
            later("later.id", ">", later.ref("chapters.id")),
          ]),
        ]),
      ),
  );
}
