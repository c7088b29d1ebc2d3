import { accountIdOf, type Person } from "../people/person.ts";
import type { Database } from "../plumbing/database/database.ts";
import { newestFact } from "../plumbing/events/read-log.ts";
import type { ArchiveCounts } from "../works/archive-counts.ts";
import { findReaderRules, type Heeding } from "../works/reader-rules.ts";
import type {
  Facet,
  FacetKind,
  FacetValue,
  Found,
  PageWish,
  SuggestionWish,
  TagSuggestion,
} from "./found.ts";
import { audienceOf } from "./index/audience.ts";
import { buildIndex, type Progress } from "./index/build-index.ts";
import { compareIndex, type Difference } from "./index/compare-index.ts";
import { countArchive } from "./index/count-archive.ts";
import { findFacetValues, findRows } from "./index/find-rows.ts";
import type { FindingIndex } from "./index/finding-index.ts";
import { type CountsSeen, followCounts, newestCounts } from "./index/follow-counts.ts";
import { followLog } from "./index/follow-log.ts";
import type { Asked } from "./index/match-rows.ts";
import { pauseForPages } from "./index/pause.ts";
import { QuietViews } from "./index/quiet-views.ts";
import { countKind, suggestTags } from "./index/suggest-tags.ts";
import type { View } from "./index/view.ts";
import { nameSuggestions } from "./name-suggestions.ts";
import type { TextSearch } from "./text-search.ts";
import type { WorkFilter } from "./work-filter.ts";

/** How often another process's facts are looked for, in ms; our own are followed at once. */
const lookInterval = 500;

/** How often thanks and readings are counted anew, in ms. */
const countsInterval = 5_000;

/**
 * Finds works by any filter, as far as a person may see them and their own rules let them be met
 * (works/reader-rules.ts): lists, counts, facets and suggestions are all after those. What this process changed is
 * found as soon as it is durable, what others change within a second.
 */
export type Finder = {
  /** Waits while the index is being built. @throws when the archive cannot be read */
  find(filter: WorkFilter, person: Person, wish: PageWish): Promise<Found>;
  /** The values of one facet among the works found, for somebody who types part of a tag's name. */
  facetValues(filter: WorkFilter, person: Person, kind: FacetKind, typed: string): Promise<Facet>;
  /**
   * Tags to offer somebody who types part of a name, the best first: canonical ones before others, beginnings before
   * middles, the more used first; accents and scripts do not matter. Only what stands on works this person finds in
   * lists, and canonical tags, which are no secret.
   */
  suggestTags(person: Person, wish: SuggestionWish): Promise<TagSuggestion[]>;
  /** Every meaning of a kind that works of this person's lists have, mentions left aside, with its true count. */
  countTags(person: Person, kindId: string): Promise<FacetValue[]>;
  /** The same whatever the person's own rules: who looks after tags looks after all of them. */
  countEveryTag(person: Person, kindId: string): Promise<FacetValue[]>;
  /** How alive the archive is, as one person sees it; null while the index is being built. */
  countArchive(person: Person): Promise<ArchiveCounts | null>;
  /** How far the first building has come; null once there is an index. */
  progress(): Progress | null;
  /** Compares the index with the database and mends what differs. @returns what differed */
  check(): Promise<Difference[]>;
  /** Stops following; resolves when the database is no longer read. */
  close(): Promise<void>;
};

/** An index, the last fact it followed, and how far it followed counts. */
type Followed = { index: FindingIndex; quiet: QuietViews; seen: number; countsSeen: CountsSeen };

/**
 * Opens the finder and begins to build its index in the background.
 *
 * Every process has its own index and follows the log by itself, writing nothing; a crash loses nothing that
 * the next start does not build again.
 *
 * @param text asked first where a filter wants something of the texts
 * @param log told when the archive cannot be read; it is tried again
 */
export function openFinder(
  database: Database,
  text: TextSearch,
  log: (sentence: string, cause: unknown) => void,
): Finder {
  const { reading } = database;
  const closing = new AbortController();
  let current: Followed | null = null;
  let building: Promise<Followed> | null = null;
  let following: Promise<void> | null = null;
  let checking: Promise<void> | null = null;
  let counting: Promise<void> | null = null;
  let tidying: Promise<void> | null = null;
  let factsWaiting = false;
  let progress: Progress = { done: 0, of: 0 };

  const build = async (): Promise<Followed> => {
    const seen = await newestFact(reading);
    const countsSeen = await newestCounts(reading);
    const index = await buildIndex(database, closing.signal, (now) => {
      progress = now;
    });
    const { newest } = await followLog(reading, index, seen);
    const built = { index, quiet: new QuietViews(index), seen: newest, countsSeen };
    current = built;
    return built;
  };
  /** Builds, once at a time. */
  const startBuilding = (): Promise<Followed> => {
    building ??= build().finally(() => {
      building = null;
    });
    return building;
  };
  const follow = async () => {
    while (factsWaiting && current && !closing.signal.aborted) {
      factsWaiting = false;
      const followed = current;
      const { newest, checkAsked } = await followLog(reading, followed.index, followed.seen);
      followed.seen = newest;
      if (checkAsked)
        checking ??= checkAndTell(followed.index)
          .catch(complain)
          .finally(() => {
            checking = null;
          });
    }
    if (current?.index.wornOut) void startBuilding().catch(complain);
    tidying ??=
      current?.index
        .tidy(pauseUnlessClosing)
        .catch(complain)
        .finally(() => {
          tidying = null;
        }) ?? null;
  };
  const pauseUnlessClosing = async () => {
    await pauseForPages();
    closing.signal.throwIfAborted();
  };
  const checkAndTell = async (index: FindingIndex) => {
    const differences = await compareIndex(reading, index, closing.signal);
    const told = differences.slice(0, 20).map(({ what, id }) => `${what}: ${id}`);
    log(
      `The finding index was compared with the archive. Differences found and mended: ${differences.length}.`,
      told.join("\n"),
    );
  };
  const complain = (cause: unknown) => {
    if (!closing.signal.aborted)
      log("The finding index could not read the archive; it will be tried again.", cause);
  };
  const wake = () => {
    if (closing.signal.aborted) return;
    factsWaiting = true;
    if (!current) {
      void startBuilding().catch(complain);
      return;
    }
    following ??= follow()
      .catch(complain)
      .finally(() => {
        following = null;
      });
  };
  const countAnew = () => {
    const followed = current;
    if (!followed || closing.signal.aborted) return;
    counting ??= followCounts(reading, followed.index, followed.countsSeen, closing.signal)
      .then((seen) => {
        followed.countsSeen = seen;
      })
      .catch(complain)
      .finally(() => {
        counting = null;
      });
  };
  const upToDate = async (): Promise<Followed> => {
    if (!current) return startBuilding();
    if (following) await following;
    return current;
  };
  /** The index, and what of it a person's lists show: asked again after each pause. */
  const seenBy = async (
    person: Person,
    heeding: Heeding = "all",
  ): Promise<{ index: FindingIndex; viewNow: () => View }> => {
    const audience = audienceOf(person);
    const accountId = accountIdOf(person);
    const rules = await findReaderRules(reading, accountId, heeding);
    const { index, quiet } = await upToDate();
    if (rules === null || accountId === null) return { index, viewNow: () => audience };
    const whose = heeding === "all" ? accountId : `${accountId} ${heeding}`;
    return { index, viewNow: () => ({ audience, quiet: quiet.of(whose, rules, Date.now()) }) };
  };

  const askTexts = async (filter: WorkFilter): Promise<Asked> => ({
    now: Date.now(),
    text: filter.text === "" ? null : await text.find(filter.text),
  });

  database.onFacts(wake);
  const timer = setInterval(wake, lookInterval);
  timer.unref();
  const countsTimer = setInterval(countAnew, countsInterval);
  countsTimer.unref();
  wake();
  return {
    async find(filter, person, wish) {
      const asked = await askTexts(filter);
      const { index, viewNow } = await seenBy(person, wish.heeding);
      return findRows(index, filter, viewNow(), wish, asked);
    },
    async facetValues(filter, person, kind, typed) {
      const asked = await askTexts(filter);
      const { index, viewNow } = await seenBy(person);
      return findFacetValues(index, filter, viewNow(), kind, typed, asked);
    },
    async suggestTags(person, wish) {
      const { index, viewNow } = await seenBy(person);
      const suggested = suggestTags(index, viewNow(), wish);
      return nameSuggestions(reading, person, suggested);
    },
    async countTags(person, kindId) {
      const { index, viewNow } = await seenBy(person);
      return countKind(index, viewNow, kindId);
    },
    countEveryTag: async (person, kindId) =>
      countKind((await upToDate()).index, () => audienceOf(person), kindId),
    async countArchive(person) {
      if (!current) return null;
      const { index, viewNow } = await seenBy(person);
      return countArchive(index, viewNow());
    },
    progress: () => (current ? null : progress),
    check: async () => compareIndex(reading, (await upToDate()).index, closing.signal),
    async close() {
      closing.abort();
      clearInterval(timer);
      clearInterval(countsTimer);
      await building?.catch(() => {});
      await following;
      await checking;
      await counting;
      await tidying;
    },
  };
}
