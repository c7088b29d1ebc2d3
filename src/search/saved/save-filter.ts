import type { Member } from "../../people/person.ts";
import type { Writer } from "../../plumbing/database/reader-writer.ts";
import { foldName } from "../../vocabulary/fold-name.ts";
import { newId, randomLetters } from "../../vocabulary/ids.ts";
import "./sql/saved-filters-table.ts";

/** The member keeps a filter under this name already. */
export class FilterNameTaken extends Error {
  override name = "FilterNameTaken";
}

/** The member keeps as many filters as the archive lets one keep. */
export class TooManyFilters extends Error {
  override name = "TooManyFilters";
}

/** Five random bits each: nobody guesses a feed's address. */
const feedKeyLetters = 32;

/** A secret for the address of a feed. */
export function newFeedKey(): string {
  return randomLetters(feedKeyLetters);
}

/**
 * Keeps a filter under a name. Sent twice, it is kept once.
 *
 * @param name as checked by `filterNameShape`
 * @param query as `queryOfFilter` writes it
 * @param most how many filters a member may keep
 * @param now ms since 1970, UTC
 * @returns its id
 * @throws FilterNameTaken when the name stands for another filter of theirs
 * @throws TooManyFilters
 */
export async function saveFilter(
  writer: Writer,
  member: Member,
  { name, query }: { name: string; query: string },
  most: number,
  now: number,
): Promise<string> {
  const key = foldName(name);
  const own = await writer
    .selectFrom("saved_filters")
    .select(["id", "name_key", "query"])
    .where("account_id", "=", member.accountId)
    .execute();
  const sameName = own.find(({ name_key }) => name_key === key);
  if (sameName?.query === query) return sameName.id;
  if (sameName) throw new FilterNameTaken(name);
  if (own.length >= most) throw new TooManyFilters();
  const id = newId();
  await writer
    .insertInto("saved_filters")
    .values({
      id,
      account_id: member.accountId,
      name,
      name_key: key,
      query,
      default_for: null,
      feed_key: newFeedKey(),
      created_at: now,
      updated_at: now,
    })
    .execute();
  return id;
}
