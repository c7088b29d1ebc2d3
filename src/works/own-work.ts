import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { NotFound } from "../vocabulary/errors.ts";
import type { WorksTable } from "./sql/works-tables.ts";

/** Somebody saved this after the form was opened; what was typed is handed back beside what stands now. */
export class SavedMeanwhile extends Error {
  override name = "SavedMeanwhile";
}

/** What an operation needs to know of the work it changes. */
export type OwnWork = Pick<WorksTable, "id" | "status" | "version" | "removed_at" | "published_at">;

/**
 * The work an operation is about to change, inside its transaction.
 *
 * @throws NotFound unless it is the member's own and not taken away
 */
export async function ownWork(writer: Writer, member: Member, workId: string): Promise<OwnWork> {
  const work = await ownWorkOrRemoved(writer, member, workId);
  if (work.removed_at !== null) throw new NotFound();
  return work;
}

/**
 * The same, where the work may lie in the trash: for taking it away and taking it back, both of which
 * may be asked twice.
 *
 * @throws NotFound unless it is the member's own
 */
export async function ownWorkOrRemoved(writer: Writer, member: Member, workId: string): Promise<OwnWork> {
  const work = await writer
    .selectFrom("works")
    .select(["id", "status", "version", "removed_at", "published_at"])
    .where("id", "=", workId)
    .where("account_id", "=", member.accountId)
    .executeTakeFirst();
  if (!work) throw new NotFound();
  return work;
}
