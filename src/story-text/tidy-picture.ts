import type { Element, ElementContent } from "hast";
import { around, element, hasClass, isBlank, isElement } from "./elements.ts";

/**
 * A `figure.picture`: its pictures, each in its link if it has one, then its caption. Anything else a figure holds
 * makes it ordinary blocks, caption included, so that no word is lost.
 */
export function tidyPicture(
  node: Element,
  tidyBlocks: (nodes: ElementContent[]) => Element[],
  tidyContent: (nodes: ElementContent[]) => ElementContent[],
): Element[] {
  const caption = node.children.find((child) => isElement(child, "figcaption"));
  const pictures = picturesAlone(node.children.filter((child) => child !== caption));
  if (pictures === null || pictures.length === 0 || !hasClass(node, "picture")) {
    return tidyBlocks(node.children);
  }
  const words = isElement(caption, "figcaption") ? tidyContent(caption.children) : [];
  const said = isElement(caption, "figcaption") && words.length > 0 ? [around(caption, words)] : [];
  return [element("figure", node.properties, [...pictures, ...said])];
}

/** The pictures among these nodes, or null when there are words too. */
function picturesAlone(nodes: ElementContent[]): ElementContent[] | null {
  const result: ElementContent[] = [];
  for (const node of nodes) {
    if (node.type === "text" && !isBlank(node.value)) return null;
    if (node.type !== "element") continue;
    if (node.tagName === "hr") return null;
    if (node.tagName === "img") {
      result.push(around(node, []));
      continue;
    }
    const inside = picturesAlone(node.children);
    if (inside === null) return null;
    if (isElement(node, "a") && inside.length > 0) result.push(around(node, inside));
    else for (const picture of inside) result.push(picture);
  }
  return result;
}
