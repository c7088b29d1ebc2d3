import type { Edit } from "../edit.ts";
import { groupedBlocks } from "../layout/grouped-blocks.ts";
import type { ReadingDraft } from "../reading-draft.ts";

const mostBreaksShare = 0.25;

/**
 * Tells the space between paragraphs from the space between scenes (T01, T06, T07): the usual gap is spacing;
 * larger ones, where they are few, are scene breaks; where they are many, nobody can tell and they are asked.
 */
export function readGaps(draft: ReadingDraft, storyBegins: number): void {
  const joined = joinedBlocks(draft);
  const gaps: { block: number; lines: number }[] = [];
  for (let block = storyBegins + 1; block < draft.blocks.length; block++) {
    if (!joined.has(block)) gaps.push({ block, lines: draft.blocks[block]?.gapBefore ?? 0 });
  }
  const usual = usualGap(gaps.map((gap) => gap.lines));
  const larger = gaps.filter((gap) => gap.lines > usual);
  const widest = gaps.reduce((most, gap) => Math.max(most, gap.lines), 0);
  const header = draft.blocks
    .slice(0, storyBegins + 1)
    .reduce((most, block) => Math.max(most, block.gapBefore), 0);
  const spacing = gaps.filter((gap) => gap.lines > 0).length;
  if (Math.max(widest, header) > 0) {
    const edits: Edit[] = [{ kind: "paragraph-gap", lines: Math.max(widest, header) }];
    draft.add({ kind: "paragraph-gaps", state: "applied", count: spacing - larger.length, edits });
  }
  if (larger.length === 0) return;
  const few = larger.length <= Math.max(1, gaps.length * mostBreaksShare);
  const edits = larger.map(({ block }): Edit => ({ kind: "scene-break-before", block, ornament: "" }));
  const found = {
    count: larger.length,
    edits,
    where: { block: larger[0]?.block ?? 0, from: 0, to: 60 },
    was: "",
  };
  if (few) draft.add({ ...found, kind: "gap-scene-breaks", state: "applied" });
  else draft.add({ ...found, kind: "uneven-gaps", state: "unsure" });
}

/** The most frequent gap; of two equally frequent ones the smaller. */
function usualGap(gaps: number[]): number {
  const counts = new Map<number, number>();
  for (const gap of gaps) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  return [...counts].sort(([a, countA], [b, countB]) => countB - countA || a - b)[0]?.[0] ?? 0;
}

function joinedBlocks(draft: ReadingDraft): Set<number> {
  const edits = draft.findings.flatMap((finding) => finding.edits);
  const joined = edits.flatMap((edit) => (edit.kind === "join-lines" ? [edit.block] : []));
  // Lines of a chat or a drawing stand close, whatever stands between paragraphs.
  const close = [...groupedBlocks(draft)].filter((block) => draft.blocks[block]?.gapBefore === 0);
  return new Set([...joined, ...close]);
}
