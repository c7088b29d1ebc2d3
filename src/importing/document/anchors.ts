import type { Element, ElementContent } from "hast";
import type { BlockRange } from "../edit.ts";
import type { BaseBlock } from "../import-reading.ts";

/**
 * Anchors travel inside a document's text and say where a remark begins and ends, until the blocks are made and
 * offsets can be counted. They are noncharacters (Unicode 17, section 23.7); `withoutAnchors` takes those a file
 * brought itself out of it before any are set.
 */
const opening = "\uFDD3";
const closing = "\uFDD4";
const end = "\uFDD5";
const anchor = /([\uFDD3\uFDD4])(\d{1,9})\uFDD5/gu;

/** The text to set where remark number `index` begins. */
export function openingAnchor(index: number): string {
  return `${opening}${index}${end}`;
}

/** The text to set where remark number `index` ends. */
export function closingAnchor(index: number): string {
  return `${closing}${index}${end}`;
}

/** A file's own text, which may hold no anchor. */
export function withoutAnchors(text: string): string {
  return text.replace(/[\uFDD3-\uFDD5]/gu, "");
}

function holdsAnchor({ children }: Element): boolean {
  return children.some((child) =>
    child.type === "text" ? child.value.includes(end) : child.type === "element" && holdsAnchor(child),
  );
}

/**
 * Takes the anchors out of the blocks' text (the blocks are changed in place).
 *
 * @returns the ranges of base text each anchor spans, one for each block it touches, by the anchor's number
 */
export function takeAnchors(blocks: BaseBlock[]): Map<number, BlockRange[]> {
  const ranges = new Map<number, BlockRange[]>();
  const open = new Set<number>();
  for (const [block, base] of blocks.entries()) {
    // Most files have none, and their trees stay the ones they are.
    if (open.size === 0 && !holdsAnchor(base.node)) continue;
    const starts = new Map<number, number>([...open].map((index) => [index, 0]));
    let offset = 0;
    const close = (index: number) => {
      const from = starts.get(index);
      starts.delete(index);
      if (from === undefined || offset === from) return;
      ranges.set(index, [...(ranges.get(index) ?? []), { block, from, to: offset }]);
    };
    const taken = (value: string): string => {
      const parts: string[] = [];
      let from = 0;
      const keep = (to: number) => {
        parts.push(value.slice(from, to));
        offset += to - from;
      };
      for (const { 0: whole, 1: kind, 2: number, index } of value.matchAll(anchor)) {
        keep(index);
        from = index + whole.length;
        if (kind === opening) {
          open.add(Number(number));
          starts.set(Number(number), offset);
        } else {
          open.delete(Number(number));
          close(Number(number));
        }
      }
      keep(value.length);
      return parts.join("");
    };
    const walk = (children: ElementContent[]): ElementContent[] =>
      children.flatMap((child): ElementContent[] => {
        if (child.type === "text") {
          const value = taken(child.value);
          return value === "" ? [] : [{ type: "text", value }];
        }
        if (child.type !== "element") return [child];
        if (child.tagName === "br") offset += 1;
        return [{ ...child, children: walk(child.children) } satisfies Element];
      });
    base.node = { ...base.node, children: walk(base.node.children) };
    for (const index of [...starts.keys()]) close(index);
  }
  return ranges;
}
