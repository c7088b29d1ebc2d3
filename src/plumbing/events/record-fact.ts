import { type Fact, subjectOf } from "../../vocabulary/events.ts";
import { noteFact } from "../database/database.ts";
import type { Writer } from "../database/reader-writer.ts";
import "./events-table.ts";

/**
 * Stores a fact in the same transaction as the change it tells of: both are there, or neither.
 *
 * @param now ms since 1970, UTC
 */
export async function recordFact(writer: Writer, fact: Fact, now: number): Promise<void> {
  const { number } = await writer
    .insertInto("events")
    .values({ recorded_at: now, subject: subjectOf(fact), type: fact.type, body: JSON.stringify(fact) })
    .returning("number")
    .executeTakeFirstOrThrow();
  noteFact(writer, { number, recordedAt: now, fact });
}
