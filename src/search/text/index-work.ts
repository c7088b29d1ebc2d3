import { setTimeout } from "node:timers/promises";
import { sql } from "kysely";
import type { Database } from "../../plumbing/database/database.ts";
import type { Writer } from "../../plumbing/database/reader-writer.ts";
import { readStored } from "../../story-text/read-stored.ts";
import { pauseForPages } from "../index/pause.ts";
import { cutPassages, type Passage } from "./cut-passages.ts";
import { insertPassage } from "./engine-words.ts";
import { indexRules } from "./index-rules.ts";
import { passageNumbers } from "./passage-numbers.ts";
import { readText, type WorkText } from "./read-text.ts";
import { searchableText } from "./searchable-text.ts";
import "./text-tables.ts";

/** Passages written before pages may go first. */
const slice = 50;
/** Readings of a work that is being changed all the while. */
const mostTries = 20;

type IndexedWork = { number: number; passages: number; rules: number };

/**
 * Brings the passages of a work to what readers can read of it now, in one transaction: a crash leaves the older ones
 * whole. Chapters whose story is the same are left alone, so repeating it costs next to nothing.
 *
 * @returns whether anything was changed
 * @throws when the database cannot be read or written
 */
export async function indexWork(database: Database, workId: string): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    const text = await readText(database.reading, workId);
    const made = new Map<string, Passage[]>();
    const known = await digestsOf(database.reading, workId);
    for (const { id, madeOf, story } of text.chapters) {
      if (known.get(id) === madeOf) continue;
      made.set(id, cutPassages(searchableText(readStored(story))));
      await pauseForPages();
    }
    const outcome = await database.write((writer) => store(writer, database, workId, text, made));
    if (outcome !== "again") return outcome === "changed";
    if (attempt === mostTries) throw new Error(`the text of work ${workId} does not hold still`);
    // A reading copy of the database may be a moment behind.
    await setTimeout(attempt * 20);
  }
}

/** Takes everything of a work out of the index, so that it is read anew. */
export async function forgetWork(writer: Writer, workId: string): Promise<void> {
  await writer
    .deleteFrom("passages")
    .where("chapter_id", "in", (select) =>
      select.selectFrom("text_indexed_chapters").select("chapter_id").where("work_id", "=", workId),
    )
    .execute();
  const work = await findIndexed(writer, workId);
  if (work) {
    const { first, last } = passageNumbers(work.number);
    await writer.deleteFrom("passages").where("number", ">=", first).where("number", "<=", last).execute();
  }
  await writer.deleteFrom("text_indexed_chapters").where("work_id", "=", workId).execute();
  await writer.deleteFrom("text_indexed_works").where("work_id", "=", workId).execute();
}

/** "again": the work has changed since its text was read. */
async function store(
  writer: Writer,
  { engine }: Database,
  workId: string,
  read: WorkText,
  made: ReadonlyMap<string, Passage[]>,
): Promise<"changed" | "unchanged" | "again"> {
  const text = await readText(writer, workId);
  if (!text.exists) return "unchanged";
  if (digests(text) !== digests(read)) return "again";
  let work = await findIndexed(writer, workId);
  const madeCount = [...made.values()].reduce((sum, { length }) => sum + length, 0);
  if (
    work &&
    (work.rules !== indexRules ||
      (await nextNumber(writer, work)) + madeCount > passageNumbers(work.number).last)
  ) {
    await forgetWork(writer, workId);
    work = undefined;
  }
  const known = await digestsOf(writer, workId);
  const stale = text.chapters.filter(({ id, madeOf }) => known.get(id) !== madeOf);
  if (stale.some(({ id }) => !made.has(id))) return "again";
  const current = new Set(text.chapters.map(({ id }) => id));
  const gone = [...known.keys()].filter((id) => !current.has(id));
  if (work && stale.length === 0 && gone.length === 0) return "unchanged";
  work ??= await addWork(writer, workId);
  for (const id of [...gone, ...stale.map((chapter) => chapter.id)]) await forgetChapter(writer, id);
  let number = await nextNumber(writer, work);
  for (const { id, madeOf } of stale) {
    const passages = made.get(id) ?? [];
    for (const passage of passages) {
      await insertPassage(writer, engine, number, id, passage);
      number += 1;
      if (number % slice === 0) await pauseForPages();
    }
    await writer
      .insertInto("text_indexed_chapters")
      .values({ chapter_id: id, work_id: workId, made_of: madeOf, passages: passages.length })
      .execute();
  }
  await writer
    .updateTable("text_indexed_works")
    .set({ passages: await countPassages(writer, workId), stamp: await nextStamp(writer) })
    .where("number", "=", work.number)
    .execute();
  return "changed";
}

const digests = ({ chapters }: WorkText) => chapters.map(({ id, madeOf }) => `${id} ${madeOf}`).join("\n");

async function digestsOf(
  reader: Parameters<typeof readText>[0],
  workId: string,
): Promise<Map<string, string>> {
  const work = await findIndexed(reader, workId);
  if (!work || work.rules !== indexRules) return new Map();
  const rows = await reader
    .selectFrom("text_indexed_chapters")
    .select(["chapter_id", "made_of"])
    .where("work_id", "=", workId)
    .execute();
  return new Map(rows.map(({ chapter_id, made_of }) => [chapter_id, made_of]));
}

function findIndexed(
  reader: Parameters<typeof readText>[0],
  workId: string,
): Promise<IndexedWork | undefined> {
  return reader
    .selectFrom("text_indexed_works")
    .select(["number", "passages", "rules"])
    .where("work_id", "=", workId)
    .executeTakeFirst();
}

function addWork(writer: Writer, workId: string): Promise<IndexedWork> {
  return writer
    .insertInto("text_indexed_works")
    .values({ work_id: workId, passages: 0, rules: indexRules, stamp: 0 })
    .returning(["number", "passages", "rules"])
    .executeTakeFirstOrThrow();
}

async function forgetChapter(writer: Writer, chapterId: string): Promise<void> {
  await writer.deleteFrom("passages").where("chapter_id", "=", chapterId).execute();
  await writer.deleteFrom("text_indexed_chapters").where("chapter_id", "=", chapterId).execute();
}

async function nextNumber(writer: Writer, { number }: IndexedWork): Promise<number> {
  const { first, last } = passageNumbers(number);
  const { newest } = await writer
    .selectFrom("passages")
    .select((passage) => passage.fn.max<number | null>("number").as("newest"))
    .where("number", ">=", first)
    .where("number", "<=", last)
    .executeTakeFirstOrThrow();
  return newest === null ? first : newest + 1;
}

async function countPassages(writer: Writer, workId: string): Promise<number> {
  const { sum } = await writer
    .selectFrom("text_indexed_chapters")
    .select(sql<number | null>`sum(passages)`.as("sum"))
    .where("work_id", "=", workId)
    .executeTakeFirstOrThrow();
  return Number(sum ?? 0);
}

async function nextStamp(writer: Writer): Promise<number> {
  const { newest } = await writer
    .selectFrom("text_indexed_works")
    .select((work) => work.fn.max<number | null>("stamp").as("newest"))
    .executeTakeFirstOrThrow();
  return (newest ?? 0) + 1;
}
