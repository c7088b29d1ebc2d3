import type { Database } from "../plumbing/database/database.ts";
import type { SettingsKeeper } from "../plumbing/settings/settings.ts";
import { dayOf } from "../vocabulary/days.ts";
import { addEndings, type CountedEnding } from "./add-endings.ts";
import { openDayMemory } from "./day-memory.ts";
import { openTally } from "./open-tally.ts";
import { isByPerson, type Opening } from "./opening.ts";

/** Numbers remembered in a day; past that no more visitors are counted, so that nobody is counted twice. */
const mostRemembered = 1_000_000;
/** How many of one household are counted a day for one chapter, however many browsers they name: not a crowd. */
const seatsOfHousehold = 3;

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
 * Counts in memory (`openTally`), as `openReadings` does, and with the same promise: who it was is a number that dies with
 * the day, and each process counts for itself.
 *
 * @param complain told when counts could not be written; they are kept for the next time
 */
export function openEndings(
  database: Database,
  settings: SettingsKeeper,
  complain: (sentence: string, cause: unknown) => void,
  {
    interval,
    clock = Date.now,
    most = mostRemembered,
  }: { interval?: number; clock?: () => number; most?: number } = {},
): Endings {
  const memory = openDayMemory(clock, most);
  const tally = openTally<CountedEnding>(
    {
      askWhetherWanted: async () => (await settings.current()).statistics === "counted",
      keyOf: ({ chapterId, day }) => `${day} ${chapterId}`,
      write: (some) => database.write((writer) => addEndings(writer, some)),
      forget: memory.forget,
      complain: (cause) =>
        complain("Readings to the end could not be written; they are kept for the next time.", cause),
    },
    interval,
  );

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
  return {
    reached(chapterIds, by) {
      if (!tally.isWanted || !isByPerson(by)) return;
      for (const chapterId of chapterIds)
        if (isNew(chapterId, by)) tally.add({ chapterId, day: dayOf(clock()), times: 1 });
    },
    write: tally.write,
    close: tally.close,
  };
}
