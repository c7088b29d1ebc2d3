import { accountIdOf, type Person } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { findReaderRules, type Heeding } from "./reader-rules.ts";
import { fillCards } from "./work-cards.ts";
import { listWorks, type PageWish, type WorkListPage } from "./work-lists.ts";

/** One page of the newest works after a person's rules; null while the index that knows it is being built. */
export type FindNewest = (
  person: Person,
  wish: PageWish,
  heeding: Heeding,
) => Promise<{
  ids: string[];
  count: number;
  folded: number;
  hidden: number;
  read: number;
  page: number;
  pages: number;
} | null>;

/**
 * All works this person may see, newest first. Whoever has rules is answered by the finding index, which knows how many of
 * a million are left; until there is one the list is made without the counts, and its rows are quiet all the same.
 */
export async function listNewest(
  archive: { reader: Reader; findNewest: FindNewest },
  person: Person,
  wish: PageWish,
  heeding: Heeding,
): Promise<WorkListPage> {
  const { reader } = archive;
  const accountId = accountIdOf(person);
  const rules = await findReaderRules(reader, accountId, heeding);
  const found = rules === null ? null : await archive.findNewest(person, wish, heeding);
  if (found === null) return listWorks(reader, person, {}, wish, heeding);
  const { ids, ...list } = found;
  return { ...list, works: await fillCards(reader, person, ids, heeding) };
}
