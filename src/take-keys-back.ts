import { removeDevices } from "./ereaders/devices.ts";
import { renewFeedKey } from "./notices/telling.ts";
import type { Writer } from "./plumbing/database/reader-writer.ts";
import { changeShelfKeys } from "./reading/make-shelf.ts";
import { changeOwnFeedKeys } from "./search/change-own-feed-keys.ts";

/**
 * Makes every key worthless by which somebody reads what an account may read without its password: those of e-readers, and the
 * secret addresses of feeds. Whoever got hold of the account could have taken any of them along.
 */
export async function takeKeysBack(writer: Writer, accountId: string): Promise<void> {
  await removeDevices(writer, accountId);
  await renewFeedKey(writer, accountId);
  await changeShelfKeys(writer, accountId);
  await changeOwnFeedKeys(writer, accountId);
}
