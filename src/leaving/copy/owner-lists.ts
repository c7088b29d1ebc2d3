import type { Member } from "../../people/person.ts";
import type { Reader } from "../../plumbing/database/reader-writer.ts";
import { isKnownTo } from "../known-tags.ts";
import "../../tags/tags.ts";
import "../../works/permissions.ts";
import "../../works/works.ts";

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
 * What the tags are called that these filters ask for. One that stands only on works the member may not open any more
 * would tell of those works, and is left out.
 */
export async function tagsOfFilters(
  reader: Reader,
  member: Member,
  filters: readonly Record<string, unknown>[],
): Promise<Record<string, { kind: string; name: string }>> {
  const ids = new Set(
    filters.flatMap(
      ({ query }) => String(query).match(/(?<![0-9a-z])[0-9a-hjkmnp-tv-z]{10}(?![0-9a-z])/g) ?? [],
    ),
  );
  if (ids.size === 0) return {};
  const tags = await reader
    .selectFrom("tags")
    .select(["id", "kind_id", "name"])
    .where("id", "in", [...ids])
    .where(isKnownTo(member))
    .orderBy("id")
    .execute();
  return Object.fromEntries(tags.map(({ id, kind_id, name }) => [id, { kind: kind_id, name }]));
}
