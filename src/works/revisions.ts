import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { storyDigest } from "./keep-revision.ts";
import type { Work } from "./work.ts";
import type { ChapterFields } from "./work-fields.ts";
import "./sql/revisions-tables.ts";
import "./sql/works-tables.ts";

/** A state a chapter has or had: which version it was saved as, and when (ms since 1970, UTC). */
export type RevisionEntry = { version: number; savedAt: number; wordCount: number };

/** A state with its author's fields, as they were stored. */
export type Revision = RevisionEntry & { fields: ChapterFields };

/** What may have changed from one state to the next. */
export const revisionFields = ["title", "story", "summary", "notes", "endNotes"] as const;
export type RevisionField = (typeof revisionFields)[number];

/** How many earlier states a chapter has; drafts among them, so it is told to the author of the work alone. */
export async function countRevisions(
  reader: Reader,
  work: Pick<Work, "mine">,
  chapterId: string,
): Promise<number> {
  if (!work.mine) return 0;
  const { count } = await reader
    .selectFrom("chapter_revisions")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("chapter_id", "=", chapterId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Every state of a chapter of the author's own, the one that stands now first; for everybody else there are none. */
export async function listRevisions(
  reader: Reader,
  work: Pick<Work, "id" | "mine">,
  chapterId: string,
): Promise<RevisionEntry[]> {
  const standing = await findStanding(reader, work, chapterId);
  if (!standing) return [];
  const earlier = await reader
    .selectFrom("chapter_revisions")
    .select(["version", "saved_at as savedAt", "word_count as wordCount"])
    .where("chapter_id", "=", chapterId)
    .orderBy("version", "desc")
    .execute();
  const { version, savedAt, wordCount } = standing;
  return [{ version, savedAt, wordCount }, ...earlier];
}

/** One state of a chapter of the author's own; for everybody else there is none. */
export async function findRevision(
  reader: Reader | Writer,
  work: Pick<Work, "id" | "mine">,
  chapterId: string,
  version: number,
): Promise<Revision | undefined> {
  const standing = await findStanding(reader, work, chapterId);
  if (!standing || standing.version === version) return standing;
  const row = await reader
    .selectFrom("chapter_revisions")
    .innerJoin("revision_stories", (story) =>
      story
        .onRef("revision_stories.chapter_id", "=", "chapter_revisions.chapter_id")
        .onRef("revision_stories.digest", "=", "chapter_revisions.story_digest"),
    )
    .select(["version", "saved_at as savedAt", "word_count as wordCount"])
    .select(["title", "summary", "notes", "end_notes as endNotes", "story"])
    .where("chapter_revisions.chapter_id", "=", chapterId)
    .where("version", "=", version)
    .executeTakeFirst();
  return row && revisionOf(row);
}

/**
 * Which fields of each state are not as in the one before it.
 *
 * @param versions states of one chapter (`listRevisions` came first), in order, newest first
 * @returns by version; the last has nothing to be compared with
 */
export async function changedFields(
  reader: Reader,
  work: Pick<Work, "id" | "mine">,
  chapterId: string,
  versions: number[],
): Promise<Map<number, RevisionField[]>> {
  const standing = await findStanding(reader, work, chapterId);
  if (!standing) return new Map();
  const earlier = await reader
    .selectFrom("chapter_revisions")
    .select(["version", "title", "summary", "notes", "end_notes as endNotes", "story_digest as story"])
    .where("chapter_id", "=", chapterId)
    .where("version", "in", versions)
    .execute();
  const states = new Map(earlier.map((state) => [state.version, state]));
  const { version, fields } = standing;
  states.set(version, { ...fields, version, story: storyDigest(fields.story) });
  const changed = new Map<number, RevisionField[]>();
  versions.forEach((one, index) => {
    const [state, previous] = [states.get(one), states.get(versions[index + 1] ?? -1)];
    if (state && previous)
      changed.set(
        one,
        revisionFields.filter((field) => state[field] !== previous[field]),
      );
  });
  return changed;
}

async function findStanding(
  reader: Reader | Writer,
  work: Pick<Work, "id" | "mine">,
  chapterId: string,
): Promise<Revision | undefined> {
  if (!work.mine) return undefined;
  const row = await reader
    .selectFrom("chapters")
    .select(["version", "saved_at", "updated_at", "word_count as wordCount"])
    .select(["title", "summary", "notes", "end_notes as endNotes", "story"])
    .where("id", "=", chapterId)
    .where("work_id", "=", work.id)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return row && revisionOf({ ...row, savedAt: row.saved_at ?? row.updated_at });
}

function revisionOf(row: RevisionEntry & ChapterFields): Revision {
  const { version, savedAt, wordCount, title, summary, notes, endNotes, story } = row;
  return {
    version,
    savedAt,
    wordCount,
    fields: { title, summary, notes, endNotes, story, wordCount },
  };
}
