import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import "./sql/quiet-tables.ts";

/** Which state of its rules and mutes an account is in; 0: it never had any. */
export async function quietVersion(reader: Reader | Writer, accountId: string): Promise<number> {
  const row = await reader
    .selectFrom("quiet_versions")
    .select("version")
    .where("account_id", "=", accountId)
    .executeTakeFirst();
  return Number(row?.version ?? 0);
}

/** Says that an account's rules or mutes changed, in the transaction that changes them. */
export async function raiseQuietVersion(writer: Writer, accountId: string): Promise<void> {
  await writer
    .insertInto("quiet_versions")
    .values({ account_id: accountId, version: 1 })
    .onConflict((conflict) =>
      conflict
        .column("account_id")
        .doUpdateSet((row) => ({ version: row("quiet_versions.version", "+", 1) })),
    )
    .execute();
}
