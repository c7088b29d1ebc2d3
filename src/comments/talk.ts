import { type SqlBool, sql } from "kysely";
import type { Person } from "../people/person.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { looksLikeId } from "../vocabulary/ids.ts";
import { asSeenBy, type CommentRow, commentRows, selectComments } from "./as-seen.ts";
import type { Comment, PlacedComment, Speaker } from "./comment.ts";
import { depthOf, endsStrand, placeBelow, rangeBelow } from "./place.ts";
import "./sql/comments-tables.ts";

/** Which talk: all under a work, that under one of its chapters, or everything below one comment. */
export type TalkPlace = { workId: string; chapterId?: string | undefined };

/** One page of talk; `next` is the comment the next page goes on after. */
export type TalkPage = { comments: PlacedComment[]; next: string | null };

/** Written out, so that both engines know the index that has only these. */
const stands = sql<SqlBool>`comments.standing = 1`;
const inFirstStrand = sql<SqlBool>`comments.strand_id = comments.thread_id`;

/**
 * A page of the talk under a work or a chapter that the person was found to see: threads newest first, the answers in
 * each as they belong together. Two walks along an index, however long and deep the talk is.
 *
 * @param after the id of the comment to go on after; the beginning when there is no such comment here
 * @param size how many comments at most
 */
export async function readTalk(
  reader: Reader,
  person: Person,
  place: TalkPlace,
  screens: boolean,
  after: string | null,
  size: number,
): Promise<TalkPage> {
  const from = after === null ? undefined : await markOf(reader, place, after);
  const talk = () =>
    selectComments(reader)
      .where(stands)
      .where(inFirstStrand)
      .where(
        place.chapterId === undefined ? "comments.work_id" : "comments.chapter_id",
        "=",
        place.chapterId ?? place.workId,
      )
      .limit(size + 1);
  const rows: CommentRow[] = [];
  if (from)
    rows.push(
      ...(await talk()
        .where("comments.thread_order", "=", from.thread_order)
        .where("comments.thread_id", "=", from.thread_id)
        .where("comments.path", ">", from.path)
        .orderBy("comments.path")
        .execute()),
    );
  if (rows.length <= size)
    rows.push(
      ...(await talk()
        .$if(from !== undefined, (query) =>
          query.where(
            sql<SqlBool>`(comments.thread_order, comments.thread_id) > (${from?.thread_order}, ${from?.thread_id})`,
          ),
        )
        .orderBy("comments.thread_order")
        .orderBy("comments.thread_id")
        .orderBy("comments.path")
        .execute()),
    );
  return pageOf(reader, person, place.workId, screens, rows, size, 0);
}

/** A page of everything below a comment, the same way. */
export async function readBelow(
  reader: Reader,
  person: Person,
  top: Pick<Comment, "id" | "workId">,
  screens: boolean,
  after: string | null,
  size: number,
): Promise<TalkPage> {
  const [row] = await commentRows(reader, [top.id]);
  if (!row) return { comments: [], next: null };
  const below = placeBelow(row.id, { strandId: row.strand_id, path: row.path });
  const range = rangeBelow(below.path);
  const from = after === null ? undefined : await markOf(reader, { workId: top.workId }, after);
  const begin =
    from?.strand_id === below.strandId && from.path > range.after && from.path < range.before
      ? from.path
      : range.after;
  const rows = await selectComments(reader)
    .where(stands)
    .where("comments.strand_id", "=", below.strandId)
    .where("comments.path", ">", begin)
    .where("comments.path", "<", range.before)
    .orderBy("comments.path")
    .limit(size + 1)
    .execute();
  return pageOf(reader, person, top.workId, screens, rows, size, depthOf(below.path) + 1);
}

/**
 * One comment under a work that the person was found to see. One that has no place on pages is there for nobody but
 * its writer, who screens the work, and moderators.
 */
export async function findComment(
  reader: Reader | Writer,
  person: Person,
  workId: string,
  commentId: string,
  screens: boolean,
): Promise<Comment | undefined> {
  if (!looksLikeId(commentId)) return undefined;
  const [row] = await selectComments(reader)
    .select("comments.standing")
    .where("comments.id", "=", commentId)
    .where("comments.work_id", "=", workId)
    .execute();
  if (!row) return undefined;
  const [comment] = await asSeenBy(reader, person, [row], screens ? new Set([workId]) : new Set());
  if (!comment || (row.standing === 0 && comment.text === "")) return undefined;
  const [thread] = row.parent_id === null ? [row] : await commentRows(reader, [row.thread_id]);
  return { ...comment, frozenAt: thread?.frozen_at ?? null };
}

/** How many comments a chapter shows. */
export async function countChapterTalk(reader: Reader, chapterId: string): Promise<number> {
  const row = await reader
    .selectFrom("chapter_talk")
    .select("comments")
    .where("chapter_id", "=", chapterId)
    .executeTakeFirst();
  return row?.comments ?? 0;
}

/** How many comments a work shows. */
export async function countWorkTalk(reader: Reader, workId: string): Promise<number> {
  const row = await reader
    .selectFrom("work_counts")
    .select("comments")
    .where("work_id", "=", workId)
    .executeTakeFirst();
  return row?.comments ?? 0;
}

async function markOf(reader: Reader, place: TalkPlace, id: string) {
  if (!looksLikeId(id)) return undefined;
  return reader
    .selectFrom("comments")
    .select(["thread_order", "thread_id", "strand_id", "path"])
    .where("id", "=", id)
    .where("work_id", "=", place.workId)
    .$if(place.chapterId !== undefined, (query) => query.where("chapter_id", "=", place.chapterId ?? ""))
    .executeTakeFirst();
}

async function pageOf(
  reader: Reader,
  person: Person,
  workId: string,
  screens: boolean,
  found: readonly CommentRow[],
  size: number,
  topDepth: number,
): Promise<TalkPage> {
  const rows = found.slice(0, size);
  const screened = screens ? new Set([workId]) : new Set<string>();
  const known = new Map(rows.map((row) => [row.id, row]));
  const wanted = rows.flatMap(({ parent_id, thread_id }) => [
    thread_id,
    ...(parent_id === null ? [] : [parent_id]),
  ]);
  const others = await commentRows(
    reader,
    [...new Set(wanted)].filter((id) => !known.has(id)),
  );
  for (const row of others) known.set(row.id, row);
  const seen = await asSeenBy(reader, person, [...known.values()], screened);
  const speakers = new Map<string, Speaker>(
    seen.map(({ id, speaker, muted }) => [id, muted ? { kind: "somebody" } : speaker]),
  );
  const byId = new Map(seen.map((comment) => [comment.id, comment]));
  const comments = rows.flatMap((row): PlacedComment[] => {
    const comment = byId.get(row.id);
    if (!comment) return [];
    return [
      {
        ...comment,
        frozenAt: known.get(row.thread_id)?.frozen_at ?? null,
        depth: depthOf(row.path) - topDepth,
        answers: row.parent_id === null ? null : (speakers.get(row.parent_id) ?? null),
        repliesElsewhere: endsStrand(row.path) ? row.standing_replies : 0,
      },
    ];
  });
  return { comments, next: found.length > size ? (rows.at(-1)?.id ?? null) : null };
}
