import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { NotFound } from "../vocabulary/errors.ts";
import { SavedMeanwhile } from "../works/own-work.ts";
import type { Decisions } from "./finding.ts";
import { findImport, type Import } from "./imports.ts";
import type { ReviewValues } from "./review-values.ts";

/**
 * Keeps what was decided and typed on a review.
 *
 * @param version the version the form was made from
 * @param now ms since 1970, UTC
 * @throws NotFound, SavedMeanwhile
 */
export async function saveReview(
  writer: Writer,
  member: Member,
  importId: string,
  version: number,
  answers: { decisions: Decisions; typed: ReviewValues },
  now: number,
): Promise<void> {
  await ownImport(writer, member, importId, version);
  await writer
    .updateTable("imports")
    .set({
      decisions: JSON.stringify(answers.decisions),
      typed: JSON.stringify(answers.typed),
      version: version + 1,
      updated_at: now,
    })
    .where("id", "=", importId)
    .execute();
}

/**
 * The import an operation is about to change, inside its transaction.
 *
 * @throws NotFound unless it is the member's own, SavedMeanwhile when it is no longer at `version`
 */
export async function ownImport(
  writer: Writer,
  member: Member,
  importId: string,
  version: number,
): Promise<Import> {
  const found = await findImport(writer, member, importId);
  if (!found) throw new NotFound();
  if (found.version !== version) throw new SavedMeanwhile();
  return found;
}
