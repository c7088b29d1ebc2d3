import type { Database } from "../../plumbing/database/database.ts";
import type { SubscriptionRhythm } from "../kinds.ts";
import { noteSubscribed } from "./note-updates.ts";
import "../sql/notices-tables.ts";

/** Which works given to readers within a span a kept query finds for any member; null: not to be said now. */
export type WorksMatching = (
  query: string,
  within: { least: number; most: number },
) => Promise<string[] | null>;

/** Works asked about at once. */
const together = 500;

/**
 * Tells who follows a filter of theirs of the works it finds among those newly given to readers. A filter that many keep is
 * asked once. What a kill leaves undone is done the next time; a work is told once to each.
 *
 * @param now ms since 1970, UTC
 * @returns whether more waits
 */
export async function matchFilters(
  database: Database,
  matching: WorksMatching,
  now: number,
): Promise<boolean> {
  const { reading } = database;
  const waiting = await reading
    .selectFrom("works_to_match")
    .innerJoin("works", "works.id", "works_to_match.work_id")
    .select(["works.id", "works.published_at as publishedAt"])
    .orderBy("works_to_match.noted_at")
    .orderBy("works.id")
    .limit(together)
    .execute();
  const times = waiting.flatMap(({ publishedAt }) => (publishedAt === null ? [] : [publishedAt]));
  const first = waiting[0];
  if (!first) return false;
  const ids = new Set(waiting.map(({ id }) => id));
  const followed = await reading
    .selectFrom("subscriptions")
    .innerJoin("saved_filters", "saved_filters.id", "subscriptions.target_id")
    .select(["subscriptions.id", "subscriptions.account_id as accountId", "subscriptions.rhythm"])
    .select("saved_filters.query")
    .where("subscriptions.kind", "=", "filter")
    .whereRef("saved_filters.account_id", "=", "subscriptions.account_id")
    .execute();
  const within = { least: Math.min(...times), most: Math.max(...times) };
  const byWork = new Map<string, { id: string; accountId: string; rhythm: SubscriptionRhythm }[]>();
  for (const [query, subscribers] of Map.groupBy(followed, ({ query: asked }) => asked)) {
    // Their own rules, and what only some may know of, are asked when they are told.
    const found = await matching(query, within);
    if (found === null) return false;
    for (const id of found)
      if (ids.has(id)) {
        const all = byWork.get(id) ?? [];
        for (const subscriber of subscribers) all.push(subscriber);
        byWork.set(id, all);
      }
  }
  for (const [workId, subscribers] of byWork)
    await noteSubscribed(
      database,
      { kind: "work", key: `work ${workId}`, workId },
      subscribers.map(({ id, accountId, rhythm }) => ({ id, accountId, rhythm })),
      now,
    );
  await database.write((writer) =>
    writer
      .deleteFrom("works_to_match")
      .where("work_id", "in", [...ids])
      .execute(),
  );
  return waiting.length === together;
}
