import type { RecordedFact } from "../../vocabulary/events.ts";
import type { Database } from "../database/database.ts";
import { Turns } from "../jobs/turns.ts";
import { factIn } from "./read-log.ts";
import "./events-table.ts";

/** How often another process's facts are looked for, in ms; our own are told at once. */
const lookInterval = 500;
/** Facts carried out between two notes of how far we came; a crash repeats at most this many. */
const batchSize = 100;
/** Tries before a reaction that keeps failing is logged and left behind. */
const mostTries = 5;

/** Carries out what follows one fact. Must be safe to repeat: it is called at least once. */
export type Reaction = (recorded: RecordedFact) => Promise<void>;

/** Tells the owner's log what went wrong, in a sentence, with the cause. */
export type Complaint = (sentence: string, cause: unknown) => void;

/** A running follower of the log. */
export type Follower = {
  /** Resolves when every fact recorded so far has been carried out; for tests and for closing. */
  caughtUp(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Follows the log of facts from where `name` left off, in order, at least once each.
 *
 * What a crash leaves: facts carried out since the last note are carried out again at the next start;
 * none is skipped.
 *
 * @param name the follower's name in `event_followers`, stable across releases
 * @param complain told when a reaction keeps failing; the fact is then left behind so that one bad
 *   reaction cannot hold up all others
 */
export function followFacts(
  database: Database,
  name: string,
  react: Reaction,
  complain: Complaint,
): Follower {
  let stopped = false;
  let running: Promise<void> | null = null;
  let again = false;

  const run = async () => {
    const turns = new Turns();
    let moved = true;
    while (moved && !stopped) {
      moved = await carryOutBatch(database, name, react, complain);
      if (turns.isOver) await turns.next();
    }
  };
  const wake = () => {
    if (running) {
      again = true;
      return;
    }
    running = run()
      .catch((cause: unknown) => {
        complain("The log of facts could not be read; it will be tried again.", cause);
      })
      .finally(() => {
        running = null;
        if (again && !stopped) {
          again = false;
          wake();
        }
      });
  };
  database.onFacts(wake);
  const timer = setInterval(wake, lookInterval);
  timer.unref();
  wake();
  return {
    async caughtUp() {
      wake();
      while (running) await running;
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      if (running) await running;
    },
  };
}

async function carryOutBatch(
  database: Database,
  name: string,
  react: Reaction,
  complain: Complaint,
): Promise<boolean> {
  const place = await database.reading
    .selectFrom("event_followers")
    .select("last_number")
    .where("name", "=", name)
    .executeTakeFirst();
  const rows = await database.reading
    .selectFrom("events")
    .selectAll()
    .where("number", ">", place?.last_number ?? 0)
    .orderBy("number")
    .limit(batchSize)
    .execute();
  for (const row of rows) {
    const recorded = { number: row.number, recordedAt: row.recorded_at, fact: factIn(row.body) };
    await carryOut(recorded, react, complain);
  }
  const last = rows.at(-1);
  if (!last) return false;
  await database.write((writer) =>
    writer
      .insertInto("event_followers")
      .values({ name, last_number: last.number })
      .onConflict((conflict) => conflict.column("name").doUpdateSet({ last_number: last.number }))
      .execute(),
  );
  return rows.length === batchSize;
}

async function carryOut(recorded: RecordedFact, react: Reaction, complain: Complaint): Promise<void> {
  for (let attempt = 1; attempt <= mostTries; attempt++) {
    try {
      await react(recorded);
      return;
    } catch (cause) {
      if (attempt === mostTries)
        complain(
          `Fact ${recorded.number} (${recorded.fact.type}) was given up after ${mostTries} tries.`,
          cause,
        );
    }
  }
}
