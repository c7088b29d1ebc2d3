import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { recordFact } from "../plumbing/events/record-fact.ts";
import { ownWork, SavedMeanwhile } from "./own-work.ts";
import { NotReady, whatIsLacking } from "./what-is-lacking.ts";
import type { WorkFields } from "./work-fields.ts";
import { workColumns, writeWorkParts } from "./write-work-parts.ts";
import "./sql/works-tables.ts";

/**
 * Saves what an author says about a work. A published one shows the change at once, and so may not lose
 * what readers need.
 *
 * @param version the version the author's form was filled from
 * @throws NotFound, SavedMeanwhile, NotReady
 */
export async function changeWork(
  writer: Writer,
  member: Member,
  workId: string,
  version: number,
  fields: WorkFields,
  now: number,
): Promise<void> {
  const work = await ownWork(writer, member, workId);
  if (work.version !== version) throw new SavedMeanwhile();
  // Showing the names of a work shows those of all its authors: one of them cannot do it behind the others' backs.
  const ofKeeper = work.account_id === member.accountId;
  await writer
    .updateTable("works")
    .set({
      ...workColumns(ofKeeper ? fields : { ...fields, anonymous: undefined }),
      version: version + 1,
      updated_at: now,
    })
    .where("id", "=", workId)
    .execute();
  await writeWorkParts(writer, workId, member.accountId, fields, now);
  if (work.status !== "published") return;
  const lacks = await whatIsLacking(writer, workId);
  if (lacks.length > 0) throw new NotReady(lacks);
  await recordFact(writer, { type: "work-changed", workId }, now);
}
