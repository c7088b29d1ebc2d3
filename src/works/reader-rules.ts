import { z } from "zod";
import { mutedPseuds } from "../people/quiet-people.ts";
import { quietVersion } from "../people/quiet-version.ts";
import type { Reader, Writer } from "../plumbing/database/reader-writer.ts";
import { findReadWorks, readRuleId } from "./read-works.ts";
import type { Manner } from "./sql/reader-rules-table.ts";

export type { Manner };

/** How a tag must stand on a work to be meant: as what it is mainly about, as what it has, or were it only mentioned. */
export const bearings = ["main", "has", "mentions"] as const;
export type RuleBearing = (typeof bearings)[number];

/** How many tags, how many names, how many works one rule may name. */
const mostNamed = 500;

const ids = z.array(z.string().max(100)).max(mostNamed).default([]);
const bound = z.number().int().min(0).max(1_000_000_000).nullable().default(null);

/** What a rule is about. A work that any part fits is meant, unless one of the exceptions fits it too. */
export const partsShape = z.object({
  /** Tag ids; a tag means its synonyms and what is under it, as in filters. */
  tags: ids,
  bearing: z.enum(bearings).default("has"),
  /** Pseud ids of authors; an anonymous work has none. */
  writers: ids,
  works: ids,
  /** Language tags as works carry them. */
  languages: ids,
  /** Every language but these; empty: none. */
  languagesBut: ids,
  /** Shorter than so many words, longer than so many. */
  fewerWords: bound,
  moreWords: bound,
  /** In more than so many fandoms, those only mentioned left aside. */
  moreFandoms: z.number().int().min(1).max(250).nullable().default(null),
  /** Warning ids that the author said neither yes nor no to. */
  unsaid: ids,
  /** Not complete, and nothing new for so many years. */
  staleYears: z.number().int().min(1).max(100).nullable().default(null),
  unlessTags: ids,
  unlessWriters: ids,
  unlessWorks: ids,
});
export type RuleParts = z.infer<typeof partsShape>;

/** Whether some works may be shown all the same. */
export function hasExceptions({ unlessTags, unlessWriters, unlessWorks }: RuleParts): boolean {
  return unlessTags.length + unlessWriters.length + unlessWorks.length > 0;
}

/** A rule about nothing. */
export const noParts: RuleParts = partsShape.parse({});

/** One of a reader's standing rules. `name` may be empty: then it is told by what it is about. */
export type Rule = { id: string; name: string; isOn: boolean; manner: Manner; parts: RuleParts };

/** Everything an account wants to be spared, as one value: its rules that are on, in order, and the names it muted. */
export type ReaderRules = { version: number; rules: readonly Rule[]; muted: ReadonlySet<string> };

/** Which rules a list heeds: all, all but the one that keeps out of the way what was read, or none, because that was asked for. */
export type Heeding = "all" | "but-read" | "none";

/** Every rule of an account, in its order, those switched off too; for its own eyes. */
export async function listRules(reader: Reader | Writer, accountId: string): Promise<Rule[]> {
  const rows = await reader
    .selectFrom("reader_rules")
    .select(["id", "name", "is_on", "manner", "parts"])
    .where("account_id", "=", accountId)
    .orderBy("position")
    .orderBy("id")
    .execute();
  return rows.flatMap(({ id, name, is_on, manner, parts }) => {
    const read = partsShape.safeParse(JSON.parse(parts));
    return read.success ? [{ id, name, isOn: is_on === 1, manner, parts: read.data }] : [];
  });
}

/** The rules that are on, and one more of what was read: whatever heeds rules then heeds the ledger too. */
async function rulesThatHold(reader: Reader | Writer, accountId: string): Promise<Rule[]> {
  const own = (await listRules(reader, accountId)).filter(({ isOn }) => isOn);
  const read = await findReadWorks(reader, accountId);
  if (read === null) return own;
  const parts = { ...noParts, works: read.works };
  return [...own, { id: readRuleId, name: "", isOn: true, manner: read.manner, parts }];
}

/** Accounts whose rules are kept in memory, for each connection that reads. */
const mostRemembered = 300;

const remembered = new WeakMap<object, Map<string, ReaderRules>>();

/** The same rules without the one about what was read, made once, so that what is kept by them is found again. */
const butRead = new WeakMap<ReaderRules, ReaderRules>();

function withoutRead(rules: ReaderRules): ReaderRules {
  const known = butRead.get(rules);
  if (known) return known;
  const made = { ...rules, rules: rules.rules.filter(({ id }) => id !== readRuleId) };
  butRead.set(rules, made);
  return made;
}

/**
 * What an account wants to be spared; null where it is nothing, which one point read tells. Rules are read and checked once
 * for each state of them: a reader may have five hundred, and asks with every page.
 */
export async function findReaderRules(
  reader: Reader | Writer,
  accountId: string | null,
  heeding: Heeding = "all",
): Promise<ReaderRules | null> {
  if (accountId === null || heeding === "none") return null;
  const version = await quietVersion(reader, accountId);
  if (version === 0) return null;
  const known = remembered.get(reader) ?? new Map<string, ReaderRules>();
  remembered.set(reader, known);
  const kept = known.get(accountId);
  // Those asked for last stand last, and the first goes.
  known.delete(accountId);
  const all =
    kept?.version === version
      ? kept
      : {
          version,
          rules: await rulesThatHold(reader, accountId),
          muted: await mutedPseuds(reader, accountId),
        };
  known.set(accountId, all);
  for (const oldest of known.keys()) if (known.size > mostRemembered) known.delete(oldest);
  const rules = heeding === "but-read" ? withoutRead(all) : all;
  return rules.rules.length === 0 && rules.muted.size === 0 ? null : rules;
}
