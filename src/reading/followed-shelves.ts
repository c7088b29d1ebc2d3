import type { Member } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { findShelves } from "./shelves.ts";
import "./sql/shelves-table.ts";

/** Somebody else's shelf and a work that stands on it. */
type Shelving = {
  shelfId: string;
  workId: string;
  shelf: string;
  keeper: { pseudId: string; name: string } | null;
};

/** The names of shelves that are somebody else's, as far as they are there for the member. */
export async function findShelfNames(
  reader: Reader,
  member: Member,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const shelves = await othersShelves(reader, member, ids);
  return new Map(shelves.map(({ id, name }) => [id, name]));
}

/**
 * Which of these works stand on these shelves, where the shelf is somebody else's and there for the member. Whether the
 * member may see the work is not asked.
 */
export async function findShelvings(
  reader: Reader,
  member: Member,
  pairs: readonly { shelfId: string; workId: string }[],
): Promise<Shelving[]> {
  const shelves = await othersShelves(reader, member, [...new Set(pairs.map(({ shelfId }) => shelfId))]);
  if (shelves.length === 0) return [];
  const rows = await reader
    .selectFrom("shelf_works")
    .select(["shelf_id as shelfId", "work_id as workId"])
    .where(
      "shelf_id",
      "in",
      shelves.map(({ id }) => id),
    )
    .where("work_id", "in", [...new Set(pairs.map(({ workId }) => workId))])
    .execute();
  const byId = new Map(shelves.map((shelf) => [shelf.id, shelf]));
  return rows.flatMap((row) => {
    const shelf = byId.get(row.shelfId);
    return shelf ? [{ ...row, shelf: shelf.name, keeper: shelf.keeper }] : [];
  });
}

async function othersShelves(reader: Reader, member: Member, ids: readonly string[]) {
  return (await findShelves(reader, member, ids)).filter(({ mine }) => !mine);
}
