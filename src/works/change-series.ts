import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import { recordFact } from "../plumbing/events/record-fact.ts";
import { NotFound } from "../vocabulary/errors.ts";
import { foldName } from "../vocabulary/fold-name.ts";
import { type EditedSeries, findEditedSeries, tellOfParts } from "./own-series.ts";
import { SavedMeanwhile } from "./own-work.ts";
import { forgetEmptySeries } from "./put-in-series.ts";
import "./sql/works-tables.ts";

/** What an author says about a series; the texts are clean note HTML. */
export type SeriesFields = { title: string; summary: string; notes: string; expectedWorks: number | null };

/** Another series of the same author has this title: works name their series by it. */
export class TitleTaken extends Error {
  override name = "TitleTaken";
}

/**
 * Saves what an author says about a series.
 *
 * @param version of what the author's form was filled from
 * @throws NotFound, SavedMeanwhile, TitleTaken
 */
export async function changeSeries(
  writer: Writer,
  member: Member,
  seriesId: string,
  version: string,
  fields: SeriesFields,
  now: number,
): Promise<void> {
  const series = await standingSeries(writer, member, seriesId);
  if (series.version !== version) throw new SavedMeanwhile();
  const others = await writer
    .selectFrom("series")
    .select("title")
    .where("account_id", "=", member.accountId)
    .where("id", "!=", seriesId)
    .where("removed_at", "is", null)
    .execute();
  if (others.some(({ title }) => foldName(title) === foldName(fields.title))) throw new TitleTaken();
  await writer
    .updateTable("series")
    .set({
      title: fields.title,
      summary: fields.summary,
      notes: fields.notes,
      expected_works: fields.expectedWorks,
      updated_at: now,
    })
    .where("id", "=", seriesId)
    .execute();
  await tellOfParts(writer, seriesId, now);
}

/**
 * Gives the parts of a series their numbers, from what was wished: in the order of the wishes, each its own number or,
 * where an earlier part has that or a greater one, the next. A part that is not named keeps its number as its wish.
 *
 * @param wishes numbers by work
 * @throws NotFound
 */
export async function orderSeries(
  writer: Writer,
  member: Member,
  seriesId: string,
  wishes: ReadonlyMap<string, number>,
  now: number,
): Promise<void> {
  const { parts } = await standingSeries(writer, member, seriesId);
  const wished = parts
    .map(({ workId, position }) => ({ workId, position, place: wishes.get(workId) ?? position }))
    // Of two with one number the one that moved up comes first, the one that moved down last.
    .sort((one, other) => one.place - other.place || other.position - one.position);
  let last = 0;
  for (const { workId, place } of wished) {
    last = Math.max(place, last + 1);
    await writer
      .updateTable("series_works")
      .set({ position: last })
      .where("series_id", "=", seriesId)
      .where("work_id", "=", workId)
      .execute();
  }
  await tellThatOrderChanged(writer, seriesId, now);
}

/**
 * Takes a work out of a series; the work stays.
 *
 * @returns whether the series stays too
 * @throws NotFound
 */
export async function takeOutOfSeries(
  writer: Writer,
  member: Member,
  seriesId: string,
  workId: string,
  now: number,
): Promise<boolean> {
  await standingSeries(writer, member, seriesId);
  await tellThatOrderChanged(writer, seriesId, now);
  await writer
    .deleteFrom("series_works")
    .where("series_id", "=", seriesId)
    .where("work_id", "=", workId)
    .execute();
  await forgetEmptySeries(writer, [seriesId]);
  return (await findEditedSeries(writer, member, seriesId)) !== undefined;
}

/**
 * Takes a series away. Its works stay where they are; they are no parts of it until it is taken back.
 *
 * @throws NotFound
 */
export async function removeSeries(
  writer: Writer,
  member: Member,
  seriesId: string,
  now: number,
): Promise<void> {
  const series = await findEditedSeries(writer, member, seriesId);
  if (!series) throw new NotFound();
  if (series.removedAt !== null) return;
  await writer.updateTable("series").set({ removed_at: now }).where("id", "=", seriesId).execute();
  await tellOfParts(writer, seriesId, now);
}

/**
 * Takes a series back from the trash, as it was.
 *
 * @throws NotFound
 */
export async function returnSeries(
  writer: Writer,
  member: Member,
  seriesId: string,
  now: number,
): Promise<void> {
  const series = await findEditedSeries(writer, member, seriesId);
  if (!series) throw new NotFound();
  await writer.updateTable("series").set({ removed_at: null }).where("id", "=", seriesId).execute();
  await tellOfParts(writer, seriesId, now);
}

async function standingSeries(writer: Writer, member: Member, seriesId: string): Promise<EditedSeries> {
  const series = await findEditedSeries(writer, member, seriesId);
  if (!series || series.removedAt !== null) throw new NotFound();
  return series;
}

/** The versions of its works grow, so that an open form of theirs does not put back the old number unseen. */
async function tellThatOrderChanged(writer: Writer, seriesId: string, now: number): Promise<void> {
  const works = await writer
    .updateTable("works")
    .set((work) => ({ version: work("version", "+", 1) }))
    .where("id", "in", (nested) =>
      nested.selectFrom("series_works").select("work_id").where("series_id", "=", seriesId),
    )
    .returning(["id", "status", "removed_at"])
    .execute();
  for (const { id, status, removed_at } of works)
    if (status === "published" && removed_at === null)
      await recordFact(writer, { type: "work-changed", workId: id }, now);
}
