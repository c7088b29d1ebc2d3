import { sql } from "kysely";
import type { Database } from "../../plumbing/database/database.ts";
import type { Writer } from "../../plumbing/database/reader-writer.ts";
import type { Passage } from "./cut-passages.ts";
import { insertPassage } from "./engine-words.ts";
import { countOfChapter, forgetChapter, unfinished } from "./forget-passages.ts";
import { indexRules } from "./index-rules.ts";
import { findIndexed, type IndexedWork, nextNumber, noteChange } from "./indexed-work.ts";
import { digestOf } from "./read-text.ts";
import "../../works/visible-works.ts";
import "./text-tables.ts";

/** Some of a chapter's passages, and how many of them were written before. */
type Piece = { id: string; madeOf: string; passages: Passage[]; from: number; isLast: boolean };

/** What is written of a work in one transaction: chapters that go, and passages that come. */
export type Batch = { workId: string; gone: { id: string; count: number }[]; pieces: Piece[] };

/** The work is another than the one that was read. */
export class HasChanged extends Error {
  override name = "HasChanged";
}

export const emptyBatch = (workId: string): Batch => ({ workId, gone: [], pieces: [] });

/** Passages it touches. */
export function sizeOf({ gone, pieces }: Batch): number {
  return (
    gone.reduce((sum, { count }) => sum + count, 0) +
    pieces.reduce((sum, { passages }) => sum + passages.length, 0)
  );
}

/**
 * Writes a batch.
 *
 * @param isLast whether the work is then read to its end
 * @throws HasChanged when it is not what was read, and nothing was written
 */
export async function writeBatch(database: Database, batch: Batch, isLast: boolean): Promise<void> {
  const { workId, gone, pieces } = batch;
  await database.write(async (writer) => {
    const work = (await findIndexed(writer, workId)) ?? (await addWork(writer, workId));
    if (Math.abs(work.rules) !== indexRules) throw new HasChanged(`work ${workId} was begun anew`);
    for (const { id } of gone) await forgetChapter(writer, id);
    let number = await nextNumber(writer, work);
    for (const piece of pieces) {
      await hold(writer, workId, piece);
      for (const passage of piece.passages) {
        await insertPassage(writer, database.engine, number, piece.id, passage);
        number += 1;
      }
      if (piece.isLast) await noteChapter(writer, workId, piece);
    }
    const { sum } = await writer
      .selectFrom("text_indexed_chapters")
      .select(sql<number | null>`sum(passages)`.as("sum"))
      .where("work_id", "=", workId)
      .executeTakeFirstOrThrow();
    await noteChange(writer, workId, { passages: Number(sum ?? 0), rules: isLast ? indexRules : unfinished });
  });
}

/** Marks a work before any of it is read, so that whoever comes after a crash reads it. */
export async function markBegun(database: Database, workId: string): Promise<void> {
  await database.write(async (writer) => {
    if (!(await findIndexed(writer, workId))) await addWork(writer, workId);
    await noteChange(writer, workId, { rules: unfinished });
  });
}

/** Makes sure that a chapter is still what was read, and has those passages that come before a piece. */
async function hold(writer: Writer, workId: string, { id, madeOf, from }: Piece): Promise<void> {
  const chapter = await writer
    .selectFrom("chapters")
    .innerJoin("works", "works.id", "chapters.work_id")
    .select("chapters.story")
    .where("chapters.id", "=", id)
    .where("chapters.work_id", "=", workId)
    .where("chapters.status", "=", "published")
    .where("chapters.removed_at", "is", null)
    .where("works.status", "=", "published")
    .where("works.removed_at", "is", null)
    .where("works.searchable", "=", 1)
    .executeTakeFirst();
  if (!chapter || digestOf(chapter.story) !== madeOf) throw new HasChanged(`chapter ${id} has changed`);
  if (from === 0) await forgetChapter(writer, id);
  else if ((await countOfChapter(writer, id)) !== from) throw new HasChanged(`chapter ${id} was begun anew`);
}

async function noteChapter(writer: Writer, workId: string, { id, madeOf, from, passages }: Piece) {
  await writer
    .insertInto("text_indexed_chapters")
    .values({ chapter_id: id, work_id: workId, made_of: madeOf, passages: from + passages.length })
    .execute();
}

/** @throws HasChanged when the work was withdrawn meanwhile */
async function addWork(writer: Writer, workId: string): Promise<IndexedWork> {
  const standing = await writer.selectFrom("works").select("id").where("id", "=", workId).executeTakeFirst();
  if (!standing) throw new HasChanged(`work ${workId} is gone`);
  return writer
    .insertInto("text_indexed_works")
    .values({ work_id: workId, passages: 0, rules: unfinished, stamp: 0 })
    .returning(["number", "passages", "rules"])
    .executeTakeFirstOrThrow();
}
