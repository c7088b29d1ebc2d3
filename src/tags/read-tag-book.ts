import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { Turns } from "../plumbing/jobs/turns.ts";
import { TagBook } from "./tag-book.ts";
import "./sql/tags-tables.ts";

/** A tag by what it is called. */
export type NamedTag = { kindId: string; nameKey: string };

/** Ids asked for in one statement. */
const slice = 500;

/**
 * The tags a deed names, and all it may touch or must look at: what they are synonyms of, the synonyms of both, what
 * stands under them, and everything above any of these.
 *
 * @param names tags wanted by name; those that are not there are left out
 */
export async function readTagBook(
  reader: Reader | Writer,
  ids: readonly string[],
  names: readonly NamedTag[] = [],
): Promise<TagBook> {
  const wanted = new Set(ids);
  for (const { kindId, nameKey } of names) {
    const found = await reader
      .selectFrom("tags")
      .select("id")
      .where("kind_id", "=", kindId)
      .where("name_key", "=", nameKey)
      .executeTakeFirst();
    if (found) wanted.add(found.id);
  }
  const add = (found: readonly { id: string | null }[]) => {
    for (const { id } of found) if (id !== null) wanted.add(id);
  };
  add(
    await inSlices([...wanted], (some) =>
      reader.selectFrom("tags").select("synonym_of as id").where("id", "in", some).execute(),
    ),
  );
  const meanings = [...wanted];
  add(
    await inSlices(meanings, (some) =>
      reader.selectFrom("tags").select("id").where("synonym_of", "in", some).execute(),
    ),
  );
  add(
    await inSlices(meanings, (some) =>
      reader.selectFrom("tag_parents").select("tag_id as id").where("parent_id", "in", some).execute(),
    ),
  );
  let above = [...wanted];
  while (above.length > 0) {
    const parents = await inSlices(above, (some) =>
      reader.selectFrom("tag_parents").select("parent_id as id").where("tag_id", "in", some).execute(),
    );
    above = [...new Set(parents.map(({ id }) => id))].filter((id) => !wanted.has(id));
    for (const id of above) wanted.add(id);
  }
  const all = [...wanted];
  const [rows, links, media, settled] = [
    await inSlices(all, (some) => reader.selectFrom("tags").selectAll().where("id", "in", some).execute()),
    await inSlices(all, (some) =>
      reader.selectFrom("tag_parents").selectAll().where("tag_id", "in", some).execute(),
    ),
    await inSlices(all, (some) =>
      reader.selectFrom("tag_media").selectAll().where("tag_id", "in", some).execute(),
    ),
    await inSlices(all, (some) =>
      reader.selectFrom("settled_tags").selectAll().where("tag_id", "in", some).execute(),
    ),
  ];
  const book = new TagBook();
  await putInto(book, rows, links, media, settled);
  return book;
}

/** Tags of a whole book read at once. */
const together = 1_000;

/** Every tag of the archive; for what concerns thousands at once. Others are served between. */
export async function readWholeTagBook(reader: Reader | Writer): Promise<TagBook> {
  const book = new TagBook();
  const tags = reader.selectFrom("tags").selectAll();
  let behind = "";
  for (;;) {
    const rows = await tags.where("id", ">", behind).orderBy("id").limit(together).execute();
    const last = rows.at(-1)?.id;
    if (last === undefined) break;
    const [links, media, settled] = [
      await reader
        .selectFrom("tag_parents")
        .selectAll()
        .where("tag_id", ">", behind)
        .where("tag_id", "<=", last)
        .execute(),
      await reader
        .selectFrom("tag_media")
        .selectAll()
        .where("tag_id", ">", behind)
        .where("tag_id", "<=", last)
        .execute(),
      await reader
        .selectFrom("settled_tags")
        .selectAll()
        .where("tag_id", ">", behind)
        .where("tag_id", "<=", last)
        .execute(),
    ];
    await putInto(book, rows, links, media, settled);
    behind = last;
  }
  // Outside a transaction a tag may have been made, and another merged into it, behind our back.
  const missing = [...book.all()].flatMap(({ synonymOf }) =>
    synonymOf !== null && !book.find(synonymOf) ? [synonymOf] : [],
  );
  const late = await inSlices(missing, (some) => tags.where("id", "in", some).execute());
  await putInto(book, late, [], [], []);
  return book;
}

async function putInto(
  book: TagBook,
  rows: readonly {
    id: string;
    kind_id: string;
    name: string;
    name_key: string;
    canonical: number;
    synonym_of: string | null;
    created_at: number;
  }[],
  links: readonly { tag_id: string; parent_id: string }[],
  media: readonly { tag_id: string; medium_id: string }[],
  settled: readonly { tag_id: string; settled_at: number }[],
): Promise<void> {
  const parentsOf = Map.groupBy(links, ({ tag_id }) => tag_id);
  const mediaOf = Map.groupBy(media, ({ tag_id }) => tag_id);
  const settledAt = new Map(settled.map(({ tag_id, settled_at }) => [tag_id, settled_at]));
  const turns = new Turns();
  for (const row of rows) {
    if (turns.isOver) await turns.next();
    book.read({
      id: row.id,
      kindId: row.kind_id,
      name: row.name,
      nameKey: row.name_key,
      createdAt: row.created_at,
      canonical: row.canonical === 1,
      synonymOf: row.synonym_of,
      settledAt: settledAt.get(row.id) ?? null,
      parents: new Set(parentsOf.get(row.id)?.map(({ parent_id }) => parent_id)),
      media: new Set(mediaOf.get(row.id)?.map(({ medium_id }) => medium_id)),
    });
  }
  await turns.next();
}

/** Asks for many, some at a time: engines bound the values of a statement. Others are served between. */
export async function inSlices<Value, Row>(
  values: readonly Value[],
  ask: (some: readonly Value[]) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  const turns = new Turns();
  for (let from = 0; from < values.length; from += slice) {
    if (turns.isOver) await turns.next();
    for (const row of await ask(values.slice(from, from + slice))) rows.push(row);
  }
  return rows;
}
