import { plainMember } from "../people/person.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import type { Hiding } from "./apply-rules.ts";
import { hidingOfCards } from "./hiding-of-cards.ts";
import { readRuleId } from "./read-works.ts";
import { findReaderRules, type Heeding, hasExceptions } from "./reader-rules.ts";
import { lookAtWorks } from "./work-cards.ts";

export type { Cause, Hiding } from "./apply-rules.ts";

/**
 * Which of these works an account's own rules and mutes keep quiet; what is not named is shown. Whatever tells of works
 * that nobody asked for by their address (a list, a count, a feed, a mail) asks this, or `fillCards`, or the finder.
 *
 * @param accountId null: somebody without an account, who has no rules
 * @param workIds from a finder that knew the person; this does not ask whether they may be seen
 */
export async function hiddenFrom(
  reader: Reader | Writer,
  accountId: string | null,
  workIds: readonly string[],
  heeding: Heeding = "all",
): Promise<ReadonlyMap<string, Hiding>> {
  const hidden = new Map<string, Hiding>();
  if (accountId === null || workIds.length === 0) return hidden;
  if ((await findReaderRules(reader, accountId, heeding)) === null) return hidden;
  for (let from = 0; from < workIds.length; from += together)
    for (const [id, hiding] of await hidingOfCards(
      reader,
      accountId,
      await lookAtWorks(reader, plainMember(accountId), workIds.slice(from, from + together)),
      heeding,
    ))
      hidden.set(id, hiding);
  return hidden;
}

/** The names nothing by which stands in an account's lists: those it muted, and those that a rule of its leaves out. */
export async function quietWriters(
  reader: Reader | Writer,
  accountId: string | null,
): Promise<ReadonlySet<string>> {
  const known = await findReaderRules(reader, accountId);
  if (known === null) return new Set();
  const leftOut = known.rules.flatMap(({ manner, parts }) =>
    manner === "hide" && !hasExceptions(parts) ? parts.writers : [],
  );
  return new Set([...known.muted, ...leftOut]);
}

/** How many of some hidden works are that only for having been read. */
export function countRead(quiet: Iterable<Hiding>): number {
  return [...quiet].filter(({ manner, ruleId }) => manner === "hide" && ruleId === readRuleId).length;
}

/** Works looked at by one statement. */
const together = 500;
