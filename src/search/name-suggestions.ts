import type { Person } from "../people/person.ts";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import type { TagSuggestion } from "./found.ts";
import type { SuggestedTag } from "./index/suggest-tags.ts";
import { findVisibleTags } from "./visible-tags.ts";

/** Spells suggestions out as this person may see them; what has no name for them is left out. */
export async function nameSuggestions(
  reader: Reader,
  person: Person,
  suggested: readonly SuggestedTag[],
): Promise<TagSuggestion[]> {
  const ids = suggested.flatMap(({ id, by }) => (by === null ? [id] : [id, by]));
  const names = await findVisibleTags(reader, person, [...new Set(ids)]);
  return suggested.flatMap((tag) => {
    const name = names.get(tag.id)?.name;
    const by = tag.by === null ? null : (names.get(tag.by)?.name ?? null);
    return name === undefined ? [] : [{ ...tag, name, by }];
  });
}
