import type { FindingKind, FindingState } from "./finding.ts";
import type { ReviewFinding } from "./review-finding.ts";

/** Findings that may be decided together. */
export type FindingGroup = {
  id: string;
  findings: ReviewFinding[];
  /** How many they are in the whole file; `findings` may be those of one chapter alone. */
  everywhere: number;
};

/** Findings of one kind and state; those about the very same words stand together in a cluster. */
export type KindGroup = FindingGroup & { kind: FindingKind; state: FindingState; clusters: FindingGroup[] };

/** Findings by state and kind, in the order in which they were found. */
export function groupFindings(findings: ReviewFinding[]): KindGroup[] {
  return [...groupedBy(findings, ({ state, kind }) => `${state}-${kind}`)].flatMap(([id, ofKind]) => {
    const [first] = ofKind;
    if (!first) return [];
    const clusters = [...groupedBy(ofKind, ({ was }) => was).values()];
    return {
      id,
      kind: first.kind,
      state: first.state,
      findings: ofKind,
      everywhere: ofKind.length,
      clusters: clusters.map((same, index) => ({
        id: `${id}-${index + 1}`,
        findings: same,
        everywhere: same.length,
      })),
    };
  });
}

/** The groups that have one of the shown findings, with those alone; how many there are everywhere stays known. */
export function groupsShowing(
  groups: KindGroup[],
  isShown: (finding: ReviewFinding) => boolean,
): KindGroup[] {
  return groups.flatMap((group) => {
    const clusters = group.clusters.flatMap((cluster) => {
      const findings = cluster.findings.filter(isShown);
      return findings.length === 0 ? [] : [{ ...cluster, findings }];
    });
    const findings = group.findings.filter(isShown);
    return findings.length === 0 ? [] : [{ ...group, clusters, findings }];
  });
}

function groupedBy(
  findings: ReviewFinding[],
  keyOf: (finding: ReviewFinding) => string,
): Map<string, ReviewFinding[]> {
  const groups = new Map<string, ReviewFinding[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return groups;
}
