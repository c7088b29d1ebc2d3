import type { Member } from "../people/person.ts";
import type { Preferences } from "../people/preferences.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { storedBlocks } from "../story-text/stored-blocks.ts";
import { type Chapter, type ChapterEntry, isComplete, type Work } from "../works/work.ts";
import { marksOfParagraph } from "./find-paragraph.ts";
import { findEntry } from "./ledger.ts";
import { setLedger } from "./set-ledger.ts";

/** A chapter that somebody may open, in its work with all its chapters; the finders that gave them knew the person. */
export type OpenChapter = {
  work: Pick<Work, "id" | "chapterCount" | "expectedChapters">;
  chapter: Pick<Chapter, "id" | "story" | "wordCount">;
  chapters: readonly Pick<ChapterEntry, "id">[];
};

type Wishes = Pick<Preferences, "ledgerFollows">;

/**
 * Notes that a member opened a chapter: it is the one they read last. Where they were in it stays; a chapter they were
 * never in is begun.
 *
 * @param now ms since 1970, UTC
 */
export async function keepOpening(
  writer: Writer,
  member: Member,
  open: OpenChapter,
  wishes: Wishes,
  now: number,
): Promise<void> {
  const { accountId } = member;
  await writer
    .insertInto("reading_places")
    .values({ ...placeRow(accountId, open, 1), read_at: now })
    .onConflict((conflict) => conflict.columns(["account_id", "chapter_id"]).doUpdateSet({ read_at: now }))
    .execute();
  await noteLast(writer, accountId, open, now);
  if (wishes.ledgerFollows !== "yes") return;
  const { state = null } = (await findEntry(writer, member, open.work.id)) ?? {};
  if (state === null || state === "to-read" || state === "waiting")
    await setLedger(writer, member, open.work.id, "reading", now);
}

/**
 * Keeps where a member is in a chapter. Who comes to the end of the last chapter has finished the work, or waits for more.
 *
 * @param at the paragraph, from 1, and whether the chapter's end was seen
 * @param now ms since 1970, UTC
 */
export async function keepPlace(
  writer: Writer,
  member: Member,
  open: OpenChapter,
  at: { paragraph: number; ended: boolean },
  wishes: Wishes,
  now: number,
): Promise<void> {
  const { accountId } = member;
  const row = { ...placeRow(accountId, open, at.paragraph), read_at: now };
  await writer
    .insertInto("reading_places")
    .values(at.ended ? { ...row, words_left: 0 } : row)
    .onConflict((conflict) =>
      conflict.columns(["account_id", "chapter_id"]).doUpdateSet((each) => ({
        paragraph: each.ref("excluded.paragraph"),
        marks: each.ref("excluded.marks"),
        words_left: each.ref("excluded.words_left"),
        read_at: now,
      })),
    )
    .execute();
  await noteLast(writer, accountId, open, now);
  const isLast = open.chapters.at(-1)?.id === open.chapter.id;
  if (!at.ended || !isLast || wishes.ledgerFollows !== "yes") return;
  const { state = null } = (await findEntry(writer, member, open.work.id)) ?? {};
  // What was said to be finished or dropped was said by themselves.
  if (state !== "finished" && state !== "dropped")
    await setLedger(writer, member, open.work.id, isComplete(open.work) ? "finished" : "waiting", now);
}

function placeRow(accountId: string, { work, chapter }: OpenChapter, paragraph: number) {
  const blocks = storedBlocks(chapter.story);
  const number = Math.min(Math.max(1, paragraph), Math.max(1, blocks.length));
  const lengths = blocks.map((block) => block.replace(/<[^>]*>/g, "").length);
  const sum = (from: number) => lengths.slice(from).reduce((total, length) => total + length, 0);
  return {
    account_id: accountId,
    chapter_id: chapter.id,
    work_id: work.id,
    paragraph: number,
    marks: marksOfParagraph(blocks, number),
    words_left: Math.round(chapter.wordCount * (sum(number - 1) / Math.max(1, sum(0)))),
  };
}

async function noteLast(
  writer: Writer,
  accountId: string,
  { work, chapter }: OpenChapter,
  now: number,
): Promise<void> {
  const last = { chapter_id: chapter.id, read_at: now };
  await writer
    .insertInto("ledger")
    .values({
      ...{ account_id: accountId, work_id: work.id, state: null, note: "", added_at: now, changed_at: now },
      ...{ started_at: null, finished_at: null, ...last },
    })
    .onConflict((conflict) => conflict.columns(["account_id", "work_id"]).doUpdateSet(last))
    .execute();
}
