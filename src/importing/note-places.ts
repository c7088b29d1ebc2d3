import type { Element, ElementContent } from "hast";
import { hasClass } from "../story-text/elements.ts";
import type { EditsInForce } from "./edits-in-force.ts";
import type { BaseBlock } from "./import-reading.ts";

/** The number of the footnote a block is, or null (docs/story-text.md: `aside.footnote#note-1`). */
export function noteNumber(node: Element): number | null {
  if (node.tagName !== "aside" || !hasClass(node, "footnote")) return null;
  return numberIn(node.properties.id, "note-");
}

/** The numbers of the footnotes that a text's own marks made of its blocks, by block. */
export function typedNoteNumbers(blocks: BaseBlock[], edits: EditsInForce): Map<number, number> {
  const numbers = new Map<number, number>();
  for (const block of blocks.keys())
    for (const edit of edits.of(block))
      if (edit.kind === "group" && edit.as === "footnote" && edit.note !== undefined)
        for (let part = block; part <= edit.last; part++) numbers.set(part, edit.note);
  return numbers;
}

/** By the number of a footnote, the blocks whose text refers to it, in order. */
export function noteReferences(blocks: BaseBlock[], edits: EditsInForce): Map<number, number[]> {
  const references = new Map<number, number[]>();
  for (const [block, { node }] of blocks.entries()) {
    for (const edit of edits.of(block)) {
      const number =
        edit.kind === "set-words" ? /^note-(?:reference|again)-(\d+)$/u.exec(edit.as)?.[1] : undefined;
      if (number) references.set(Number(number), [...(references.get(Number(number)) ?? []), block]);
    }
    if (noteNumber(node) === null)
      forEachReference(node.children, (number) => {
        references.set(number, [...(references.get(number) ?? []), block]);
      });
  }
  return references;
}

function forEachReference(children: ElementContent[], visit: (number: number) => void): void {
  for (const child of children) {
    if (child.type !== "element") continue;
    const number = hasClass(child, "noteref") ? numberIn(child.properties.href, "#note-") : null;
    if (number !== null) visit(number);
    forEachReference(child.children, visit);
  }
}

function numberIn(value: unknown, prefix: string): number | null {
  if (typeof value !== "string" || !value.startsWith(prefix)) return null;
  const digits = value.slice(prefix.length);
  return /^\d{1,4}$/.test(digits) ? Number(digits) : null;
}
