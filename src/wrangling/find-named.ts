import { likenessOf } from "./likeness.ts";
import type { CataloguedTag, TagCatalogue } from "./tag-catalogue.ts";

/** The tag of a kind with exactly this folded name. */
export function findNamed(
  catalogue: TagCatalogue,
  kindId: string,
  nameKey: string,
): CataloguedTag | undefined {
  for (const tag of catalogue.alike(kindId, "sound", likenessOf(nameKey).keys.sound))
    if (tag.nameKey === nameKey) return tag;
  return undefined;
}
