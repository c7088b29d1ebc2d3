import type { Element, Nodes } from "hast";
import { EXIT, visit } from "unist-util-visit";

/** Whether an element has a class. */
export function hasClass(node: Element, name: string): boolean {
  const { className } = node.properties;
  return Array.isArray(className) && className.includes(name);
}

/** All the words in a part of a page. */
export function textIn(node: Nodes): string {
  const parts: string[] = [];
  visit(node, "text", (text) => {
    parts.push(text.value);
  });
  return parts.join("");
}

/** The first element in a part of a page that is of a kind. */
export function firstElement(node: Nodes, isWanted: (element: Element) => boolean): Element | null {
  let found: Element | null = null;
  visit(node, "element", (element) => {
    if (!isWanted(element)) return;
    found = element;
    return EXIT;
  });
  return found;
}

/** The elements directly in another. */
export function elementsOf(node: Extract<Nodes, { children: unknown }>): Element[] {
  return node.children.flatMap((child) => (child.type === "element" ? [child] : []));
}
