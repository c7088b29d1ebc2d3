import type { Member } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import type { ChapterEntry, Visibility, WorkStatus } from "./work.ts";
import "./sql/works-tables.ts";
import { amongThoseOf, changeableBy } from "./who-may-change.ts";

/** A work as its author's desk lists it: drafts count here, because nobody else reads this. */
export type OwnWorkEntry = {
  id: string;
  title: string;
  status: WorkStatus;
  visibility: Visibility;
  publishedChapters: number;
  draftChapters: number;
  expectedChapters: number | null;
  /** Words of all its chapters, published or not. */
  words: number;
  updatedAt: number;
  /** null: not taken away. */
  removedAt: number | null;
  /** Whether readers are told no names. */
  anonymous: boolean;
  /** Whether it lies with the member; else they are an author of a work that somebody else keeps. */
  kept: boolean;
};

/** Every work a member may change, the last worked on first; the trash too. */
export async function listOwnWorks(reader: Reader, member: Member): Promise<OwnWorkEntry[]> {
  const rows = await reader
    .selectFrom("works")
    .leftJoin("chapters", (join) =>
      join.onRef("chapters.work_id", "=", "works.id").on("chapters.removed_at", "is", null),
    )
    .select((row) => [
      "works.id",
      "works.title",
      "works.status",
      "works.visibility",
      "works.expected_chapters as expectedChapters",
      "works.chapter_count as publishedChapters",
      "works.anonymous",
      "works.updated_at as updatedAt",
      "works.removed_at as removedAt",
      row.case().when("works.account_id", "=", member.accountId).then(1).else(0).end().as("kept"),
      row.fn.count<number>("chapters.id").as("chapters"),
      row.fn.coalesce(row.fn.sum<number>("chapters.word_count"), row.lit(0)).as("words"),
    ])
    .where(amongThoseOf(member))
    .groupBy("works.id")
    .orderBy("works.updated_at", "desc")
    .orderBy("works.id")
    .execute();
  return rows.map(({ chapters, words, kept, anonymous, ...row }) => ({
    ...row,
    anonymous: anonymous === 1,
    kept: kept === 1,
    draftChapters: Number(chapters) - row.publishedChapters,
    words: Number(words),
  }));
}

/** A chapter in the trash, and since when. */
export type RemovedChapter = Pick<ChapterEntry, "id" | "title" | "wordCount"> & { removedAt: number };

/** The chapters of a work the member may change that were taken away and can be taken back. */
export async function listRemovedChapters(
  reader: Reader,
  member: Member,
  workId: string,
): Promise<RemovedChapter[]> {
  const rows = await reader
    .selectFrom("chapters")
    .innerJoin("works", "works.id", "chapters.work_id")
    .select([
      "chapters.id",
      "chapters.title",
      "chapters.word_count as wordCount",
      "chapters.removed_at as removedAt",
    ])
    .where("works.id", "=", workId)
    .where((chapter) => changeableBy(member)(chapter))
    .where("works.removed_at", "is", null)
    .where("chapters.removed_at", "is not", null)
    .orderBy("chapters.position")
    .orderBy("chapters.id")
    .execute();
  return rows.flatMap(({ removedAt, ...row }) => (removedAt === null ? [] : [{ ...row, removedAt }]));
}
