import { helperNames } from "../people/helpers.ts";
import type { Pseud } from "../people/pseuds.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { inSlices } from "../tags/read-tag-book.ts";
import { aboutIn, type WranglingAbout } from "../tags/wranglings.ts";

/** One deed as the log tells it. Deeds done together stand under one `key`. */
export type LoggedDeed = {
  id: string;
  key: string;
  deed: string;
  doneAt: number;
  by: Pick<Pseud, "id" | "name"> | null;
  undoneAt: number | null;
  tagId: string | null;
  about: WranglingAbout;
  /** The names now of the tags it tells of, by id. */
  names: ReadonlyMap<string, string>;
};

/** Deeds done together, to be taken back together: the first few of them, and how many there are. */
export type LoggedBatch = { first: LoggedDeed; deeds: LoggedDeed[]; count: number };

const shownTogether = 10;

/** The newest batches first. @param only those that touched or named a tag, or that one account did and nobody took back */
export async function listWranglings(
  reader: Reader,
  { tagId, accountId, since }: { tagId?: string; accountId?: string; since?: number },
  { from, most }: { from: number; most: number },
): Promise<LoggedBatch[]> {
  const batches = await reader
    .selectFrom("wranglings")
    .select((row) => [row.fn.coalesce("batch_id", "id").as("key"), row.fn.max<number>("done_at").as("at")])
    .$if(tagId !== undefined, (query) =>
      query.where((row) =>
        row.exists(
          row
            .selectFrom("wrangling_tags")
            .select("wrangling_tags.tag_id")
            .whereRef("wrangling_tags.wrangling_id", "=", "wranglings.id")
            .where("wrangling_tags.tag_id", "=", tagId ?? ""),
        ),
      ),
    )
    .$if(accountId !== undefined, (query) =>
      query.where("account_id", "=", accountId ?? "").where("undone_at", "is", null),
    )
    .$if(since !== undefined, (query) => query.where("done_at", ">=", since ?? 0))
    .groupBy((row) => row.fn.coalesce("batch_id", "id"))
    .orderBy("at", "desc")
    .offset(from)
    .limit(most)
    .execute();
  if (batches.length === 0) return [];
  const rows = await Promise.all(
    batches.map(({ key }) =>
      deedRows(reader)
        .where((row) => row.or([row("batch_id", "=", key), row("id", "=", key)]))
        .orderBy("place")
        .limit(shownTogether)
        .execute(),
    ),
  );
  const deeds = await told(reader, rows.flat());
  const byKey = Map.groupBy(deeds, ({ key }) => key);
  // All that would be taken back together, also where only some of it is about the tag asked for.
  const sizes = await reader
    .selectFrom("wranglings")
    .select((row) => ["batch_id", row.fn.countAll<number>().as("count")])
    .where("batch_id", "in", [...byKey.keys()])
    .groupBy("batch_id")
    .execute();
  const sizeOf = new Map(sizes.map(({ batch_id, count }) => [batch_id, count]));
  return batches.flatMap(({ key }) => {
    const own = byKey.get(key) ?? [];
    const [first] = own;
    return first ? [{ first, deeds: own, count: sizeOf.get(key) ?? 1 }] : [];
  });
}

/** Deeds by their ids, newest first. */
export async function findWranglings(reader: Reader, ids: readonly string[]): Promise<LoggedDeed[]> {
  const rows = await inSlices(ids, (some) => deedRows(reader).where("id", "in", some).execute());
  const deeds = await told(reader, rows);
  return deeds.sort((one, other) => other.doneAt - one.doneAt);
}

function deedRows(reader: Reader) {
  return reader
    .selectFrom("wranglings")
    .select(["id", "batch_id", "deed", "done_at", "account_id", "undone_at", "tag_id", "about"]);
}

async function told(
  reader: Reader,
  rows: Awaited<ReturnType<ReturnType<typeof deedRows>["execute"]>>,
): Promise<LoggedDeed[]> {
  const abouts = new Map(rows.map(({ id, about }) => [id, aboutIn(about)]));
  const tagIds = rows.flatMap(({ id, tag_id }) => {
    const about = abouts.get(id);
    return [tag_id, about?.into, about?.parent].flatMap((one) => one ?? []);
  });
  const tags = await inSlices([...new Set(tagIds)], (some) =>
    reader.selectFrom("tags").select(["id", "name"]).where("id", "in", some).execute(),
  );
  const names = new Map(tags.map(({ id, name }) => [id, name]));
  const accounts = [...new Set(rows.flatMap(({ account_id }) => account_id ?? []))];
  const people = await helperNames(reader, accounts);
  return rows.map((row) => ({
    id: row.id,
    key: row.batch_id ?? row.id,
    deed: row.deed,
    doneAt: row.done_at,
    by: people.get(row.account_id ?? "") ?? null,
    undoneAt: row.undone_at,
    tagId: row.tag_id,
    about: abouts.get(row.id) ?? {},
    names,
  }));
}

/** How many batches of deeds there are. */
export async function countWranglings(reader: Reader): Promise<number> {
  const { count } = await reader
    .selectFrom("wranglings")
    .select((row) => row.fn.countAll<number>().as("count"))
    .where("place", "=", 0)
    .executeTakeFirstOrThrow();
  return count;
}
