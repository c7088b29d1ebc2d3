import type { Edit } from "../edit.ts";
import { isGrouped } from "../layout/grouped-blocks.ts";
import type { ReadingDraft } from "../reading-draft.ts";
import { isOrnament } from "./ornaments.ts";

const words =
  /^\W{0,12}(?:(?:line|scene|page|section) ?(?:break|change|divider)|break|linebreak|(?:line ?break){2,}|horizontal line|divider)\W{0,12}$/iu;
const announced = /^(?:[[(<{*~=#_-]|line ?break$|(?:line ?break){2,}$)/iu;
const captioned = /^\s*([*~=#-]{2,8})\s*([^*~=#]{2,60}?)\s*([*~=#-]{2,8})\s*$/u;

/**
 * Lines that stand between scenes: ornaments (T33, T35), words for a break (T34), captions in ornament (T36). They
 * are looked for from the block `from` up to, and not including, the block `to`.
 */
export function readSceneBreaks(draft: ReadingDraft, from: number, to: number): void {
  for (let block = from; block < to; block++) {
    const text = draft.textOf(block);
    if (text.length > 160 || isGrouped(draft, block) || draft.blocks[block]?.node.tagName !== "p") continue;
    const where = { block, from: 0, to: text.length };
    const line = text.trim();
    if (isOrnament(line)) {
      const edits: Edit[] = [{ kind: "scene-break", block, ornament: line }];
      draft.add({ kind: "scene-break", state: "applied", where, becomes: line, edits });
    } else if (words.test(line) && announced.test(line)) {
      const edits: Edit[] = [{ kind: "scene-break", block, ornament: "" }];
      draft.add({ kind: "scene-break-words", state: "proposed", where, edits });
    } else readCaption(draft, block, text);
  }
}

function readCaption(draft: ReadingDraft, block: number, text: string): void {
  const match = captioned.exec(text);
  const [, ornament = "", caption = "", closing = ""] = match ?? [];
  if (!match || !/\p{L}/u.test(caption) || ornament !== [...closing].reverse().join("") || ornament === "**")
    return;
  if (/^(?:the end|fin|end|tbc|to be continued|owari)\b/iu.test(caption)) return;
  const from = text.indexOf(caption, ornament.length);
  const to = from + caption.length;
  draft.add({
    kind: "scene-caption",
    state: "applied",
    where: { block, from: 0, to: text.length },
    becomes: caption,
    edits: [
      { kind: "scene-break-before", block, ornament },
      { kind: "remove", block, from: 0, to: from },
      { kind: "remove", block, from: to, to: text.length },
      { kind: "set-as", block, as: "centre" },
    ],
  });
}
