import type { Writer } from "../plumbing/database/reader-writer.ts";
import { recordFact } from "../plumbing/events/record-fact.ts";
import { foldName } from "../vocabulary/fold-name.ts";
import { newId } from "../vocabulary/ids.ts";
import "./sql/works-tables.ts";

/** A series by its title, the spelling of which it takes on; `number` null: where the work stands, or last. */
export type SeriesWish = { title: string; number: number | null };

/**
 * Makes a work part of its author's series that are wished for, and of no other of theirs. Whoever held its number
 * moves on by one, and so do those behind as far as they stand close. A series that has lost its last work is gone,
 * unless its author wrote something about it. Series of those who write the work with them are not touched, nor those
 * in the trash.
 *
 * @param more the series beside the first; undefined: nobody asked, and they stay as they are
 * @param now ms since 1970, UTC
 */
export async function putInSeries(
  writer: Writer,
  workId: string,
  accountId: string,
  first: SeriesWish | null,
  more: SeriesWish[] | undefined,
  now: number,
): Promise<void> {
  const before = await writer
    .selectFrom("series_works")
    .innerJoin("series", "series.id", "series_works.series_id")
    .select(["series_id", "position"])
    .where("work_id", "=", workId)
    .where("account_id", "=", accountId)
    .where("removed_at", "is", null)
    .orderBy("series.id")
    .execute();
  const wishes = new Map<string, SeriesWish>();
  for (const wish of [...(first ? [first] : []), ...(more ?? [])]) {
    const seriesId = await seriesTitled(writer, accountId, wish.title, now);
    if (!wishes.has(seriesId)) wishes.set(seriesId, wish);
  }
  const asked =
    more === undefined ? before.filter((place, at) => at === 0 || wishes.has(place.series_id)) : before;
  for (const place of asked)
    await writer
      .deleteFrom("series_works")
      .where("work_id", "=", workId)
      .where("series_id", "=", place.series_id)
      .execute();
  for (const [seriesId, wish] of wishes) {
    const stood = before.find((place) => place.series_id === seriesId)?.position ?? null;
    const position = wish.number ?? stood ?? (await lastPosition(writer, seriesId)) + 1;
    await makeRoom(writer, seriesId, position, now);
    await writer
      .insertInto("series_works")
      .values({ series_id: seriesId, work_id: workId, position })
      .execute();
  }
  await forgetEmptySeries(
    writer,
    asked.map((place) => place.series_id),
  );
}

/** Forgets those of these series that have no work any more, not even one in the trash, and no words of their own. */
export async function forgetEmptySeries(writer: Writer, seriesIds: string[]): Promise<void> {
  if (seriesIds.length === 0) return;
  await writer
    .deleteFrom("series")
    .where("id", "in", seriesIds)
    .where("summary", "=", "")
    .where("notes", "=", "")
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("series_works").select("work_id").whereRef("series_works.series_id", "=", "series.id"),
        ),
      ),
    )
    .execute();
}

/** The author's series of that title, spelled as just typed; a new one when there is none. */
async function seriesTitled(writer: Writer, accountId: string, title: string, now: number): Promise<string> {
  const own = await writer
    .selectFrom("series")
    .select(["id", "title"])
    .where("account_id", "=", accountId)
    .where("removed_at", "is", null)
    .execute();
  const known = own.find((series) => foldName(series.title) === foldName(title));
  if (!known) {
    const id = newId();
    await writer
      .insertInto("series")
      .values({ id, account_id: accountId, title, created_at: now, updated_at: now })
      .execute();
    return id;
  }
  await writer.updateTable("series").set({ title, updated_at: now }).where("id", "=", known.id).execute();
  if (known.title !== title) {
    const parts = await writer
      .selectFrom("series_works")
      .select("work_id")
      .where("series_id", "=", known.id)
      .execute();
    for (const { work_id: workId } of parts) await tellOfChange(writer, workId, now);
  }
  return known.id;
}

async function lastPosition(writer: Writer, seriesId: string): Promise<number> {
  const { last } = await writer
    .selectFrom("series_works")
    .select((place) => place.fn.max<number | null>("position").as("last"))
    .where("series_id", "=", seriesId)
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

/** Their versions grow, so that an open form of theirs does not put back the old number unseen. */
async function makeRoom(writer: Writer, seriesId: string, position: number, now: number): Promise<void> {
  const behind = await writer
    .selectFrom("series_works")
    .select(["work_id", "position"])
    .where("series_id", "=", seriesId)
    .where("position", ">=", position)
    .orderBy("position")
    .orderBy("work_id")
    .execute();
  let taken = position;
  for (const { work_id: workId, position: stands } of behind) {
    if (stands > taken) return;
    taken += 1;
    await writer
      .updateTable("series_works")
      .set({ position: taken })
      .where("series_id", "=", seriesId)
      .where("work_id", "=", workId)
      .execute();
    await writer
      .updateTable("works")
      .set((work) => ({ version: work("version", "+", 1) }))
      .where("id", "=", workId)
      .execute();
    await tellOfChange(writer, workId, now);
  }
}

async function tellOfChange(writer: Writer, workId: string, now: number): Promise<void> {
  const work = await writer
    .selectFrom("works")
    .select("status")
    .where("id", "=", workId)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  if (work?.status === "published") await recordFact(writer, { type: "work-changed", workId }, now);
}
