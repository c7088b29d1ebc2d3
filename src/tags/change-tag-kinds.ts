import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { recordFact } from "../plumbing/events/record-fact.ts";
import { idFromName } from "../vocabulary/id-from-name.ts";
import { fandomKind, type KindInUse } from "./tags.ts";
import "./sql/tags-tables.ts";

/** A kind of tag as its owner sees it. A retired one stays on works that have it and is not offered. */
export type ListedTagKind = KindInUse & { retired: boolean };

/** A kind as the owner wishes it; `id` null makes a new one. */
export type WishedTagKind = Omit<ListedTagKind, "id"> & { id: string | null };

/** Tags or abbreviations are of this kind: it can be retired, not removed. */
export class TagKindInUse extends Error {
  override name = "TagKindInUse";
  readonly id: string;
  constructor(id: string) {
    super(`tag kind ${id} is in use`);
    this.id = id;
  }
}

/** Works are found by their fandoms first: that kind is always offered. */
export class FandomKindNeeded extends Error {
  override name = "FandomKindNeeded";
}

/** All kinds in the owner's order, the retired ones included. */
export async function listEveryTagKind(reader: Reader | Writer): Promise<ListedTagKind[]> {
  const rows = await reader
    .selectFrom("tag_kinds")
    .select(["id", "name", "plural", "weighted", "retired"])
    .orderBy("position")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ ...row, weighted: row.weighted === 1, retired: row.retired === 1 }));
}

/**
 * Changes the kinds of tags and their order. Kinds that are named neither in `wished` nor in `removed`
 * stay, behind the others.
 *
 * @param wished the kinds in their new order
 * @param removed ids of kinds to forget
 * @param now ms since 1970, UTC
 * @throws TagKindInUse, FandomKindNeeded
 */
export async function changeTagKinds(
  writer: Writer,
  wished: readonly WishedTagKind[],
  removed: readonly string[],
  now: number,
): Promise<void> {
  if (removed.includes(fandomKind) || wished.some(({ id, retired }) => id === fandomKind && retired))
    throw new FandomKindNeeded();
  for (const id of removed) {
    if (await isInUse(writer, id)) throw new TagKindInUse(id);
    await writer.deleteFrom("tag_kinds").where("id", "=", id).execute();
  }
  const known = await listEveryTagKind(writer);
  const taken = new Set(known.map(({ id }) => id));
  const left = known.filter(({ id }) => !wished.some((kind) => kind.id === id));
  const kept = wished.filter(({ id }) => id === null || taken.has(id));
  for (const [position, { id, name, plural, weighted, retired }] of [...kept, ...left].entries()) {
    const row = { name, plural, position, weighted: weighted ? 1 : 0, retired: retired ? 1 : 0 };
    if (id === null) {
      const newRow = { ...row, id: idFromName(name, taken) };
      taken.add(newRow.id);
      await writer.insertInto("tag_kinds").values(newRow).execute();
    } else await writer.updateTable("tag_kinds").set(row).where("id", "=", id).execute();
  }
  await recordFact(writer, { type: "settings-changed" }, now);
}

async function isInUse(writer: Writer, id: string): Promise<boolean> {
  const ofKind = (table: "tags" | "abbreviations") =>
    writer.selectFrom(table).select("id").where("kind_id", "=", id).limit(1).executeTakeFirst();
  return Boolean((await ofKind("tags")) ?? (await ofKind("abbreviations")));
}
