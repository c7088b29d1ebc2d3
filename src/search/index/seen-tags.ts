import type { Bitmap } from "./bitmap.ts";
import type { Met } from "./tag-names.ts";
import type { TagRows } from "./tag-rows.ts";

/** The names by which a meaning was met that exist for whoever sees these works: a synonym that is on none does not. */
export function seenTags(tags: TagRows, listed: Bitmap, { meaning, tags: met }: Met): Met["tags"] {
  return met.filter(
    ({ tag }) => tag === meaning || tags.meanings.isCanonical(tag) || tags.standsIn(listed, tag),
  );
}
