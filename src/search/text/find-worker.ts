import { openFile } from "../../plumbing/database/open-file.ts";
import type { TextMatches } from "../text-search.ts";
import { findText } from "./find-text.ts";
import type { Term } from "./read-terms.ts";

/** What a thread is asked: which terms, in which SQLite file. */
export type FindTask = { file: string; terms: readonly Term[] };

/** Finds in a thread: a word that every work has takes a while, and no page may wait for it. */
export default function findInFile({ file, terms }: FindTask): Promise<TextMatches> {
  return findText(openFile(file), "sqlite", terms);
}
