import type { Member } from "../../people/person.ts";
import type { Writer } from "../../plumbing/database/reader-writer.ts";
import { cleanNote } from "../../story-text/clean.ts";
import { StoryRefused } from "../../story-text/story-refused.ts";
import { foldName } from "../../vocabulary/fold-name.ts";
import { newId } from "../../vocabulary/ids.ts";
import { oneLine } from "../../works/name-list.ts";
import type { CopiedAccount } from "./copy-shape.ts";
import { lineCharacters } from "./foresee.ts";
import "../sql/brought-tables.ts";
import "../../works/works.ts";

/**
 * Puts a work that was just brought in where it stood in its writer's series, in the same transaction. A series that is
 * not here yet comes in with its first work; one of the same title that the member has here is the one that is meant.
 */
export async function bringSeries(
  writer: Writer,
  member: Member,
  account: CopiedAccount,
  sourceId: string,
  workId: string,
  most: number,
  now: number,
): Promise<void> {
  for (const place of account.seriesWorks.filter(({ work_id }) => work_id === sourceId)) {
    const series = account.series.find(({ id }) => id === place.series_id);
    if (!series) continue;
    const seriesId = await seriesHere(writer, member, series, most, now);
    if (seriesId === null) continue;
    const taken = await writer
      .selectFrom("series_works")
      .select((row) => row.fn.max<number | null>("position").as("last"))
      .where("series_id", "=", seriesId)
      .executeTakeFirstOrThrow();
    const isFree = !(await writer
      .selectFrom("series_works")
      .select("work_id")
      .where("series_id", "=", seriesId)
      .where("position", "=", place.position)
      .executeTakeFirst());
    await writer
      .insertInto("series_works")
      .values({
        series_id: seriesId,
        work_id: workId,
        position: isFree && place.position > 0 ? place.position : (taken.last ?? 0) + 1,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

async function seriesHere(
  writer: Writer,
  member: Member,
  series: CopiedAccount["series"][number],
  most: number,
  now: number,
): Promise<string | null> {
  const title = oneLine(series.title);
  if (title === "" || title.length > lineCharacters) return null;
  const brought = await writer
    .selectFrom("brought_series")
    .select("series_id")
    .where("account_id", "=", member.accountId)
    .where("source_id", "=", series.id)
    .executeTakeFirst();
  if (brought) return brought.series_id;
  const own = await writer
    .selectFrom("series")
    .select(["id", "title"])
    .where("account_id", "=", member.accountId)
    .where("removed_at", "is", null)
    .execute();
  const same = series.removed_at === null && own.find((each) => foldName(each.title) === foldName(title));
  const id = same ? same.id : newId();
  if (!same)
    await writer
      .insertInto("series")
      .values({
        ...{ id, account_id: member.accountId, title },
        ...{ summary: noteOf(series.summary, most), notes: noteOf(series.notes, most) },
        expected_works: series.expected_works,
        created_at: Math.min(series.created_at, now),
        updated_at: Math.min(series.updated_at, now),
        removed_at: series.removed_at === null ? null : now,
      })
      .execute();
  await writer
    .insertInto("brought_series")
    .values({ account_id: member.accountId, source_id: series.id, series_id: id })
    .execute();
  return id;
}

/** A note of a series is short, and cleaned where it is written; what cannot be kept is left out. */
function noteOf(html: string, most: number): string {
  if (html.length > most) return "";
  try {
    return cleanNote(html);
  } catch (cause) {
    if (cause instanceof StoryRefused) return "";
    throw cause;
  }
}
