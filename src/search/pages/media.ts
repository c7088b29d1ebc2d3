import type { Reader } from "../../plumbing/database/reader-writer.ts";
import { listEveryChoice } from "../../works/change-choice-list.ts";
import "../../tags/tags.ts";

/** Something fandoms are fandoms of, with the fandoms of it; the last has no name: those that are in none. */
export type Medium = { id: string; name: string | null; has: (fandomId: string) => boolean };

/** Stands in an address for no medium at all; no row of the owner's can have it for its id. */
const inNone = "-";

/** The media in the owner's order, retired ones among them, and at the end the fandoms in none. */
export async function findMedia(reader: Reader): Promise<Medium[]> {
  const [rows, links] = await Promise.all([
    listEveryChoice(reader, "media"),
    reader.selectFrom("tag_media").select(["tag_id", "medium_id"]).execute(),
  ]);
  const members = Map.groupBy(links, ({ medium_id }) => medium_id);
  const sorted = new Set(links.map(({ tag_id }) => tag_id));
  return [
    ...rows.map(({ id, name }) => {
      const ids = new Set(members.get(id)?.map(({ tag_id }) => tag_id));
      return { id, name, has: (fandomId: string) => ids.has(fandomId) };
    }),
    { id: inNone, name: null, has: (fandomId: string) => !sorted.has(fandomId) },
  ];
}

/** The media that some of the names are in, with how many. While nobody has sorted any, there is nothing to tell. */
export function countMedia(
  media: readonly Medium[],
  names: readonly { id: string }[],
): { medium: Medium; count: number }[] {
  const counted = media
    .map((medium) => ({ medium, count: names.filter(({ id }) => medium.has(id)).length }))
    .filter(({ count }) => count > 0);
  return counted.some(({ medium }) => medium.name !== null) ? counted : [];
}
