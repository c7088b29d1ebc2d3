import type { Database } from "../plumbing/database/database.ts";
import type { SettingsKeeper } from "../plumbing/settings/settings.ts";
import { addToCounts } from "../works/work-counts.ts";
import { isBrowser } from "./browser-names.ts";
import { newNumbering } from "./day-number.ts";

/** How often what was counted is written, in ms: what a crash loses at most. */
const writeInterval = 60_000;
const day = 86_400_000;

/** Openings remembered in a day, about 50 bytes each; past that all are forgotten, and may count once more. */
const mostRemembered = 1_000_000;
/** Works written in one transaction, so that nobody waits long behind it. */
const worksAtOnce = 500;

/** Who opened a work, as far as it is needed to count them once a day. Nothing of it is kept. */
export type Opening = {
  /** The member, or null for a visitor, whom address and browser tell apart. */
  accountId: string | null;
  /** Where they are (`householdOf`). */
  household: string;
  userAgent: string;
  /** The Sec-Purpose or Purpose header: a browser that loads a page before anybody wants it says so there. */
  purpose: string;
};

/** Counts the openings of works. */
export type Readings = {
  /** Counts an opening, once a day for each person and work; programs are not counted. Takes microseconds. */
  opened(workId: string, opening: Opening): void;
  /** Writes what was counted. */
  write(): Promise<void>;
  /** Writes what was counted and stops. */
  close(): Promise<void>;
};

/**
 * Counts in memory and writes every minute; a process that is killed loses that minute.
 *
 * A person is a number for one day: the hash of who opened what, with a salt that only this process's memory holds
 * and that is thrown away with the numbers when the day (UTC) ends. Each process counts for itself.
 *
 * @param complain told when counts could not be written; they are kept for the next time
 */
export function openReadings(
  database: Database,
  settings: SettingsKeeper,
  complain: (sentence: string, cause: unknown) => void,
  { interval = writeInterval, clock = Date.now } = {},
): Readings {
  let counted = new Map<string, number>();
  let isCounting = false;
  let today = 0;
  let numberOf = newNumbering();
  const seen = new Set<number>();
  let writing: Promise<void> = Promise.resolve();

  const forgetPeople = () => {
    seen.clear();
    numberOf = newNumbering();
  };
  const isNew = (workId: string, who: string): boolean => {
    const now = Math.floor(clock() / day);
    if (now !== today || seen.size >= mostRemembered) forgetPeople();
    today = now;
    // 53 bits: among a million a day, a reading is taken for another's with a chance below one in 10^9.
    const number = numberOf(`${workId} ${who}`);
    if (seen.has(number)) return false;
    seen.add(number);
    return true;
  };
  const learnWhetherToCount = async () => {
    isCounting = (await settings.current()).readings !== "off";
  };
  const writeCounted = async () => {
    await learnWhetherToCount();
    if (!isCounting) {
      counted.clear();
      forgetPeople();
    }
    const entries = [...counted].map(([workId, hits]) => ({ workId, hits }));
    counted = new Map();
    for (let from = 0; from < entries.length; from += worksAtOnce) {
      try {
        const part = entries.slice(from, from + worksAtOnce);
        await database.write((writer) => addToCounts(writer, part, clock()));
      } catch (cause) {
        for (const { workId, hits } of entries.slice(from))
          counted.set(workId, (counted.get(workId) ?? 0) + hits);
        throw cause;
      }
    }
  };
  const write = () => {
    writing = writing.then(writeCounted).catch((cause: unknown) => {
      complain("Readings could not be written; they are kept for the next time.", cause);
    });
    return writing;
  };

  // What cannot be read now is asked again before anything is written.
  learnWhetherToCount().catch(() => {});
  const timer = setInterval(write, interval);
  timer.unref();
  return {
    opened(workId, { accountId, household, userAgent, purpose }) {
      if (!isCounting || !isBrowser(userAgent) || /prefetch|preview|prerender/i.test(purpose)) return;
      if (isNew(workId, accountId ?? `${household} ${userAgent}`))
        counted.set(workId, (counted.get(workId) ?? 0) + 1);
    },
    write,
    async close() {
      clearInterval(timer);
      await write();
    },
  };
}
