import type { Member } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { Turns } from "../plumbing/jobs/turns.ts";
import { openFor } from "../works/visible-works.ts";
import { amongThoseOf } from "../works/who-may-change.ts";
import { asSeenBy, type CommentRow, selectComments } from "./as-seen.ts";
import type { Comment } from "./comment.ts";
import "./sql/comments-tables.ts";

/**
 * A comment as it is carried away: `workTitle` and `chapterTitle` are null where the work is not there for the member
 * any longer, or the chapter is none they may read.
 */
export type CarriedComment = Comment & { workTitle: string | null; chapterTitle: string | null };

/** Comments read at once. */
const slice = 500;

/** Everything a member said in the archive that stands or waits, oldest first. */
export function commentsWrittenBy(reader: Reader, member: Member): Promise<CarriedComment[]> {
  return carried(reader, member, (after) =>
    selectComments(reader)
      .where("comments.account_id", "=", member.accountId)
      .where("comments.status", "!=", "removed")
      .$if(after !== null, (query) => query.where("comments.id", ">", after ?? "")),
  );
}

/**
 * Everything others and the member said under the works they may change, oldest first: what is shown, and what waits
 * for them to let it in.
 */
export function commentsReceivedBy(reader: Reader, member: Member): Promise<CarriedComment[]> {
  return carried(reader, member, (after) =>
    selectComments(reader)
      .where("comments.work_id", "in", (nested) =>
        nested.selectFrom("works").select("works.id").where(amongThoseOf(member)),
      )
      .where("comments.status", "!=", "removed")
      .$if(after !== null, (query) => query.where("comments.id", ">", after ?? "")),
  );
}

async function carried(
  reader: Reader,
  member: Member,
  from: (after: string | null) => ReturnType<typeof selectComments>,
): Promise<CarriedComment[]> {
  const turns = new Turns();
  const all: CarriedComment[] = [];
  let after: string | null = null;
  for (;;) {
    if (turns.isOver) await turns.next();
    const rows: CommentRow[] = await from(after).orderBy("comments.id").limit(slice).execute();
    all.push(...(await withTitles(reader, member, rows)));
    after = rows.at(-1)?.id ?? null;
    if (rows.length < slice) break;
  }
  return all.sort((one, other) => one.createdAt - other.createdAt);
}

async function withTitles(reader: Reader, member: Member, rows: CommentRow[]): Promise<CarriedComment[]> {
  if (rows.length === 0) return [];
  const workIds = [...new Set(rows.map(({ work_id }) => work_id))];
  const works = await reader
    .selectFrom("works")
    .select(["id", "title"])
    .where("id", "in", workIds)
    .where("status", "=", "published")
    .where(openFor(member))
    .execute();
  const titles = new Map(works.map(({ id, title }) => [id, title]));
  const chapterIds = [
    ...new Set(rows.flatMap(({ chapter_id }) => (chapter_id === null ? [] : [chapter_id]))),
  ];
  const chapters =
    chapterIds.length === 0
      ? []
      : await reader
          .selectFrom("chapters")
          .select(["id", "title"])
          .where("id", "in", chapterIds)
          .where("status", "=", "published")
          .where("removed_at", "is", null)
          .execute();
  const chapterTitles = new Map(chapters.map(({ id, title }) => [id, title]));
  // What the member wrote is told anyway; under their own works they screen, so all is told that waits.
  const comments = await asSeenBy(reader, member, rows, new Set(workIds));
  return comments.map((comment) => ({
    ...comment,
    workTitle: titles.get(comment.workId) ?? null,
    chapterTitle:
      comment.chapterId !== null && titles.has(comment.workId)
        ? (chapterTitles.get(comment.chapterId) ?? null)
        : null,
  }));
}
