import type { Decision, Decisions, Finding, FindingKind, FindingState } from "./finding.ts";
import type { ImportReading } from "./import-reading.ts";
import { decisionOn, decisionsFor } from "./read-decisions.ts";
import { reviewFindings } from "./review-findings.ts";

/** One answer a writer gave, as it is kept with the work. */
export type KeptDecision = {
  kind: FindingKind;
  state: FindingState;
  /** The words it was about; null where they are long, or private. */
  was: string | null;
  decision: Decision;
};

/** Kinds whose words tell of people, or are somebody's remark. */
const privateKinds: readonly FindingKind[] = ["contact", "name-in-text", "comment", "credit", "gift"];
/** A sign that comes again is short: an ornament, `Jo's POV`. Longer words are the story's own. */
const longestSign = 60;
const mostKept = 1000;

/**
 * The answers to keep of an import: of every sort of finding of which anything was answered, also those that were
 * left as they were. Answers that every file needs anew (changes not settled) are not kept.
 */
export function keptDecisions(reading: ImportReading, decisions: Decisions): KeptDecision[] {
  const findings = reviewFindings(reading).filter(
    (finding) => !finding.mustAnswer && decisionsFor(finding).length > 0,
  );
  const sort = ({ kind, state }: { kind: FindingKind; state: FindingState }) => `${state} ${kind}`;
  const answered = new Set(
    findings.filter((finding) => decisionOn(finding, decisions) !== "keep").map((finding) => sort(finding)),
  );
  return findings
    .filter((finding) => answered.has(sort(finding)))
    .slice(0, mostKept)
    .map((finding) => ({
      kind: finding.kind,
      state: finding.state,
      was: privateKinds.includes(finding.kind) || finding.was.length > longestSign ? null : finding.was,
      decision: decisionOn(finding, decisions),
    }));
}

/** What a writer always answers: by sort of finding, and by sort and words. */
export type Habits = { bySort: Record<string, Decision>; bySign: Record<string, Decision> };

/**
 * What a writer answered alike: the newest import that has a sort of finding says how, when it was the same for all
 * of them; else the newest that has the same words.
 *
 * @param imports the kept answers of a work's imports, the newest first
 */
export function habitsOf(imports: KeptDecision[][]): Habits {
  const habits: Habits = { bySort: {}, bySign: {} };
  for (const [all, keyOf] of [
    [habits.bySort, sortOf],
    [habits.bySign, signOf],
  ] as const) {
    const known = new Set<string>();
    for (const answers of imports)
      for (const [key, alike] of Map.groupBy(answers, keyOf)) {
        if (key === null || known.has(key)) continue;
        known.add(key);
        const [first, ...others] = new Set(alike.map(({ decision }) => decision));
        if (first !== undefined && others.length === 0) all[key] = first;
      }
  }
  return habits;
}

/**
 * The decisions a new import for the same work begins with. A finding decided so says why.
 *
 * @param reading its findings are given their reason, in place
 */
export function decideByHabit(reading: ImportReading, habits: Habits): Decisions {
  const decisions: Decisions = {};
  const possible = new Map(reviewFindings(reading).map((finding) => [finding.id, finding]));
  for (const finding of reading.findings) {
    const listed = possible.get(finding.id);
    const habit = habitOf(finding, habits);
    if (finding.mustAnswer || habit === undefined || habit === "keep" || !listed) continue;
    if (!decisionsFor(listed).includes(habit)) continue;
    decisions[finding.id] = habit;
    finding.reasons.push({ why: "answered-before" });
  }
  return decisions;
}

function habitOf(finding: Finding, { bySign, bySort }: Habits): Decision | undefined {
  const [sign, sort] = [signOf(finding), sortOf(finding)];
  if (sign !== null && Object.hasOwn(bySign, sign)) return bySign[sign];
  return Object.hasOwn(bySort, sort) ? bySort[sort] : undefined;
}

function sortOf({ kind, state }: Pick<KeptDecision, "kind" | "state">): string {
  return `${kind} ${state}`;
}

function signOf({ kind, state, was }: KeptDecision | Finding): string | null {
  return was === null || was === "" ? null : `${kind} ${state} ${was}`;
}
