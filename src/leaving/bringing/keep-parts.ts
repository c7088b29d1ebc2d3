import type { Member } from "../../people/person.ts";
import type { Database } from "../../plumbing/database/database.ts";
import type { KeptPartsTable } from "../sql/brought-tables.ts";

/** Something of a copy, to be kept for its owner alone; `body` is JSON. */
export type PartToKeep = Pick<KeptPartsTable, "id" | "happened_at" | "body">;

/** Rows written by one statement. */
const together = 200;

/** Keeps parts of a copy; one that is kept already is kept once. @returns how many are new */
export async function keepParts(
  database: Database,
  member: Member,
  kind: KeptPartsTable["kind"],
  parts: readonly PartToKeep[],
): Promise<number> {
  let count = 0;
  for (let from = 0; from < parts.length; from += together) {
    const rows = parts
      .slice(from, from + together)
      .map((part) => ({ account_id: member.accountId, kind, ...part }));
    const { numInsertedOrUpdatedRows } = await database.write((writer) =>
      writer
        .insertInto("kept_parts")
        .values(rows)
        .onConflict((conflict) => conflict.columns(["account_id", "kind", "id"]).doNothing())
        .executeTakeFirstOrThrow(),
    );
    count += Number(numInsertedOrUpdatedRows ?? 0);
  }
  return count;
}
