import type { Database } from "../../plumbing/database/database.ts";
import type { Reader, Writer } from "../../plumbing/database/reader-writer.ts";
import { pauseForPages } from "../index/pause.ts";
import { indexRules } from "./index-rules.ts";
import { findIndexed, noteChange } from "./indexed-work.ts";
import { passageNumbers } from "./passage-numbers.ts";
import "./text-tables.ts";

/** Passages written or forgotten in one transaction: others who write wait for no more than that. */
export const mostAtOnce = 100;

/** Marks a work that is not read to its end; whoever comes next goes on. */
export const unfinished = -indexRules;

/** Lets a work be found no more while its passages are still being forgotten. */
export async function hideWork(database: Database, workId: string): Promise<void> {
  await database.write((writer) => noteChange(writer, workId, { passages: 0, rules: unfinished }));
}

/** Forgets a long chapter's passages until what is left can go in one transaction with others. */
export async function thinOut(database: Database, workId: string, chapterId: string): Promise<void> {
  while ((await countOfChapter(database.reading, chapterId)) > mostAtOnce) {
    await database.write(async (writer) => {
      await noteChange(writer, workId, { rules: unfinished });
      await writer.deleteFrom("text_indexed_chapters").where("chapter_id", "=", chapterId).execute();
      const { newest } = await writer
        .selectFrom("passages")
        .select((passage) => passage.fn.max<number | null>("number").as("newest"))
        .where("chapter_id", "=", chapterId)
        .executeTakeFirstOrThrow();
      if (newest === null) return;
      await writer
        .deleteFrom("passages")
        .where("chapter_id", "=", chapterId)
        .where("number", ">", newest - mostAtOnce)
        .execute();
    });
    await pauseForPages();
  }
}

/** Takes everything of a work out of the index, so that it is read anew. */
export async function forgetWork(database: Database, workId: string): Promise<void> {
  const work = await findIndexed(database.reading, workId);
  if (work) {
    // Without digests, so that what a crash leaves of its passages is not taken for whole.
    await database.write(async (writer) => {
      await noteChange(writer, workId, { passages: 0, rules: unfinished });
      await writer.deleteFrom("text_indexed_chapters").where("work_id", "=", workId).execute();
    });
    const { first, last } = passageNumbers(work.number);
    for (let isLeft = true; isLeft; ) {
      isLeft = await database.write(async (writer) => {
        const rows = await writer
          .selectFrom("passages")
          .select("number")
          .where("number", ">=", first)
          .where("number", "<=", last)
          .orderBy("number")
          .limit(mostAtOnce)
          .execute();
        const newest = rows.at(-1)?.number ?? first;
        await writer
          .deleteFrom("passages")
          .where("number", ">=", first)
          .where("number", "<=", newest)
          .execute();
        return rows.length === mostAtOnce;
      });
      await pauseForPages();
    }
  }
  await database.write(async (writer) => {
    await writer.deleteFrom("text_indexed_chapters").where("work_id", "=", workId).execute();
    await writer.deleteFrom("text_indexed_works").where("work_id", "=", workId).execute();
  });
}

/** Takes a chapter's passages out of the index. */
export async function forgetChapter(writer: Writer, chapterId: string): Promise<void> {
  await writer.deleteFrom("passages").where("chapter_id", "=", chapterId).execute();
  await writer.deleteFrom("text_indexed_chapters").where("chapter_id", "=", chapterId).execute();
}

export async function countOfChapter(reader: Reader | Writer, chapterId: string): Promise<number> {
  const { count } = await reader
    .selectFrom("passages")
    .select((passage) => passage.fn.countAll<number>().as("count"))
    .where("chapter_id", "=", chapterId)
    .executeTakeFirstOrThrow();
  return Number(count);
}
