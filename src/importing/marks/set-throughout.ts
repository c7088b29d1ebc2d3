import type { ElementContent } from "hast";
import type { Edit } from "../edit.ts";
import { editsInForce } from "../edits-in-force.ts";
import type { StoryExtent } from "../layout/story-lines.ts";
import type { ReadingDraft } from "../reading-draft.ts";
import { renderBlock } from "../render-block.ts";

const leastLetters = 200;
const leastBlocks = 2;
const mostShare = 0.8;

/**
 * Warns of chapters of which nearly all is italic or bold (T31), and offers to turn them round. Chapters are told apart
 * by where they would begin.
 */
export function warnOfSettingThroughout(draft: ReadingDraft, stories: StoryExtent[]): void {
  const begun = new Set(
    draft.findings.flatMap(({ edits }) =>
      edits.flatMap((edit) => (edit.kind === "begin-chapter" ? [edit.block] : [])),
    ),
  );
  const edits = editsInForce({ findings: draft.findings }, {});
  for (const { storyBegins, storyEnds } of stories) {
    let from = storyBegins;
    for (let to = from + 1; to <= storyEnds; to++) {
      if (to < storyEnds && !begun.has(to)) continue;
      for (const as of ["em", "strong"] as const) warnOf(draft, edits.of, { from, to }, as);
      from = to;
    }
  }
}

function warnOf(
  draft: ReadingDraft,
  editsOf: (block: number) => Edit[],
  { from, to }: { from: number; to: number },
  as: "em" | "strong",
): void {
  const blocks: number[] = [];
  const letters = { set: 0, all: 0 };
  for (let block = from; block < to; block++) {
    const node = draft.blocks[block]?.node;
    if (node === undefined || /^h[1-6r]$/u.test(node.tagName)) continue;
    const own = editsOf(block);
    if (own.some((edit) => edit.kind === "scene-break")) continue;
    const before = letters.all;
    const children = own.some((edit) => edit.kind === "emphasise") ? renderBlock(node, own) : node.children;
    count(children, as, false, letters);
    if (letters.all > before) blocks.push(block);
  }
  if (letters.all < leastLetters || blocks.length < leastBlocks || letters.set <= letters.all * mostShare)
    return;
  const [first = from] = blocks;
  draft.add({
    kind: "set-throughout",
    state: "unsure",
    where: { block: first, from: 0, to: draft.textOf(first).length },
    becomes: as,
    count: blocks.length,
    edits: blocks.map((block): Edit => ({ kind: "invert", block, as })),
  });
}

function count(
  children: ElementContent[],
  as: "em" | "strong",
  isSet: boolean,
  letters: { set: number; all: number },
): void {
  for (const child of children) {
    if (child.type === "text") {
      const length = child.value.replace(/\s+/gu, "").length;
      letters.all += length;
      if (isSet) letters.set += length;
    } else if (child.type === "element")
      count(child.children, as, child.tagName === as ? !isSet : isSet, letters);
  }
}
