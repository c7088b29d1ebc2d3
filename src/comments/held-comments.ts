import { type SqlBool, sql } from "kysely";
import { type Member, mayModerate } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { looksLikeId } from "../vocabulary/ids.ts";
import { openFor } from "../works/visible-works.ts";
import { amongThoseOf } from "../works/who-may-change.ts";
import { asSeenBy, selectComments } from "./as-seen.ts";
import type { Comment, WorkOfComment } from "./comment.ts";
import { worksHelpedBy } from "./comment-helpers.ts";
import "../people/quiet-people.ts";
import "./sql/comments-tables.ts";

/** Written out, so that both engines know the index that has only these. */
const held = sql<SqlBool>`comments.status = 'held'`;

/** Own comments shown waiting at once. */
const mostOwn = 20;

/** A comment that waits, with the work it waits under. */
export type HeldComment = Comment & { work: WorkOfComment };

/** Of which works: those one writes or helps with, or, for moderators, all there are. */
export type HeldOf = "mine" | "all";

/** A member's own comments under a work that wait to be let in; under one of its chapters when it is named. */
export async function listOwnHeld(
  reader: Reader,
  member: Member,
  workId: string,
  chapterId: string | undefined,
): Promise<Comment[]> {
  const rows = await selectComments(reader)
    .where(held)
    .where("comments.account_id", "=", member.accountId)
    .where("comments.work_id", "=", workId)
    .$if(chapterId !== undefined, (query) => query.where("comments.chapter_id", "=", chapterId ?? ""))
    .orderBy("comments.created_at")
    .limit(mostOwn)
    .execute();
  return asSeenBy(reader, member, rows, new Set());
}

/**
 * A page of the comments that wait for this member to let them in, oldest first. For moderators those of the whole
 * archive, where they may see the work.
 *
 * @param words only those in whose words or name this stands
 * @param after the id of the comment to go on after
 */
export async function listHeld(
  reader: Reader,
  member: Member,
  of: HeldOf,
  words: string,
  after: string | null,
  size: number,
): Promise<{ comments: HeldComment[]; next: string | null }> {
  const from =
    after !== null && looksLikeId(after)
      ? await reader
          .selectFrom("comments")
          .select(["created_at", "id"])
          .where("id", "=", after)
          .executeTakeFirst()
      : undefined;
  const everywhere = of === "all" && mayModerate(member);
  const rows = await selectComments(reader)
    .innerJoin("works", "works.id", "comments.work_id")
    .select(["works.title as work_title", "works.language as work_language"])
    .where(held)
    .where("works.status", "=", "published")
    .where(openFor(member))
    .$if(!everywhere, (query) =>
      query.where((row) =>
        row.or([amongThoseOf(member)(row), row("works.id", "in", worksHelpedBy(reader, member))]),
      ),
    )
    .$if(words !== "", (query) =>
      query.where(({ or, eb }) =>
        or([
          eb(sql`lower(comments.text)`, "like", likePattern(words)),
          eb(sql`lower(comments.guest_name)`, "like", likePattern(words)),
        ]),
      ),
    )
    .$if(from !== undefined, (query) =>
      query.where(sql<SqlBool>`(comments.created_at, comments.id) > (${from?.created_at}, ${from?.id})`),
    )
    .orderBy("comments.created_at")
    .orderBy("comments.id")
    .limit(size + 1)
    .execute();
  const shown = rows.slice(0, size);
  const comments = await asSeenBy(reader, member, shown, new Set(shown.map(({ work_id }) => work_id)));
  return {
    comments: comments.map((comment, index) => ({
      ...comment,
      work: { title: shown[index]?.work_title ?? "", language: shown[index]?.work_language ?? "" },
    })),
    next: rows.length > size ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** Comments that wait are counted so far. */
const mostCounted = 200;

/**
 * How many comments wait for a member under the works they write or help with, those of names they muted left aside; counted
 * no further than it matters.
 */
export async function countHeld(reader: Reader, member: Member): Promise<number> {
  const rows = await reader
    .selectFrom("comments")
    .innerJoin("works", "works.id", "comments.work_id")
    .select("comments.id")
    .where(held)
    .where("works.status", "=", "published")
    .where(openFor(member))
    .where((row) => row.or([amongThoseOf(member)(row), row("works.id", "in", worksHelpedBy(reader, member))]))
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom("muted_people")
            .select("muted_people.pseud_id")
            .where("muted_people.account_id", "=", member.accountId)
            .whereRef("muted_people.pseud_id", "=", "comments.pseud_id"),
        ),
      ),
    )
    .limit(mostCounted)
    .execute();
  return rows.length;
}

/** Finds the words themselves, wherever they stand. */
function likePattern(words: string): string {
  return `%${words.toLowerCase().replace(/[%_]/g, "")}%`;
}
