import type { ArchiveContext } from "../../../people/request.ts";
import { limitTries, type TryLimit } from "../../../plumbing/http/limit-tries.ts";
import type { Settings } from "../../../plumbing/settings/settings.ts";

/** What is limited, in seconds. */
const quarterHour = 900;
const hour = 3_600;

/** Lets so many comments through as the owner set, by member or by household; in memory, nothing stored. */
export function limitComments(): (context: ArchiveContext, settings: Settings) => Promise<void> {
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
