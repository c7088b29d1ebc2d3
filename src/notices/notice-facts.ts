import { orphanAccountId } from "../people/orphan-account.ts";
import type { Database } from "../plumbing/database/database.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { dayLength, dayOf } from "../vocabulary/days.ts";
import type { Fact, RecordedFact } from "../vocabulary/events.ts";
import { claimsOf } from "../works/claims.ts";
import { type NewNotice, noteNotices } from "./note-notices.ts";
import type { OtherWork } from "./standing-claims.ts";
import { noteUpdates } from "./updates/note-updates.ts";
import { writersOf } from "./writers-of.ts";
import "../people/pseuds.ts";
import "../works/works.ts";
import "../works/gifts-received.ts";

/**
 * Writes down who is to be told of a fact. Safe to repeat: what a notice is about is its key.
 *
 * Only ids are kept. Whether the one it is for may know of it is asked when it is read, again each time.
 */
export async function noticeFact(database: Database, recorded: RecordedFact): Promise<void> {
  const { fact } = recorded;
  const now = Date.now();
  await noteNotices(database, await concerning(database.reading, recorded), now);
  switch (fact.type) {
    case "pseud-changed":
    case "work-purged":
    case "shelf-changed":
      return forgetFollowed(database, fact);
    case "work-published":
    case "chapter-published":
    case "news-posted":
    case "work-shelved":
      return noteUpdates(database, fact, now);
  }
}

/** Nobody follows what is no more: an id alone would outlive who took their name away. */
async function forgetFollowed(
  database: Database,
  fact: Extract<Fact, { type: "pseud-changed" | "work-purged" | "shelf-changed" }>,
): Promise<void> {
  const [kind, table, id] = followedIn(fact);
  const standing = await database.reading
    .selectFrom(table)
    .select("id")
    .where("id", "=", id)
    .executeTakeFirst();
  if (standing) return;
  await database.write((writer) =>
    writer.deleteFrom("subscriptions").where("kind", "=", kind).where("target_id", "=", id).execute(),
  );
}

function followedIn(fact: Extract<Fact, { type: "pseud-changed" | "work-purged" | "shelf-changed" }>) {
  switch (fact.type) {
    case "pseud-changed":
      return ["author", "pseuds", fact.pseudId] as const;
    case "work-purged":
      return ["work", "works", fact.workId] as const;
    case "shelf-changed":
      return ["shelf", "shelves", fact.shelfId] as const;
  }
}

async function concerning(reader: Reader, { number, recordedAt, fact }: RecordedFact): Promise<NewNotice[]> {
  switch (fact.type) {
    case "creator-invited":
      return toHolder(reader, fact.pseudId, {
        kind: "invited",
        // Asked again after a no, they are told again.
        key: `invited ${fact.workId} ${fact.pseudId} ${number}`,
        workId: fact.workId,
        pseudId: fact.pseudId,
      });
    case "creator-accepted":
    case "creator-declined":
    case "creator-left": {
      const kinds = {
        "creator-accepted": "accepted",
        "creator-declined": "declined",
        "creator-left": "left",
      } as const;
      const holder = await holderOf(reader, fact.pseudId);
      return (await writersOf(reader, fact.workId))
        .filter((accountId) => accountId !== holder)
        .map((accountId) => ({
          accountId,
          kind: kinds[fact.type],
          key: `${kinds[fact.type]} ${fact.workId} ${fact.pseudId} ${number}`,
          workId: fact.workId,
          pseudId: fact.pseudId,
        }));
    }
    case "work-published":
    case "work-changed":
      return [
        ...(await giftsOf(reader, fact.workId)),
        ...(await refusedGiftsOf(reader, fact.workId, recordedAt)),
      ];
    case "work-removed": {
      const keeper = await keeperOf(reader, fact.workId);
      return (await writersOf(reader, fact.workId))
        .filter((accountId) => accountId !== keeper)
        .map((accountId) => ({
          accountId,
          kind: "taken-down" as const,
          key: `taken-down ${fact.workId} ${number}`,
          workId: fact.workId,
        }));
    }
    case "related-asked":
    case "related-answered":
      return aboutRelated(reader, fact);
    case "comment-posted":
    case "comment-approved":
      return aboutComment(reader, fact, fact.type === "comment-approved");
    default:
      return [];
  }
}

/** Each name a work was given to, once; drafts, and works for nobody else yet, are no gifts yet. */
async function giftsOf(reader: Reader, workId: string): Promise<NewNotice[]> {
  const rows = await reader
    .selectFrom("work_gifts")
    .innerJoin("works", "works.id", "work_gifts.work_id")
    .innerJoin("pseuds", "pseuds.id", "work_gifts.pseud_id")
    .leftJoin("gift_answers", (join) =>
      join
        .onRef("gift_answers.work_id", "=", "work_gifts.work_id")
        .onRef("gift_answers.pseud_id", "=", "work_gifts.pseud_id"),
    )
    .select(["pseuds.id as pseudId", "pseuds.account_id as accountId"])
    .where("works.id", "=", workId)
    .where("gift_answers.answer", "is", null)
    .where("works.status", "=", "published")
    .where("works.removed_at", "is", null)
    .where("works.visibility", "!=", "private")
    .whereRef("works.account_id", "!=", "pseuds.account_id")
    .execute();
  return rows.map(({ pseudId, accountId }) => ({
    accountId,
    kind: "gift",
    key: `gift ${workId} ${pseudId}`,
    workId,
    pseudId,
  }));
}

/** What was refused longer ago than this is no news, in ms: works change for many reasons. */
const freshRefusal = 7 * dayLength;

/** Its writers are told that a gift was refused, not why. */
async function refusedGiftsOf(reader: Reader, workId: string, now: number): Promise<NewNotice[]> {
  const refused = await reader
    .selectFrom("gift_answers")
    .select("pseud_id as pseudId")
    .where("work_id", "=", workId)
    .where("answer", "=", "refused")
    .where("answered_at", ">", now - freshRefusal)
    .execute();
  if (refused.length === 0) return [];
  const writers = await writersOf(reader, workId);
  return refused.flatMap(({ pseudId }) =>
    writers.map((accountId) => ({
      accountId,
      kind: "gift-refused" as const,
      key: `gift-refused ${workId} ${pseudId}`,
      workId,
      pseudId,
    })),
  );
}

/**
 * The writers of a work are asked by one that says it is made of theirs; its writers are told what was said. Each answer is
 * told once, however often minds are changed; asked whether it may be something else, they are told again. Those who write both know.
 */
async function aboutRelated(
  reader: Reader,
  { type, workId, otherWorkId }: Extract<Fact, { type: "related-asked" | "related-answered" }>,
): Promise<NewNotice[]> {
  const isAsked = type === "related-asked";
  const claim = (await claimsOf(reader, workId)).find(({ otherId }) => otherId === otherWorkId);
  if (!claim || (claim.answer === null) !== isAsked) return [];
  const { kind, answer } = claim;
  const [told, knowing] = isAsked ? [otherWorkId, workId] : [workId, otherWorkId];
  const know = new Set(await writersOf(reader, knowing));
  const detail: OtherWork = { otherWorkId, kind, answer };
  return (await writersOf(reader, told))
    .filter((accountId) => !know.has(accountId))
    .map((accountId) => ({
      accountId,
      kind: type,
      key: `${type} ${workId} ${otherWorkId} ${kind} ${answer}`,
      workId,
      detail: JSON.stringify(detail),
    }));
}

/**
 * The writers of the work are told of what is shown, and whoever lets comments in that some wait, once a day however many;
 * whose comment it answers is told when it is shown. One comment is one notice for each of them.
 */
async function aboutComment(
  reader: Reader,
  { workId, commentId }: { workId: string; commentId: string },
  letIn: boolean,
): Promise<NewNotice[]> {
  const comment = await reader
    .selectFrom("comments")
    .leftJoin("comments as parent", "parent.id", "comments.parent_id")
    .select(["comments.status", "comments.account_id as saidBy", "comments.created_at as saidAt"])
    .select("parent.account_id as answers")
    .where("comments.id", "=", commentId)
    .executeTakeFirst();
  if (!comment || comment.status === "removed") return [];
  const writers = await writersOf(reader, workId);
  if (comment.status === "held") {
    const day = dayOf(comment.saidAt);
    return [...new Set([...writers, ...(await helpersOf(reader, workId))])]
      .filter((accountId) => accountId !== comment.saidBy)
      .map((accountId) => ({ accountId, kind: "held" as const, key: `held ${day}` }));
  }
  const about = { key: `comment ${commentId}`, workId, commentId };
  const told: NewNotice[] = [];
  if (comment.answers !== null) told.push({ accountId: comment.answers, kind: "reply", ...about });
  // They were told that it waited, and let it in or trust who did.
  if (!letIn) for (const accountId of writers) told.push({ accountId, kind: "comment", ...about });
  const once = new Map(told.toReversed().map((notice) => [notice.accountId, notice]));
  once.delete(comment.saidBy ?? "");
  once.delete(orphanAccountId);
  return [...once.values()];
}

/** Whom its writers trust to let comments in; nobody, where nobody is told who they are. */
async function helpersOf(reader: Reader, workId: string): Promise<string[]> {
  const rows = await reader
    .selectFrom("comment_helpers")
    .innerJoin("pseuds as helping", "helping.id", "comment_helpers.helper_pseud_id")
    .innerJoin("work_creators", "work_creators.pseud_id", "comment_helpers.pseud_id")
    .innerJoin("works", "works.id", "work_creators.work_id")
    .select("helping.account_id as accountId")
    .where("works.id", "=", workId)
    .where("works.anonymous", "=", 0)
    .where("work_creators.role", "=", "author")
    .where("work_creators.accepted", "=", 1)
    .execute();
  return rows.map(({ accountId }) => accountId);
}

async function keeperOf(reader: Reader, workId: string): Promise<string | null> {
  const work = await reader
    .selectFrom("works")
    .select("account_id")
    .where("id", "=", workId)
    .executeTakeFirst();
  return work?.account_id ?? null;
}

async function holderOf(reader: Reader, pseudId: string): Promise<string | null> {
  const pseud = await reader
    .selectFrom("pseuds")
    .select("account_id")
    .where("id", "=", pseudId)
    .executeTakeFirst();
  return pseud?.account_id ?? null;
}

async function toHolder(
  reader: Reader,
  pseudId: string,
  notice: Omit<NewNotice, "accountId">,
): Promise<NewNotice[]> {
  const accountId = await holderOf(reader, pseudId);
  return accountId === null ? [] : [{ accountId, ...notice }];
}
