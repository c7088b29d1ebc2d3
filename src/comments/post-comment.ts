import { type SqlBool, sql } from "kysely";
import { mayModerate, type Person } from "../people/person.ts";
import { isBlockedBy } from "../people/quiet-people.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { recordFact } from "../plumbing/events/record-fact.ts";
import { NotFound } from "../vocabulary/errors.ts";
import { newId } from "../vocabulary/ids.ts";
import { openFor } from "../works/visible-works.ts";
import { type Place, placeOfReply, placeOfThread } from "./place.ts";
import { countShown } from "./set-status.ts";
import {
  mayComment,
  standingInTalk,
  type TalkSettings,
  talkRules,
  tellsItsAuthors,
} from "./standing-in-talk.ts";
import { TalkRefused } from "./talk-refused.ts";
import "./sql/comments-tables.ts";

/** What somebody says, and where. */
export type NewComment = {
  workId: string;
  /** Of which chapter; null: of the work as a whole. An answer stands where the comment it answers does. */
  chapterId: string | null;
  /** Which comment it answers; null: it begins a thread. */
  parentId: string | null;
  /** Under which name; a guest's is free. */
  under: { pseudId: string } | { guestName: string };
  /** Clean note HTML. */
  text: string;
};

/** How long the same words in the same place are the same press of a button, in ms. */
const samePress = 10 * 60_000;

/**
 * Says something under a work. A guest's words are held until somebody lets them in; a member's only where the author
 * wants that.
 *
 * The same words under the same name in the same place, sent again within ten minutes, are one comment.
 *
 * @param now ms since 1970, UTC
 * @throws NotFound for a work, chapter or comment that is not there for this person; TalkRefused
 */
export async function postComment(
  writer: Writer,
  person: Person,
  said: NewComment,
  settings: TalkSettings,
  now: number,
): Promise<{ commentId: string; held: boolean }> {
  await findPublished(writer, person, said.workId);
  const standing = await standingInTalk(writer, person, said.workId);
  const rules = await talkRules(writer, said.workId);
  const may = mayComment(person, standing, rules, settings);
  if (may !== "yes") throw new TalkRefused(may === "no" ? "closed" : "members only");
  const speaker = await speakerOf(writer, person, said);
  const parent = said.parentId === null ? null : await answered(writer, person, said.workId, said.parentId);
  const chapterId = parent ? parent.chapter_id : await publishedChapter(writer, said);
  const again = await saidJustNow(writer, said, speaker, now);
  if (again) return again;
  const held = person.kind === "visitor" || (rules.held && !standing.screens);
  const id = newId();
  const place = parent ? nextPlace(parent) : placeOfThread(id);
  await writer
    .insertInto("comments")
    .values({
      id,
      work_id: said.workId,
      chapter_id: chapterId,
      said_on: parent?.said_on ?? null,
      thread_id: parent?.thread_id ?? id,
      thread_order: parent?.thread_order ?? -now,
      strand_id: place.strandId,
      path: place.path,
      parent_id: said.parentId,
      standing: held ? 0 : 1,
      status: held ? "held" : "shown",
      ...speaker,
      text: said.text,
      created_at: now,
      edited_at: null,
      removed_at: null,
      removed_by: null,
      frozen_at: null,
      replies: 0,
      standing_replies: 0,
    })
    .execute();
  if (parent)
    await writer
      .updateTable("comments")
      .set((row) => ({
        replies: row("replies", "+", 1),
        standing_replies: row("standing_replies", "+", held ? 0 : 1),
      }))
      .where("id", "=", parent.id)
      .execute();
  if (!held) await countShown(writer, said.workId, chapterId, 1, now);
  await recordFact(writer, { type: "comment-posted", workId: said.workId, commentId: id }, now);
  return { commentId: id, held };
}

async function findPublished(writer: Writer, person: Person, workId: string): Promise<void> {
  const work = await writer
    .selectFrom("works")
    .select("id")
    .where("id", "=", workId)
    .where("status", "=", "published")
    .where(openFor(person))
    .executeTakeFirst();
  if (!work) throw new NotFound();
}

/** Under what name it stands. Who writes under a name the work is by speaks as its author; under another they do not. */
async function speakerOf(writer: Writer, person: Person, { workId, under }: NewComment) {
  if (person.kind === "visitor") {
    if (!("guestName" in under) || under.guestName === "") throw new TalkRefused("no name");
    return { account_id: null, pseud_id: null, guest_name: under.guestName, as_author: 0 };
  }
  if (!("pseudId" in under)) throw new TalkRefused("no name");
  const pseud = await writer
    .selectFrom("pseuds")
    .select("id")
    .where("id", "=", under.pseudId)
    .where("account_id", "=", person.accountId)
    .executeTakeFirst();
  if (!pseud) throw new TalkRefused("no name");
  const author = await writer
    .selectFrom("work_creators")
    .select("pseud_id")
    .where("work_id", "=", workId)
    .where("pseud_id", "=", pseud.id)
    .where("role", "=", "author")
    .where("accepted", "=", 1)
    .executeTakeFirst();
  return { account_id: person.accountId, pseud_id: pseud.id, guest_name: "", as_author: author ? 1 : 0 };
}

async function answered(writer: Writer, person: Person, workId: string, parentId: string) {
  const parent = await writer
    .selectFrom("comments")
    .innerJoin("comments as thread", "thread.id", "comments.thread_id")
    .select([
      "comments.id",
      "comments.chapter_id",
      "comments.said_on",
      "comments.thread_id",
      "comments.thread_order",
      "comments.strand_id",
      "comments.path",
      "comments.status",
      "comments.standing",
      "comments.replies",
      "comments.account_id",
      "comments.as_author",
      "thread.frozen_at",
    ])
    .where("comments.id", "=", parentId)
    .where("comments.work_id", "=", workId)
    .executeTakeFirst();
  if (!parent) throw new NotFound();
  if (parent.status !== "shown") throw new TalkRefused("gone");
  if (parent.frozen_at !== null) throw new TalkRefused("frozen");
  const speaker = person.kind === "member" && !mayModerate(person) ? person.accountId : null;
  // Who speaks as "the author" of a work without names is known by nothing, by whom they block neither.
  const isNameless = parent.as_author === 1 && !(await tellsItsAuthors(writer, workId));
  if (parent.account_id !== null && !isNameless && (await isBlockedBy(writer, speaker, [parent.account_id])))
    throw new TalkRefused("no answer");
  return parent;
}

function nextPlace(parent: Awaited<ReturnType<typeof answered>>): Place {
  try {
    return placeOfReply(parent.id, { strandId: parent.strand_id, path: parent.path }, parent.replies + 1);
  } catch (cause) {
    if (cause instanceof RangeError) throw new TalkRefused("full");
    throw cause;
  }
}

async function publishedChapter(writer: Writer, { workId, chapterId }: NewComment): Promise<string | null> {
  if (chapterId === null) return null;
  const chapter = await writer
    .selectFrom("chapters")
    .select("id")
    .where("id", "=", chapterId)
    .where("work_id", "=", workId)
    .where("status", "=", "published")
    .where("removed_at", "is", null)
    .executeTakeFirst();
  if (!chapter) throw new NotFound();
  return chapter.id;
}

async function saidJustNow(
  writer: Writer,
  said: NewComment,
  speaker: Awaited<ReturnType<typeof speakerOf>>,
  now: number,
): Promise<{ commentId: string; held: boolean } | undefined> {
  const same = await writer
    .selectFrom("comments")
    .select(["id", "status"])
    .where("work_id", "=", said.workId)
    .where("created_at", ">", now - samePress)
    // What they are looked up by: few are by one member, and a guest's are all held at first.
    .$if(speaker.account_id !== null, (query) => query.where("account_id", "=", speaker.account_id))
    .$if(speaker.account_id === null, (query) => query.where(sql<SqlBool>`status = 'held'`))
    .where("status", "!=", "removed")
    .where("text", "=", said.text)
    .where("guest_name", "=", speaker.guest_name)
    .where("pseud_id", speaker.pseud_id === null ? "is" : "=", speaker.pseud_id)
    .where("parent_id", said.parentId === null ? "is" : "=", said.parentId)
    .$if(said.parentId === null, (query) =>
      query.where("chapter_id", said.chapterId === null ? "is" : "=", said.chapterId),
    )
    .executeTakeFirst();
  return same && { commentId: same.id, held: same.status === "held" };
}
