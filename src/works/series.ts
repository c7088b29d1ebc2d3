import type { Person } from "../people/person.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { looksLikeId } from "../vocabulary/ids.ts";
import { namedFor } from "./anonymity.ts";
import { listedFor } from "./visible-works.ts";
import { changeableBy } from "./who-may-change.ts";
import { isComplete, type PartOfSeries, type Visibility, type WorkStatus } from "./work.ts";
import "./sql/works-tables.ts";

/** Where a work stands in a series, by its author's own count. */
export type OwnPlace = { title: string; position: number };

/** What an author's form says of series: the titles of theirs, and where a work stands in one, and in others. */
export type OwnSeries = { titles: string[]; place: OwnPlace | null; otherPlaces: OwnPlace[] };

/** A part of a series as a list names it. `position` is its number by its author's own count, for their eyes only. */
export type SeriesPart = {
  workId: string;
  title: string;
  language: string;
  wordCount: number;
  isComplete: boolean;
  position: number;
};

/** A part that readers do not find in the series, told to its author alone. */
export type HiddenPart = {
  workId: string;
  title: string;
  position: number;
  status: WorkStatus;
  visibility: Visibility;
  isRemoved: boolean;
};

/** A series as far as a person may see it: at least one part, or their own. */
export type Series = {
  id: string;
  title: string;
  /** Clean note HTML, both. */
  summary: string;
  notes: string;
  /** How many works there will be; null: nobody knows yet. */
  expectedWorks: number | null;
  mine: boolean;
  parts: SeriesPart[];
  /** For its author: what others do not see. Nobody else is told of any. */
  hidden: HiddenPart[];
};

/**
 * A series, if it exists for this person: one of whose works none is listed for them is as absent as one that never
 * was. What they may not see leaves no gap: parts are numbered as they stand in this list.
 */
export async function findSeries(reader: Reader, person: Person, id: string): Promise<Series | undefined> {
  if (!looksLikeId(id)) return undefined;
  const series = await reader
    .selectFrom("series")
    .select(["id", "title", "summary", "notes", "expected_works as expectedWorks", "account_id as accountId"])
    .where("id", "=", id)
    .where("removed_at", "is", null)
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
  const { accountId, ...said } = series;
  const mine = person.kind === "member" && person.accountId === accountId;
  if (rows.length === 0 && !mine) return undefined;
  const parts = rows.map(({ chapterCount, expectedChapters, ...part }) => ({
    ...part,
    isComplete: isComplete({ chapterCount, expectedChapters }),
  }));
  const listed = new Set(parts.map(({ workId }) => workId));
  const own = mine ? await ownPartsOf(reader, person, id) : [];
  return { ...said, mine, parts, hidden: own.filter(({ workId }) => !listed.has(workId)) };
}

/** Every part of a series that this person may change, in order, those in the trash too. */
export async function ownPartsOf(
  reader: Reader | Writer,
  person: Person,
  seriesId: string,
): Promise<HiddenPart[]> {
  const rows = await reader
    .selectFrom("series_works")
    .innerJoin("works", "works.id", "series_works.work_id")
    .select(["works.id as workId", "works.title", "works.status", "works.visibility", "works.removed_at"])
    .select("series_works.position")
    .where("series_id", "=", seriesId)
    .where((row) => changeableBy(person)(row))
    .orderBy("series_works.position")
    .orderBy("works.id")
    .execute();
  return rows.map(({ removed_at, ...part }) => ({ ...part, isRemoved: removed_at !== null }));
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
    .select((row) => row.case().when(changeableBy(person)(row)).then(1).else(0).end().as("mine"))
    .where("work_id", "in", workIds)
    .where("series.removed_at", "is", null)
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
  const parts = memberships.flatMap(({ workId, seriesId, title, mine }) => {
    const place = (inSeries.get(seriesId) ?? []).findIndex((part) => part.workId === workId);
    // Whoever was given the address of a work that no list shows is not led on to the series it would stand in.
    if (place === -1 && mine === 0) return [];
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
    .where("removed_at", "is", null)
    .orderBy("updated_at", "desc")
    .orderBy("id")
    .execute();
  const [place, ...otherPlaces] = await reader
    .selectFrom("series_works")
    .innerJoin("series", "series.id", "series_works.series_id")
    .select(["series.title", "position"])
    .where("work_id", "=", workId ?? "")
    .where("account_id", "=", accountId)
    .where("series.removed_at", "is", null)
    .orderBy("series.id")
    .execute();
  return { titles: rows.map(({ title }) => title), place: place ?? null, otherPlaces };
}
