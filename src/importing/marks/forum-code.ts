import type { Edit } from "../edit.ts";
import type { ReadingDraft } from "../reading-draft.ts";

const tag = /\[(\/?)(i|b|em|strong|italic|bold|center|centre|spoiler)(?:=[^\]\n]{0,60})?\]/giu;
const emphasis: Record<string, "em" | "strong"> = {
  i: "em",
  em: "em",
  italic: "em",
  b: "strong",
  bold: "strong",
  strong: "strong",
};

interface OpenTag {
  name: string;
  from: number;
  to: number;
}

/** Forum code in a line (T26): italics and bold, centred lines and scene breaks, spoilers. */
export function readForumCode(draft: ReadingDraft): void {
  for (const block of draft.blocks.keys()) {
    const text = draft.textOf(block);
    if (!text.includes("[/")) continue;
    const open: OpenTag[] = [];
    for (const match of text.matchAll(tag)) {
      const name = (match[2] ?? "").toLowerCase();
      const here = { name, from: match.index, to: match.index + match[0].length };
      if (match[1] !== "/") {
        open.push(here);
        if (open.length > 16) open.shift();
        continue;
      }
      const partner = open.findLastIndex((candidate) => candidate.name === name);
      const opening = open[partner];
      if (!opening) continue;
      open.splice(partner);
      addCode(draft, block, text, opening, here);
    }
  }
}

function addCode(draft: ReadingDraft, block: number, text: string, opening: OpenTag, closing: OpenTag): void {
  const inner = text.slice(opening.to, closing.from);
  const as = emphasis[opening.name];
  const removals: Edit[] = [
    { kind: "remove", block, from: opening.from, to: opening.to },
    { kind: "remove", block, from: closing.from, to: closing.to },
  ];
  const edits = as
    ? [...removals, { kind: "emphasise", as, block, from: opening.to, to: closing.from } as const]
    : [...removals, ...partOf(block, text, opening, closing, inner)];
  const where = { block, from: opening.from, to: closing.to };
  draft.add({ kind: "forum-code", state: "applied", where, becomes: inner, edits });
}

function partOf(block: number, text: string, opening: OpenTag, closing: OpenTag, inner: string): Edit[] {
  const as = opening.name === "spoiler" ? "hidden" : /\p{L}|\p{N}/u.test(inner) ? "centre" : "scene-break";
  const edits: Edit[] = [{ kind: "split", block, at: opening.from, as }];
  if (/\S/u.test(text.slice(closing.to))) edits.push({ kind: "split", block, at: closing.to, as: null });
  return edits;
}
