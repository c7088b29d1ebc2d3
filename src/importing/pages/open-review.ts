import type { Member } from "../../people/person.ts";
import type { Reader } from "../../plumbing/database/reader-writer.ts";
import type { SettingsKeeper } from "../../plumbing/settings/settings.ts";
import { NotFound } from "../../vocabulary/errors.ts";
import type { Work } from "../../works/work.ts";
import { findWorkChoices, type WorkChoices } from "../../works/work-choices.ts";
import { findOwnWork } from "../../works/works.ts";
import { findImport, type Import, type ImportFile, listImportFiles, loadReading } from "../imports.ts";
import type { StoredReading } from "../open-importer.ts";
import type { ReviewFacts } from "../review-outcome.ts";
import { type ReviewValues, valuesForNewChapters, valuesForNewWork } from "../review-values.ts";

/** An import with what surrounds its review. */
export type OpenReview = {
  import: Import;
  /** The files it was made of, in their order. */
  files: ImportFile[];
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
  const [work, choices, { language }, files] = await Promise.all([
    found.workId === null ? null : findOwnWork(reader, member, found.workId),
    findWorkChoices(reader, member.accountId, null),
    settings.current(),
    listImportFiles(reader, importId),
  ]);
  return { import: found, files, work: work ?? null, choices, archiveLanguage: language };
}

/** What was read of the import, for the importer's thread to look into. */
export function readingOf(reader: Reader, { import: { id } }: OpenReview): StoredReading {
  return { importId: id, load: () => loadReading(reader, id) };
}

/** The fields as the file fills them, given what it says under some decisions. */
export function valuesFromFile(review: OpenReview, facts: ReviewFacts): ReviewValues {
  return review.work
    ? valuesForNewChapters(facts, review.choices, review.work)
    : valuesForNewWork(facts, review.choices, review.archiveLanguage);
}

/** The fields as they stand: as the file fills them where nobody has typed anything. */
export function valuesOf(review: OpenReview, facts: ReviewFacts): ReviewValues {
  const fromFile = valuesFromFile(review, facts);
  const { typed } = review.import;
  if (typed === null) return fromFile;
  return {
    ...typed,
    chapters: { ...fromFile.chapters, ...typed.chapters },
    pictures: { ...fromFile.pictures, ...typed.pictures },
  };
}
