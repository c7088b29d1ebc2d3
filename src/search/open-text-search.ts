import { type Database, TookTooLong } from "../plumbing/database/database.ts";
import { fileOf } from "../plumbing/database/open-file.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { openWorkerPool, type WorkerPool, WorkFailed } from "../plumbing/jobs/worker-pool.ts";
import { findPlaces, type PlacesWish } from "./text/find-places.ts";
import { findText } from "./text/find-text.ts";
import type { FindTask } from "./text/find-worker.ts";
import { keepAnswers } from "./text/kept-answers.ts";
import type { PlacesTask } from "./text/places-worker.ts";
import { readTerms, type Term } from "./text/read-terms.ts";
import { mostPlaces, type Snippet, type TextMatches, type TextSearch } from "./text-search.ts";

// Compiled code lies beside its sources' names with another extension; a URL is not rewritten by the compiler.
const extension = import.meta.url.endsWith(".ts") ? ".ts" : ".js";
const finding = new URL(`./text/find-worker${extension}`, import.meta.url);
const cutting = new URL(`./text/places-worker${extension}`, import.meta.url);

/** A few places under each work of a list; and all of one work, within reason. */
const underWork: PlacesWish = { passages: 2, count: 3, glance: true };
const inOneWork: PlacesWish = { passages: mostPlaces, count: mostPlaces, glance: false };

/** Milliseconds one question may take, and a thread waits for the next one before it ends. */
const threadOptions = { threads: 1, timeLimit: 20_000, idle: 600_000 };

/**
 * Opens the search inside texts.
 *
 * On SQLite the index is asked in threads of their own, which start with the first question; PostgreSQL is
 * another process as it is.
 */
export function openTextSearch(database: Database): TextSearch & { close(): Promise<void> } {
  const { engine, reading } = database;
  const answers = keepAnswers(reading);
  let finders: WorkerPool<FindTask, TextMatches> | null = null;
  let cutters: WorkerPool<PlacesTask, Map<string, Snippet[]>> | null = null;
  let file: Promise<string | null> | null = null;
  const ownFile = async () => {
    file ??= fileOf(database);
    return (await file) ?? "";
  };
  const find = async (terms: readonly Term[]): Promise<TextMatches> => {
    if (engine === "postgres") return askServer(database, (reader) => findText(reader, engine, terms));
    finders ??= openWorkerPool(finding, threadOptions);
    return finders.run({ file: await ownFile(), terms });
  };
  const placesIn = async (text: string, workIds: readonly string[], wish: PlacesWish) => {
    const { terms } = readTerms(text);
    if (terms.length === 0 || workIds.length === 0) return new Map<string, Snippet[]>();
    if (engine === "postgres")
      return askServer(database, (reader) => findPlaces(reader, engine, terms, workIds, wish));
    cutters ??= openWorkerPool(cutting, threadOptions);
    return cutters.run({ file: await ownFile(), terms, workIds, wish });
  };
  return {
    async find(text) {
      const { terms } = readTerms(text);
      if (terms.length === 0) return { workIds: [], scores: new Float32Array(0) };
      return answers.get(JSON.stringify(terms), () => find(terms));
    },
    snippets: (text, workIds) => placesIn(text, workIds, underWork),
    placesIn: async (text, workId) => (await placesIn(text, [workId], inOneWork)).get(workId) ?? [],
    unusable: (text) => readTerms(text).unusable,
    async close() {
      await finders?.close();
      await cutters?.close();
    },
  };
}

/** The same limit for each statement of a question to a server, and the same refusal. @throws WorkFailed */
async function askServer<Found>(
  database: Database,
  question: (reader: Reader) => Promise<Found>,
): Promise<Found> {
  try {
    return await database.readWithin(threadOptions.timeLimit, question);
  } catch (cause) {
    if (cause instanceof TookTooLong) throw new WorkFailed("the server was not done in time", { cause });
    throw cause;
  }
}
