import type { Element, ElementContent } from "hast";
import { around, element, isBlank, isElement } from "./elements.ts";
import { wordsOfBlocks } from "./words-of-blocks.ts";

/** Tidies what an item or a cell holds. */
type TidyContent = (nodes: ElementContent[]) => ElementContent[];

/** A list whose children are items only: a list among the items belongs to the item before it. */
export function tidyList(node: Element, tidyContent: TidyContent): Element[] {
  const items =
    node.tagName === "dl" ? terms(node.children, tidyContent) : listItems(node.children, tidyContent);
  return items.length > 0 ? [around(node, items)] : [];
}

function listItems(nodes: ElementContent[], tidyContent: TidyContent): Element[] {
  const raw: Element[] = [];
  for (const node of nodes) {
    const last = raw.at(-1);
    if (isElement(node, "li")) raw.push(around(node, [...node.children]));
    else if (node.type === "text" && isBlank(node.value)) continue;
    else if (last && (isElement(node, "ul") || isElement(node, "ol"))) last.children.push(node);
    else raw.push(element("li", {}, [node]));
  }
  return raw
    .map((item) => around(item, tidyContent(item.children)))
    .filter((item) => item.children.length > 0);
}

function terms(nodes: ElementContent[], tidyContent: TidyContent): Element[] {
  const result: Element[] = [];
  for (const node of nodes) {
    if (isElement(node, "dt")) result.push(around(node, wordsOfBlocks(node.children)));
    else if (isElement(node, "dd")) result.push(around(node, tidyContent(node.children)));
    else result.push(element("dd", {}, tidyContent([node])));
  }
  return result.filter((item) => item.children.length > 0);
}
