import type { Member } from "../../people/person.ts";
import type { Writer } from "../../plumbing/database/reader-writer.ts";
import { NotFound } from "../../vocabulary/errors.ts";
import { changeChapter } from "../change-chapter.ts";
import { ownChapter } from "../chapters/own-chapter.ts";
import { findRevision } from "../revisions.ts";

/**
 * Saves an earlier state of a chapter anew; what stands now becomes a revision, as with every save. What follows is
 * what follows a change of the chapter.
 *
 * @param seen the version that stood when the author asked
 * @param version the state to bring back
 * @param now ms since 1970, UTC
 * @throws NotFound, SavedMeanwhile, NotReady when readers have the chapter and that state has no story
 */
export async function restoreRevision(
  writer: Writer,
  member: Member,
  workId: string,
  chapterId: string,
  seen: number,
  version: number,
  now: number,
): Promise<void> {
  await ownChapter(writer, member, workId, chapterId);
  const revision = await findRevision(writer, { id: workId, mine: true }, chapterId, version);
  if (!revision) throw new NotFound();
  await changeChapter(writer, member, workId, chapterId, seen, revision.fields, now);
}
