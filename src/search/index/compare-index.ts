import type { Reader } from "../../plumbing/database/reader-writer.ts";
import type { FindingIndex } from "./finding-index.ts";
import { readTagsAgain, readWorksAgain } from "./follow-log.ts";
import { pauseForPages } from "./pause.ts";
import { readTagsBehind } from "./read-tags.ts";
import { readWorks, stretches } from "./read-works.ts";

const slice = 250;

/** How the index was wrong about a work or a tag. */
export type Difference = {
  what: "missing work" | "work too many" | "changed work" | "changed tag";
  id: string;
};

/**
 * Compares the index with the database and mends what differs, by reading it anew.
 *
 * What changes while it compares may be told as a difference although it was only not followed yet; mending
 * it does no harm.
 *
 * @throws when the archive is closing, or cannot be read
 */
export async function compareIndex(
  reader: Reader,
  index: FindingIndex,
  closing: AbortSignal,
): Promise<Difference[]> {
  const differences = await compareTags(reader, index);
  const listed = new Set<string>();
  for await (const stretch of stretches(reader, slice)) {
    for (const work of await readWorks(reader, stretch)) {
      listed.add(work.id);
      if (!index.has(work.id)) differences.push({ what: "missing work", id: work.id });
      else if (!index.holds(work)) differences.push({ what: "changed work", id: work.id });
    }
    await pauseForPages();
    closing.throwIfAborted();
  }
  for (const id of index.listedIds()) if (!listed.has(id)) differences.push({ what: "work too many", id });
  const idsOf = (isTag: boolean) =>
    differences.flatMap(({ what, id }) => ((what === "changed tag") === isTag ? [id] : []));
  await readTagsAgain(reader, index, idsOf(true));
  await readWorksAgain(reader, index, idsOf(false));
  return differences;
}

async function compareTags(reader: Reader, { tags: { meanings } }: FindingIndex): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (let behind: string | undefined = ""; behind !== undefined; ) {
    const tags = await readTagsBehind(reader, behind, slice);
    // A tag on no work yet may be unknown: it is taken in with its first work.
    for (const tag of tags)
      if (meanings.knows(tag.id) && !meanings.holds(tag))
        differences.push({ what: "changed tag", id: tag.id });
    behind = tags.at(-1)?.id;
    await pauseForPages();
  }
  return differences;
}
