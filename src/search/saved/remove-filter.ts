import type { Member } from "../../people/person.ts";
import type { Writer } from "../../plumbing/database/reader-writer.ts";
import { ownFilter } from "./own-filter.ts";
import "./sql/saved-filters-table.ts";

/** Forgets a kept filter; its feed is gone with it. @throws NotFound when it is not the member's own */
export async function removeFilter(writer: Writer, member: Member, filterId: string): Promise<void> {
  await ownFilter(writer, member, filterId);
  await writer.deleteFrom("saved_filters").where("id", "=", filterId).execute();
}
