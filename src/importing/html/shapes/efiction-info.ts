import type { Element, ElementContent, Root } from "hast";
import { hasClass } from "../../../story-text/elements.ts";
import { firstElement, textIn } from "../../document/page-elements.ts";
import type { PageSection } from "../../document/page-section.ts";
import { paragraph } from "../../document/paragraph.ts";
import { labelled } from "./ao3-labels.ts";

type Entry = { label: string; nodes: ElementContent[] };

/** How often a page was read and how long it is are the site's to count. */
const ofSite = /^(?:read|word count|chapters|challenges|table of contents)$/iu;

/** What eFiction's box above a story says: labels in bold, each with what follows up to the next (default templates). */
export function infoSections(tree: Root): PageSection[] {
  const box = firstElement(tree, (element) => hasClass(element, "infobox"));
  const content = box && (firstElement(box, (element) => hasClass(element, "content")) ?? box);
  return content ? entriesIn(content).flatMap(entrySections) : [];
}

function entriesIn(content: Element): Entry[] {
  const entries: Entry[] = [];
  for (const node of content.children) {
    if (node.type === "element" && hasClass(node, "label"))
      entries.push({ label: textIn(node).trim().replace(/:$/u, ""), nodes: [] });
    else entries.at(-1)?.nodes.push(node);
  }
  return entries;
}

function entrySections({ label, nodes }: Entry): PageSection[] {
  const item: Element = { type: "element", tagName: "dd", properties: {}, children: nodes };
  const words = textIn(item).replace(/\s+/gu, " ").trim();
  if (words === "" || /^none$/iu.test(words) || ofSite.test(label)) return [];
  if (/^summary$/iu.test(label)) return [{ role: "summary", nodes }];
  if (/^completed$/iu.test(label)) {
    const complete = /^yes$/iu.test(words);
    return [
      { role: "labels", says: [{ field: "complete", complete }], nodes: [paragraph(`${label}: ${words}`)] },
    ];
  }
  return [labelled(label, item, words)];
}
