import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { newestFact } from "../plumbing/events/read-log.ts";
import "../plumbing/events/events-table.ts";
import "./sql/tags-tables.ts";

/** What tags mean by id: first the tag it stands for, itself unless it is a synonym, then all that is above that. */
export type TagReach = ReadonlyMap<string, readonly string[]>;

/** Tags whose meaning is remembered, and facts looked through for a change of one. */
const mostRemembered = 200_000;
const mostFacts = 1_000;

type Remembered = { seen: number; reach: Map<string, readonly string[]> };
const remembered = new WeakMap<object, Remembered>();

/**
 * What some tags mean for finding, as the finding index has it (search/index/tag-meanings.ts): a synonym means the tag it
 * stands for and has no parents of its own. Remembered until the log tells that a tag came to mean something else.
 *
 * @returns the same map as long as no tag changed, so that who keeps something made from it knows whether it holds
 */
export async function reachOfTags(reader: Reader | Writer, tagIds: readonly string[]): Promise<TagReach> {
  const known = await fresh(reader);
  const wanted = [...new Set(tagIds)].filter((id) => !known.reach.has(id));
  if (wanted.length > 0) await learn(reader, known.reach, wanted);
  return known.reach;
}

async function fresh(reader: Reader | Writer): Promise<Remembered> {
  const known = remembered.get(reader);
  const holds = known && known.reach.size <= mostRemembered && (await holdsStill(reader, known));
  if (holds) return known;
  const made = { seen: await newestFact(reader), reach: new Map<string, readonly string[]>() };
  remembered.set(reader, made);
  return made;
}

async function holdsStill(reader: Reader | Writer, known: Remembered): Promise<boolean> {
  const facts = await reader
    .selectFrom("events")
    .select(["number", "type"])
    .where("number", ">", known.seen)
    .orderBy("number")
    .limit(mostFacts)
    .execute();
  known.seen = facts.at(-1)?.number ?? known.seen;
  return facts.length < mostFacts && facts.every(({ type }) => type !== "tag-changed");
}

/** Ids asked for by one statement: engines bound how many it may name. */
const together = 5_000;

async function learn(
  reader: Reader | Writer,
  reach: Map<string, readonly string[]>,
  wanted: readonly string[],
): Promise<void> {
  const synonymOf = new Map<string, string | null>();
  const parents = new Map<string, string[]>();
  let level = [...wanted];
  while (level.length > 0) {
    const named: string[] = [];
    for (let from = 0; from < level.length; from += together) {
      const some = level.slice(from, from + together);
      for (const id of some) synonymOf.set(id, null);
      const synonyms = await reader
        .selectFrom("tags")
        .select(["id", "synonym_of"])
        .where("id", "in", some)
        .where("synonym_of", "is not", null)
        .execute();
      for (const { id, synonym_of } of synonyms) synonymOf.set(id, synonym_of);
      const above = await reader
        .selectFrom("tag_parents")
        .select(["tag_id", "parent_id"])
        .where("tag_id", "in", some)
        .execute();
      for (const { tag_id, parent_id } of above)
        parents.set(tag_id, [...(parents.get(tag_id) ?? []), parent_id]);
      named.push(
        ...synonyms.flatMap(({ synonym_of }) => (synonym_of === null ? [] : [synonym_of])),
        ...above.map(({ parent_id }) => parent_id),
      );
    }
    level = [...new Set(named)].filter((id) => !synonymOf.has(id));
  }
  for (const id of wanted) reach.set(id, followed(id, synonymOf, parents));
}

function followed(
  id: string,
  synonymOf: ReadonlyMap<string, string | null>,
  parents: ReadonlyMap<string, readonly string[]>,
): string[] {
  const reach = [meaningOf(id, synonymOf)];
  for (const below of reach)
    for (const parent of parents.get(below) ?? []) {
      const above = meaningOf(parent, synonymOf);
      if (!reach.includes(above)) reach.push(above);
    }
  return reach;
}

/** A circle of synonyms, which is refused where links are made, means each tag by itself. */
function meaningOf(id: string, synonymOf: ReadonlyMap<string, string | null>): string {
  const passed = new Set([id]);
  let meaning = id;
  for (let next = synonymOf.get(id) ?? null; next !== null; next = synonymOf.get(next) ?? null) {
    if (passed.has(next)) return id;
    passed.add(next);
    meaning = next;
  }
  return meaning;
}
