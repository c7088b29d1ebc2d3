import type { Element, ElementContent } from "hast";
import { around, isBlock, isElement, isVoid } from "./elements.ts";
import { heldWords, isSound } from "./sound-inline.ts";
import { isInvisible } from "./tidy-inline.ts";

/** Preformatted text keeps every space and line; blank lines around it go, line breaks become newlines. */
export function tidyPreformatted(node: Element): Element[] {
  const children = literal(wordsAndLines(node.children));
  const first = children[0];
  const last = children.at(-1);
  if (first?.type === "text") first.value = first.value.replace(/^([ \t]*\n)+/, "");
  if (last?.type === "text") last.value = last.value.trimEnd();
  const kept = children.filter((child) => child.type !== "text" || child.value !== "");
  return isInvisible(kept) ? [] : [around(node, kept)];
}

function literal(nodes: ElementContent[], parent = "pre"): ElementContent[] {
  const result: ElementContent[] = [];
  const add = (node: ElementContent) => {
    const last = result.at(-1);
    if (node.type === "text" && last?.type === "text") last.value += node.value;
    else if (node.type !== "text" || node.value !== "") result.push(node);
  };
  for (const node of nodes) {
    const value = literalText(node);
    if (value !== null) add({ type: "text", value });
    else if (node.type === "element") {
      const inside = literal(node.children, node.tagName);
      if (!isSound(node.tagName, inside, parent)) heldWords(inside).forEach(add);
      else if (inside.length > 0 || isVoid(node)) add(around(node, inside));
    }
  }
  return result;
}

function literalText(node: ElementContent): string | null {
  if (isElement(node, "br")) return "\n";
  return node.type === "text" ? node.value.replace(/\r\n?|\f/g, "\n") : null;
}

function wordsAndLines(nodes: ElementContent[]): ElementContent[] {
  return nodes.flatMap((node) => {
    if (node.type !== "element") return [node];
    const inside = wordsAndLines(node.children);
    if (isBlock(node)) return [...inside, { type: "text", value: "\n" } as const];
    const saysNothing = node.tagName === "span" && Object.keys(node.properties).length === 0;
    return saysNothing ? inside : [around(node, inside)];
  });
}
