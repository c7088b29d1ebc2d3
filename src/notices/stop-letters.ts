import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import "./sql/notices-tables.ts";

/** Whether letters are stopped for whoever this key was sent to; undefined for a key that nobody was sent. */
export async function findStopping(
  reader: Reader,
  leaveKey: string,
): Promise<{ isStopped: boolean } | undefined> {
  if (!/^[0-9a-z]{1,64}$/.test(leaveKey)) return undefined;
  const row = await reader
    .selectFrom("tellings")
    .select("mail_stopped_at as stoppedAt")
    .where("leave_key", "=", leaveKey)
    .executeTakeFirst();
  return row && { isStopped: row.stoppedAt !== null };
}

/**
 * Stops every letter to whoever this key was sent to, those on their way too; stopping again changes nothing.
 *
 * @param now ms since 1970, UTC
 */
export async function stopLetters(writer: Writer, leaveKey: string, now: number): Promise<void> {
  await writer
    .updateTable("tellings")
    .set({ mail_stopped_at: now })
    .where("leave_key", "=", leaveKey)
    .where("mail_stopped_at", "is", null)
    .execute();
}
