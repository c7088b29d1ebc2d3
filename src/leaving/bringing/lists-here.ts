import type { Reader } from "../../plumbing/database/reader-writer.ts";
import { foldName } from "../../vocabulary/fold-name.ts";
import type { CopiedAccount } from "./copy-shape.ts";
import "../../tags/tags.ts";
import "../../works/permissions.ts";
import "../../works/works.ts";

/** The lists of an archive that works name rows of. */
export type ListName = keyof CopiedAccount["lists"];

/** What a row of the other archive's lists is called here: its id, or null where this archive has nothing like it. */
export type ListsHere = {
  idOf(list: ListName, sourceId: string): string | null;
  /** What the other archive called it. */
  nameOf(list: ListName, sourceId: string): string;
};

const tables = {
  ratings: "ratings",
  warnings: "warnings",
  categories: "categories",
  permissions: "permissions",
  tagKinds: "tag_kinds",
} as const satisfies Record<ListName, string>;

/**
 * Finds out what the rows that a copy names are here: a row of the same name, wherever the two archives began with the
 * same list a row of the same id. Rows that the owner no longer offers count: works have them.
 */
export async function listsHere(reader: Reader, lists: CopiedAccount["lists"]): Promise<ListsHere> {
  const found = new Map<string, { ids: Set<string>; byName: Map<string, string> }>();
  for (const [list, table] of Object.entries(tables)) {
    const rows = await reader.selectFrom(table).select(["id", "name"]).execute();
    found.set(list, {
      ids: new Set(rows.map(({ id }) => id)),
      byName: new Map(rows.map(({ id, name }) => [foldName(name), id])),
    });
  }
  return {
    idOf(list, sourceId) {
      const here = found.get(list);
      const name = lists[list][sourceId];
      const byName = name === undefined ? undefined : here?.byName.get(foldName(name));
      return byName ?? (here?.ids.has(sourceId) ? sourceId : null);
    },
    nameOf: (list, sourceId) => lists[list][sourceId] ?? sourceId,
  };
}
