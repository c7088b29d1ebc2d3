import { type Fact, subjectOf } from "../../vocabulary/events.ts";
import { noteFact } from "../database/database.ts";
import type { Writer } from "../database/reader-writer.ts";
import { Turns } from "../jobs/turns.ts";
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

/** Facts kept by one statement. */
const together = 500;

/** Stores many facts of one change, in their order; as `recordFact` does, in few statements. Others are served between. */
export async function recordFacts(writer: Writer, facts: readonly Fact[], now: number): Promise<void> {
  const turns = new Turns();
  for (let from = 0; from < facts.length; from += together) {
    if (turns.isOver) await turns.next();
    const some = facts.slice(from, from + together);
    const rows = await writer
      .insertInto("events")
      .values(
        some.map((fact) => ({
          recorded_at: now,
          subject: subjectOf(fact),
          type: fact.type,
          body: JSON.stringify(fact),
        })),
      )
      .returning("number")
      .execute();
    const numbers = rows.map(({ number }) => number).sort((one, other) => one - other);
    for (const [index, fact] of some.entries())
      noteFact(writer, { number: numbers[index] ?? 0, recordedAt: now, fact });
  }
}
