import type { Reader, Writer } from "../../plumbing/database/reader-writer.ts";
import { passageNumbers } from "./passage-numbers.ts";
import "./text-tables.ts";

/** A work as the index knows it. */
export type IndexedWork = { number: number; passages: number; rules: number };

export function findIndexed(reader: Reader | Writer, workId: string): Promise<IndexedWork | undefined> {
  return reader
    .selectFrom("text_indexed_works")
    .select(["number", "passages", "rules"])
    .where("work_id", "=", workId)
    .executeTakeFirst();
}

/** The number its next passage has. */
export async function nextNumber(
  reader: Reader | Writer,
  { number }: Pick<IndexedWork, "number">,
): Promise<number> {
  const { first, last } = passageNumbers(number);
  const { newest } = await reader
    .selectFrom("passages")
    .select((passage) => passage.fn.max<number | null>("number").as("newest"))
    .where("number", ">=", first)
    .where("number", "<=", last)
    .executeTakeFirstOrThrow();
  return newest === null ? first : newest + 1;
}

/** Notes what the index has of a work now, so that answers kept from before are known to be old. */
export async function noteChange(
  writer: Writer,
  workId: string,
  noted: { passages?: number; rules: number },
): Promise<void> {
  const { newest } = await writer
    .selectFrom("text_indexed_works")
    .select((work) => work.fn.max<number | null>("stamp").as("newest"))
    .executeTakeFirstOrThrow();
  await writer
    .updateTable("text_indexed_works")
    .set({ ...noted, stamp: (newest ?? 0) + 1 })
    .where("work_id", "=", workId)
    .execute();
}
