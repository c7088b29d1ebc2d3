import type { Decision, Decisions } from "./finding.ts";
import { type FindingGroup, groupFindings } from "./group-findings.ts";
import type { ReviewFinding } from "./review-finding.ts";

/** The names of the fields by which findings are decided. */
export const decisionFieldNames = {
  finding: (id: string) => `decide-${id}`,
  group: (group: Pick<FindingGroup, "id">) => `decide-all-${group.id}`,
};

/**
 * What may be decided about a finding, the way it stands now first. What must be answered stands nowhere yet; a
 * comment can only be left out, for comments are never published (T76), and an address cannot be brought back.
 */
export function decisionsFor({ kind, state, decidable, mustAnswer }: ReviewFinding): Decision[] {
  if (mustAnswer) return kind === "comment" ? ["accept"] : ["accept", "reject"];
  if (!decidable || kind === "contact") return [];
  return state === "applied" ? ["keep", "undo"] : ["keep", "accept"];
}

/** How a finding is decided: as it was found unless somebody said otherwise; "keep" for what is not answered yet. */
export function decisionOn(finding: ReviewFinding, decisions: Decisions): Decision {
  const decision = Object.hasOwn(decisions, finding.id) ? decisions[finding.id] : undefined;
  return decision && decisionsFor(finding).includes(decision) ? decision : "keep";
}

/** How many findings wait for an answer without which nothing can be saved. */
export function countUnanswered(findings: ReviewFinding[], decisions: Decisions): number {
  return findings.filter((finding) => finding.mustAnswer && decisionOn(finding, decisions) === "keep").length;
}

/**
 * The decisions a review form brought.
 *
 * A finding's own answer counts where it differs from the one the form was made with; else the answer for all
 * of its kind, from the smallest group that has one; else it stays as it was. A finding the form does not name
 * stays as it was, too.
 *
 * @param entries the form's values by name
 * @param findings all of the file's, whatever the form showed
 * @param before the decisions the form was made with
 */
export function readDecisions(
  entries: [string, string][],
  findings: ReviewFinding[],
  before: Decisions,
): Decisions {
  const sent = new Map(entries.toReversed());
  const decisions: Decisions = {};
  const decide = (finding: ReviewFinding, groups: FindingGroup[]) => {
    const stood = decisionOn(finding, before);
    const own = sent.get(decisionFieldNames.finding(finding.id)) ?? "";
    const answers = [
      own === stood ? "" : own,
      ...groups.map((group) => sent.get(decisionFieldNames.group(group)) ?? ""),
    ];
    const answer = decisionsFor(finding).find(
      (decision) => decision === answers.find((given) => given !== ""),
    );
    // An answer given is kept as one even when nothing changes by it: it need not be asked for again.
    if (answer !== undefined || Object.hasOwn(before, finding.id)) decisions[finding.id] = answer ?? stood;
  };
  for (const group of groupFindings(findings))
    for (const cluster of group.clusters)
      for (const finding of cluster.findings) decide(finding, [cluster, group]);
  return decisions;
}
