import type { Member } from "../../people/person.ts";
import type { Reader } from "../../plumbing/database/reader-writer.ts";
import { listOwnSeries } from "../own-series.ts";
import { amongThoseOf } from "../who-may-change.ts";
import "../sql/works-tables.ts";

/** A work in the trash; it lies with the member. */
export type RemovedWork = {
  workId: string;
  title: string;
  chapters: number;
  words: number;
  /** Files that were brought in for it. */
  originals: number;
  removedAt: number;
};

/** A chapter in the trash, of a work that is not, and that the member may change. */
export type RemovedPart = {
  workId: string;
  workTitle: string;
  chapterId: string;
  title: string;
  words: number;
  removedAt: number;
};

/** A series in the trash; its works are not. */
export type RemovedSeries = { seriesId: string; title: string; works: number; removedAt: number };

/** What a member can take back, the last taken away first. */
export type Trash = { works: RemovedWork[]; chapters: RemovedPart[]; series: RemovedSeries[] };

/** Everything a member took away that is not forgotten yet. */
export async function listTrash(reader: Reader, member: Member): Promise<Trash> {
  const works = await reader
    .selectFrom("works")
    .select((work) => [
      "works.id as workId",
      "works.title",
      "works.removed_at as removedAt",
      work
        .selectFrom("chapters")
        .select((chapter) => chapter.fn.countAll<number>().as("count"))
        .whereRef("work_id", "=", "works.id")
        .where("chapters.removed_at", "is", null)
        .as("chapters"),
      work
        .selectFrom("chapters")
        .select((chapter) => chapter.fn.sum<number>("word_count").as("sum"))
        .whereRef("work_id", "=", "works.id")
        .where("chapters.removed_at", "is", null)
        .as("words"),
      work
        .selectFrom("originals")
        .select((original) => original.fn.countAll<number>().as("count"))
        .whereRef("work_id", "=", "works.id")
        .as("originals"),
    ])
    .where("account_id", "=", member.accountId)
    .where("removed_at", "is not", null)
    .orderBy("removed_at", "desc")
    .orderBy("works.id")
    .execute();
  const chapters = await reader
    .selectFrom("chapters")
    .innerJoin("works", "works.id", "chapters.work_id")
    .select([
      "works.id as workId",
      "works.title as workTitle",
      "chapters.id as chapterId",
      "chapters.title",
      "chapters.word_count as words",
      "chapters.removed_at as removedAt",
    ])
    .where((row) => amongThoseOf(member)(row))
    .where("works.removed_at", "is", null)
    .where("chapters.removed_at", "is not", null)
    .orderBy("chapters.removed_at", "desc")
    .orderBy("chapters.id")
    .execute();
  const series = await listOwnSeries(reader, member);
  return {
    series: series.flatMap(({ id, title, works: parts, removedAt }) =>
      removedAt === null ? [] : [{ seriesId: id, title, works: parts, removedAt }],
    ),
    works: works.flatMap(({ removedAt, chapters, words, originals, ...row }) =>
      removedAt === null
        ? []
        : [
            {
              ...row,
              removedAt,
              chapters: Number(chapters ?? 0),
              words: Number(words ?? 0),
              originals: Number(originals ?? 0),
            },
          ],
    ),
    chapters: chapters.flatMap(({ removedAt, ...row }) =>
      removedAt === null ? [] : [{ ...row, removedAt }],
    ),
  };
}
