import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";

/** Statements kept compiled per connection; the archive has fewer distinct ones than this. */
const keptStatements = 500;

/**
 * Kysely over one `node:sqlite` connection.
 *
 * Kysely's own dialect expects better-sqlite3; `node:sqlite` needs no install script and ships with
 * the pinned Node. Transactions begin `immediate`, so that a second process waits for the write lock
 * at once (busy_timeout) instead of failing half-way with SQLITE_BUSY_SNAPSHOT
 * (https://sqlite.org/isolation.html).
 *
 * @param connection an open database; closed with the Kysely instance
 * @param exclusive whether one query or transaction at a time may use it (needed for writing)
 */
export function sqliteDialect(connection: DatabaseSync, exclusive: boolean): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new NodeSqliteDriver(connection, exclusive),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

class NodeSqliteDriver implements Driver {
  readonly #connection: NodeSqliteConnection;
  readonly #exclusive: boolean;
  #lastInLine: Promise<void> = Promise.resolve();
  #leave: () => void = () => {};

  constructor(connection: DatabaseSync, exclusive: boolean) {
    this.#connection = new NodeSqliteConnection(connection);
    this.#exclusive = exclusive;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    if (!this.#exclusive) return this.#connection;
    const ahead = this.#lastInLine;
    let leave = () => {};
    this.#lastInLine = new Promise((resolve) => {
      leave = resolve;
    });
    await ahead;
    this.#leave = leave;
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    if (this.#exclusive) this.#leave();
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("commit"));
  }

  /** SQLite rolls back by itself what a full disk or a broken file ended; then what was thrown is thrown on. */
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (!this.#connection.isInTransaction) return;
    await connection.executeQuery(CompiledQuery.raw("rollback"));
  }

  async destroy(): Promise<void> {
    this.#connection.close();
  }
}

/** How long queries may follow on one another before whatever else waits is let in, in ms. */
const longestHold = 25;

/**
 * How long the thread has been held. This engine answers at once, so that waiting for it lets nobody else in: a thousand small
 * queries, each waited for, would keep every page waiting as one long one does.
 */
const thread = {
  heldSince: 0,
  get isHeld(): boolean {
    const now = performance.now();
    if (this.heldSince > 0) return now - this.heldSince > longestHold;
    this.heldSince = now;
    // Runs when everything that follows from what was answered is done, or has begun to wait.
    setImmediate(() => {
      this.heldSince = 0;
    });
    return false;
  },
  async letOthersIn(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
  },
};

/** A statement and what its columns are called; none: it answers with no rows. */
type Prepared = { statement: StatementSync; columns: readonly string[] };

class NodeSqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, Prepared>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  get isInTransaction(): boolean {
    return this.#database.isTransaction;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (thread.isHeld) await thread.letOthersIn();
    const { statement, columns } = this.#prepared(query.sql);
    const parameters = query.parameters.map(toSqliteValue);
    if (columns.length > 0) return { rows: rowsOf<Row>(statement, columns, parameters) };
    const { changes } = statement.run(...parameters);
    return { rows: [], numAffectedRows: BigInt(changes) };
  }

  // biome-ignore lint/correctness/useYield: refuses before the first row
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error("streaming is not used: pages are bounded");
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }

  #prepared(sql: string): Prepared {
    const kept = this.#statements.get(sql);
    if (kept) return kept;
    const statement = this.#database.prepare(sql);
    statement.setReturnArrays(true);
    // Asked once: it takes as long as a small query, and the schema's steps are taken before anything else is asked.
    const prepared = { statement, columns: statement.columns().map(({ name }) => name) };
    if (this.#statements.size >= keptStatements) this.#statements.clear();
    this.#statements.set(sql, prepared);
    return prepared;
  }
}

/**
 * Kysely promises rows of the type its builder worked out; only here does the engine's answer meet that promise.
 * Rows are taken as lists and made objects here, which then share one shape: the engine's own have none, take twice
 * the time and are slow to read.
 */
function rowsOf<Row>(
  statement: StatementSync,
  columns: readonly string[],
  parameters: SQLInputValue[],
): Row[] {
  const rows: Row[] = [];
  for (const values of statement.all(...parameters)) {
    const row: Record<string, unknown> = {};
    for (let column = 0; column < columns.length; column++) row[columns[column] ?? ""] = values[column];
    rows.push(row as Row);
  }
  return rows;
}

function toSqliteValue(value: unknown): SQLInputValue {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "bigint")
    return value;
  if (value instanceof Uint8Array) return value;
  throw new TypeError(
    `SQLite cannot store a ${typeof value}: booleans are 0/1, times are integers, JSON is text`,
  );
}
