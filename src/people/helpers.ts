import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { NotFound } from "../vocabulary/errors.ts";
import { giveRole } from "./give-role.ts";
import { isRole, type Role } from "./person.ts";
import { findOwnPseuds, findPseudByName, type Pseud } from "./pseuds.ts";
import "./sql/helpers-table.ts";
import "./sql/sign-in-tables.ts";

/** What an owner may ask somebody to help with. */
export const helpingRoles = ["moderator", "wrangler"] as const;
export type HelpingRole = (typeof helpingRoles)[number];

/** Somebody who helps, under the name by which they were asked. */
export type Helper = { accountId: string; role: Role; pseud: Pick<Pseud, "id" | "name"> };

/** The owner's own role is not given or taken here. */
export class OwnerKept extends Error {
  override name = "OwnerKept";
}

/** Everybody with a role of their own: the owner first, then by role and name. */
export async function listHelpers(reader: Reader): Promise<Helper[]> {
  const accounts = await reader
    .selectFrom("accounts")
    .select(["id", "role"])
    .where("role", "in", ["owner", ...helpingRoles])
    .execute();
  const names = await helperNames(
    reader,
    accounts.map(({ id }) => id),
  );
  const helpers = accounts.flatMap(({ id, role }): Helper[] => {
    const pseud = names.get(id);
    return pseud && isRole(role) ? [{ accountId: id, role, pseud }] : [];
  });
  const place = ({ role }: Helper) => ["owner", ...helpingRoles].indexOf(role);
  return helpers.sort(
    (one, other) => place(one) - place(other) || one.pseud.name.localeCompare(other.pseud.name),
  );
}

/**
 * The names under which helpers are known: the one the owner asked them by; an account that was never asked has its
 * oldest. No other name of theirs is told.
 */
export async function helperNames(
  reader: Reader,
  accountIds: readonly string[],
): Promise<Map<string, Pick<Pseud, "id" | "name">>> {
  if (accountIds.length === 0) return new Map();
  const asked = await reader
    .selectFrom("helpers")
    .innerJoin("pseuds", "pseuds.id", "helpers.pseud_id")
    .select(["helpers.account_id", "pseuds.id", "pseuds.name"])
    .where("helpers.account_id", "in", accountIds)
    .execute();
  const names = new Map<string, Pick<Pseud, "id" | "name">>(
    asked.map(({ account_id, id, name }) => [account_id, { id, name }]),
  );
  for (const accountId of accountIds) {
    if (names.has(accountId)) continue;
    const [oldest] = await findOwnPseuds(reader, accountId);
    if (oldest) names.set(accountId, { id: oldest.id, name: oldest.name });
  }
  return names;
}

/**
 * Asks whoever writes under a name to help, or lets them be a member like others again.
 *
 * @param name one of their names, exactly
 * @param now ms since 1970, UTC
 * @throws NotFound when nobody writes under it; OwnerKept for the owner
 */
export async function giveHelpingRole(
  writer: Writer,
  name: string,
  role: HelpingRole | "member",
  now: number,
): Promise<void> {
  const pseud = await findPseudByName(writer, name);
  const account =
    pseud &&
    (await writer
      .selectFrom("pseuds")
      .innerJoin("accounts", "accounts.id", "pseuds.account_id")
      .select(["accounts.id", "accounts.role"])
      .where("pseuds.id", "=", pseud.id)
      .executeTakeFirst());
  if (!account) throw new NotFound();
  if (account.role === "owner") throw new OwnerKept();
  await giveRole(writer, account.id, role);
  // The name they were first asked by stays: the owner learns of no second one.
  if (role === "member") await writer.deleteFrom("helpers").where("account_id", "=", account.id).execute();
  else
    await writer
      .insertInto("helpers")
      .values({ account_id: account.id, pseud_id: pseud.id, given_at: now })
      .onConflict((conflict) => conflict.column("account_id").doNothing())
      .execute();
}
