import type { Member } from "../../people/person.ts";
import type { Reader } from "../../plumbing/database/reader-writer.ts";
import type { SettingsKeeper } from "../../plumbing/settings/settings.ts";
import { NotFound } from "../../vocabulary/errors.ts";
import type { Work } from "../../works/work.ts";
import { findWorkChoices, type WorkChoices } from "../../works/work-choices.ts";
import { findOwnWork } from "../../works/works.ts";
import { findImport, type Import } from "../imports.ts";
import type { ReviewOutcome } from "../review-outcome.ts";
import { type ReviewValues, valuesForNewChapter, valuesForNewWork } from "../review-values.ts";

/** An import with what surrounds its review. */
export type OpenReview = {
  import: Import;
  /** The work it becomes a chapter of; null: it becomes a work of its own. */
  work: Work | null;
  choices: WorkChoices;
  archiveLanguage: string;
};

/**
 * One of the member's own imports, ready to be reviewed. When the work it was for has been taken away since, it
 * becomes a work of its own.
 *
 * @throws NotFound
 */
export async function openReview(
  reader: Reader,
  settings: SettingsKeeper,
  member: Member,
  importId: string,
): Promise<OpenReview> {
  const found = await findImport(reader, member, importId);
  if (!found) throw new NotFound();
  const [work, choices, { language }] = await Promise.all([
    found.workId === null ? null : findOwnWork(reader, member, found.workId),
    findWorkChoices(reader, member.accountId, null),
    settings.current(),
  ]);
  return { import: found, work: work ?? null, choices, archiveLanguage: language };
}

/** The fields as the file fills them under the decisions an outcome was made with. */
export function valuesFromFile(review: OpenReview, { fields }: ReviewOutcome): ReviewValues {
  return review.work
    ? valuesForNewChapter(fields, review.choices, review.work)
    : valuesForNewWork(fields, review.choices, review.archiveLanguage);
}
