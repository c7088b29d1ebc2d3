import type { Member } from "../../people/person.ts";
import type { Writer } from "../../plumbing/database/reader-writer.ts";
import { chapterOf, type FormPlace, keyOfPlace, workOf } from "../form/form-place.ts";
import "../sql/autosaves-tables.ts";

/** Which autosave a form continues: its id, and the states of it that the form knows of. */
export type ContinuedAutosave = { id: string; stamps: string[] };

/**
 * Says that what a window typed is saved now, in the transaction that saves it. The row stays without its words, so that
 * what was still on its way from that window is known for old. A state that the form did not know of is somebody
 * else's, and stays as it is. What other windows typed for the same is older than what is saved from now on.
 *
 * @param place the form that was sent
 */
export async function settleAutosave(
  writer: Writer,
  member: Member,
  place: FormPlace,
  continued: ContinuedAutosave | null,
  now: number,
): Promise<void> {
  if (continued !== null) await settle(writer, member, place, continued, now);
  // Two new works, or two new chapters of one work, are not two versions of one thing.
  if (place.form === "new-work" || place.form === "new-chapter") return;
  await writer
    .updateTable("autosaves")
    .set({ overtaken_at: now })
    .where("place", "=", keyOfPlace(place))
    .where("work_id", "=", place.workId)
    .where("settled_at", "is", null)
    .execute();
}

async function settle(
  writer: Writer,
  member: Member,
  place: FormPlace,
  { id, stamps }: ContinuedAutosave,
  now: number,
): Promise<void> {
  const settled = { fields: "", byte_size: 0, left_at: null, overtaken_at: null, settled_at: now };
  await writer
    .insertInto("autosaves")
    .values({
      ...settled,
      account_id: member.accountId,
      id,
      place: keyOfPlace(place),
      work_id: workOf(place),
      chapter_id: chapterOf(place),
      version: 0,
      stamp: stamps.at(-1) ?? "",
      saved_at: now,
    })
    .onConflict((conflict) => conflict.columns(["account_id", "id"]).doNothing())
    .execute();
  if (stamps.length === 0) return;
  await writer
    .updateTable("autosaves")
    .set(settled)
    .where("account_id", "=", member.accountId)
    .where("id", "=", id)
    .where("stamp", "in", stamps)
    .where("settled_at", "is", null)
    .execute();
}
