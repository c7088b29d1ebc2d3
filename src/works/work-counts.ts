import type { Person } from "../people/person.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { readSettings } from "../plumbing/settings/settings.ts";
import { worksWithHiddenCounts } from "./hidden-counts.ts";
import { listedFor } from "./visible-works.ts";
import "./sql/works-tables.ts";

/** What works can be counted by; each is a column of `work_counts`. */
const countNames = ["kudos", "comments", "bookmarks", "hits"] as const;
type CountName = (typeof countNames)[number];

/** How many of a work's readers said thanks, and how often it was opened; 0 also where readers are not told. */
export type ShownCounts = { kudos: number; comments: number; hits: number };

/** What the owner decides about counts. */
const decisions = ["kudos", "readings"] as const;

/** Works whose counts are looked at before an order by them is offered: enough to meet one that can be seen. */
const worksLookedAt = 100;

/** What came to a work since its counts were last written. */
export type AddedCounts = { workId: string } & Partial<Record<CountName, number>>;

/**
 * Adds to the counts of works; those of a work that is no more are let go.
 *
 * Every writing has a later `changed_at` than all before it, whatever the clocks of several processes say, so that
 * whoever read up to one misses none after it.
 *
 * @param now ms since 1970, UTC
 */
export async function addToCounts(writer: Writer, added: AddedCounts[], now: number): Promise<void> {
  if (added.length === 0) return;
  const { last } = await writer
    .selectFrom("work_counts")
    .select(({ fn }) => fn.max<number | null>("changed_at").as("last"))
    .executeTakeFirstOrThrow();
  const ids = added.map(({ workId }) => workId);
  const there = new Set(
    (await writer.selectFrom("works").select("id").where("id", "in", ids).execute()).map(({ id }) => id),
  );
  const rows = added
    .filter(({ workId }) => there.has(workId))
    .map(({ workId, kudos = 0, comments = 0, bookmarks = 0, hits = 0 }) => ({
      work_id: workId,
      kudos,
      comments,
      bookmarks,
      hits,
      changed_at: Math.max(now, (last ?? 0) + 1),
    }));
  if (rows.length === 0) return;
  await writer
    .insertInto("work_counts")
    .values(rows)
    .onConflict((conflict) =>
      conflict.column("work_id").doUpdateSet((row) => ({
        kudos: row("work_counts.kudos", "+", row.ref("excluded.kudos")),
        comments: row("work_counts.comments", "+", row.ref("excluded.comments")),
        bookmarks: row("work_counts.bookmarks", "+", row.ref("excluded.bookmarks")),
        hits: row("work_counts.hits", "+", row.ref("excluded.hits")),
        changed_at: row.ref("excluded.changed_at"),
      })),
    )
    .execute();
}

/** The counts this person is shown of works; a work without any, or of which none are shown, is absent. */
export async function shownCounts(
  reader: Reader | Writer,
  person: Person,
  ids: string[],
): Promise<Map<string, ShownCounts>> {
  const { kudos, readings } = await readSettings(reader, decisions);
  const rows = await reader
    .selectFrom("work_counts")
    .select(["work_id", "kudos", "comments", "hits"])
    .where("work_id", "in", ids)
    .execute();
  const told = rows.map((row) => ({
    workId: row.work_id,
    kudos: kudos === "shown" ? row.kudos : 0,
    comments: row.comments,
    hits: readings === "shown" ? row.hits : 0,
  }));
  const thanked = told.filter((work) => work.kudos + work.hits > 0).map(({ workId }) => workId);
  const hidden = await worksWithHiddenCounts(reader, person, thanked);
  return new Map(
    told.map(({ workId, ...counts }) => [
      workId,
      hidden.has(workId) ? { ...counts, kudos: 0, hits: 0 } : counts,
    ]),
  );
}

/**
 * By which counts this person may order works: those the owner lets them, where any work they find in lists has one.
 */
export async function whichCounts(reader: Reader, person: Person): Promise<Record<CountName, boolean>> {
  const { kudos, readings } = await readSettings(reader, decisions);
  const anyWith = async (count: CountName) => {
    const work = await reader
      .selectFrom("works")
      .select("works.id")
      .where("works.id", "in", (nested) =>
        nested.selectFrom("work_counts").select("work_id").where(count, ">", 0).limit(worksLookedAt),
      )
      .where(listedFor(person))
      .limit(1)
      .executeTakeFirst();
    return work !== undefined;
  };
  const [byKudos, byComments, byBookmarks, byHits] = await Promise.all([
    kudos === "shown" && anyWith("kudos"),
    anyWith("comments"),
    anyWith("bookmarks"),
    readings !== "off" && anyWith("hits"),
  ]);
  return { kudos: byKudos, comments: byComments, bookmarks: byBookmarks, hits: byHits };
}
