import type { TagWeight } from "../tags/tags.ts";
import type { Manner, ReaderRules, Rule, RuleBearing, RuleParts } from "./reader-rules.ts";

/** What of a work rules look at. */
export type WorkFacts = {
  id: string;
  /** Authors by pseud id, as far as readers are told them. */
  writers: readonly string[];
  /** By what they mean: every meaning above a tag of the work, with the greatest weight it has and the work's own tag. */
  meanings: ReadonlyMap<string, { weight: TagWeight; by: string }>;
  language: string;
  words: number;
  /** How many fandoms it is in, those only mentioned, and those above another of its own, left aside. */
  fandoms: number;
  complete: boolean;
  /** When readers last got something new (ms, UTC). */
  updated: number;
  /** Warnings its author said yes or no to. */
  saidWarnings: ReadonlySet<string>;
};

/** What about a work made a rule mean it. */
export type Cause =
  | { kind: "work" | "language" | "short" | "long" | "fandoms" }
  | { kind: "muted" | "writer"; pseudId: string }
  /** The work's own tag. */
  | { kind: "tag"; tagId: string }
  | { kind: "unsaid"; warningId: string }
  | { kind: "stale"; years: number };

/** Why a work is kept quiet, and how. No rule: its author is muted. */
export type Hiding = { manner: Manner; ruleId: string | null; ruleName: string; cause: Cause };

/** Rules with what they name turned into what it means, ready to be held against works. */
export type PreparedRules = {
  muted: ReadonlySet<string>;
  tags: ReadonlyMap<string, readonly PreparedRule[]>;
  writers: ReadonlyMap<string, readonly PreparedRule[]>;
  works: ReadonlyMap<string, readonly PreparedRule[]>;
  languages: ReadonlyMap<string, readonly PreparedRule[]>;
  /** Rules with parts that no id leads to. */
  measured: readonly PreparedRule[];
};

type PreparedRule = { place: number; rule: Rule; unlessTags: ReadonlySet<string>; staleBefore: number };

const meant: Record<RuleBearing, ReadonlySet<TagWeight>> = {
  main: new Set(["main"]),
  has: new Set(["main", "side"]),
  mentions: new Set(["main", "side", "mention"]),
};

/**
 * Rules ready to be asked about many works: five hundred are looked up by what a work has, not gone through.
 *
 * @param meaningOf what a tag stands for
 * @param now ms since 1970, UTC
 */
export function prepareRules(
  { rules, muted }: ReaderRules,
  meaningOf: (tagId: string) => string,
  now: number,
): PreparedRules {
  const tags = new Map<string, PreparedRule[]>();
  const writers = new Map<string, PreparedRule[]>();
  const works = new Map<string, PreparedRule[]>();
  const languages = new Map<string, PreparedRule[]>();
  const measured: PreparedRule[] = [];
  for (const [place, rule] of rules.entries()) {
    const { parts } = rule;
    const prepared: PreparedRule = {
      place,
      rule,
      unlessTags: new Set(parts.unlessTags.map(meaningOf)),
      staleBefore: parts.staleYears === null ? Number.NEGATIVE_INFINITY : yearsBefore(now, parts.staleYears),
    };
    const note = (by: Map<string, PreparedRule[]>, ids: readonly string[]) => {
      for (const id of new Set(ids)) {
        const known = by.get(id);
        if (known) known.push(prepared);
        else by.set(id, [prepared]);
      }
    };
    note(tags, parts.tags.map(meaningOf));
    note(writers, parts.writers);
    note(works, parts.works);
    note(languages, parts.languages);
    if (isMeasured(parts)) measured.push(prepared);
  }
  return { muted, tags, writers, works, languages, measured };
}

/** The tags rules name, whose meaning `prepareRules` asks for. */
export function tagsOfRules({ rules }: ReaderRules): string[] {
  return rules.flatMap(({ parts }) => [...parts.tags, ...parts.unlessTags]);
}

/** Whether and why a work is kept quiet: hidden before folded, and by the first of the rules that say so. */
export function hidingOf(rules: PreparedRules, work: WorkFacts): Hiding | null {
  const mutedBy = work.writers.find((id) => rules.muted.has(id));
  if (mutedBy !== undefined)
    return { manner: "hide", ruleId: null, ruleName: "", cause: { kind: "muted", pseudId: mutedBy } };
  let best: { prepared: PreparedRule; cause: Cause } | null = null;
  const consider = (prepared: PreparedRule, cause: () => Cause) => {
    if (best !== null && !comesBefore(prepared, best.prepared)) return;
    if (!isExcepted(prepared, work)) best = { prepared, cause: cause() };
  };
  for (const prepared of rules.works.get(work.id) ?? []) consider(prepared, () => ({ kind: "work" }));
  for (const pseudId of work.writers)
    for (const prepared of rules.writers.get(pseudId) ?? [])
      consider(prepared, () => ({ kind: "writer", pseudId }));
  if (rules.tags.size > 0)
    for (const [meaning, { weight, by }] of work.meanings)
      for (const prepared of rules.tags.get(meaning) ?? [])
        if (meant[prepared.rule.parts.bearing].has(weight))
          consider(prepared, () => ({ kind: "tag", tagId: by }));
  for (const prepared of rules.languages.get(work.language) ?? [])
    consider(prepared, () => ({ kind: "language" }));
  for (const prepared of rules.measured) {
    const cause = measuredCause(prepared, work);
    if (cause) consider(prepared, () => cause);
  }
  return told(best);
}

function told(best: { prepared: PreparedRule; cause: Cause } | null): Hiding | null {
  if (best === null) return null;
  const { id, name, manner } = best.prepared.rule;
  return { manner, ruleId: id, ruleName: name, cause: best.cause };
}

/** So many years before the day of a moment began, UTC: it says the same all day long. */
export function yearsBefore(now: number, years: number): number {
  const day = new Date(now);
  return Date.UTC(day.getUTCFullYear() - years, day.getUTCMonth(), day.getUTCDate());
}

function isMeasured(parts: RuleParts): boolean {
  return (
    parts.languagesBut.length > 0 ||
    parts.unsaid.length > 0 ||
    [parts.fewerWords, parts.moreWords, parts.moreFandoms, parts.staleYears].some((bound) => bound !== null)
  );
}

function measuredCause({ rule: { parts }, staleBefore }: PreparedRule, work: WorkFacts): Cause | null {
  if (parts.languagesBut.length > 0 && !parts.languagesBut.includes(work.language))
    return { kind: "language" };
  if (parts.fewerWords !== null && work.words < parts.fewerWords) return { kind: "short" };
  if (parts.moreWords !== null && work.words > parts.moreWords) return { kind: "long" };
  if (parts.moreFandoms !== null && work.fandoms > parts.moreFandoms) return { kind: "fandoms" };
  const unsaid = parts.unsaid.find((id) => !work.saidWarnings.has(id));
  if (unsaid !== undefined) return { kind: "unsaid", warningId: unsaid };
  if (parts.staleYears !== null && !work.complete && work.updated < staleBefore)
    return { kind: "stale", years: parts.staleYears };
  return null;
}

function isExcepted({ rule: { parts }, unlessTags }: PreparedRule, work: WorkFacts): boolean {
  if (parts.unlessWorks.includes(work.id)) return true;
  if (parts.unlessWriters.some((id) => work.writers.includes(id))) return true;
  if (unlessTags.size === 0) return false;
  for (const tag of unlessTags) {
    const met = work.meanings.get(tag);
    if (met && meant.has.has(met.weight)) return true;
  }
  return false;
}

function comesBefore(one: PreparedRule, other: PreparedRule): boolean {
  if (one.rule.manner !== other.rule.manner) return one.rule.manner === "hide";
  return one.place < other.place;
}
