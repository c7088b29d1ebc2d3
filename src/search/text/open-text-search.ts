import type { Database } from "../../plumbing/database/database.ts";
import type { TextSearch } from "../text-search.ts";

/** Opens the search inside texts. */
export function openTextSearch(_database: Database): TextSearch {
  return {
    find: async () => ({ workIds: [], scores: new Float32Array(0) }),
    snippets: async () => new Map(),
    unusable: () => [],
  };
}
