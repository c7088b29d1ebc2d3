import type { Member } from "../../people/person.ts";
import type { Writer } from "../../plumbing/database/reader-writer.ts";
import { foldName } from "../../vocabulary/fold-name.ts";
import { ownFilter } from "./own-filter.ts";
import { FilterNameTaken } from "./save-filter.ts";
import "./sql/saved-filters-table.ts";

/**
 * Gives a kept filter another name.
 *
 * @param name as checked by `filterNameShape`
 * @param now ms since 1970, UTC
 * @throws NotFound when it is not the member's own
 * @throws FilterNameTaken
 */
export async function renameFilter(
  writer: Writer,
  member: Member,
  filterId: string,
  name: string,
  now: number,
): Promise<void> {
  const saved = await ownFilter(writer, member, filterId);
  if (saved.name === name) return;
  const key = foldName(name);
  const other = await writer
    .selectFrom("saved_filters")
    .select("id")
    .where("account_id", "=", member.accountId)
    .where("name_key", "=", key)
    .where("id", "!=", filterId)
    .executeTakeFirst();
  if (other) throw new FilterNameTaken(name);
  await writer
    .updateTable("saved_filters")
    .set({ name, name_key: key, updated_at: now })
    .where("id", "=", filterId)
    .execute();
}
