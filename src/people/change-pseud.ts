import type { Writer } from "../plumbing/database/reader-writer.ts";
import { recordFact } from "../plumbing/events/record-fact.ts";
import { NotFound } from "../vocabulary/errors.ts";
import { foldName } from "../vocabulary/fold-name.ts";
import { PseudTaken } from "./add-pseud.ts";
import { findLookAlike } from "./look-alikes.ts";

/**
 * Changes a pseud's name and the text about it; works follow, because they name the pseud by its id.
 *
 * @param about note HTML, already cleaned
 * @throws NotFound when the pseud is not the account's; PseudTaken when another pseud has the name
 */
export async function changePseud(
  writer: Writer,
  accountId: string,
  pseudId: string,
  changed: { name: string; about: string },
  now: number,
): Promise<void> {
  const holder = await findLookAlike(writer, changed.name, pseudId);
  if (holder) throw new PseudTaken(changed.name);
  const { numUpdatedRows } = await writer
    .updateTable("pseuds")
    .set({ name: changed.name, name_key: foldName(changed.name), about: changed.about })
    .where("id", "=", pseudId)
    .where("account_id", "=", accountId)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new NotFound();
  await recordFact(writer, { type: "pseud-changed", pseudId }, now);
}
