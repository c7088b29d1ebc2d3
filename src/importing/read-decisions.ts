import type { FormValues } from "../plumbing/http/form-values.ts";
import type { Decision, Decisions } from "./finding.ts";
import { type FindingGroup, groupFindings } from "./group-findings.ts";
import type { ReviewFinding } from "./review-outcome.ts";

/** The names of the fields by which findings are decided. */
export const decisionFieldNames = {
  finding: (id: string) => `decide-${id}`,
  group: (group: FindingGroup) => `decide-all-${group.id}`,
};

/** What may be decided about a finding, the way it stands now first. */
export function decisionsFor({ state, decidable }: ReviewFinding): Decision[] {
  if (!decidable) return [];
  return state === "applied" ? ["keep", "undo"] : ["keep", "accept"];
}

/** How a finding is decided: as it was found unless somebody said otherwise. */
export function decisionOn(finding: ReviewFinding, decisions: Decisions): Decision {
  const decision = Object.hasOwn(decisions, finding.id) ? decisions[finding.id] : undefined;
  return decision && decisionsFor(finding).includes(decision) ? decision : "keep";
}

/**
 * The decisions a review form brought.
 *
 * A finding's own answer counts where it differs from the one the form was made with; else the answer for all
 * of its kind, from the smallest group that has one; else it stays as it was. A finding the form does not name
 * stays as it was, too.
 *
 * @param before the decisions the form was made with
 */
export function readDecisions(form: FormValues, findings: ReviewFinding[], before: Decisions): Decisions {
  const sent = new Map(form.entries().reverse());
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
    const decision = answer ?? stood;
    if (decision !== "keep") decisions[finding.id] = decision;
  };
  for (const group of groupFindings(findings))
    for (const cluster of group.clusters)
      for (const finding of cluster.findings) decide(finding, [cluster, group]);
  return decisions;
}
