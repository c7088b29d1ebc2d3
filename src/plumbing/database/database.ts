import { type Kysely, sql } from "kysely";
import type { RecordedFact } from "../../vocabulary/events.ts";
import { openPostgres } from "./open-postgres.ts";
import { openSqlite } from "./open-sqlite.ts";
import type { Engine, Reader, Writer } from "./reader-writer.ts";
import type { Tables } from "./tables.ts";

/** Which engine to open and where it lies (see `config.ts`). */
export type DatabaseConfig =
  | { engine: "sqlite"; file: string }
  | { engine: "postgres"; address: string; replicaAddress: string | null };

/** An open archive database: read from `reading`, change through `write`. */
export type Database = {
  engine: Engine;
  reading: Reader;
  /**
   * Asks one question that somebody's words may make long. PostgreSQL ends it at the time limit; SQLite answers in
   * the thread that asks and cannot: there, what may take long is asked in a thread that can be ended.
   *
   * @param timeLimit milliseconds
   * @throws TookTooLong when the server ended it; nothing is left behind, nothing was written
   */
  readWithin<Result>(timeLimit: number, question: (reader: Reader) => Promise<Result>): Promise<Result>;
  /**
   * Runs `work` in one transaction, one writer at a time on either engine, and resolves when the
   * change is durable. Whatever `work` throws rolls everything back and is thrown on.
   */
  write<Result>(work: (writer: Writer) => Promise<Result>): Promise<Result>;
  /** Calls `listener` after every commit that recorded facts, with them, before `write` resolves. */
  onFacts(listener: (facts: readonly RecordedFact[]) => void): void;
  /**
   * Lets nothing of what was deleted lie in the engine's files, as far as that is in our hands: SQLite writes over what
   * is deleted, and this takes away the log that still has it (https://sqlite.org/pragma.html#pragma_wal_checkpoint),
   * unless somebody reads from it just now. PostgreSQL does the like in its own time (autovacuum).
   */
  scrub(): Promise<void>;
  /** For the sign-in library and the migrator, which bring their own statements. */
  forLibraries: Kysely<Tables>;
  close(): Promise<void>;
};

/** A question that the database was not given enough time to answer. */
export class TookTooLong extends Error {
  override name = "TookTooLong";
}

/** PostgreSQL's code for a statement that was ended (Appendix A, query_canceled). */
const queryCanceled = "57014";

/** Facts recorded by transactions still open, so that `write` can tell others after the commit. */
const factsOfOpenTransactions = new WeakMap<Writer, RecordedFact[]>();

/** Notes that `writer`'s transaction carries a fact; only `record-fact.ts` calls this. */
export function noteFact(writer: Writer, fact: RecordedFact): void {
  factsOfOpenTransactions.get(writer)?.push(fact);
}

/** Any constant: the number of the lock that lets one writer in at a time on PostgreSQL. */
const writerLock = 7_377_431;

/**
 * Opens the database the configuration names. Nothing is migrated yet (see `migrate.ts`).
 *
 * @throws when the file cannot be opened or the server cannot be reached
 */
export function openDatabase(config: DatabaseConfig): Database {
  const { writing, reading, scrub, close } =
    config.engine === "sqlite"
      ? openSqlite(config.file)
      : openPostgres(config.address, config.replicaAddress);
  const listeners: ((facts: readonly RecordedFact[]) => void)[] = [];
  return {
    engine: config.engine,
    reading,
    forLibraries: writing,
    onFacts: (listener) => {
      listeners.push(listener);
    },
    async readWithin(timeLimit, question) {
      if (config.engine === "sqlite") return question(reading);
      try {
        return await reading.transaction().execute(async (reader) => {
          await sql`set local statement_timeout = ${sql.lit(Math.ceil(timeLimit))}`.execute(reader);
          return question(reader);
        });
      } catch (cause) {
        if (cause instanceof Error && "code" in cause && cause.code === queryCanceled)
          throw new TookTooLong("the database was not given enough time", { cause });
        throw cause;
      }
    },
    async write(work) {
      const facts: RecordedFact[] = [];
      const result = await writing.transaction().execute(async (writer) => {
        // SQLite has one writer by nature; PostgreSQL gets the same by a lock, so that "read, decide,
        // write" means the same on both and facts are numbered in the order of their commits.
        if (config.engine === "postgres")
          await sql`select pg_advisory_xact_lock(${sql.lit(writerLock)})`.execute(writer);
        factsOfOpenTransactions.set(writer, facts);
        return work(writer);
      });
      if (facts.length > 0) for (const listener of listeners) listener(facts);
      return result;
    },
    scrub,
    close,
  };
}
