import type { Writer } from "../plumbing/database/reader-writer.ts";
import "./sql/imports-table.ts";

/**
 * Forgets what a writer answered in imports of a work that stays without them, and what they have brought in for it and
 * not finished.
 */
export async function forgetAnswers(writer: Writer, workId: string): Promise<void> {
  await writer.deleteFrom("import_decisions").where("work_id", "=", workId).execute();
  await writer.deleteFrom("imports").where("work_id", "=", workId).execute();
}
