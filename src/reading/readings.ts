import type { Database } from "../plumbing/database/database.ts";
import type { SettingsKeeper } from "../plumbing/settings/settings.ts";
import { addToCounts } from "../works/work-counts.ts";
import { openDayMemory } from "./day-memory.ts";
import { isByPerson, type Opening } from "./opening.ts";

/** How often what was counted is written, in ms: what a crash loses at most. */
const writeInterval = 60_000;

/** Openings remembered in a day, about 50 bytes each; past that all are forgotten, and may count once more. */
const mostRemembered = 1_000_000;
/** How many of one household are counted a day for one work, however many browsers they name: not a crowd. */
const seatsOfHousehold = 30;
/** Works written in one transaction, so that nobody waits long behind it. */
const worksAtOnce = 500;

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
  const memory = openDayMemory(clock, mostRemembered);
  let writing: Promise<void> = Promise.resolve();

  const isNew = (reading: string): boolean => {
    if (memory.isFull()) memory.forget();
    if (memory.has(reading)) return false;
    memory.add(reading);
    return true;
  };
  const takesSeat = (workId: string, household: string): boolean => {
    for (let seat = 0; seat < seatsOfHousehold; seat++)
      if (isNew(`${workId} ${household} seat ${seat}`)) return true;
    return false;
  };
  const learnWhetherToCount = async () => {
    isCounting = (await settings.current()).readings !== "off";
  };
  const writeCounted = async () => {
    await learnWhetherToCount();
    if (!isCounting) {
      counted.clear();
      memory.forget();
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
    opened(workId, opening) {
      if (!isCounting || !isByPerson(opening)) return;
      const { accountId, household, userAgent } = opening;
      if (!isNew(`${workId} ${accountId ?? `${household} ${userAgent}`}`)) return;
      if (accountId === null && !takesSeat(workId, household)) return;
      counted.set(workId, (counted.get(workId) ?? 0) + 1);
    },
    write,
    async close() {
      clearInterval(timer);
      await write();
    },
  };
}
