import type { Member } from "../../people/person.ts";
import type { Writer } from "../../plumbing/database/reader-writer.ts";
import { ownFilter } from "./own-filter.ts";
import "./sql/saved-filters-table.ts";

/**
 * Lets a kept filter ask for something else; its name, its feed and its fandom stay.
 *
 * @param query as `queryOfFilter` writes it
 * @param now ms since 1970, UTC
 * @throws NotFound when it is not the member's own
 */
export async function changeSavedFilter(
  writer: Writer,
  member: Member,
  filterId: string,
  query: string,
  now: number,
): Promise<void> {
  await ownFilter(writer, member, filterId);
  await writer
    .updateTable("saved_filters")
    .set({ query, updated_at: now })
    .where("id", "=", filterId)
    .execute();
}
