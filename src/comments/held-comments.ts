import { type SqlBool, sql } from "kysely";
import { type Member, mayModerate } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { readStored } from "../story-text/read-stored.ts";
import { toPlainText } from "../story-text/to-plain-text.ts";
import { foldName } from "../vocabulary/fold-name.ts";
import { looksLikeId } from "../vocabulary/ids.ts";
import { listedFor, openFor } from "../works/visible-works.ts";
import { amongThoseOf } from "../works/who-may-change.ts";
import { asSeenBy, type CommentRow, selectComments } from "./as-seen.ts";
import type { Comment, WorkOfComment } from "./comment.ts";
import { worksHelpedBy } from "./comment-helpers.ts";
import "../people/quiet-people.ts";
import "./sql/comments-tables.ts";

/** Written out, so that both engines know the index that has only these. */
const isHeld = sql<SqlBool>`comments.status = 'held'`;

/** Own comments shown waiting at once. */
const mostOwn = 20;

/** Comments looked through for words by one statement. */
const lookedThrough = 200;

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
    .where(isHeld)
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
 * archive, where the work stands in lists for them.
 *
 * @param words only those in whose words or name this stands, as readers see them, in whatever capitals
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
  const held = waitingFor(reader, member, everywhere);
  const rows: Awaited<ReturnType<typeof held>> = [];
  const wanted = foldName(words);
  const most = wanted === "" ? size + 1 : lookedThrough;
  let mark = from;
  do {
    const some = await held(mark, most);
    rows.push(...some.filter((row) => wanted === "" || saysWords(row, wanted)));
    mark = some.length < most ? undefined : some.at(-1);
  } while (mark !== undefined && rows.length <= size);
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

/** Comments that wait, oldest first, from behind a place: everywhere, or under the works a member writes or helps with. */
function waitingFor(reader: Reader, member: Member, everywhere: boolean) {
  const waiting = selectComments(reader)
    .innerJoin("works", "works.id", "comments.work_id")
    .select(["works.title as work_title", "works.language as work_language"])
    .where(isHeld)
    .where("works.status", "=", "published")
    .where(openFor(member))
    .where((row) =>
      row.or([
        amongThoseOf(member)(row),
        row("works.id", "in", worksHelpedBy(reader, member)),
        // A list gives nobody the address of what is open to whoever knows it.
        ...(everywhere ? [listedFor(member)(row)] : []),
      ]),
    )
    .orderBy("comments.created_at")
    .orderBy("comments.id");
  return (from: { created_at: number; id: string } | undefined, most: number) =>
    waiting
      .$if(from !== undefined, (query) =>
        query.where(sql<SqlBool>`(comments.created_at, comments.id) > (${from?.created_at}, ${from?.id})`),
      )
      .limit(most)
      .execute();
}

/** Whether words, folded, stand in what a comment says or in the name it was said under. */
function saysWords(row: Pick<CommentRow, "text" | "guest_name" | "pseud_name">, wanted: string): boolean {
  const said = [toPlainText(readStored(row.text)), row.guest_name, row.pseud_name ?? ""];
  return said.some((text) => foldName(text).includes(wanted));
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
    .where(isHeld)
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
