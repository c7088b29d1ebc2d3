import type { Member } from "../people/person.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { NotFound } from "../vocabulary/errors.ts";
import "./sql/devices-tables.ts";

/** Shelves that stand at the top of a device's catalogue; those sent before are found among all of its member's. */
const mostAtTop = 20;

/** The shelves that were sent to a device, the last sent first. */
export async function listSentShelves(reader: Reader, deviceId: string): Promise<string[]> {
  const rows = await reader
    .selectFrom("device_shelves")
    .select("shelf_id")
    .where("device_id", "=", deviceId)
    .orderBy("sent_at", "desc")
    .orderBy("shelf_id")
    .limit(mostAtTop)
    .execute();
  return rows.map(({ shelf_id }) => shelf_id);
}

/** To which of a member's devices a shelf was sent. */
export async function devicesWith(reader: Reader, member: Member, shelfId: string): Promise<Set<string>> {
  const rows = await reader
    .selectFrom("device_shelves")
    .innerJoin("devices", "devices.id", "device_shelves.device_id")
    .select("device_id")
    .where("account_id", "=", member.accountId)
    .where("shelf_id", "=", shelfId)
    .execute();
  return new Set(rows.map(({ device_id }) => device_id));
}

/**
 * Sends a shelf to exactly these of a member's devices: it stands at the top of what they open.
 *
 * @param now ms since 1970, UTC
 * @throws NotFound for a device that is not theirs
 */
export async function sendShelf(
  writer: Writer,
  member: Member,
  shelfId: string,
  deviceIds: readonly string[],
  now: number,
): Promise<void> {
  const own = await writer
    .selectFrom("devices")
    .select("id")
    .where("account_id", "=", member.accountId)
    .execute();
  const ids = own.map(({ id }) => id);
  if (deviceIds.some((id) => !ids.includes(id))) throw new NotFound();
  const others = ids.filter((id) => !deviceIds.includes(id));
  if (others.length > 0)
    await writer
      .deleteFrom("device_shelves")
      .where("shelf_id", "=", shelfId)
      .where("device_id", "in", others)
      .execute();
  for (const device_id of deviceIds)
    await writer
      .insertInto("device_shelves")
      .values({ device_id, shelf_id: shelfId, sent_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}
