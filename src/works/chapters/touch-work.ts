import type { Writer } from "../../plumbing/database/reader-writer.ts";
import "../sql/works-tables.ts";

/** Notes that a work's author worked on it, so that their desk shows it first. */
export async function touchWork(writer: Writer, workId: string, now: number): Promise<void> {
  await writer.updateTable("works").set({ updated_at: now }).where("id", "=", workId).execute();
}

/** Puts a work first among what was last updated for readers. */
export async function moveUp(writer: Writer, workId: string, now: number): Promise<void> {
  await writer.updateTable("works").set({ revised_at: now }).where("id", "=", workId).execute();
}
