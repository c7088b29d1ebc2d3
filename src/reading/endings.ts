import type { Database } from "../plumbing/database/database.ts";
import type { SettingsKeeper } from "../plumbing/settings/settings.ts";
import { dayOf } from "../vocabulary/days.ts";
import { addEndings, type CountedEnding } from "./add-endings.ts";
import { openDayMemory } from "./day-memory.ts";
import { isByPerson, type Opening } from "./opening.ts";

/** How often what was counted is written, in ms: what a crash loses at most. */
const writeInterval = 60_000;
/** Numbers remembered in a day; past that no more visitors are counted, so that nobody is counted twice. */
const mostRemembered = 1_000_000;
/** How many of one household are counted a day for one chapter, however many browsers they name: not a crowd. */
const seatsOfHousehold = 3;
/** Chapters written in one transaction, so that nobody waits long behind it. */
const chaptersAtOnce = 500;

/** Counts how often chapters are read to their end. */
export type Endings = {
  /**
   * Counts that somebody came to the end of these chapters, once a day for each. The caller knows that they may read
   * them, did not write them, and have nothing against being counted.
   */
  reached(chapterIds: readonly string[], by: Opening): void;
  /** Writes what was counted. */
  write(): Promise<void>;
  /** Writes what was counted and stops. */
  close(): Promise<void>;
};

/**
 * Counts in memory, as `openReadings` does, and with the same promise: who it was is a number that dies with the day, and
 * each process counts for itself. What a killed process had not written is lost, never counted twice.
 *
 * @param complain told when counts could not be written; they are kept for the next time
 */
export function openEndings(
  database: Database,
  settings: SettingsKeeper,
  complain: (sentence: string, cause: unknown) => void,
  { interval = writeInterval, clock = Date.now, most = mostRemembered } = {},
): Endings {
  const memory = openDayMemory(clock, most);
  let counted = new Map<string, CountedEnding>();
  let isCounting = false;
  let writing: Promise<void> = Promise.resolve();

  const isNew = (chapterId: string, { accountId, household, userAgent }: Opening): boolean => {
    if (memory.isFull()) return false;
    const reader = `${chapterId} ${accountId ?? `${household} ${userAgent}`}`;
    if (memory.has(reader)) return false;
    if (accountId === null) {
      const seats = Array.from(
        { length: seatsOfHousehold },
        (_, seat) => `${chapterId} ${household} ${seat}`,
      );
      const free = seats.find((seat) => !memory.has(seat));
      if (free === undefined) return false;
      memory.add(free);
    }
    memory.add(reader);
    return true;
  };
  const count = ({ chapterId, day, times }: CountedEnding) => {
    const key = `${day} ${chapterId}`;
    counted.set(key, { chapterId, day, times: (counted.get(key)?.times ?? 0) + times });
  };
  const learnWhetherToCount = async () => {
    isCounting = (await settings.current()).statistics === "counted";
  };
  const writeCounted = async () => {
    await learnWhetherToCount();
    if (!isCounting) {
      counted.clear();
      memory.forget();
    }
    const entries = [...counted.values()];
    counted = new Map();
    for (let from = 0; from < entries.length; from += chaptersAtOnce) {
      try {
        const part = entries.slice(from, from + chaptersAtOnce);
        await database.write((writer) => addEndings(writer, part));
      } catch (cause) {
        for (const entry of entries.slice(from)) count(entry);
        throw cause;
      }
    }
  };
  const write = () => {
    writing = writing.then(writeCounted).catch((cause: unknown) => {
      complain("Readings to the end could not be written; they are kept for the next time.", cause);
    });
    return writing;
  };

  // What cannot be read now is asked again before anything is written.
  learnWhetherToCount().catch(() => {});
  const timer = setInterval(write, interval);
  timer.unref();
  return {
    reached(chapterIds, by) {
      if (!isCounting || !isByPerson(by)) return;
      for (const chapterId of chapterIds)
        if (isNew(chapterId, by)) count({ chapterId, day: dayOf(clock()), times: 1 });
    },
    write,
    async close() {
      clearInterval(timer);
      await write();
    },
  };
}
