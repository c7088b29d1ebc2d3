import { memberOf } from "../../../people/member-only.ts";
import type { Member } from "../../../people/person.ts";
import type { ArchiveContext } from "../../../people/request.ts";
import type { Reader } from "../../../plumbing/database/reader-writer.ts";
import { NotFound } from "../../../vocabulary/errors.ts";
import type { Chapter, Work } from "../../work.ts";
import { findChapter, findOwnWork } from "../../works.ts";

/**
 * The work a request names, with the member whose work it is.
 *
 * @throws SignInNeeded for a visitor, NotFound for anybody but its author
 */
export async function ownWorkOf(
  context: ArchiveContext,
  reader: Reader,
): Promise<{ member: Member; work: Work }> {
  const member = memberOf(context);
  const work = await findOwnWork(reader, member, context.req.param("workId") ?? "");
  if (!work) throw new NotFound();
  return { member, work };
}

/**
 * The chapter a request names, with its work.
 *
 * @throws SignInNeeded for a visitor, NotFound for anybody but its author
 */
export async function ownChapterOf(
  context: ArchiveContext,
  reader: Reader,
): Promise<{ member: Member; work: Work; chapter: Chapter }> {
  const own = await ownWorkOf(context, reader);
  const chapter = await findChapter(reader, own.work, context.req.param("chapterId") ?? "");
  if (!chapter) throw new NotFound();
  return { ...own, chapter };
}
