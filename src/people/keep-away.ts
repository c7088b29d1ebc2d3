import type { Writer } from "../plumbing/database/reader-writer.ts";
import { newId } from "../vocabulary/ids.ts";
import type { Member } from "./person.ts";
import { findOwnPseud } from "./pseuds.ts";
import { raiseQuietVersion } from "./quiet-version.ts";
import "./sql/quiet-tables.ts";

/** How somebody is kept away. */
export type Distance = { muted: boolean; blocked: boolean };

/** So many people an account mutes, and as many it blocks, at most: every list and every comment asks for them. */
const mostKeptAway = 2_000;

/** Why somebody cannot be kept away. */
export type NotKeptAway = "nobody" | "yourself" | "too-many";

/**
 * Mutes and blocks the person behind a name, or stops doing so. Neither leaves a fact: they are not told, and nobody else
 * is. A block holds for their whole account; which other names it has is not told to whoever blocks.
 *
 * @param now ms since 1970, UTC
 * @returns why not, or null when it is done
 */
export async function keepAway(
  writer: Writer,
  member: Member,
  pseudId: string,
  { muted, blocked }: Distance,
  now: number,
): Promise<NotKeptAway | null> {
  const { accountId } = member;
  const pseud = await writer
    .selectFrom("pseuds")
    .select("account_id")
    .where("id", "=", pseudId)
    .executeTakeFirst();
  if (!pseud) return "nobody";
  if (await findOwnPseud(writer, accountId, pseudId)) return "yourself";
  if ((muted || blocked) && (await isFull(writer, accountId))) return "too-many";
  await writer
    .deleteFrom("muted_people")
    .where("account_id", "=", accountId)
    .where("pseud_id", "=", pseudId)
    .execute();
  if (muted)
    await writer
      .insertInto("muted_people")
      .values({ account_id: accountId, pseud_id: pseudId, muted_at: now })
      .execute();
  const known = await writer
    .selectFrom("blocked_people")
    .select("id")
    .where("account_id", "=", accountId)
    .where("pseud_id", "=", pseudId)
    .executeTakeFirst();
  if (blocked && !known)
    await writer
      .insertInto("blocked_people")
      .values({
        id: newId(),
        account_id: accountId,
        blocked_account_id: pseud.account_id,
        pseud_id: pseudId,
        blocked_at: now,
      })
      .execute();
  if (!blocked && known) await writer.deleteFrom("blocked_people").where("id", "=", known.id).execute();
  await raiseQuietVersion(writer, accountId);
  return null;
}

/** Lifts a block whose name is gone. */
export async function liftBlock(writer: Writer, member: Member, blockId: string): Promise<void> {
  await writer
    .deleteFrom("blocked_people")
    .where("id", "=", blockId)
    .where("account_id", "=", member.accountId)
    .execute();
}

async function isFull(writer: Writer, accountId: string): Promise<boolean> {
  const count = async (table: "muted_people" | "blocked_people") => {
    const { many } = await writer
      .selectFrom(table)
      .select((row) => row.fn.countAll<number>().as("many"))
      .where("account_id", "=", accountId)
      .executeTakeFirstOrThrow();
    return Number(many);
  };
  return (await count("muted_people")) >= mostKeptAway || (await count("blocked_people")) >= mostKeptAway;
}
