import type { BlockRange } from "./edit.ts";
import type { Finding } from "./finding.ts";

/** A mark narrower than this can hardly be seen or pressed: the words around it are marked instead. */
const narrow = 3;
/** More marks of one finding than these help nobody to see it. */
const mostMarks = 200;

/**
 * The stretches of the file to mark for a finding: the characters its edits touch, or else the words it was
 * found by. Nothing for what concerns the whole file.
 */
export function markRanges(finding: Finding): BlockRange[] {
  const touched = finding.edits.flatMap((edit): BlockRange[] => ("from" in edit ? [edit] : []));
  // An offer about every mark of a story is shown once: marked everywhere it would bury all the others.
  const isOffer = finding.state === "noted" && finding.count > 1;
  if (touched.length === 0 || isOffer) return finding.where ? [finding.where] : [];
  if (finding.count > 1) return touched.slice(0, mostMarks);
  const hulls = hullByBlock(touched);
  const [hull, ...others] = hulls;
  const isNarrow = hull !== undefined && others.length === 0 && hull.to - hull.from < narrow;
  return isNarrow && finding.where && surrounds(finding.where, hull) ? [finding.where] : hulls;
}

function surrounds(outer: BlockRange, inner: BlockRange): boolean {
  return outer.block === inner.block && outer.from <= inner.from && outer.to >= inner.to;
}

/** From the first touched character to the last, in each block: the marks of `*this*` belong to one place. */
function hullByBlock(ranges: BlockRange[]): BlockRange[] {
  const hulls = new Map<number, BlockRange>();
  for (const { block, from, to } of ranges) {
    const hull = hulls.get(block);
    hulls.set(block, {
      block,
      from: Math.min(from, hull?.from ?? from),
      to: Math.max(to, hull?.to ?? to),
    });
  }
  return [...hulls.values()];
}
