import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely, sql } from "kysely";
import { sqliteDialect } from "./sqlite-dialect.ts";
import type { Tables } from "./tables.ts";

/**
 * Opens the embedded engine: one file in WAL mode, one connection that writes and one that cannot.
 *
 * `synchronous=FULL`: a commit is on the disk before the save is acknowledged
 * (https://sqlite.org/pragma.html#pragma_synchronous).
 *
 * @param file where the database lies, e.g. "data/pressie.sqlite"; made when missing
 */
export function openSqlite(file: string): {
  writing: Kysely<Tables>;
  reading: Kysely<Tables>;
  scrub(): Promise<void>;
  close(): Promise<void>;
} {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // Drafts and password hashes lie in it. SQLite gives the files beside it the mode of the file itself.
  closeSync(openSync(file, "a", 0o600));
  const writing = new DatabaseSync(file, { timeout: 5000 });
  writing.exec(
    "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma cache_size = -32000;" +
      // What is deleted is written over: somebody who leaves leaves nothing in the free pages of the file.
      "pragma secure_delete = on;",
  );
  const reading = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
  reading.exec("pragma query_only = on; pragma cache_size = -32000; pragma mmap_size = 268435456;");
  const builders = {
    writing: new Kysely<Tables>({ dialect: sqliteDialect(writing, true) }),
    reading: new Kysely<Tables>({ dialect: sqliteDialect(reading, false) }),
  };
  return {
    ...builders,
    async scrub() {
      await builders.writing.connection().execute(async (connection) => {
        // Whoever reads at this moment keeps the log as it is; nobody waits for them.
        await sql`pragma busy_timeout = 0`.execute(connection);
        await sql`pragma wal_checkpoint(truncate)`.execute(connection);
        await sql`pragma busy_timeout = 5000`.execute(connection);
      });
    },
    async close() {
      // Kysely leaves a connection open that it was never asked to use. The one that writes is last: it takes the log away.
      await builders.reading.destroy();
      if (reading.isOpen) reading.close();
      await builders.writing.destroy();
      if (writing.isOpen) writing.close();
    },
  };
}
