import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { recordFact } from "../plumbing/events/record-fact.ts";
import { idFromName } from "../vocabulary/id-from-name.ts";
import type { ChoiceList } from "./choices.ts";
import "./sql/permissions-tables.ts";
import "./sql/works-tables.ts";

/** The lists an owner changes this way: what authors pick from, and what wranglers say fandoms are fandoms of. */
export type OwnedList = ChoiceList | "media";

/** A choice as its owner sees it. A retired one stays on works that have it and is not offered. */
export type ListedChoice = { id: string; name: string; about: string; retired: boolean };

/** A choice as the owner wishes it; `id` null makes a new one. */
export type WishedChoice = Omit<ListedChoice, "id"> & { id: string | null };

/** A work holds this choice: it can be retired, not removed. */
export class ChoiceInUse extends Error {
  override name = "ChoiceInUse";
  readonly id: string;
  constructor(id: string) {
    super(`choice ${id} is in use`);
    this.id = id;
  }
}

/** Every work has a rating, so at least one must be offered. */
export class NoRatingOffered extends Error {
  override name = "NoRatingOffered";
}

/** All choices of a list in the owner's order, the retired ones included. */
export async function listEveryChoice(reader: Reader | Writer, list: OwnedList): Promise<ListedChoice[]> {
  const rows = await reader
    .selectFrom(list)
    .select(["id", "name", "about", "retired"])
    .orderBy("position")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ ...row, retired: row.retired === 1 }));
}

/**
 * Changes a list of choices and its order. Choices that are named neither in `wished` nor in `removed`
 * (made meanwhile in another window) stay, behind the others.
 *
 * @param wished the choices in their new order
 * @param removed ids of choices to forget
 * @param now ms since 1970, UTC
 * @throws ChoiceInUse, NoRatingOffered
 */
export async function changeChoiceList(
  writer: Writer,
  list: OwnedList,
  wished: readonly WishedChoice[],
  removed: readonly string[],
  now: number,
): Promise<void> {
  for (const id of removed) {
    if (await isInUse(writer, list, id)) throw new ChoiceInUse(id);
    await writer.deleteFrom(list).where("id", "=", id).execute();
  }
  const known = await listEveryChoice(writer, list);
  const taken = new Set(known.map(({ id }) => id));
  const left = known.filter(({ id }) => !wished.some((choice) => choice.id === id));
  const kept = wished.filter(({ id }) => id === null || taken.has(id));
  for (const [position, { id, name, about, retired }] of [...kept, ...left].entries()) {
    const row = { name, about, position, retired: retired ? 1 : 0 };
    if (id === null) {
      const newRow = { ...row, id: idFromName(name, taken) };
      taken.add(newRow.id);
      await writer.insertInto(list).values(newRow).execute();
    } else await writer.updateTable(list).set(row).where("id", "=", id).execute();
  }
  if (list === "ratings" && [...kept, ...left].every(({ retired }) => retired)) throw new NoRatingOffered();
  await recordFact(writer, { type: "settings-changed" }, now);
}

/** Drafts and works in the trash count too: a work that is taken back still has its rating. */
async function isInUse(writer: Writer, list: OwnedList, id: string): Promise<boolean> {
  const uses = {
    ratings: () =>
      writer.selectFrom("works").select("id").where("rating_id", "=", id).limit(1).executeTakeFirst(),
    warnings: () =>
      writer
        .selectFrom("work_warnings")
        .select("work_id")
        .where("warning_id", "=", id)
        .limit(1)
        .executeTakeFirst(),
    categories: () =>
      writer
        .selectFrom("work_categories")
        .select("work_id")
        .where("category_id", "=", id)
        .limit(1)
        .executeTakeFirst(),
    permissions: () =>
      writer
        .selectFrom("work_permissions")
        .select("work_id")
        .where("permission_id", "=", id)
        .limit(1)
        .executeTakeFirst(),
    media: () =>
      writer.selectFrom("tag_media").select("tag_id").where("medium_id", "=", id).limit(1).executeTakeFirst(),
  };
  return (await uses[list]()) !== undefined;
}
