import type { Person } from "../people/person.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { looksLikeId } from "../vocabulary/ids.ts";
import { namedFor } from "./anonymity.ts";
import { listedFor } from "./visible-works.ts";
import { isComplete, type PartOfSeries } from "./work.ts";
import "./sql/works-tables.ts";

/** What an author's form says of series: the titles of theirs, and where a work stands by its author's own count. */
export type OwnSeries = { titles: string[]; place: { title: string; position: number } | null };

/** A part of a series as a list names it. `position` is its number by its author's own count, for their eyes only. */
export type SeriesPart = {
  workId: string;
  title: string;
  language: string;
  wordCount: number;
  isComplete: boolean;
  position: number;
};

/** A series as far as a person may see it: at least one part. */
export type Series = { id: string; title: string; mine: boolean; parts: SeriesPart[] };

/**
 * A series, if it exists for this person: one of whose works none is listed for them is as absent as one that never
 * was. What they may not see leaves no gap: parts are numbered as they stand in this list.
 */
export async function findSeries(reader: Reader, person: Person, id: string): Promise<Series | undefined> {
  if (!looksLikeId(id)) return undefined;
  const series = await reader
    .selectFrom("series")
    .select(["id", "title", "account_id as accountId"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (!series) return undefined;
  const rows = await reader
    .selectFrom("series_works")
    .innerJoin("works", "works.id", "series_works.work_id")
    .select([
      "works.id as workId",
      "works.title",
      "works.language",
      "works.word_count as wordCount",
      "works.chapter_count as chapterCount",
      "works.expected_chapters as expectedChapters",
      "series_works.position",
    ])
    .where("series_id", "=", id)
    .where(listedFor(person))
    .where((row) => namedFor(person)(row))
    .orderBy("series_works.position")
    .orderBy("works.id")
    .execute();
  if (rows.length === 0) return undefined;
  const parts = rows.map(({ chapterCount, expectedChapters, ...part }) => ({
    ...part,
    isComplete: isComplete({ chapterCount, expectedChapters }),
  }));
  const mine = person.kind === "member" && person.accountId === series.accountId;
  return { id, title: series.title, mine, parts };
}

/** The series that each of these works is part of, numbered as `findSeries` does. */
export async function partsOfSeries(
  reader: Reader | Writer,
  person: Person,
  workIds: string[],
): Promise<Map<string, PartOfSeries[]>> {
  const memberships = await reader
    .selectFrom("series_works")
    .innerJoin("series", "series.id", "series_works.series_id")
    .innerJoin("works", "works.id", "series_works.work_id")
    .select(["work_id as workId", "series.id as seriesId", "series.title"])
    .where("work_id", "in", workIds)
    .where((row) => namedFor(person)(row))
    .orderBy("series.id")
    .execute();
  if (memberships.length === 0) return new Map();
  const listed = await reader
    .selectFrom("series_works")
    .innerJoin("works", "works.id", "series_works.work_id")
    .select(["series_id as seriesId", "works.id as workId"])
    .where(
      "series_id",
      "in",
      memberships.map(({ seriesId }) => seriesId),
    )
    .where(listedFor(person))
    .where((row) => namedFor(person)(row))
    .orderBy("series_works.position")
    .orderBy("works.id")
    .execute();
  const inSeries = Map.groupBy(listed, ({ seriesId }) => seriesId);
  const parts = memberships.map(({ workId, seriesId, title }) => {
    const place = (inSeries.get(seriesId) ?? []).findIndex((part) => part.workId === workId);
    return { workId, part: { seriesId, title, number: place === -1 ? null : place + 1 } };
  });
  const byWork = Map.groupBy(parts, ({ workId }) => workId);
  return new Map([...byWork].map(([workId, found]) => [workId, found.map(({ part }) => part)]));
}

/**
 * The series of an account, for its own eyes.
 *
 * @param workId the work whose place is asked for; null: a new one
 */
export async function findOwnSeries(
  reader: Reader | Writer,
  accountId: string,
  workId: string | null,
): Promise<OwnSeries> {
  const rows = await reader
    .selectFrom("series")
    .select(["id", "title"])
    .where("account_id", "=", accountId)
    .orderBy("updated_at", "desc")
    .orderBy("id")
    .execute();
  const place = await reader
    .selectFrom("series_works")
    .innerJoin("series", "series.id", "series_works.series_id")
    .select(["series.title", "position"])
    .where("work_id", "=", workId ?? "")
    .where("account_id", "=", accountId)
    .orderBy("series.id")
    .executeTakeFirst();
  return { titles: rows.map(({ title }) => title), place: place ?? null };
}
