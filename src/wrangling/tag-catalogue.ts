import type { Database } from "../plumbing/database/database.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { factIn, newestFact } from "../plumbing/events/read-log.ts";
import { Turns } from "../plumbing/jobs/turns.ts";
import { standingMark } from "../tags/do-deeds.ts";
import { inSlices } from "../tags/read-tag-book.ts";
import { type Likeness, likenessOf } from "./likeness.ts";
import "../plumbing/events/events-table.ts";
import "../tags/tags.ts";
import "../works/works.ts";

/** A tag as the desk knows it. */
export type CataloguedTag = {
  id: string;
  kindId: string;
  name: string;
  nameKey: string;
  createdAt: number;
  canonical: boolean;
  synonymOf: string | null;
  settled: boolean;
  likeness: Likeness;
};

/** Whether nobody decided about the tag yet. */
export function isWaiting(tag: CataloguedTag): boolean {
  return !tag.canonical && tag.synonymOf === null && !tag.settled;
}

/** How a tag stands on a page, for the form that decides about it (`SeenMarks`). */
export function seenMark(tag: CataloguedTag): string {
  return standingMark({ ...tag, settledAt: tag.settled ? tag.createdAt : null });
}

/**
 * Every tag by age and by what it is like, in memory: the queue and its suggestions ask about all names at once, which
 * no database index answers. It says nothing of who may know a tag: whoever shows one asks that of the works.
 */
export class TagCatalogue {
  readonly #tags = new Map<string, CataloguedTag>();
  /** By kind and what a name is like: the tags of that likeness. */
  readonly #alike = new Map<string, Set<CataloguedTag>>();
  /** Oldest first. */
  #byAge: CataloguedTag[] = [];
  #isSorted = true;

  get(id: string): CataloguedTag | undefined {
    return this.#tags.get(id);
  }

  put(tag: CataloguedTag): void {
    const before = this.#tags.get(tag.id);
    if (before) {
      for (const key of keysOf(before)) this.#alike.get(key)?.delete(before);
      // In place: the order by age does not change.
      Object.assign(before, tag);
    } else {
      this.#tags.set(tag.id, tag);
      this.#byAge.push(tag);
      this.#isSorted = false;
    }
    const kept = before ?? tag;
    for (const key of keysOf(kept)) {
      const alike = this.#alike.get(key);
      if (alike) alike.add(kept);
      else this.#alike.set(key, new Set([kept]));
    }
  }

  /** Every tag, the oldest first. */
  byAge(): readonly CataloguedTag[] {
    if (!this.#isSorted)
      this.#byAge = this.#byAge.toSorted(
        (one, other) => one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1),
      );
    this.#isSorted = true;
    return this.#byAge;
  }

  /** Tags of a kind that are alike in one way. */
  alike(kindId: string, way: keyof Likeness["keys"], key: string): Iterable<CataloguedTag> {
    return this.#alike.get(likenessKey(kindId, way, key)) ?? [];
  }
}

function keysOf(tag: CataloguedTag): string[] {
  const { keys } = tag.likeness;
  return [
    likenessKey(tag.kindId, "sound", keys.sound),
    likenessKey(tag.kindId, "words", keys.words),
    ...(keys.looseSound === "" ? [] : [likenessKey(tag.kindId, "looseSound", keys.looseSound)]),
    ...(keys.initials === "" ? [] : [likenessKey(tag.kindId, "initials", keys.initials)]),
  ];
}

function likenessKey(kindId: string, way: string, key: string): string {
  return `${kindId} ${way} ${key}`;
}

/** Keeps the catalogue as long as somebody wrangles. */
export type CatalogueKeeper = { current(): Promise<TagCatalogue> };

/** After so many ms without a wrangler the catalogue is forgotten, and read anew when one comes. */
const forgottenAfter = 900_000;

/** Facts behind which reading everything anew is quicker. */
const mostFacts = 5_000;

/** A keeper that reads the catalogue when it is first asked for, and then follows the log. */
export function keepCatalogue(database: Database, now: () => number = Date.now): CatalogueKeeper {
  const { reading } = database;
  let kept: { catalogue: TagCatalogue; seen: number; askedAt: number } | null = null;
  let running: Promise<TagCatalogue> | null = null;
  const bringUpToDate = async (): Promise<TagCatalogue> => {
    if (kept && now() - kept.askedAt > forgottenAfter) kept = null;
    const newest = await newestFact(reading);
    if (kept && newest - kept.seen <= mostFacts) {
      if (newest > kept.seen) await followFacts(reading, kept.catalogue, kept.seen, newest);
      kept = { ...kept, seen: newest, askedAt: now() };
    } else kept = { catalogue: await readAll(reading), seen: newest, askedAt: now() };
    return kept.catalogue;
  };
  return {
    current() {
      running ??= bringUpToDate().finally(() => {
        running = null;
      });
      return running;
    },
  };
}

async function readAll(reader: Reader): Promise<TagCatalogue> {
  const catalogue = new TagCatalogue();
  const settled = new Set(
    (await reader.selectFrom("settled_tags").select("tag_id").execute()).map(({ tag_id }) => tag_id),
  );
  const turns = new Turns();
  let behind = "";
  for (;;) {
    const rows = await tagRows(reader).where("id", ">", behind).orderBy("id").limit(1_000).execute();
    for (const row of rows) catalogue.put(catalogued(row, settled));
    const last = rows.at(-1);
    if (!last) return catalogue;
    behind = last.id;
    await turns.next();
  }
}

/** New tags come with works, everything else about tags is told by a fact of their own. */
async function followFacts(
  reader: Reader,
  catalogue: TagCatalogue,
  seen: number,
  newest: number,
): Promise<void> {
  const rows = await reader
    .selectFrom("events")
    .select("body")
    .where("number", ">", seen)
    .where("number", "<=", newest)
    .execute();
  const facts = rows.map(({ body }) => factIn(body));
  const changed = new Set(facts.flatMap((fact) => ("tagId" in fact ? [fact.tagId] : [])));
  const works = [...new Set(facts.flatMap((fact) => ("workId" in fact ? [fact.workId] : [])))];
  const borne = await inSlices(works, (some) =>
    reader.selectFrom("work_tags").select("tag_id").distinct().where("work_id", "in", some).execute(),
  );
  for (const { tag_id } of borne) if (!catalogue.get(tag_id)) changed.add(tag_id);
  const ids = [...changed];
  const settled = await inSlices(ids, (some) =>
    reader.selectFrom("settled_tags").select("tag_id").where("tag_id", "in", some).execute(),
  );
  const isSettled = new Set(settled.map(({ tag_id }) => tag_id));
  const tags = await inSlices(ids, (some) => tagRows(reader).where("id", "in", some).execute());
  for (const row of tags) catalogue.put(catalogued(row, isSettled));
}

function tagRows(reader: Reader) {
  return reader
    .selectFrom("tags")
    .select(["id", "kind_id", "name", "name_key", "canonical", "synonym_of", "created_at"]);
}

function catalogued(
  row: Awaited<ReturnType<ReturnType<typeof tagRows>["execute"]>>[number],
  settled: ReadonlySet<string>,
): CataloguedTag {
  return {
    id: row.id,
    kindId: row.kind_id,
    name: row.name,
    nameKey: row.name_key,
    createdAt: row.created_at,
    canonical: row.canonical === 1,
    synonymOf: row.synonym_of,
    settled: settled.has(row.id),
    likeness: likenessOf(row.name_key),
  };
}
