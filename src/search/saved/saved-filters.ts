import { type Member, type Person, plainMember } from "../../people/person.ts";
import type { Reader, Writer } from "../../plumbing/database/reader-writer.ts";
import { looksLikeId } from "../../vocabulary/ids.ts";
import { type SavedFilter, savedFilterColumns } from "./saved-filter.ts";
import "./sql/saved-filters-table.ts";

/** The filters a person keeps, by name; a visitor keeps none. */
export async function listSavedFilters(reader: Reader | Writer, person: Person): Promise<SavedFilter[]> {
  if (person.kind === "visitor") return [];
  return reader
    .selectFrom("saved_filters")
    .select(savedFilterColumns)
    .where("account_id", "=", person.accountId)
    .orderBy("name_key")
    .execute();
}

/** One of the person's own filters; another's is as absent as one that never was. */
export async function findSavedFilter(
  reader: Reader | Writer,
  person: Person,
  id: string,
): Promise<SavedFilter | undefined> {
  if (person.kind === "visitor" || !looksLikeId(id)) return undefined;
  return reader
    .selectFrom("saved_filters")
    .select(savedFilterColumns)
    .where("account_id", "=", person.accountId)
    .where("id", "=", id)
    .executeTakeFirst();
}

/** The person's own filter that asks for exactly this, whatever it is called. */
export function filterAsking(saved: readonly SavedFilter[], query: string): SavedFilter | null {
  return saved.find((one) => one.query === query) ?? null;
}

/**
 * The filter that a feed's secret address belongs to, and for whom its works are looked up: as a plain member, whatever
 * its owner may do here otherwise. A key travels through feed readers, and may be lost on the way.
 */
export async function findFilterOfFeed(
  reader: Reader,
  feedKey: string,
): Promise<{ saved: SavedFilter; owner: Member } | undefined> {
  if (!/^[0-9a-z]+$/.test(feedKey)) return undefined;
  const row = await reader
    .selectFrom("saved_filters")
    .select([...savedFilterColumns, "account_id as accountId"])
    .where("feed_key", "=", feedKey)
    .executeTakeFirst();
  if (!row) return undefined;
  const { accountId, ...saved } = row;
  return { saved, owner: plainMember(accountId) };
}
