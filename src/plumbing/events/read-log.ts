import type { Fact } from "../../vocabulary/events.ts";
import type { Reader } from "../database/reader-writer.ts";
import "./events-table.ts";

/** The number of the newest fact; 0 before the first. */
export async function newestFact(reader: Reader): Promise<number> {
  const { newest } = await reader
    .selectFrom("events")
    .select((event) => event.fn.max<number | null>("number").as("newest"))
    .executeTakeFirstOrThrow();
  return newest ?? 0;
}

/** The fact in a row's `body`. Only `recordFact` and `recordFacts` write the log, so its bodies are facts. */
export function factIn(body: string): Fact {
  const fact: Fact = JSON.parse(body);
  return fact;
}
