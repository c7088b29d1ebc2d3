import { type SqlBool, sql } from "kysely";
import { type Member, mayModerate } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { looksLikeId } from "../vocabulary/ids.ts";
import { openFor } from "../works/visible-works.ts";
import { amongThoseOf } from "../works/who-may-change.ts";
import { asSeenBy, selectComments } from "./as-seen.ts";
import type { Comment, WorkOfComment } from "./comment.ts";
import { worksHelpedBy } from "./comment-helpers.ts";
import "./sql/comments-tables.ts";

/** A removed comment that can be given back, with its words. */
export type RemovedComment = Comment & { work: WorkOfComment; removedAt: number };

/** Written out, so that both engines know the index that has only these. */
export const keepsItsWords = sql<SqlBool>`comments.status = 'removed' and comments.text <> ''`;

/**
 * A page of the removed comments that a member may give back (`mayReturn`), the last removed first: their own that they took
 * back, those that they or others removed from under works they write or help with, and for moderators those that moderators removed.
 *
 * @param after the id of the comment to go on after
 */
export async function listRemoved(
  reader: Reader,
  member: Member,
  after: string | null,
  size: number,
): Promise<{ comments: RemovedComment[]; next: string | null }> {
  const from =
    after !== null && looksLikeId(after)
      ? await reader
          .selectFrom("comments")
          .select(["removed_at", "id"])
          .where("id", "=", after)
          .where("removed_at", "is not", null)
          .executeTakeFirst()
      : undefined;
  const rows = await selectComments(reader)
    .innerJoin("works", "works.id", "comments.work_id")
    .select(["works.title as work_title", "works.language as work_language", "comments.removed_at"])
    .where(keepsItsWords)
    .where("works.status", "=", "published")
    .where(openFor(member))
    .where((row) =>
      row.or([
        row.and([row("removed_by", "=", "writer"), row("comments.account_id", "=", member.accountId)]),
        row.and([
          row("removed_by", "=", "author"),
          row.or([amongThoseOf(member)(row), row("works.id", "in", worksHelpedBy(reader, member))]),
        ]),
        ...(mayModerate(member) ? [row("removed_by", "=", "moderator")] : []),
      ]),
    )
    .$if(from !== undefined, (query) =>
      query.where(sql<SqlBool>`(comments.removed_at, comments.id) < (${from?.removed_at}, ${from?.id})`),
    )
    .orderBy("comments.removed_at", "desc")
    .orderBy("comments.id", "desc")
    .limit(size + 1)
    .execute();
  const shown = rows.slice(0, size);
  const comments = await asSeenBy(reader, member, shown, new Set(), new Set(shown.map(({ id }) => id)));
  return {
    comments: comments.map((comment, index) => ({
      ...comment,
      work: { title: shown[index]?.work_title ?? "", language: shown[index]?.work_language ?? "" },
      removedAt: shown[index]?.removed_at ?? 0,
    })),
    next: rows.length > size ? (shown.at(-1)?.id ?? null) : null,
  };
}
