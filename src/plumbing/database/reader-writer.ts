import type { Kysely, Transaction } from "kysely";
import type { Tables } from "./tables.ts";

/**
 * Looks things up and cannot write: on SQLite its own read-only connection, on PostgreSQL the replica
 * pool when one is given. A long write never blocks it.
 */
export type Reader = Pick<Kysely<Tables>, "selectFrom" | "with" | "fn" | "getExecutor">;

/** Changes things, and exists only inside a transaction (see `Database.write`). Reads its own writes. */
export type Writer = Transaction<Tables>;

/** The two engines; full text is the one place where the archive may ask which it is. */
export type Engine = "sqlite" | "postgres";
