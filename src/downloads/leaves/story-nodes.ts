import type { Element, ElementContent, Root, RootContent } from "hast";
import { h } from "hastscript";
import { visit } from "unist-util-visit";
import { readStored } from "../../story-text/read-stored.ts";
import type { Translate } from "../../vocabulary/translate.ts";
import { conform } from "./conform.ts";

/**
 * The stored HTML of a story or note as nodes that can stand in a leaf of a book.
 *
 * A scene break that has an ornament becomes the ornament itself: many e-readers draw no `hr::before`, and an
 * author who uses two different ornaments means two different things by them.
 */
export function storyNodes(html: string, t: Translate): ElementContent[] {
  const tree = readStored(html);
  conform(tree);
  visit(tree, "element", (node, index, parent) => {
    if (node.tagName === "details") openForReading(node, t);
    if (node.tagName !== "hr" || parent === undefined || index === undefined) return;
    parent.children[index] = sceneBreak(node, t);
  });
  return blocks(tree);
}

/** Few e-readers can unfold a `details`, so it stands open: a text that cannot be reached is lost. */
function openForReading(details: Element, t: Translate): void {
  details.properties.open = true;
  const hasSummary = details.children.some(
    (child) => child.type === "element" && child.tagName === "summary",
  );
  if (!hasSummary) details.children.unshift(h("summary", t("More")));
}

function sceneBreak(hr: Element, t: Translate): Element {
  const ornament = hr.properties.dataOrnament;
  const label = t("scene break");
  if (typeof ornament !== "string" || ornament.trim() === "")
    return h("hr", { className: ["scene"], ariaLabel: label });
  return h(
    "div",
    { className: ["scene"], role: "separator", ariaLabel: label, dataOrnament: ornament },
    ornament,
  );
}

function blocks(tree: Root): ElementContent[] {
  return tree.children.filter((child: RootContent) => child.type !== "doctype");
}
