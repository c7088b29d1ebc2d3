import { DatabaseSync } from "node:sqlite";
import { Kysely, sql } from "kysely";
import type { Database } from "./database.ts";
import type { Reader } from "./reader-writer.ts";
import { sqliteDialect } from "./sqlite-dialect.ts";
import type { Tables } from "./tables.ts";

const open = new Map<string, Reader>();

/** A thread's own connection to an SQLite file, which cannot write; it is closed with the thread. */
export function openFile(file: string): Reader {
  const known = open.get(file);
  if (known) return known;
  const connection = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
  connection.exec("pragma query_only = on; pragma cache_size = -16000; pragma mmap_size = 268435456;");
  const reader = new Kysely<Tables>({ dialect: sqliteDialect(connection, false) });
  open.set(file, reader);
  return reader;
}

/**
 * Where SQLite's file lies, for threads to open (https://sqlite.org/pragma.html#pragma_database_list).
 *
 * @returns null on PostgreSQL, which is another process as it is
 */
export async function fileOf({
  engine,
  reading,
}: Pick<Database, "engine" | "reading">): Promise<string | null> {
  if (engine === "postgres") return null;
  const { rows } = await sql<{
    file: string;
  }>`select file from pragma_database_list where name = 'main'`.execute(reading);
  return rows[0]?.file || null;
}
