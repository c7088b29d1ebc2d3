import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { recordFact } from "../plumbing/events/record-fact.ts";
import { idFromName } from "../vocabulary/id-from-name.ts";
import "./sql/tags-tables.ts";

/** What a short form stands for, as the owner sees it. A retired one is no longer proposed. */
export type ListedAbbreviation = {
  id: string;
  abbreviation: string;
  kindId: string;
  name: string;
  retired: boolean;
};

/** An abbreviation as the owner wishes it; `id` null makes a new one. */
export type WishedAbbreviation = Omit<ListedAbbreviation, "id"> & { id: string | null };

/** The kind of tag an abbreviation was given does not exist. */
export class UnknownTagKind extends Error {
  override name = "UnknownTagKind";
}

/** All abbreviations in the owner's order, the retired ones included. */
export async function listEveryAbbreviation(reader: Reader | Writer): Promise<ListedAbbreviation[]> {
  const rows = await reader
    .selectFrom("abbreviations")
    .select(["id", "abbreviation", "kind_id as kindId", "name", "retired"])
    .orderBy("position")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ ...row, retired: row.retired === 1 }));
}

/**
 * Changes the abbreviations and their order. Works name tags, never abbreviations, so any may be
 * removed; those named neither in `wished` nor in `removed` stay, behind the others.
 *
 * @param wished the abbreviations in their new order
 * @param removed ids of abbreviations to forget
 * @param now ms since 1970, UTC
 * @throws UnknownTagKind
 */
export async function changeAbbreviations(
  writer: Writer,
  wished: readonly WishedAbbreviation[],
  removed: readonly string[],
  now: number,
): Promise<void> {
  const kinds = await writer.selectFrom("tag_kinds").select("id").execute();
  if (wished.some(({ kindId }) => !kinds.some(({ id }) => id === kindId))) throw new UnknownTagKind();
  if (removed.length > 0) await writer.deleteFrom("abbreviations").where("id", "in", removed).execute();
  const known = await listEveryAbbreviation(writer);
  const taken = new Set(known.map(({ id }) => id));
  const left = known.filter(({ id }) => !wished.some((entry) => entry.id === id));
  const kept = wished.filter(({ id }) => id === null || taken.has(id));
  for (const [position, entry] of [...kept, ...left].entries()) {
    const { id, abbreviation, kindId, name, retired } = entry;
    const row = { abbreviation, kind_id: kindId, name, position, retired: retired ? 1 : 0 };
    if (id === null) {
      const newRow = { ...row, id: idFromName(abbreviation, taken) };
      taken.add(newRow.id);
      await writer.insertInto("abbreviations").values(newRow).execute();
    } else await writer.updateTable("abbreviations").set(row).where("id", "=", id).execute();
  }
  await recordFact(writer, { type: "settings-changed" }, now);
}
