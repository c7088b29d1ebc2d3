import { accountIdOf, mayModerate, type Person } from "../people/person.ts";
import { mutedPseuds } from "../people/quiet-people.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import type { Comment, Speaker } from "./comment.ts";
import { worksTalkedOf } from "./works-talked-of.ts";
import "./sql/comments-tables.ts";

/** The columns a comment is made of. */
const commentColumns = [
  "comments.id",
  "comments.work_id",
  "comments.chapter_id",
  "comments.thread_id",
  "comments.strand_id",
  "comments.path",
  "comments.parent_id",
  "comments.standing_replies",
  "comments.status",
  "comments.removed_by",
  "comments.account_id",
  "comments.pseud_id",
  "pseuds.name as pseud_name",
  "comments.guest_name",
  "comments.as_author",
  "comments.text",
  "comments.created_at",
  "comments.edited_at",
  "comments.frozen_at",
] as const;

/** A row with these columns. */
export type CommentRow = Awaited<ReturnType<typeof commentRows>>[number];

/** Comments with the names they were said under; where a finder begins. */
export function selectComments(reader: Reader | Writer) {
  return reader
    .selectFrom("comments")
    .leftJoin("pseuds", "pseuds.id", "comments.pseud_id")
    .select(commentColumns);
}

/** These comments as they are stored; what of them a person may see, `asSeenBy` says. */
export async function commentRows(reader: Reader | Writer, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return selectComments(reader).where("comments.id", "in", ids).execute();
}

/**
 * Comments as this person may see them, in the order of the rows: words that are held are for their writer and for
 * whoever screens the work, words that were removed for moderators; everybody else finds a placeholder.
 *
 * @param screened works whose comments this person lets in
 * @param returnable removed comments that this person was found to be able to give back
 */
export async function asSeenBy(
  reader: Reader | Writer,
  person: Person,
  rows: readonly CommentRow[],
  screened: ReadonlySet<string>,
  returnable: ReadonlySet<string> = new Set(),
): Promise<Comment[]> {
  const works = await worksTalkedOf(
    reader,
    rows.map(({ work_id }) => work_id),
  );
  const muted = await mutedPseuds(reader, accountIdOf(person));
  return rows.map((row) => {
    const mine = person.kind === "member" && row.account_id === person.accountId;
    const readable =
      row.status === "shown" ||
      (row.status === "held" && (mine || screened.has(row.work_id))) ||
      (row.status === "removed" && (mayModerate(person) || returnable.has(row.id)));
    const speaker: Speaker = readable
      ? speakerOf(row, works.get(row.work_id)?.nameless !== false)
      : { kind: "somebody" };
    return {
      id: row.id,
      workId: row.work_id,
      workLanguage: works.get(row.work_id)?.language ?? "",
      chapterId: row.chapter_id,
      threadId: row.thread_id,
      parentId: row.parent_id,
      status: row.status,
      removedBy: row.removed_by,
      speaker,
      asAuthor: readable && row.as_author === 1,
      mine,
      // What somebody says as the author of a work without names would tell who that is.
      muted: !mine && speaker.kind === "pseud" && muted.has(speaker.pseudId),
      text: readable ? row.text : "",
      forgotten: row.text === "",
      createdAt: row.created_at,
      editedAt: readable ? row.edited_at : null,
      frozenAt: row.frozen_at,
    };
  });
}

function speakerOf(row: CommentRow, nameless: boolean): Speaker {
  if (row.as_author === 1 && nameless) return { kind: "the author" };
  if (row.pseud_id !== null && row.pseud_name !== null)
    return { kind: "pseud", pseudId: row.pseud_id, name: row.pseud_name };
  return row.guest_name === "" ? { kind: "somebody" } : { kind: "guest", name: row.guest_name };
}
