import type { Element, Nodes } from "hast";

/** All the words in a part of a page. */
export function textIn(node: Nodes): string {
  const parts: string[] = [];
  const gather = (part: Nodes): void => {
    if (part.type === "text") parts.push(part.value);
    else if ("children" in part) for (const child of part.children) gather(child);
  };
  gather(node);
  return parts.join("");
}

/** The first element in a part of a page that is of a kind. Walked by hand: a page is asked for many kinds. */
export function firstElement(node: Nodes, isWanted: (element: Element) => boolean): Element | null {
  if (node.type === "element" && isWanted(node)) return node;
  if (!("children" in node)) return null;
  for (const child of node.children) {
    const found = firstElement(child, isWanted);
    if (found) return found;
  }
  return null;
}

/** The elements directly in another. */
export function elementsOf(node: Extract<Nodes, { children: unknown }>): Element[] {
  return node.children.flatMap((child) => (child.type === "element" ? [child] : []));
}
