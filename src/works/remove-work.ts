import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { recordFact } from "../plumbing/events/record-fact.ts";
import { keptWork } from "./own-work.ts";
import "./sql/works-tables.ts";

/**
 * Takes a work away: it is gone for everybody at once, and its author can take it back until
 * `purgeRemoved` forgets it.
 *
 * @throws NotFound
 */
export async function removeWork(writer: Writer, member: Member, workId: string, now: number): Promise<void> {
  const work = await keptWork(writer, member, workId);
  if (work.removed_at !== null) return;
  await writer.updateTable("works").set({ removed_at: now }).where("id", "=", workId).execute();
  await recordFact(writer, { type: "work-removed", workId }, now);
}
