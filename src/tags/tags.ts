import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { foldName } from "../vocabulary/fold-name.ts";
import { newId } from "../vocabulary/ids.ts";
import "./sql/tags-tables.ts";

/** A kind of tag, as the owner named it. */
export type TagKind = { id: string; name: string; plural: string };

/** A kind as authors use it; `weighted`: they say how much such a tag matters to a work, else all are main. */
export type KindInUse = TagKind & { weighted: boolean };

/** How much a fandom, character or relationship matters to a work; lists and filters mean main and side. */
export type TagWeight = "main" | "side" | "mention";

/** The kind every archive has: works are found by their fandoms first. */
export const fandomKind = "fandom";

/** A tag as its first author typed it. */
export type Tag = { id: string; kindId: string; name: string };

/** The kinds offered to authors, in the owner's order. */
export async function listTagKinds(reader: Reader | Writer): Promise<KindInUse[]> {
  const rows = await reader
    .selectFrom("tag_kinds")
    .select(["id", "name", "plural", "weighted"])
    .where("retired", "=", 0)
    .orderBy("position")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ ...row, weighted: row.weighted === 1 }));
}

/** One tag by its id. Tags are not secret; the works under them may be. */
export async function findTag(reader: Reader, id: string): Promise<Tag | undefined> {
  return reader
    .selectFrom("tags")
    .select(["id", "kind_id as kindId", "name"])
    .where("id", "=", id)
    .executeTakeFirst();
}

/**
 * The tag an author's words mean, made if nobody used them before. "buffy  summers" and
 * "Buffy Summers" are one tag; each work keeps its own spelling.
 *
 * @returns the tag's id
 */
export async function tagFor(writer: Writer, kindId: string, typed: string, now: number): Promise<string> {
  const key = foldName(typed);
  const known = await writer
    .selectFrom("tags")
    .select("id")
    .where("kind_id", "=", kindId)
    .where("name_key", "=", key)
    .executeTakeFirst();
  if (known) return known.id;
  const id = newId();
  await writer
    .insertInto("tags")
    .values({
      id,
      kind_id: kindId,
      name: typed,
      name_key: key,
      canonical: 0,
      synonym_of: null,
      created_at: now,
    })
    .execute();
  return id;
}

/** What short forms stand for, for the importer: "BtVS" → fandom "Buffy the Vampire Slayer". */
export function listAbbreviations(
  reader: Reader,
): Promise<{ abbreviation: string; kind: string; name: string }[]> {
  return reader
    .selectFrom("abbreviations")
    .select(["abbreviation", "kind_id as kind", "name"])
    .where("retired", "=", 0)
    .orderBy("position")
    .execute();
}
