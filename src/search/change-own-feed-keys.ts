import type { Writer } from "../plumbing/database/reader-writer.ts";
import { newFeedKey } from "./saved/save-filter.ts";
import "./saved/sql/saved-filters-table.ts";

/** Gives the feeds of all of an account's filters other secret addresses. */
export async function changeOwnFeedKeys(writer: Writer, accountId: string): Promise<void> {
  const kept = await writer
    .selectFrom("saved_filters")
    .select("id")
    .where("account_id", "=", accountId)
    .execute();
  for (const { id } of kept)
    await writer.updateTable("saved_filters").set({ feed_key: newFeedKey() }).where("id", "=", id).execute();
}
