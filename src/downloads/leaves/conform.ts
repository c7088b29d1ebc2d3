import type { Element, ElementContent, Nodes } from "hast";
import { h } from "hastscript";
import { visit } from "unist-util-visit";

/**
 * Repairs, in place, the few structures the stored form allows and the content models of HTML do not
 * (https://html.spec.whatwg.org/multipage/grouping-content.html#the-dl-element, …/text-level-semantics.html):
 * browsers show them all the same, but an EPUB with one of them is refused. No word is lost or moved.
 */
export function conform(tree: Nodes): void {
  visit(tree, "element", (node, _index, parent) => {
    if (node.tagName === "dl") node.children = termsAndDescriptions(node.children);
    if (node.tagName === "ruby" && !isRuby(node)) node.tagName = "span";
    // Parents come first, so this also reaches the readings of a ruby that has just ceased to be one.
    if (isReading(node) && !(parent?.type === "element" && parent.tagName === "ruby")) node.tagName = "span";
    // Without a machine-readable value, `time` may hold nothing but text.
    if (node.tagName === "time" && node.children.some(({ type }) => type === "element"))
      node.tagName = "span";
  });
}

/** Every term gets a description and every description a term, empty where the author gave none. */
function termsAndDescriptions(children: ElementContent[]): ElementContent[] {
  const list: Element[] = [];
  for (const child of children) {
    if (child.type !== "element" && !isWritten(child)) continue;
    const entry =
      child.type === "element" && ["dt", "dd"].includes(child.tagName) ? child : h("dd", asItem(child));
    if (entry.tagName === "dd" && list.length === 0) list.push(h("dt"));
    list.push(entry);
  }
  return list.at(-1)?.tagName === "dt" ? [...list, h("dd")] : list;
}

/** A list item outside its list is what it holds. */
function asItem(child: ElementContent): ElementContent[] {
  return child.type === "element" && child.tagName === "li" ? child.children : [child];
}

/** Bases, each followed by readings, each reading bare or in parentheses for whoever shows no ruby. */
function isRuby(ruby: Element): boolean {
  const shape = ruby.children.filter(isWritten).map((child) => {
    if (child.type !== "element") return "b";
    return child.tagName === "rt" ? "t" : child.tagName === "rp" ? "p" : "b";
  });
  return /^(b+(t|ptp)+)+$/.test(shape.join(""));
}

function isReading({ tagName }: Element): boolean {
  return tagName === "rt" || tagName === "rp";
}

/** Whether a node is more than the space between its neighbours. */
function isWritten(node: ElementContent): boolean {
  return node.type === "element" || (node.type === "text" && node.value.trim() !== "");
}
