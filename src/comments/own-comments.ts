import { type SqlBool, sql } from "kysely";
import type { Member } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { looksLikeId } from "../vocabulary/ids.ts";
import { openFor } from "../works/visible-works.ts";
import { asSeenBy, selectComments } from "./as-seen.ts";
import type { Comment, WorkOfComment } from "./comment.ts";
import "./sql/comments-tables.ts";

/** A comment of one's own, to be changed or removed. */
export type OwnComment = Comment & { version: number };

/** One's own comment that is not removed, wherever it stands. */
export async function ownComment(
  reader: Reader,
  member: Member,
  workId: string,
  commentId: string,
): Promise<OwnComment | undefined> {
  if (!looksLikeId(commentId)) return undefined;
  const row = await selectComments(reader)
    .select("comments.version")
    .where("comments.id", "=", commentId)
    .where("comments.work_id", "=", workId)
    .where("comments.account_id", "=", member.accountId)
    .where("comments.status", "!=", "removed")
    .executeTakeFirst();
  if (!row) return undefined;
  const [comment] = await asSeenBy(reader, member, [row], new Set());
  return comment && { ...comment, version: row.version };
}

/** One's own comment in a list; `work` is null where the work is not there for one any longer. */
export type OwnCommentEntry = Comment & { work: WorkOfComment | null };

/** A page of everything a member said, newest first, that they did not remove. */
export async function listOwnComments(
  reader: Reader,
  member: Member,
  after: string | null,
  size: number,
): Promise<{ comments: OwnCommentEntry[]; next: string | null }> {
  const from =
    after !== null && looksLikeId(after)
      ? await reader
          .selectFrom("comments")
          .select(["created_at", "id"])
          .where("id", "=", after)
          .where("account_id", "=", member.accountId)
          .executeTakeFirst()
      : undefined;
  const rows = await selectComments(reader)
    .where("comments.account_id", "=", member.accountId)
    .where("comments.status", "!=", "removed")
    .$if(from !== undefined, (query) =>
      query.where(sql<SqlBool>`(comments.created_at, comments.id) < (${from?.created_at}, ${from?.id})`),
    )
    .orderBy("comments.created_at", "desc")
    .orderBy("comments.id", "desc")
    .limit(size + 1)
    .execute();
  const shown = rows.slice(0, size);
  const works = await worksFor(
    reader,
    member,
    shown.map(({ work_id }) => work_id),
  );
  const comments = await asSeenBy(reader, member, shown, new Set());
  return {
    comments: comments.map((comment) => ({ ...comment, work: works.get(comment.workId) ?? null })),
    next: rows.length > size ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** What is told of those of these works that a member may open. */
async function worksFor(
  reader: Reader,
  member: Member,
  ids: readonly string[],
): Promise<Map<string, WorkOfComment>> {
  if (ids.length === 0) return new Map();
  const rows = await reader
    .selectFrom("works")
    .select(["id", "title", "language"])
    .where("id", "in", [...new Set(ids)])
    .where("status", "=", "published")
    .where(openFor(member))
    .execute();
  return new Map(rows.map(({ id, ...work }) => [id, work]));
}

/** What a comment said before, and since when; newest first. */
export type CommentVersion = { version: number; text: string; savedAt: number };

/** For whoever was found to be concerned: its writer, an author of the work, a moderator. */
export async function listVersions(reader: Reader, commentId: string): Promise<CommentVersion[]> {
  return reader
    .selectFrom("comment_versions")
    .select(["version", "text", "saved_at as savedAt"])
    .where("comment_id", "=", commentId)
    .orderBy("version", "desc")
    .execute();
}
