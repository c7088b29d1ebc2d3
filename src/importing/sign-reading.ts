import type { Element, ElementContent } from "hast";
import type { BlockRange, Edit } from "./edit.ts";
import type { ImportReading } from "./import-reading.ts";
import { markRanges } from "./mark-ranges.ts";
import { closingSign, openingSign } from "./place-signs.ts";

/** Signs to put at one offset of a block: what ends there before what begins there. */
interface Signs {
  at: number;
  closing: string;
  opening: string;
}

/**
 * The same reading with a sign at the beginning and the end of every finding's place (see place-signs.ts), and
 * its edits moved accordingly: whatever is decided, the signs come out where the places went.
 *
 * @param isShown which blocks to sign: those that are looked at
 */
export function signReading(
  reading: ImportReading,
  isShown: (block: number) => boolean = () => true,
): ImportReading {
  const signs = signsByBlock(reading, isShown);
  return {
    ...reading,
    blocks: reading.blocks.map((block, index) => {
      const own = signs.get(index);
      return own ? { ...block, node: signedBlock(block.node, own) } : block;
    }),
    findings: reading.findings.map((finding, index) => ({
      ...finding,
      edits: finding.edits.map((edit) => signedEdit(edit, index, signs)),
    })),
    recognised: [],
  };
}

function signsByBlock(reading: ImportReading, isShown: (block: number) => boolean): Map<number, Signs[]> {
  const byBlock = new Map<number, Map<number, Signs>>();
  const put = (block: number, at: number, change: (signs: Signs) => void) => {
    const ofBlock = byBlock.get(block) ?? new Map<number, Signs>();
    byBlock.set(block, ofBlock);
    const signs = ofBlock.get(at) ?? { at, closing: "", opening: "" };
    ofBlock.set(at, signs);
    change(signs);
  };
  const places = reading.findings
    .flatMap((finding, index) => markRanges(finding).map((range) => ({ ...range, index })))
    .filter(({ block, from, to }) => to > from && isShown(block))
    // Wider places around narrower ones, so that the narrow one can still be pressed; of two that are the same,
    // the one found first lies inside and is the one that is pressed.
    .sort((one, other) => one.from - other.from || other.to - one.to || other.index - one.index);
  for (const { block, from, to, index } of places) {
    put(block, from, (signs) => {
      signs.opening += openingSign(index);
    });
    put(block, to, (signs) => {
      signs.closing += closingSign(index);
    });
  }
  return new Map(
    [...byBlock].map(([block, signs]) => [block, [...signs.values()].sort((a, b) => a.at - b.at)]),
  );
}

function signedBlock(node: Element, signs: Signs[]): Element {
  const walk = { offset: 0, next: 0 };
  const texts = (children: ElementContent[]): ElementContent[] =>
    children.map((child) => {
      if (child.type === "text") return { ...child, value: signedText(child.value, signs, walk) };
      if (child.type !== "element") return child;
      if (child.tagName === "br") {
        walk.offset += 1;
        return child;
      }
      return { ...child, children: texts(child.children) };
    });
  return { ...node, children: texts(node.children) };
}

function signedText(value: string, signs: Signs[], walk: { offset: number; next: number }): string {
  const start = walk.offset;
  const end = start + value.length;
  const parts: string[] = [];
  let from = start;
  for (let sign = signs[walk.next]; sign && sign.at <= end; sign = signs[++walk.next]) {
    const at = Math.max(sign.at, start);
    parts.push(value.slice(from - start, at - start), sign.closing, sign.opening);
    from = at;
  }
  parts.push(value.slice(from - start));
  walk.offset = end;
  return parts.join("");
}

/** Where an offset lies among the signs: before all of them, between what ends and what begins there, or after. */
type Side = "before" | "between" | "after";

function signedEdit(edit: Edit, index: number, signs: Map<number, Signs[]>): Edit {
  if (edit.kind === "paragraph-gap") return edit;
  const own = signs.get(edit.block) ?? [];
  const moved = (at: number, side: Side) => at + signsUpTo(own, at, side);
  if (edit.kind === "scene-break" || edit.kind === "scene-break-before")
    return { ...edit, ornament: openingSign(index) + edit.ornament };
  if (edit.kind === "split") return { ...edit, at: moved(edit.at, "between") };
  if (edit.kind === "lift-to-field") {
    // What is lifted takes its signs along.
    const taken = (range: BlockRange) => ({
      from: moved(range.from, "between"),
      to: moved(range.to, "between"),
    });
    return { ...edit, ...taken(edit), value: edit.value && { ...edit.value, ...taken(edit.value) } };
  }
  if (!("from" in edit)) return edit;
  const from = moved(edit.from, "after");
  return { ...edit, from, to: Math.max(from, moved(edit.to, "before")) };
}

function signsUpTo(signs: Signs[], at: number, side: Side): number {
  let length = 0;
  for (const sign of signs) {
    if (sign.at > at) break;
    if (sign.at < at || side === "after") length += sign.closing.length + sign.opening.length;
    else if (side === "between") length += sign.closing.length;
  }
  return length;
}
