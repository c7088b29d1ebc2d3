import { sql } from "kysely";
import type { Member } from "../../people/person.ts";
import { iconKey } from "../../people/pseud-icons.ts";
import type { Reader } from "../../plumbing/database/reader-writer.ts";
import type { FileStore } from "../../plumbing/files/file-store.ts";
import type { FileToPack } from "../../plumbing/zip/write-zip.ts";
import { listOwnWorks } from "../../works/own-works.ts";
import { pictureKey } from "../../works/pictures.ts";
import { carriedBookmarks } from "./bookmark-words.ts";
import { copyVersion } from "./copy-version.ts";
import { listKeptParts } from "./kept-parts.ts";
import { type Carried, carriedTables } from "./known-columns.ts";
import { ownerLists, tagsNamedIn } from "./owner-lists.ts";
import { peopleSpokenOf, worksSpokenOf } from "./works-spoken-of.ts";
import "../../people/pseuds.ts";
import "../../works/revisions.ts";

/** One file of the copy. */
type CopyEntry = FileToPack;

/** What of other rooms is carried away, as the member sees it. */
export type CarriedElsewhere = {
  commentsWritten(reader: Reader, member: Member): Promise<readonly unknown[]>;
  commentsReceived(reader: Reader, member: Member): Promise<readonly unknown[]>;
  /** What was counted about their works. */
  statistics(reader: Reader, member: Member): Promise<readonly unknown[]>;
};

type Row = Record<string, unknown>;
type Table = keyof typeof carriedTables;

/**
 * Everything that is a member's, file by file: each is made when it is asked for, so that no more than one lies in
 * memory. What they write with others is theirs too; what is others' alone is not in it.
 *
 * @param address the archive's own, without a slash at the end
 */
export async function* copyEntries(
  reader: Reader,
  files: FileStore,
  member: Member,
  elsewhere: CarriedElsewhere,
  address: string,
): AsyncGenerator<CopyEntry> {
  const id = member.accountId;
  const { email } = await reader
    .selectFrom("accounts")
    .select("email")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  const pseuds = await rowsOf(reader, "pseuds", sql`account_id = ${id}`);
  const icons = await rowsOf(
    reader,
    "pseud_icons",
    sql`pseud_id in (select id from pseuds where account_id = ${id})`,
  );
  const filters = await rowsOf(reader, "saved_filters", sql`account_id = ${id}`);
  const bookmarks = await reader
    .selectFrom("bookmarks")
    .select(["work_id", "note", "kept_at"])
    .where("account_id", "=", id)
    .orderBy("kept_at")
    .orderBy("work_id")
    .execute();
  const ledger = await rowsOf(reader, "ledger", sql`account_id = ${id}`);
  const places = await numbered(reader, await rowsOf(reader, "reading_places", sql`account_id = ${id}`));
  const shelves = await rowsOf(reader, "shelves", sql`account_id = ${id}`);
  const shelfWorks = await rowsOf(
    reader,
    "shelf_works",
    sql`shelf_id in (select id from shelves where account_id = ${id})`,
  );
  const rules = await rowsOf(reader, "reader_rules", sql`account_id = ${id}`);
  const subscriptions = await rowsOf(reader, "subscriptions", sql`account_id = ${id}`);
  const muted = await rowsOf(reader, "muted_people", sql`account_id = ${id}`);
  const blocked = await rowsOf(reader, "blocked_people", sql`account_id = ${id}`);
  const text = (name: string) => (row: Row) => String(row[name]);
  const parts = rules.map(text("parts"));
  const followed = subscriptions.map(text("target_id"));
  const spokenOf = [...ledger, ...places, ...shelfWorks].map(text("work_id"));
  const idsIn = (texts: string[]) => texts.flatMap((one) => one.match(/[0-9a-z]{10}/g) ?? []);
  const shelved = await keptOnShelves(reader, member, shelves);
  yield json("account.json", {
    form: "pressie-copy",
    version: copyVersion,
    email,
    pseuds,
    icons,
    preferences: await rowsOf(reader, "account_preferences", sql`account_id = ${id}`),
    archive: { address },
    subscriptions,
    notices: await rowsOf(reader, "notice_choices", sql`account_id = ${id}`),
    letters: await rowsOf(reader, "tellings", sql`account_id = ${id}`),
    ledger,
    ledgerElsewhere: await rowsOf(reader, "ledger_elsewhere", sql`account_id = ${id}`),
    readingPlaces: places,
    shelves,
    shelfWorks: [...shelfWorks, ...shelved.rows],
    // What is called how that these name by an id, as far as the member may know.
    works: {
      ...shelved.words,
      ...Object.fromEntries(await worksSpokenOf(reader, member, [...spokenOf, ...followed, ...idsIn(parts)])),
    },
    people: await peopleSpokenOf(reader, [
      ...[...muted, ...blocked].map(text("pseud_id")),
      ...followed,
      ...idsIn(parts),
    ]),
    devices: await rowsOf(reader, "devices", sql`account_id = ${id}`),
    deviceShelves: await rowsOf(
      reader,
      "device_shelves",
      sql`device_id in (select id from devices where account_id = ${id})`,
    ),
    rules,
    muted,
    blocked,
    filters,
    filterTags: await tagsNamedIn(reader, member, [...filters.map(text("query")), ...parts, ...followed]),
    bookmarks: await carriedBookmarks(reader, member, bookmarks),
    series: await rowsOf(reader, "series", sql`account_id = ${id}`),
    seriesWorks: await rowsOf(
      reader,
      "series_works",
      sql`series_id in (select id from series where account_id = ${id})`,
    ),
    lists: await ownerLists(reader),
  });
  for (const { pseud_id, icon_id } of icons) {
    const key = iconKey({ pseudId: String(pseud_id), iconId: String(icon_id) });
    yield* stored(files, key, `icons/${icon_id}`);
  }
  const written = await elsewhere.commentsWritten(reader, member);
  yield json("comments/written.json", await withKept(reader, member, "comment-written", written));
  const received = await elsewhere.commentsReceived(reader, member);
  yield json("comments/received.json", await withKept(reader, member, "comment-received", received));
  yield json("statistics.json", await elsewhere.statistics(reader, member));
  for (const work of await listOwnWorks(reader, member)) yield* workEntries(reader, member, work);
  for (const { name } of await reader
    .selectFrom("picture_keepers")
    .select("name")
    .where("account_id", "=", id)
    .orderBy("name")
    .execute())
    yield* stored(files, pictureKey(name), `pictures/${name}`);
  const originals = await reader
    .selectFrom("originals")
    .select(["id", "file_key"])
    .where("account_id", "=", id)
    .orderBy("id")
    .execute();
  yield json("originals.json", await rowsOf(reader, "originals", sql`account_id = ${id}`));
  for (const original of originals) yield* stored(files, original.file_key, `originals/${original.id}`);
}

/** Places with the number their chapter has among those that are out: in another archive it has another id. */
async function numbered(reader: Reader, places: readonly Row[]): Promise<Row[]> {
  const numbers = new Map<string, number>();
  const workIds = [...new Set(places.map(({ work_id }) => String(work_id)))];
  for (let from = 0; from < workIds.length; from += together) {
    const chapters = await reader
      .selectFrom("chapters")
      .select(["id", "work_id"])
      .where("work_id", "in", workIds.slice(from, from + together))
      .where("status", "=", "published")
      .where("removed_at", "is", null)
      .orderBy("work_id")
      .orderBy("position")
      .orderBy("id")
      .execute();
    for (const group of Map.groupBy(chapters, ({ work_id }) => work_id).values())
      for (const [index, { id }] of group.entries()) numbers.set(id, index + 1);
  }
  return places.map((row) => ({ ...row, number: numbers.get(String(row.chapter_id)) ?? null }));
}

/** Works asked about by one statement. */
const together = 500;

/** What earlier copies had on these shelves and is not here. */
async function keptOnShelves(
  reader: Reader,
  member: Member,
  shelves: readonly Row[],
): Promise<{ rows: Row[]; words: Record<string, unknown> }> {
  const ids = new Set(shelves.map(({ id }) => id));
  const rows: Row[] = [];
  const words: [string, unknown][] = [];
  for (const { happenedAt, body } of await listKeptParts(reader, member, "shelved")) {
    const { shelfId, workId, position, note, title, names } = body;
    if (!ids.has(shelfId) || typeof workId !== "string") continue;
    rows.push({ shelf_id: shelfId, work_id: workId, position, note, added_at: happenedAt });
    if (typeof title === "string") words.push([workId, { title, names }]);
  }
  return { rows, words: Object.fromEntries(words) };
}

/** What was said here, and what earlier copies had; said here counts. */
async function withKept(
  reader: Reader,
  member: Member,
  kind: "comment-written" | "comment-received",
  here: readonly unknown[],
): Promise<unknown[]> {
  const ids = new Set(here.map((one) => idOf(one)));
  const kept = (await listKeptParts(reader, member, kind)).filter(({ id }) => !ids.has(id));
  return [...kept.map(({ body }) => body), ...here];
}

function idOf(comment: unknown): unknown {
  return typeof comment === "object" && comment !== null && "id" in comment ? comment.id : undefined;
}

async function* workEntries(
  reader: Reader,
  member: Member,
  { id, kept }: { id: string; kept: boolean },
): AsyncGenerator<CopyEntry> {
  const ofWork = sql`work_id = ${id}`;
  const ofChapter = sql`chapter_id in (select id from chapters where work_id = ${id})`;
  const [work] = await rowsOf(reader, "works", sql`id = ${id}`);
  const creators = await rowsOf(reader, "work_creators", ofWork);
  const chapters = await rowsOf(reader, "chapters", ofWork);
  const stories = await rowsOf(reader, "revision_stories", ofChapter);
  const folder = `works/${id}`;
  yield json(`${folder}/work.json`, {
    work,
    // Whether it lies with whoever takes the copy; else they write it with whom it lies with.
    kept,
    // A name that was asked and has not answered leads nowhere.
    creators: creators.map((row) => (row.accepted === 1 ? row : { ...row, pseud_id: null })),
    gifts: await rowsOf(reader, "work_gifts", ofWork),
    tags: await rowsOf(reader, "work_tags", ofWork),
    warnings: await rowsOf(reader, "work_warnings", ofWork),
    categories: await rowsOf(reader, "work_categories", ofWork),
    permissions: await rowsOf(reader, "work_permissions", ofWork),
    // A work here by its id alone: what it is called, and by whom, is not theirs to carry away.
    related: await rowsOf(reader, "related_works", ofWork),
    counts: await rowsOf(reader, "work_counts", ofWork),
    // What it came to in the archives it was in before.
    countsBefore: await countsBefore(reader, member, id),
    chapters,
    seams: await rowsOf(reader, "chapter_seams", ofChapter),
    states: await rowsOf(reader, "chapter_revisions", ofChapter),
    news: await rowsOf(reader, "news", ofWork),
    releases: await rowsOf(reader, "releases", ofWork),
    queues: await rowsOf(reader, "release_queues", ofWork),
  });
  for (const { id: chapterId } of chapters) {
    const row = await reader
      .selectFrom("chapters")
      .select("story")
      .where("id", "=", String(chapterId))
      .executeTakeFirst();
    if (row) yield text(`${folder}/chapters/${chapterId}.html`, row.story);
  }
  for (const { chapter_id, digest } of stories) {
    const row = await reader
      .selectFrom("revision_stories")
      .select("story")
      .where("chapter_id", "=", String(chapter_id))
      .where("digest", "=", String(digest))
      .executeTakeFirst();
    if (row) yield text(`${folder}/states/${chapter_id}/${digest}.html`, row.story);
  }
}

async function countsBefore(reader: Reader, member: Member, workId: string): Promise<unknown> {
  const brought = await reader
    .selectFrom("brought_works")
    .select("figures")
    .where("account_id", "=", member.accountId)
    .where("work_id", "=", workId)
    .executeTakeFirst();
  return JSON.parse(brought?.figures ?? "[]");
}

async function rowsOf(reader: Reader, table: Table, where: ReturnType<typeof sql>): Promise<Row[]> {
  const { columns }: Carried = carriedTables[table];
  const names = columns.map((column) => sql.ref(column));
  const { rows } = await sql<Row>`select ${sql.join(names)} from ${sql.table(table)} where ${where}
    order by ${sql.join(names)}`.execute(reader);
  return rows;
}

async function* stored(files: FileStore, key: string, path: string): AsyncGenerator<CopyEntry> {
  const bytes = await files.read(key);
  if (bytes) yield { path, bytes };
}

function json(path: string, value: unknown): CopyEntry {
  return text(path, `${JSON.stringify(value, null, 1)}\n`);
}

function text(path: string, words: string): CopyEntry {
  return { path, bytes: new TextEncoder().encode(words) };
}
