import type { Database } from "../plumbing/database/database.ts";
import type { SettingsKeeper } from "../plumbing/settings/settings.ts";
import { addToCounts } from "../works/work-counts.ts";
import { openDayMemory } from "./day-memory.ts";
import { openTally } from "./open-tally.ts";
import { isByPerson, type Opening } from "./opening.ts";

/** Openings remembered in a day, about 50 bytes each; past that all are forgotten, and may count once more. */
const mostRemembered = 1_000_000;
/** How many of one household are counted a day for one work, however many browsers they name: not a crowd. */
const seatsOfHousehold = 30;

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
 * Counts in memory and writes every minute (`openTally`).
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
  { interval, clock = Date.now }: { interval?: number; clock?: () => number } = {},
): Readings {
  const memory = openDayMemory(clock, mostRemembered);
  const tally = openTally<{ workId: string; times: number }>(
    {
      askWhetherWanted: async () => (await settings.current()).readings !== "off",
      keyOf: ({ workId }) => workId,
      write: (some) =>
        database.write((writer) =>
          addToCounts(
            writer,
            some.map(({ workId, times: hits }) => ({ workId, hits })),
            clock(),
          ),
        ),
      forget: memory.forget,
      complain: (cause) => complain("Readings could not be written; they are kept for the next time.", cause),
    },
    interval,
  );

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
  return {
    opened(workId, opening) {
      if (!tally.isWanted || !isByPerson(opening)) return;
      const { accountId, household, userAgent } = opening;
      if (!isNew(`${workId} ${accountId ?? `${household} ${userAgent}`}`)) return;
      if (accountId === null && !takesSeat(workId, household)) return;
      tally.add({ workId, times: 1 });
    },
    write: tally.write,
    close: tally.close,
  };
}
