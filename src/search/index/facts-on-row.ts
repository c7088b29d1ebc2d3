import type { TagWeight } from "../../tags/tags.ts";
import type { WorkFacts } from "../../works/apply-rules.ts";
import type { FindingIndex } from "./finding-index.ts";
import { fandomKindId } from "./indexed-work.ts";
import { isGreater, tagOfKey, weightOfKey } from "./tag-key.ts";

/** What rules look at, of the work on a row. */
export function factsOnRow(index: FindingIndex, row: number): WorkFacts {
  const { meanings: known, postings } = index.tags;
  const meanings = new Map<string, { weight: TagWeight; by: string }>();
  for (const key of postings.termsOn(row)) {
    const tag = tagOfKey(key);
    const weight = weightOfKey(key);
    for (const meaning of known.reachOf(tag)) {
      const id = known.table.idAt(meaning);
      const before = meanings.get(id);
      if (!before || isGreater(weight, before.weight))
        meanings.set(id, { weight, by: known.table.idAt(tag) });
    }
  }
  const saidWarnings = new Set<string>();
  for (const [id, { yes, no }] of index.warnings) if (yes.has(row) || no.has(row)) saidWarnings.add(id);
  return {
    id: index.works.idAt(row),
    writers: index.writers.idsOn(row),
    meanings,
    language: [...index.languages].find(([, set]) => set.has(row))?.[0] ?? "",
    words: index.words.valueAt(row),
    fandoms: index.tags.countOfKind(row, fandomKindId),
    complete: index.complete.has(row),
    updated: index.updated.valueAt(row),
    saidWarnings,
  };
}
