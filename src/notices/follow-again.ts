import type { Member } from "../people/person.ts";
import type { Writer } from "../plumbing/database/reader-writer.ts";
import type { SubscriptionRhythm } from "./kinds.ts";
import type { Target } from "./subjects.ts";
import { FollowsTooMuch, findSubscription, subscribe } from "./subscriptions.ts";

/**
 * Follows something that a member followed in another archive; how they follow it here already stays as it is. That it is
 * there for them is asked whenever they are told of it.
 *
 * @param now ms since 1970, UTC
 * @returns "left": they follow as much as one may
 */
export async function followAgain(
  writer: Writer,
  member: Member,
  target: Target,
  rhythm: SubscriptionRhythm,
  { locale, most }: { locale: string; most: number },
  now: number,
): Promise<"here" | "brought" | "left"> {
  if (await findSubscription(writer, member, target)) return "here";
  try {
    await subscribe(writer, member, target, rhythm, { locale, most }, now);
    return "brought";
  } catch (cause) {
    if (cause instanceof FollowsTooMuch) return "left";
    throw cause;
  }
}
