import type { Person } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { urls } from "../vocabulary/urls.ts";
import type { BoundWorks } from "../works/bound-works.ts";
import { volumesOf } from "../works/volumes.ts";
import { findShelf, readableOnShelf } from "./shelves.ts";

/**
 * A volume of a shelf as far as this person may read it.
 *
 * @param volume from 1
 * @returns undefined when there is no such shelf or volume for them
 */
export async function shelfAsBook(
  reader: Reader,
  person: Person,
  id: string,
  volume: number,
): Promise<BoundWorks | undefined> {
  const shelf = await findShelf(reader, person, id);
  if (!shelf) return undefined;
  const readable = await readableOnShelf(reader, person, shelf);
  const place = volumesOf(readable.length)[volume - 1];
  if (!place) return undefined;
  return {
    path: urls.shelfBook(id, volume),
    title: place.volume === null ? shelf.name : `${shelf.name} ${place.volume}`,
    text: shelf.text,
    keeper: shelf.visibility === "private" ? null : (shelf.keeper?.name ?? null),
    isSeries: false,
    changedAt: shelf.updatedAt,
    works: readable
      .slice(place.from - 1, place.to)
      .map(({ workId, note }) => ({ workId, note, chapterIds: null })),
  };
}
