import { sql } from "kysely";
import type { Database } from "../../plumbing/database/database.ts";
import { pauseForPages } from "../index/pause.ts";
import { forgetWork } from "./forget-passages.ts";
import { indexWork } from "./index-work.ts";
import { passageNumbers } from "./passage-numbers.ts";
import "../../works/visible-works.ts";
import "./text-tables.ts";

/** Works looked at between two questions for more of them. */
const slice = 100;

/**
 * Compares the text index with the stories, work by work, and makes anew what differs.
 *
 * @returns the ids of works that differed
 * @throws when the archive is closing, or cannot be read or written
 */
export async function checkWorks(database: Database, closing: AbortSignal): Promise<string[]> {
  const differed: string[] = [];
  await dropOrphans(database);
  for (let behind: string | undefined = ""; behind !== undefined; ) {
    const ids: string[] = await idsBehind(database, behind);
    for (const id of ids) {
      const isWhole = await passagesAreWhole(database, id);
      if (!isWhole) await forgetWork(database, id);
      const changed = await indexWork(database, id);
      if (!isWhole || changed) differed.push(id);
      await pauseForPages();
      closing.throwIfAborted();
    }
    behind = ids.at(-1);
  }
  return differed;
}

async function idsBehind({ reading }: Database, behind: string): Promise<string[]> {
  const rows = await reading
    .selectFrom("works")
    .leftJoin("text_indexed_works", "text_indexed_works.work_id", "works.id")
    .select("works.id")
    .where("works.id", ">", behind)
    .where((work) =>
      work.or([work("works.status", "=", "published"), work("text_indexed_works.number", "is not", null)]),
    )
    .orderBy("works.id")
    .limit(slice)
    .execute();
  return rows.map(({ id }) => id);
}

/** Whether every passage that was made is there, with its words. */
async function passagesAreWhole({ engine, reading }: Database, workId: string): Promise<boolean> {
  const work = await reading
    .selectFrom("text_indexed_works")
    .select(["number", "passages"])
    .where("work_id", "=", workId)
    .executeTakeFirst();
  if (!work) return true;
  const { first, last } = passageNumbers(work.number);
  const counted = await reading
    .selectFrom("passages")
    .select((passage) => passage.fn.countAll<number>().as("count"))
    .where("number", ">=", first)
    .where("number", "<=", last)
    .executeTakeFirstOrThrow();
  if (Number(counted.count) !== work.passages) return false;
  if (engine === "postgres") return true;
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from passage_words_docsize where id between ${first} and ${last}`.execute(
    reading,
  );
  return rows[0]?.count === work.passages;
}

/** Passages of no work, and words of no passage, that a damaged or hand-edited database may have. */
async function dropOrphans({ engine, write }: Database): Promise<void> {
  await write(async (writer) => {
    await sql`delete from passages where number >> 20 not in (select number from text_indexed_works)`.execute(
      writer,
    );
    if (engine === "sqlite")
      await sql`delete from passage_words where rowid in
        (select id from passage_words_docsize where id not in (select number from passages))`.execute(writer);
  });
}
