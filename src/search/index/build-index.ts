import type { Database } from "../../plumbing/database/database.ts";
import type { Reader } from "../../plumbing/database/reader-writer.ts";
import { FindingIndex } from "./finding-index.ts";
import { pauseForPages } from "./pause.ts";
import { countWorks, fileForThreads, readSlices } from "./read-slices.ts";
import { readTags, readTagsBehind } from "./read-tags.ts";

/** Tags read at once: some ten milliseconds, after which a page may go first. */
const tagsAtOnce = 1_000;

/** From so many works on they are read in threads. */
const manyWorks = 10_000;

/** How far building has come, in works. */
export type Progress = { done: number; of: number };

/**
 * Reads the archive into an index, a slice at a time, so that pages are answered in between.
 *
 * What changes meanwhile may be read as it was or as it is: whoever asked follows the log of facts from where
 * it stood before.
 *
 * @param threadsFrom how many works are worth reading in threads
 * @throws when the archive is closing, or cannot be read
 */
export async function buildIndex(
  database: Pick<Database, "engine" | "reading">,
  closing: AbortSignal,
  onProgress: (progress: Progress) => void,
  threadsFrom = manyWorks,
): Promise<FindingIndex> {
  const reader = database.reading;
  const pause = async () => {
    await pauseForPages();
    closing.throwIfAborted();
  };
  const index = new FindingIndex();
  const file = await fileForThreads(database, threadsFrom);
  const of = await countWorks(reader, file, closing);
  onProgress({ done: 0, of });
  index.makeRoom(of);
  for await (const works of readSlices(reader, file, closing)) {
    index.putAll(works);
    onProgress({ done: index.listed, of });
    await pause();
  }
  for (let behind: string | undefined = ""; behind !== undefined; ) {
    const tags = await readTagsBehind(reader, behind, tagsAtOnce);
    for (const tag of tags) index.tags.meanings.put(tag);
    behind = tags.at(-1)?.id;
    await pause();
  }
  await index.tags.numberByFrequency(pause);
  await index.settle(pause);
  return index;
}

/**
 * Takes in tags that are not known, and those they lead to.
 *
 * @returns whether what tags mean may have changed
 */
export async function learnTags(
  reader: Reader,
  { tags: { meanings } }: FindingIndex,
  ids: readonly string[],
): Promise<boolean> {
  let changed = false;
  let unknown = [...new Set(ids.filter((id) => !meanings.knows(id)))];
  while (unknown.length > 0) {
    const tags = await readTags(reader, unknown.slice(0, tagsAtOnce));
    for (const tag of tags) if (meanings.put(tag)) changed = true;
    const asked = new Set(unknown.slice(0, tagsAtOnce));
    const linked = tags.flatMap(({ synonymOf, parentIds }) => [
      ...(synonymOf ? [synonymOf] : []),
      ...parentIds,
    ]);
    unknown = [
      ...unknown.slice(tagsAtOnce),
      ...new Set(linked.filter((id) => !meanings.knows(id) && !asked.has(id))),
    ];
  }
  return changed;
}
