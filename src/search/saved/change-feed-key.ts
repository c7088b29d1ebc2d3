import type { Member } from "../../people/person.ts";
import type { Writer } from "../../plumbing/database/reader-writer.ts";
import { ownFilter } from "./own-filter.ts";
import { newFeedKey } from "./save-filter.ts";
import "./sql/saved-filters-table.ts";

/**
 * Gives a kept filter's feed another secret address; the old one is nothing from then on.
 *
 * @throws NotFound when it is not the member's own
 */
export async function changeFeedKey(writer: Writer, member: Member, filterId: string): Promise<void> {
  await ownFilter(writer, member, filterId);
  await writer
    .updateTable("saved_filters")
    .set({ feed_key: newFeedKey() })
    .where("id", "=", filterId)
    .execute();
}
