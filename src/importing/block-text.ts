import type { Element, ElementContent } from "hast";

/** The text all offsets of edits count in: text nodes in order, a `br` as one newline. */
export function textOfBlock(node: Element): string {
  const parts: string[] = [];
  collect(node.children, parts);
  return parts.join("");
}

function collect(children: ElementContent[], parts: string[]): void {
  for (const child of children) {
    if (child.type === "text") parts.push(child.value);
    else if (child.type === "element" && child.tagName === "br") parts.push("\n");
    else if (child.type === "element") collect(child.children, parts);
  }
}
