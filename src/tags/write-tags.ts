import type { Writer } from "../plumbing/database/reader-writer.ts";
import { recordFacts } from "../plumbing/events/record-fact.ts";
import { inSlices } from "./read-tag-book.ts";
import { placeOfChange, type TagBook, type TagChange } from "./tag-book.ts";
import "./sql/tags-tables.ts";

/** Writes what changed in a book, and records the fact for each tag. @param now ms since 1970, UTC */
export async function writeTags(
  writer: Writer,
  book: TagBook,
  changes: readonly TagChange[],
  now: number,
): Promise<void> {
  const touched = book.touched();
  // What others are synonyms of goes first: the engines look whether it is there.
  const rows = touched
    .toSorted((one, other) => Number(one.synonymOf !== null) - Number(other.synonymOf !== null))
    .map((tag) => ({
      id: tag.id,
      kind_id: tag.kindId,
      name: tag.name,
      name_key: tag.nameKey,
      canonical: tag.canonical ? 1 : 0,
      synonym_of: tag.synonymOf,
      created_at: tag.createdAt,
    }));
  await inSlices(rows, (some) =>
    writer
      .insertInto("tags")
      .values([...some])
      .onConflict((conflict) =>
        conflict.column("id").doUpdateSet((row) => ({
          name: row.ref("excluded.name"),
          canonical: row.ref("excluded.canonical"),
          synonym_of: row.ref("excluded.synonym_of"),
        })),
      )
      .execute(),
  );
  const net = new Map(changes.map((change) => [placeOfChange(change), change]));
  const netChanges = [...net.values()];
  await writeParents(writer, book, netChanges);
  await writeMedia(writer, book, netChanges);
  await writeSettled(writer, book, netChanges);
  await recordFacts(
    writer,
    touched.map(({ id }) => ({ type: "tag-changed", tagId: id })),
    now,
  );
}

async function writeParents(writer: Writer, book: TagBook, changes: readonly TagChange[]): Promise<void> {
  const { anew, links } = linksToWrite(changes, "parent", (tag) => book.get(tag).parents);
  await inSlices(anew, (some) => writer.deleteFrom("tag_parents").where("tag_id", "in", some).execute());
  await inSlices(links, (some) =>
    writer
      .insertInto("tag_parents")
      .values(some.map(({ tag, of }) => ({ tag_id: tag, parent_id: of })))
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
}

async function writeMedia(writer: Writer, book: TagBook, changes: readonly TagChange[]): Promise<void> {
  const { anew, links } = linksToWrite(changes, "medium", (tag) => book.get(tag).media);
  await inSlices(anew, (some) => writer.deleteFrom("tag_media").where("tag_id", "in", some).execute());
  await inSlices(links, (some) =>
    writer
      .insertInto("tag_media")
      .values(some.map(({ tag, of }) => ({ tag_id: tag, medium_id: of })))
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
}

/**
 * Which links to write, and the tags whose links are taken away before. Tags that lost a link get all they have now
 * anew: one statement for many, where each link would need its own.
 */
function linksToWrite(
  changes: readonly TagChange[],
  slot: "parent" | "medium",
  linksOf: (tag: string) => ReadonlySet<string>,
): { anew: string[]; links: { tag: string; of: string }[] } {
  const changed = changes.flatMap((change) =>
    (change.slot === "parent" || change.slot === "medium") && change.slot === slot ? [change] : [],
  );
  const anew = new Set(changed.filter(({ after }) => !after).map(({ tag }) => tag));
  const links = [
    ...[...anew].flatMap((tag) => [...linksOf(tag)].map((of) => ({ tag, of }))),
    ...changed.filter(({ tag, after }) => after && !anew.has(tag)),
  ];
  return { anew: [...anew], links };
}

async function writeSettled(writer: Writer, book: TagBook, changes: readonly TagChange[]): Promise<void> {
  const settled = changes.flatMap((change) => (change.slot === "settledAt" ? [book.get(change.tag)] : []));
  await inSlices(settled, (some) =>
    writer
      .deleteFrom("settled_tags")
      .where(
        "tag_id",
        "in",
        some.map(({ id }) => id),
      )
      .execute(),
  );
  await inSlices(
    settled.flatMap(({ id, settledAt }) =>
      settledAt === null ? [] : [{ tag_id: id, settled_at: settledAt }],
    ),
    (some) =>
      writer
        .insertInto("settled_tags")
        .values([...some])
        .execute(),
  );
}
