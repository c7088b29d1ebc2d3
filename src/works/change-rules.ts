import { sql } from "kysely";
import type { Member } from "../people/person.ts";
import { raiseQuietVersion } from "../people/quiet-version.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { NotFound } from "../vocabulary/errors.ts";
import { looksLikeId, newId } from "../vocabulary/ids.ts";
import { listRules, partsShape, type Rule, type RuleParts } from "./reader-rules.ts";
import "./sql/reader-rules-table.ts";

/** So many rules an account may have: a page asks all of them, and is no slower for it. */
export const mostRules = 1_000;

/** What somebody says of a rule. */
export type RuleFields = Pick<Rule, "name" | "manner" | "parts"> & { isOn?: boolean };

/** All of an account's rules together, in characters as they are kept: no list of names is without an end. */
const mostCharacters = 500_000;

/** There are as many rules as may be, or they name more than may be. */
export class TooManyRules extends Error {
  override name = "TooManyRules";
}

/** One of a member's rules; anybody else's is absent. */
export async function findRule(
  reader: Reader | Writer,
  member: Member,
  id: string,
): Promise<Rule | undefined> {
  if (!looksLikeId(id)) return undefined;
  return (await listRules(reader, member.accountId)).find((rule) => rule.id === id);
}

/**
 * Adds rules behind those there are.
 *
 * @param now ms since 1970, UTC
 * @throws TooManyRules, with nothing added.
 * @returns their ids
 */
export async function addRules(
  writer: Writer,
  member: Member,
  added: readonly RuleFields[],
  now: number,
): Promise<string[]> {
  const { accountId } = member;
  const { count, last } = await writer
    .selectFrom("reader_rules")
    .select(({ fn }) => [fn.countAll<number>().as("count"), fn.max<number | null>("position").as("last")])
    .where("account_id", "=", accountId)
    .executeTakeFirstOrThrow();
  if (Number(count) + added.length > mostRules) throw new TooManyRules();
  const ids: string[] = [];
  for (const [index, { name, manner, parts, isOn = true }] of added.entries()) {
    const id = newId();
    ids.push(id);
    await writer
      .insertInto("reader_rules")
      .values({
        id,
        account_id: accountId,
        position: (last ?? 0) + 1 + index,
        name,
        is_on: isOn ? 1 : 0,
        manner,
        parts: written(parts),
        created_at: now,
        updated_at: now,
      })
      .execute();
  }
  await refuseTooMuch(writer, accountId);
  await raiseQuietVersion(writer, accountId);
  return ids;
}

/** @throws TooManyRules for a rule that names more of something than one can be read back with */
function written(parts: RuleParts): string {
  if (!partsShape.safeParse(parts).success) throw new TooManyRules();
  return JSON.stringify(parts);
}

/**
 * Changes what is said of a rule, or whether it is on.
 *
 * @param now ms since 1970, UTC
 * @throws TooManyRules; NotFound where it is none of this member's
 */
export async function changeRule(
  writer: Writer,
  member: Member,
  id: string,
  { name, manner, parts, isOn }: Partial<RuleFields>,
  now: number,
): Promise<void> {
  const { numUpdatedRows } = await writer
    .updateTable("reader_rules")
    .set({
      updated_at: now,
      ...(name === undefined ? {} : { name }),
      ...(manner === undefined ? {} : { manner }),
      ...(parts === undefined ? {} : { parts: written(parts) }),
      ...(isOn === undefined ? {} : { is_on: isOn ? 1 : 0 }),
    })
    .where("id", "=", id)
    .where("account_id", "=", member.accountId)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new NotFound();
  await refuseTooMuch(writer, member.accountId);
  await raiseQuietVersion(writer, member.accountId);
}

async function refuseTooMuch(writer: Writer, accountId: string): Promise<void> {
  const rows = await writer
    .selectFrom("reader_rules")
    .select(sql<number>`length(parts)`.as("characters"))
    .where("account_id", "=", accountId)
    .execute();
  if (rows.reduce((sum, { characters }) => sum + Number(characters), 0) > mostCharacters)
    throw new TooManyRules();
}

/** Removes a rule for good. @throws NotFound where it is none of this member's */
export async function removeRule(writer: Writer, member: Member, id: string): Promise<void> {
  const { numDeletedRows } = await writer
    .deleteFrom("reader_rules")
    .where("id", "=", id)
    .where("account_id", "=", member.accountId)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw new NotFound();
  await raiseQuietVersion(writer, member.accountId);
}
