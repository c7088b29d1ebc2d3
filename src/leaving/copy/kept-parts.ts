import type { Member } from "../../people/person.ts";
import type { Reader } from "../../plumbing/database/reader-writer.ts";
import type { KeptPartsTable } from "../sql/brought-tables.ts";

/** Something of an earlier copy, as that copy said it. */
export type KeptPart = { id: string; happenedAt: number; body: Record<string, unknown> };

/** What is kept of earlier copies for their owner alone, oldest first. */
export async function listKeptParts(
  reader: Reader,
  member: Member,
  kind: KeptPartsTable["kind"],
  part: { from: number; most: number } | null = null,
): Promise<KeptPart[]> {
  const rows = await reader
    .selectFrom("kept_parts")
    .select(["id", "happened_at", "body"])
    .where("account_id", "=", member.accountId)
    .where("kind", "=", kind)
    .orderBy("happened_at")
    .orderBy("id")
    .$if(part !== null, (query) => query.limit(part?.most ?? 0).offset(part?.from ?? 0))
    .execute();
  return rows.map(({ id, happened_at, body }) => ({
    id,
    happenedAt: Number(happened_at),
    body: JSON.parse(body),
  }));
}

/** How much of each kind there is. */
export async function countKeptParts(
  reader: Reader,
  member: Member,
): Promise<Record<KeptPartsTable["kind"], number>> {
  const rows = await reader
    .selectFrom("kept_parts")
    .select("kind")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("account_id", "=", member.accountId)
    .groupBy("kind")
    .execute();
  const counts = { "comment-written": 0, "comment-received": 0, bookmark: 0, shelved: 0 };
  for (const { kind, count } of rows) counts[kind] = Number(count);
  return counts;
}
