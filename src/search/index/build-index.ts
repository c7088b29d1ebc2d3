import type { Reader } from "../../plumbing/database/reader-writer.ts";
import { FindingIndex } from "./finding-index.ts";
import { pauseForPages } from "./pause.ts";
import { readTags, readTagsBehind } from "./read-tags.ts";
import { countListed, listedIds, readWorks } from "./read-works.ts";

/** Rows read at once: some five milliseconds, after which a page may go first. */
const slice = 250;

/** How far building has come, in works. */
export type Progress = { done: number; of: number };

/**
 * Reads the archive into an index, a slice at a time, so that pages are answered in between.
 *
 * What changes meanwhile may be read as it was or as it is: whoever asked follows the log of facts from where
 * it stood before.
 *
 * @throws when the archive is closing, or cannot be read
 */
export async function buildIndex(
  reader: Reader,
  closing: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<FindingIndex> {
  const pause = async () => {
    await pauseForPages();
    closing.throwIfAborted();
  };
  const index = new FindingIndex();
  const of = await countListed(reader);
  onProgress({ done: 0, of });
  for (let behind: string | undefined = ""; behind !== undefined; ) {
    const ids = await listedIds(reader, behind, slice);
    const works = await readWorks(reader, ids);
    await learnTags(
      reader,
      index,
      works.flatMap(({ tags }) => tags.map(({ id }) => id)),
    );
    for (const work of works) index.put(work);
    behind = ids.at(-1);
    onProgress({ done: index.listed, of });
    await pause();
  }
  // Tags come in as works bring them, so that common ones lie side by side where they are counted. The rest after them.
  for (let behind: string | undefined = ""; behind !== undefined; ) {
    const tags = await readTagsBehind(reader, behind, slice);
    for (const tag of tags) if (!index.tags.meanings.knows(tag.id)) index.tags.meanings.put(tag);
    behind = tags.at(-1)?.id;
    await pause();
  }
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
    const tags = await readTags(reader, unknown.slice(0, slice));
    for (const tag of tags) if (meanings.put(tag)) changed = true;
    const asked = new Set(unknown.slice(0, slice));
    const linked = tags.flatMap(({ synonymOf, parentIds }) => [
      ...(synonymOf ? [synonymOf] : []),
      ...parentIds,
    ]);
    unknown = [
      ...unknown.slice(slice),
      ...new Set(linked.filter((id) => !meanings.knows(id) && !asked.has(id))),
    ];
  }
  return changed;
}
