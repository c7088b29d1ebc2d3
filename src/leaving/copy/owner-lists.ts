import type { Member } from "../../people/person.ts";
import type { Reader } from "../../plumbing/database/reader-writer.ts";
import { isKnownTo } from "../known-tags.ts";
import "../../tags/tags.ts";
import "../../works/permissions.ts";
import "../../works/works.ts";

/** Tags asked for by one statement. */
const together = 500;

const tables = {
  ratings: "ratings",
  warnings: "warnings",
  categories: "categories",
  permissions: "permissions",
  tagKinds: "tag_kinds",
} as const;

/** What the rows of the owner's lists are called: another archive knows them by their names. */
export async function ownerLists(reader: Reader): Promise<Record<string, Record<string, string>>> {
  const lists: Record<string, Record<string, string>> = {};
  for (const [list, table] of Object.entries(tables)) {
    const rows = await reader.selectFrom(table).select(["id", "name"]).orderBy("id").execute();
    lists[list] = Object.fromEntries(rows.map(({ id, name }) => [id, name]));
  }
  return lists;
}

/**
 * What the tags are called that some texts name by their ids: filters, rules, what is followed. One that stands only on works
 * the member may not open any more would tell of those works, and is left out.
 */
export async function tagsNamedIn(
  reader: Reader,
  member: Member,
  texts: readonly string[],
): Promise<Record<string, { kind: string; name: string }>> {
  const ids = [
    ...new Set(texts.flatMap((text) => text.match(/(?<![0-9a-z])[0-9a-hjkmnp-tv-z]{10}(?![0-9a-z])/g) ?? [])),
  ];
  const names: [string, { kind: string; name: string }][] = [];
  for (let from = 0; from < ids.length; from += together)
    for (const { id, kind_id, name } of await reader
      .selectFrom("tags")
      .select(["id", "kind_id", "name"])
      .where("id", "in", ids.slice(from, from + together))
      .where(isKnownTo(member))
      .orderBy("id")
      .execute())
      names.push([id, { kind: kind_id, name }]);
  return Object.fromEntries(names);
}
