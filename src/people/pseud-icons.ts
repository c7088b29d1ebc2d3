import type { Reader } from "../plumbing/database/reader-writer.ts";
import { looksLikeId } from "../vocabulary/ids.ts";
import "./sql/pseuds-table.ts";

/** The picture beside a pseud's name; `alt` says in words what it shows. */
export type PseudIcon = { pseudId: string; iconId: string; mediaType: string; alt: string };

/** Where the bytes of a pseud's pictures lie in the file store. */
export function iconsFolder(pseudId: string): string {
  return `icons/${pseudId}/`;
}

export function iconKey({ pseudId, iconId }: Pick<PseudIcon, "pseudId" | "iconId">): string {
  return `${iconsFolder(pseudId)}${iconId}`;
}

/** A pseud's picture, which everybody may see; undefined when it has none. */
export async function findIcon(reader: Reader, pseudId: string): Promise<PseudIcon | undefined> {
  if (!looksLikeId(pseudId)) return undefined;
  return reader
    .selectFrom("pseud_icons")
    .select(["pseud_id as pseudId", "icon_id as iconId", "media_type as mediaType", "alt"])
    .where("pseud_id", "=", pseudId)
    .executeTakeFirst();
}
