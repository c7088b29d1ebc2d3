import type { Database } from "../../plumbing/database/database.ts";
import type { Reader } from "../../plumbing/database/reader-writer.ts";
import type { Fact } from "../../vocabulary/events.ts";
import { type NoticeKind, type SubscriptionKind, type SubscriptionRhythm, soonest } from "../kinds.ts";
import { type NewNotice, noteNotices } from "../note-notices.ts";
import { shelfDetail } from "../shelvings.ts";
import { writersOf } from "../writers-of.ts";
import { tagsMeant } from "./tags-meant.ts";
import "../sql/notices-tables.ts";

type Update = Extract<
  Fact,
  { type: "work-published" | "chapter-published" | "news-posted" | "work-shelved" }
>;

/** What is told, under the key that it is told once by. */
type About = Pick<NewNotice, "key" | "workId" | "chapterId" | "newsId" | "detail"> & { kind: NoticeKind };

/** Something that accounts may subscribe to. */
type Target = { kind: SubscriptionKind; id: string };

/** Subscriptions read at once. */
const slice = 1_000;

/**
 * Tells subscribers of a new work, chapter or piece of news, or of a work put on a shelf: each account once, by the soonest
 * of the ways it asked for.
 * A chapter whose author wants nobody told is told to nobody.
 *
 * @param now ms since 1970, UTC
 */
export async function noteUpdates(database: Database, fact: Update, now: number): Promise<void> {
  if (fact.type === "chapter-published" && fact.announced === false) return;
  const about = aboutOf(fact);
  const targets = await targetsOf(database.reading, fact);
  for await (const rows of subscribersOf(database.reading, targets))
    await noteSubscribed(database, about, rows, now);
  if (fact.type === "work-published") await keepForFilters(database, fact.workId, now);
}

/** One subscription that asks for something. */
export type Subscriber = { id: string; accountId: string; rhythm: SubscriptionRhythm };

/**
 * Writes one thing down for those who subscribed to it; those who wrote it know, but not who put it on a shelf.
 *
 * @param now ms since 1970, UTC
 */
export async function noteSubscribed(
  database: Database,
  about: About & { workId: string },
  subscribers: readonly Subscriber[],
  now: number,
): Promise<void> {
  if (subscribers.length === 0) return;
  const writers = new Set(about.kind === "shelved" ? [] : await writersOf(database.reading, about.workId));
  const byAccount = Map.groupBy(subscribers, ({ accountId }) => accountId);
  const notices = [...byAccount]
    .filter(([accountId]) => !writers.has(accountId))
    .map(([accountId, asked]) => ({
      accountId,
      ...about,
      subscribed: {
        ids: asked.map(({ id }) => id),
        rhythm: soonest(asked.map(({ rhythm }) => rhythm)),
      },
    }));
  await noteNotices(database, notices, now);
}

function aboutOf(fact: Update): About & { workId: string } {
  const { workId } = fact;
  if (fact.type === "work-published") return { kind: "work", key: `work ${workId}`, workId };
  if (fact.type === "news-posted")
    return { kind: "news", key: `news ${fact.newsId}`, workId, newsId: fact.newsId };
  // Taken off and put on again, a work is not told of again.
  if (fact.type === "work-shelved")
    return {
      kind: "shelved",
      key: `shelved ${fact.shelfId} ${workId}`,
      workId,
      detail: shelfDetail(fact.shelfId),
    };
  return { kind: "chapter", key: `chapter ${fact.chapterId}`, workId, chapterId: fact.chapterId };
}

/** What the work is part of, as far as readers are told: of an anonymous one not its authors, nor the series it stands in. */
async function targetsOf(reader: Reader, fact: Update): Promise<Target[]> {
  const { type, workId } = fact;
  const work = await reader
    .selectFrom("works")
    .select("anonymous")
    .where("id", "=", workId)
    .executeTakeFirst();
  if (!work) return [];
  if (type === "work-shelved") return [{ kind: "shelf", id: fact.shelfId }];
  const targets: Target[] = [{ kind: "work", id: workId }];
  if (type === "news-posted") return targets;
  if (work.anonymous === 0) {
    const authors = await reader
      .selectFrom("work_creators")
      .select("pseud_id as id")
      .where("work_id", "=", workId)
      .where("role", "=", "author")
      .where("accepted", "=", 1)
      .where("pseud_id", "is not", null)
      .execute();
    const series = await reader
      .selectFrom("series_works")
      .innerJoin("series", "series.id", "series_works.series_id")
      .select("series.id")
      .where("work_id", "=", workId)
      .where("series.removed_at", "is", null)
      .execute();
    for (const { id } of authors) if (id !== null) targets.push({ kind: "author", id });
    for (const { id } of series) targets.push({ kind: "series", id });
  }
  // Whoever follows a fandom is told of works, not of each of their chapters.
  if (type === "work-published")
    for (const id of await tagsMeant(reader, workId)) targets.push({ kind: "tag", id });
  return targets;
}

/** Those who subscribed to any of these, account by account, in slices that part no account. */
async function* subscribersOf(reader: Reader, targets: readonly Target[]): AsyncGenerator<Subscriber[]> {
  if (targets.length === 0) return;
  const byKind = Map.groupBy(targets, ({ kind }) => kind);
  let after = "";
  for (;;) {
    const rows = await reader
      .selectFrom("subscriptions")
      .select(["id", "account_id as accountId", "rhythm"])
      .where((row) =>
        row.or(
          [...byKind].map(([kind, some]) =>
            row.and([
              row("kind", "=", kind),
              row(
                "target_id",
                "in",
                some.map(({ id }) => id),
              ),
            ]),
          ),
        ),
      )
      .where("account_id", ">", after)
      .orderBy("account_id")
      .limit(slice)
      .execute();
    const last = rows.at(-1)?.accountId;
    if (last === undefined) return;
    const isEnd = rows.length < slice;
    const whole = isEnd ? rows : rows.filter(({ accountId }) => accountId !== last);
    // More of one account's than a slice holds: what it has is told by what was read.
    const told = whole.length > 0 ? whole : rows;
    yield told;
    if (isEnd) return;
    after = told.at(-1)?.accountId ?? last;
  }
}

/** Filters are asked later, several works at a time, when the finding index knows them. */
async function keepForFilters(database: Database, workId: string, now: number): Promise<void> {
  const any = await database.reading
    .selectFrom("subscriptions")
    .select("id")
    .where("kind", "=", "filter")
    .limit(1)
    .executeTakeFirst();
  if (!any) return;
  await database.write(async (writer) => {
    const work = await writer.selectFrom("works").select("id").where("id", "=", workId).executeTakeFirst();
    if (work)
      await writer
        .insertInto("works_to_match")
        .values({ work_id: workId, noted_at: now })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
  });
}
