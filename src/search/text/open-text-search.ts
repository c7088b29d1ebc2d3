import { sql } from "kysely";
import type { Database } from "../../plumbing/database/database.ts";
import { openWorkerPool, type WorkerPool } from "../../plumbing/jobs/worker-pool.ts";
import type { TextMatches, TextSearch } from "../text-search.ts";
import { findPlaces } from "./find-places.ts";
import { findText } from "./find-text.ts";
import type { FindTask } from "./find-worker.ts";
import { keepAnswers } from "./kept-answers.ts";
import { readTerms, type Term } from "./read-terms.ts";

// Compiled code lies beside its sources' names with another extension; a URL is not rewritten by the compiler.
const entry = new URL(`./find-worker${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url);

/** A few places under each work of a list; and all of one work, within reason. */
const underWork = { passagesOfTerm: 6, count: 3 };
const inOneWork = { passagesOfTerm: 200, count: 200 };

/** Milliseconds one question may take. */
const timeLimit = 20_000;
/** Milliseconds a thread waits for the next question before it ends. */
const idle = 600_000;

/**
 * Opens the search inside texts.
 *
 * On SQLite the index is asked in a thread of its own, which starts with the first question; PostgreSQL is
 * another process as it is.
 */
export function openTextSearch(database: Database): TextSearch & { close(): Promise<void> } {
  const { engine, reading } = database;
  const answers = keepAnswers(reading);
  let threads: WorkerPool<FindTask, TextMatches> | null = null;
  let file: Promise<string> | null = null;
  const find = async (terms: readonly Term[]): Promise<TextMatches> => {
    if (engine === "postgres") return findText(reading, engine, terms);
    threads ??= openWorkerPool<FindTask, TextMatches>(entry, { threads: 1, timeLimit, idle });
    file ??= fileOf(database);
    return threads.run({ file: await file, terms });
  };
  const placesIn = async (text: string, workIds: readonly string[], wish: typeof underWork) =>
    findPlaces(reading, engine, readTerms(text).terms, workIds, wish);
  return {
    async find(text) {
      const { terms } = readTerms(text);
      if (terms.length === 0) return { workIds: [], scores: new Float32Array(0) };
      return answers.get(JSON.stringify(terms), () => find(terms));
    },
    snippets: (text, workIds) => placesIn(text, workIds, underWork),
    placesIn: async (text, workId) => (await placesIn(text, [workId], inOneWork)).get(workId) ?? [],
    unusable: (text) => readTerms(text).unusable,
    close: async () => threads?.close(),
  };
}

/** Where SQLite's file lies (https://sqlite.org/pragma.html#pragma_database_list). */
async function fileOf({ reading }: Database): Promise<string> {
  const { rows } = await sql<{
    file: string;
  }>`select file from pragma_database_list where name = 'main'`.execute(reading);
  return rows[0]?.file ?? "";
}
