import type { Member } from "../../../people/person.ts";
import type { Reader } from "../../../plumbing/database/reader-writer.ts";
import type { Tag } from "../../../tags/tags.ts";
import { type ListedChoice, listEveryChoice } from "../../change-choice-list.ts";
import type { RuleParts } from "../../reader-rules.ts";
import { openFor } from "../../visible-works.ts";

/** Tags by id, as far as they exist for somebody; another room knows which do. */
export type FindTags = (reader: Reader, member: Member, ids: string[]) => Promise<ReadonlyMap<string, Tag>>;

/** What the ids of rules are called, as far as their reader may know. */
export type RuleNames = {
  tags: ReadonlyMap<string, Tag>;
  writers: ReadonlyMap<string, string>;
  /** Titles. */
  works: ReadonlyMap<string, string>;
  warnings: readonly ListedChoice[];
};

/** Looks up what rules name. What is gone, or hidden from the member, has no name. */
export async function findRuleNames(
  reader: Reader,
  member: Member,
  findTags: FindTags,
  all: readonly RuleParts[],
): Promise<RuleNames> {
  const ids = (of: (parts: RuleParts) => readonly string[]) => [...new Set(all.flatMap(of))];
  const [tags, warnings] = await Promise.all([
    inSlices(
      ids(({ tags, unlessTags }) => [...tags, ...unlessTags]),
      async (some) => [...(await findTags(reader, member, some))],
    ),
    listEveryChoice(reader, "warnings"),
  ]);
  const writers = await inSlices(
    ids(({ writers, unlessWriters }) => [...writers, ...unlessWriters]),
    async (some) => {
      const rows = await reader.selectFrom("pseuds").select(["id", "name"]).where("id", "in", some).execute();
      return rows.map(({ id, name }): [string, string] => [id, name]);
    },
  );
  const works = await inSlices(
    ids(({ works, unlessWorks }) => [...works, ...unlessWorks]),
    async (some) => {
      const rows = await reader
        .selectFrom("works")
        .select(["works.id", "works.title"])
        .where("works.id", "in", some)
        .where(openFor(member))
        .execute();
      return rows.map(({ id, title }): [string, string] => [id, title]);
    },
  );
  return { tags, writers, works, warnings };
}

/** Ids asked for by one statement. */
const together = 1_000;

async function inSlices<Value>(
  ids: string[],
  find: (some: string[]) => Promise<[string, Value][]>,
): Promise<Map<string, Value>> {
  const found = new Map<string, Value>();
  for (let from = 0; from < ids.length; from += together)
    for (const [id, value] of await find(ids.slice(from, from + together))) found.set(id, value);
  return found;
}
