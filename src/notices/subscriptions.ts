import type { Member } from "../people/person.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { NotFound } from "../vocabulary/errors.ts";
import { newId } from "../vocabulary/ids.ts";
import type { SubscriptionRhythm } from "./kinds.ts";
import type { Target } from "./subjects.ts";
import { makeTelling } from "./telling.ts";
import "./sql/notices-tables.ts";

/** Something a member follows, and how they are told of it. */
export type Subscription = Target & { id: string; rhythm: SubscriptionRhythm };

const columns = ["id", "kind", "target_id as targetId", "rhythm"] as const;

/** The member follows as much as the archive lets one follow. */
export class FollowsTooMuch extends Error {
  override name = "FollowsTooMuch";
}

/** What a member follows, the newest first. */
export function listSubscriptions(reader: Reader | Writer, { accountId }: Member): Promise<Subscription[]> {
  return reader
    .selectFrom("subscriptions")
    .select(columns)
    .where("account_id", "=", accountId)
    .orderBy("made_at", "desc")
    .orderBy("id")
    .execute();
}

/** How a member follows this, if they do. */
export function findSubscription(
  reader: Reader | Writer,
  { accountId }: Member,
  { kind, targetId }: Target,
): Promise<Subscription | undefined> {
  return reader
    .selectFrom("subscriptions")
    .select(columns)
    .where("account_id", "=", accountId)
    .where("kind", "=", kind)
    .where("target_id", "=", targetId)
    .executeTakeFirst();
}

/**
 * Follows something, or changes how. That it is there for the member was asked before.
 *
 * @param locale in which language letters of it are to be
 * @param most how much one member may follow
 * @param now ms since 1970, UTC
 * @throws FollowsTooMuch
 */
export async function subscribe(
  writer: Writer,
  member: Member,
  { kind, targetId }: Target,
  rhythm: SubscriptionRhythm,
  { locale, most }: { locale: string; most: number },
  now: number,
): Promise<string> {
  const known = await findSubscription(writer, member, { kind, targetId });
  await makeTelling(writer, member.accountId, locale, now);
  if (known) {
    await writer.updateTable("subscriptions").set({ rhythm }).where("id", "=", known.id).execute();
    return known.id;
  }
  const { count } = await writer
    .selectFrom("subscriptions")
    .select((row) => row.fn.countAll<number>().as("count"))
    .where("account_id", "=", member.accountId)
    .executeTakeFirstOrThrow();
  if (Number(count) >= most) throw new FollowsTooMuch();
  const id = newId();
  await writer
    .insertInto("subscriptions")
    .values({ id, account_id: member.accountId, kind, target_id: targetId, rhythm, made_at: now })
    .execute();
  return id;
}

/** Changes how a member is told of what they follow. @throws NotFound for what is not theirs */
export async function changeRhythm(
  writer: Writer,
  { accountId }: Member,
  id: string,
  rhythm: SubscriptionRhythm,
): Promise<void> {
  const changed = await writer
    .updateTable("subscriptions")
    .set({ rhythm })
    .where("id", "=", id)
    .where("account_id", "=", accountId)
    .returning("id")
    .executeTakeFirst();
  if (!changed) throw new NotFound();
}

/** Stops following: what came of it alone is told no longer. Pressed twice it is done once; what is not theirs stays. */
export async function unsubscribe(writer: Writer, { accountId }: Member, id: string): Promise<void> {
  await writer.deleteFrom("subscriptions").where("id", "=", id).where("account_id", "=", accountId).execute();
}
