import { createHash } from "node:crypto";
import { type Member, plainMember } from "../people/person.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { dayOf, startOfDay } from "../vocabulary/days.ts";
import { newId, randomLetters } from "../vocabulary/ids.ts";
import "./sql/devices-tables.ts";

/** An e-reader of a member's; `usedAt` is the day it last asked for something, or null. */
export type Device = { id: string; name: string; createdAt: number; usedAt: number | null };

/** The member has as many devices as one may. */
export class TooManyDevices extends Error {
  override name = "TooManyDevices";
}

/** Letters of a password, five random bits each: nobody guesses one, and a digest needs no salt. */
const passwordLetters = 20;

/** A member's devices, the newest first. */
export async function listDevices(reader: Reader | Writer, member: Member): Promise<Device[]> {
  const rows = await reader
    .selectFrom("devices")
    .select(["id", "name", "created_at as createdAt", "used_on"])
    .where("account_id", "=", member.accountId)
    .orderBy("created_at", "desc")
    .orderBy("id")
    .execute();
  return rows.map(({ used_on, ...device }) => ({
    ...device,
    usedAt: used_on === null ? null : startOfDay(used_on),
  }));
}

/**
 * The device a password belongs to and the member it reads for: as a plain member, whatever they may do here otherwise.
 */
export async function findDeviceByPassword(
  reader: Reader,
  password: string,
): Promise<{ id: string; usedOn: number | null; member: Member } | undefined> {
  const row = await reader
    .selectFrom("devices")
    .select(["id", "used_on as usedOn", "account_id as accountId"])
    .where("password_hash", "=", digestOf(password))
    .executeTakeFirst();
  if (!row) return undefined;
  const { id, usedOn, accountId } = row;
  return { id, usedOn, member: plainMember(accountId) };
}

/**
 * Gives a device a password of its own.
 *
 * @param most how many devices a member may have
 * @param now ms since 1970, UTC
 * @returns the password, which nothing can show again
 * @throws TooManyDevices
 */
export async function addDevice(
  writer: Writer,
  member: Member,
  name: string,
  most: number,
  now: number,
): Promise<string> {
  if ((await listDevices(writer, member)).length >= most) throw new TooManyDevices();
  const letters = randomLetters(passwordLetters);
  const password = letters.replace(/(.{5})(?=.)/g, "$1-");
  await writer
    .insertInto("devices")
    .values({
      id: newId(),
      account_id: member.accountId,
      name,
      password_hash: digestOf(password),
      created_at: now,
      used_on: null,
    })
    .execute();
  return password;
}

/** Takes a device’s password back, and forgets what it fetched; one that is not the member's stays. */
export async function removeDevice(writer: Writer, member: Member, deviceId: string): Promise<void> {
  await writer
    .deleteFrom("devices")
    .where("id", "=", deviceId)
    .where("account_id", "=", member.accountId)
    .execute();
}

/** Takes the passwords of all of an account’s devices back, and forgets what they fetched. */
export async function removeDevices(writer: Writer, accountId: string): Promise<void> {
  await writer.deleteFrom("devices").where("account_id", "=", accountId).execute();
}

/**
 * Notes the day on which a device asked, once a day.
 *
 * @param usedOn as `findDeviceByPassword` said
 * @param now ms since 1970, UTC
 */
export async function noteUse(
  write: (work: (writer: Writer) => Promise<void>) => Promise<void>,
  { id, usedOn }: { id: string; usedOn: number | null },
  now: number,
): Promise<void> {
  const today = dayOf(now);
  if (usedOn === today) return;
  await write(async (writer) => {
    await writer.updateTable("devices").set({ used_on: today }).where("id", "=", id).execute();
  });
}

/** What is kept of a password; hyphens, spaces and capitals are how it was copied. */
function digestOf(password: string): string {
  const letters = password.replace(/[\s-]/g, "").toLowerCase();
  return createHash("sha256").update(`device ${letters}`).digest("hex");
}
