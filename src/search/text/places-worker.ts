import { openFile } from "../../plumbing/database/open-file.ts";
import type { Snippet } from "../text-search.ts";
import { findPlaces, type PlacesWish } from "./find-places.ts";
import type { Term } from "./read-terms.ts";

/** What a thread is asked: places with the terms in some works, in which SQLite file. */
export type PlacesTask = {
  file: string;
  terms: readonly Term[];
  workIds: readonly string[];
  wish: PlacesWish;
};

/** Cuts snippets in a thread: passages are taken apart into words again for it. */
export default function findPlacesInFile({
  file,
  terms,
  workIds,
  wish,
}: PlacesTask): Promise<Map<string, Snippet[]>> {
  return findPlaces(openFile(file), "sqlite", terms, workIds, wish);
}
