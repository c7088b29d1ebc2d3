import type { FindingKind, FindingState } from "./finding.ts";
import type { ReviewFinding } from "./review-finding.ts";

/** Findings that may be decided together. */
export type FindingGroup = {
  id: string;
  findings: ReviewFinding[];
  /** How many they are in the whole file; `findings` may be those of one chapter alone. */
  everywhere: number;
  /** In how many chapters they are. */
  chapters: number;
};

/** Findings of one kind and state; those about the very same words stand together in a cluster. */
export type KindGroup = FindingGroup & { kind: FindingKind; state: FindingState; clusters: FindingGroup[] };

/** The id of the group that findings of a kind and state are in. */
export function kindGroupId(state: FindingState, kind: FindingKind): string {
  return `${state}-${kind}`;
}

/** Findings by state and kind, in the order in which they were found. */
export function groupFindings(findings: ReviewFinding[]): KindGroup[] {
  return [...groupedBy(findings, ({ state, kind }) => kindGroupId(state, kind))].flatMap(([id, ofKind]) => {
    const [first] = ofKind;
    if (!first) return [];
    const clusters = [...groupedBy(ofKind, ({ was }) => was).values()];
    return {
      id,
      kind: first.kind,
      state: first.state,
      findings: ofKind,
      everywhere: ofKind.length,
      chapters: 1,
      clusters: clusters.map((same, index) => ({
        id: `${id}-${index + 1}`,
        findings: same,
        everywhere: same.length,
        chapters: 1,
      })),
    };
  });
}

/**
 * The groups that have one of the shown findings, with those alone; how many there are everywhere stays known.
 *
 * @param chapterOf the chapter a finding stands in; undefined for one about the whole file
 */
export function groupsShowing(
  groups: KindGroup[],
  isShown: (finding: ReviewFinding) => boolean,
  chapterOf: (finding: ReviewFinding) => string | undefined,
): KindGroup[] {
  const shown = <Group extends FindingGroup>(group: Group): Group | null => {
    const findings = group.findings.filter(isShown);
    if (findings.length === 0) return null;
    return { ...group, findings, chapters: new Set(group.findings.map(chapterOf)).size };
  };
  return groups.flatMap((group) => {
    const own = shown(group);
    return own === null ? [] : [{ ...own, clusters: group.clusters.flatMap((same) => shown(same) ?? []) }];
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
