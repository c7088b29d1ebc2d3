import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { NotFound } from "../vocabulary/errors.ts";
import type { WorksTable } from "./sql/works-tables.ts";
import { changeableBy } from "./who-may-change.ts";

/** Somebody saved this after the form was opened; what was typed is handed back beside what stands now. */
export class SavedMeanwhile extends Error {
  override name = "SavedMeanwhile";
}

/** What an operation needs to know of the work it changes. */
export type OwnWork = Pick<
  WorksTable,
  "id" | "account_id" | "status" | "version" | "removed_at" | "published_at"
>;

/**
 * The work an operation is about to change, inside its transaction.
 *
 * @throws NotFound unless the member may change it and it is not taken away
 */
export async function ownWork(writer: Writer, member: Member, workId: string): Promise<OwnWork> {
  const work = await ownWorkOrRemoved(writer, member, workId);
  if (work.removed_at !== null) throw new NotFound();
  return work;
}

/**
 * A work the member keeps, where it may lie in the trash: for taking it away and taking it back, both of which
 * may be asked twice. Somebody who writes it with them can leave it, but not take it from all of them.
 *
 * @throws NotFound unless the member keeps it
 */
export async function keptWork(writer: Writer, member: Member, workId: string): Promise<OwnWork> {
  const work = await ownWorkOrRemoved(writer, member, workId);
  if (work.account_id !== member.accountId) throw new NotFound();
  return work;
}

async function ownWorkOrRemoved(writer: Writer, member: Member, workId: string): Promise<OwnWork> {
  const work = await writer
    .selectFrom("works")
    .select(["id", "account_id", "status", "version", "removed_at", "published_at"])
    .where("works.id", "=", workId)
    .where(changeableBy(member))
    .executeTakeFirst();
  if (!work) throw new NotFound();
  return work;
}
