import type { Element, ElementContent } from "hast";
import type { Edit } from "../edit.ts";
import type { ReadingDraft } from "../reading-draft.ts";

const emphasised = ["em", "strong", "i", "b"];
/** French sets a space before `;:!?`, no language before a comma or a single full stop. */
const strayed = /^[ \u00a0]{1,3}(?=,(?!,)|\.(?![.\d]))/u;

/** Takes out the space that an editor put between italics and the comma after them (T19). */
export function closeUpCommas(draft: ReadingDraft): void {
  const edits: Edit[] = [];
  for (const [block, { node }] of draft.blocks.entries()) {
    const places: { from: number; to: number }[] = [];
    collect(node, 0, places);
    for (const place of places) edits.push({ kind: "remove", block, ...place });
  }
  const [first] = edits;
  if (first?.kind !== "remove") return;
  const { block, from, to } = first;
  draft.add({
    kind: "space-before-comma",
    state: "applied",
    where: { block, from, to: to + 1 },
    count: edits.length,
    edits,
  });
}

/** Walks the element's text; gives the offset after it. */
function collect(node: Element, start: number, places: { from: number; to: number }[]): number {
  let offset = start;
  let before: ElementContent | null = null;
  for (const child of node.children) {
    if (child.type === "text") {
      const space = before !== null && isEmphasis(before) ? strayed.exec(child.value)?.[0].length : undefined;
      if (space !== undefined) places.push({ from: offset, to: offset + space });
      offset += child.value.length;
    } else if (child.type === "element")
      offset = child.tagName === "br" ? offset + 1 : collect(child, offset, places);
    before = child;
  }
  return offset;
}

function isEmphasis(node: ElementContent): boolean {
  return node.type === "element" && emphasised.includes(node.tagName);
}
