import type { Person } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { urls } from "../vocabulary/urls.ts";
import type { BoundWorks } from "./bound-works.ts";
import { findSeries } from "./series.ts";
import { volumesOf } from "./volumes.ts";

/**
 * A volume of a series as far as this person may read it.
 *
 * @param volume from 1
 * @returns undefined when there is no such series or volume for them
 */
export async function seriesAsBook(
  reader: Reader,
  person: Person,
  id: string,
  volume: number,
): Promise<BoundWorks | undefined> {
  const series = await findSeries(reader, person, id);
  const place = series && volumesOf(series.parts.length)[volume - 1];
  if (!series || !place) return undefined;
  const works = series.parts.slice(place.from - 1, place.to);
  const { changedAt } = await reader
    .selectFrom("works")
    .select((row) => row.fn.max<number | null>("revised_at").as("changedAt"))
    .where(
      "id",
      "in",
      works.map(({ workId }) => workId),
    )
    .executeTakeFirstOrThrow();
  return {
    path: urls.seriesBook(id, volume),
    title: place.volume === null ? series.title : `${series.title} ${place.volume}`,
    text: series.summary,
    keeper: null,
    isSeries: true,
    changedAt: Number(changedAt ?? 0),
    works: works.map(({ workId }) => ({ workId, note: "", chapterIds: null })),
  };
}
