import type { Engine, Reader } from "../../plumbing/database/reader-writer.ts";
import type { Snippet } from "../text-search.ts";
import { passagesWith } from "./engine-words.ts";
import { makeSnippets, type PlacedSnippet, type StoredPassage } from "./make-snippets.ts";
import { passageNumbers } from "./passage-numbers.ts";
import type { Term } from "./read-terms.ts";
import "../../works/visible-works.ts";
import "./text-tables.ts";

/** How much of a work is looked at, and shown. */
export type PlacesWish = {
  /** Passages looked at with all terms; where there are fewer, as many with each. */
  passages: number;
  /** Places wanted. */
  count: number;
  /** Whether the first places that come will do where a work begins with all terms. */
  glance: boolean;
};

/** Some of the best places of several works; works without one are left out. */
export async function findPlaces(
  reader: Reader,
  engine: Engine,
  terms: readonly Term[],
  workIds: readonly string[],
  wish: PlacesWish,
): Promise<Map<string, Snippet[]>> {
  const works = await reader
    .selectFrom("text_indexed_works")
    .select(["work_id", "number"])
    .where("work_id", "in", workIds)
    .where("passages", ">", 0)
    .execute();
  const found = await Promise.all(
    works.map(async ({ work_id, number }) => {
      const places = await placesOfWork(reader, engine, terms, number, wish);
      return [work_id, places] as const;
    }),
  );
  return new Map(found.filter(([, places]) => places.length > 0));
}

async function placesOfWork(
  reader: Reader,
  engine: Engine,
  terms: readonly Term[],
  workNumber: number,
  wish: PlacesWish,
): Promise<Snippet[]> {
  const range = passageNumbers(workNumber);
  if (wish.glance) {
    // A word that is anywhere is in the first pages too, and reading those is quicker than asking the engine where it is.
    const { first } = range;
    const opening = await readPassages(reader, { from: first, to: range.last, count: wish.passages });
    const places = await makeSnippets(opening, terms, wish.count);
    const having = new Set(places.flatMap(({ terms }) => [...terms]));
    if (having.size === terms.length) return inOrder(opening, places);
  }
  const numbers = new Set<number>();
  const lookFor = async (wanted: readonly Term[]) => {
    const { rows } = await passagesWith[engine](wanted, range, wish.passages).execute(reader);
    for (const { number } of rows) numbers.add(number);
  };
  await lookFor(terms);
  if (terms.length > 1 && numbers.size < wish.passages) for (const term of terms) await lookFor([term]);
  if (numbers.size === 0) return [];
  const passages = await readPassages(reader, [...numbers]);
  return inOrder(passages, await makeSnippets(passages, terms, wish.count));
}

/** Places in the order of the story. */
function inOrder(passages: readonly OrderedPassage[], places: readonly PlacedSnippet[]): Snippet[] {
  const chapterOrder = new Map(
    passages.map(({ chapterId, chapterPosition }) => [chapterId, chapterPosition]),
  );
  const orderOf = ({ chapterId }: PlacedSnippet) => chapterOrder.get(chapterId) ?? 0;
  return places
    .toSorted((one, other) => orderOf(one) - orderOf(other) || one.place - other.place)
    .map(({ chapterId, pieces }) => ({ chapterId, pieces }));
}

type OrderedPassage = StoredPassage & { chapterPosition: number };

/** Passages with their chapters' places, of what readers may read now: the index may be a moment behind. */
function readPassages(
  reader: Reader,
  which: readonly number[] | { from: number; to: number; count: number },
): Promise<OrderedPassage[]> {
  const passages = reader
    .selectFrom("passages")
    .innerJoin("chapters", "chapters.id", "passages.chapter_id")
    .innerJoin("works", "works.id", "chapters.work_id")
    .select([
      "passages.number",
      "passages.chapter_id as chapterId",
      "passages.position",
      "passages.text",
      "chapters.position as chapterPosition",
    ])
    .where("chapters.status", "=", "published")
    .where("chapters.removed_at", "is", null)
    .where("works.status", "=", "published")
    .where("works.removed_at", "is", null)
    .where("works.searchable", "=", 1)
    .orderBy("passages.number");
  return "from" in which
    ? passages
        .where("passages.number", ">=", which.from)
        .where("passages.number", "<=", which.to)
        .limit(which.count)
        .execute()
    : passages.where("passages.number", "in", which).execute();
}
