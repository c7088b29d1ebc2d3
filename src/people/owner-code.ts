import { createHash, timingSafeEqual } from "node:crypto";
import type { Reader } from "../plumbing/database/reader-writer.ts";
import { randomLetters } from "../vocabulary/ids.ts";
import "./sql/sign-in-tables.ts";

/** The one-time code printed on the console while the archive has no owner. */
export type OwnerCode = {
  /** As printed, e.g. "7k2m-q04v-t9xw". */
  printed: string;
  /** Whether this is the code; spaces, dashes and capitals do not matter. */
  matches(typed: string): boolean;
};

/** Makes a code of 60 random bits; it lives in this process only and dies with it. */
export function newOwnerCode(): OwnerCode {
  const letters = randomLetters(12);
  const digest = digestOf(letters);
  return {
    printed: letters.replace(/(.{4})(?=.)/g, "$1-"),
    matches: (typed) => timingSafeEqual(digestOf(typed.toLowerCase().replace(/[\s-]/g, "")), digest),
  };
}

function digestOf(letters: string): Buffer {
  return createHash("sha256").update(letters).digest();
}

/** Whether anybody owns the archive yet. */
export async function hasOwner(reader: Reader): Promise<boolean> {
  const owner = await reader
    .selectFrom("accounts")
    .select("id")
    .where("role", "=", "owner")
    .limit(1)
    .executeTakeFirst();
  return owner !== undefined;
}
