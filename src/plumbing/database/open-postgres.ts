import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Tables } from "./tables.ts";

/** PostgreSQL's type number of bigint; our times in ms and our counts fit a double exactly. */
const bigintType = 20;

/**
 * Opens PostgreSQL.
 *
 * @param address a connection URL, e.g. "postgres://user@host/pressie"
 * @param replicaAddress where reading may go instead, or null to read from the same server
 */
export function openPostgres(
  address: string,
  replicaAddress: string | null,
): { writing: Kysely<Tables>; reading: Kysely<Tables>; scrub(): Promise<void>; close(): Promise<void> } {
  const types = {
    getTypeParser: (type: number, format?: "text" | "binary") =>
      type === bigintType ? Number : pg.types.getTypeParser(type, format),
  };
  const open = (connectionString: string, options: string) => {
    const pool = new pg.Pool({ connectionString, max: 10, types, options });
    // The server ended an idle connection (a restart): the pool has dropped it, and the next query opens
    // another or says what is wrong. Unheard, this event would end the process.
    pool.on("error", () => {});
    // The same for a connection in the middle of a transaction, which the pool does not hear: the query that
    // waits is told, or the next one is.
    pool.on("connect", (client) => client.on("error", () => {}));
    return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  };
  const writing = open(address, "");
  const reading = open(replicaAddress ?? address, "-c default_transaction_read_only=on");
  return {
    writing,
    reading,
    async scrub() {},
    async close() {
      await reading.destroy();
      await writing.destroy();
    },
  };
}
