import type { Member } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import type { OtherRooms } from "./other-rooms.ts";
import { findWorkCounts } from "./work-counts-of.ts";
import "../works/revisions.ts";
import "../works/works.ts";

/** What a work is made of, for saying beforehand what will happen to it. */
export type PartsOfWork = {
  published: number;
  /** Draft chapters and those in the trash. */
  unread: number;
  /** Earlier states of chapters. */
  states: number;
  /** Files the member brought in for it. */
  originals: number;
  /** Comments under it: all of them, and those the member wrote. */
  comments: number;
  ownComments: number;
  kudos: number;
  /** Series of the member's that it is part of. */
  series: number;
};

export async function countParts(
  reader: Reader,
  rooms: Pick<OtherRooms, "countWords">,
  member: Member,
  workId: string,
): Promise<PartsOfWork> {
  const chapters = await reader
    .selectFrom("chapters")
    .select((row) => [
      row.fn.countAll<number>().as("all"),
      row.fn
        .countAll<number>()
        .filterWhere("status", "=", "published")
        .filterWhere("removed_at", "is", null)
        .as("published"),
    ])
    .where("work_id", "=", workId)
    .executeTakeFirstOrThrow();
  const states = await reader
    .selectFrom("chapter_revisions")
    .innerJoin("chapters", "chapters.id", "chapter_revisions.chapter_id")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("work_id", "=", workId)
    .executeTakeFirstOrThrow();
  const originals = await reader
    .selectFrom("originals")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("work_id", "=", workId)
    .where("account_id", "=", member.accountId)
    .executeTakeFirstOrThrow();
  const series = await reader
    .selectFrom("series_works")
    .innerJoin("series", "series.id", "series_works.series_id")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("work_id", "=", workId)
    .where("account_id", "=", member.accountId)
    .executeTakeFirstOrThrow();
  const published = Number(chapters.published);
  return {
    published,
    unread: Number(chapters.all) - published,
    states: Number(states.count),
    originals: Number(originals.count),
    ownComments: await rooms.countWords(reader, member.accountId, workId),
    series: Number(series.count),
    ...(await findWorkCounts(reader, workId)),
  };
}
