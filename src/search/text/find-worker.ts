import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import { sqliteDialect } from "../../plumbing/database/sqlite-dialect.ts";
import type { Tables } from "../../plumbing/database/tables.ts";
import type { TextMatches } from "../text-search.ts";
import { findText } from "./find-text.ts";
import type { Term } from "./read-terms.ts";

/** What a thread is asked: which terms, in which SQLite file. */
export type FindTask = { file: string; terms: readonly Term[] };

const open = new Map<string, Kysely<Tables>>();

/** Finds in a thread with its own connection: a word that every work has takes a while, and no page may wait for it. */
export default function findInFile({ file, terms }: FindTask): Promise<TextMatches> {
  const reader = open.get(file) ?? openReader(file);
  open.set(file, reader);
  return findText(reader, "sqlite", terms);
}

function openReader(file: string): Kysely<Tables> {
  const connection = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
  connection.exec("pragma query_only = on; pragma cache_size = -16000; pragma mmap_size = 268435456;");
  return new Kysely<Tables>({ dialect: sqliteDialect(connection, false) });
}
