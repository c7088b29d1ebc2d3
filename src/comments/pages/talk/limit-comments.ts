import type { ArchiveContext } from "../../../people/request.ts";
import { limitTries, type TryLimit } from "../../../plumbing/http/limit-tries.ts";
import type { Settings } from "../../../plumbing/settings/settings.ts";
import type { TooManyTries } from "../../../vocabulary/errors.ts";

/** The spans in which comments are counted, in seconds. */
const quarterHour = 900;
const hour = 3_600;

/** Counts something said. @throws TooManyTries when it was too much in a short time */
export type SpendComment = (context: ArchiveContext, settings: Settings) => Promise<void>;

/**
 * Lets so many comments through as the owner set, by member or by household, wherever they are said and however often they
 * are said anew; in memory, nothing stored.
 */
export function limitComments(): SpendComment {
  const limits = new Map<string, TryLimit>();
  const limitOf = (tries: number, seconds: number) => {
    const key = `${tries} in ${seconds}`;
    const limit = limits.get(key) ?? limitTries(tries, seconds);
    limits.set(key, limit);
    return limit;
  };
  return async ({ var: { person, senderKey } }, settings) => {
    if (person.kind === "member")
      return limitOf(settings.commentsOfMember, quarterHour).spend(`member ${person.accountId}`);
    return limitOf(settings.commentsOfGuest, hour).spend(`guest ${senderKey}`);
  };
}

/** How often a household without an account may try in an hour: what is refused takes time to read, too. */
const guestTries = 120;

/** Counts what guests send, be it refused or not; what members send is counted when it is said. */
export function limitGuestTries(): (context: ArchiveContext) => Promise<void> {
  const tries = limitTries(guestTries, hour);
  return async ({ var: { person, senderKey } }) => {
    if (person.kind === "visitor") await tries.spend(senderKey);
  };
}

/** Asks for patience, in the answer's head and in a sentence; what was typed is beside it. */
export function tooMuch(context: ArchiveContext, { retryAfter }: TooManyTries): string {
  context.header("retry-after", String(retryAfter));
  return context.var.page.t(
    "That is a lot in a short time. What you typed is here still; post it in {minutes, plural, one {# minute} other {# minutes}}.",
    { minutes: Math.ceil(retryAfter / 60) },
  );
}
