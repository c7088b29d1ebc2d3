import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import type { Reader } from "../../plumbing/database/reader-writer.ts";
import { sqliteDialect } from "../../plumbing/database/sqlite-dialect.ts";
import type { Tables } from "../../plumbing/database/tables.ts";

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
