import type { Writer } from "../plumbing/database/reader-writer.ts";
import { foldName } from "../vocabulary/fold-name.ts";
import { newId } from "../vocabulary/ids.ts";
import { findLookAlike } from "./look-alikes.ts";
import type { Pseud } from "./pseuds.ts";

/** The name is another pseud's already, perhaps one of your own, or cannot be told from it. */
export class PseudTaken extends Error {
  override name = "PseudTaken";
}

/**
 * Gives an account one more name to write under.
 *
 * @param name as it will be shown, already checked by `pseudNameShape`
 * @param now ms since 1970, UTC
 * @throws PseudTaken
 */
export async function addPseud(writer: Writer, accountId: string, name: string, now: number): Promise<Pseud> {
  if (await findLookAlike(writer, name)) throw new PseudTaken(name);
  const pseud = { id: newId(), name, about: "" };
  await writer
    .insertInto("pseuds")
    .values({ ...pseud, account_id: accountId, name_key: foldName(name), created_at: now })
    .execute();
  return pseud;
}
