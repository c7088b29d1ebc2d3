import { accountIdOf, type Person } from "../people/person.ts";
import type { Database } from "../plumbing/database/database.ts";
import { changesKeptPages } from "../vocabulary/events.ts";
import { findReaderRules } from "./reader-rules.ts";
import { countArchive } from "./work-lists.ts";

/** How alive the archive is, as one person sees it. */
export type ArchiveCounts = { works: number; words: number; writers: number };

/** The counts on the front page, counted once and again after each recorded fact. */
export type ArchiveCountsKeeper = {
  for(person: Person): Promise<ArchiveCounts>;
  /** Counts again when next asked: another process may have changed the archive. */
  forget(): void;
};

/** Counts kept at once, one for each reader with rules who came by since something changed. */
const mostKept = 1_000;

/**
 * Keeps the counts of the whole archive, which take longer to count the larger it is: a million works hold the
 * database up for seconds, and are counted in memory in a moment.
 *
 * Lists show every member without rules of their own the same works (`listedFor` asks only whether somebody is one), so
 * two counts serve everybody but those who have some.
 *
 * @param countInMemory the same counts from the finding index; null as long as there is none
 */
export function keepArchiveCounts(
  database: Database,
  countInMemory: (person: Person) => Promise<ArchiveCounts | null>,
): ArchiveCountsKeeper {
  const kept = new Map<string, Promise<ArchiveCounts>>();
  const forget = () => kept.clear();
  database.onFacts((facts) => {
    if (facts.some(({ fact }) => changesKeptPages(fact))) forget();
  });
  return {
    async for(person) {
      const accountId = accountIdOf(person);
      const rules = await findReaderRules(database.reading, accountId);
      const key = rules === null ? person.kind : `${accountId} ${rules.version}`;
      const known = kept.get(key);
      if (known) return known;
      const counted = countInMemory(person).then(
        (counts) => counts ?? countArchive(database.reading, person),
      );
      if (kept.size >= mostKept) forget();
      kept.set(key, counted);
      // A count that failed is no count: the next to ask counts again.
      counted.catch(forget);
      return counted;
    },
    forget,
  };
}
