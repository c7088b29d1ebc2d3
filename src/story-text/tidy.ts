import type { Element, ElementContent, Root } from "hast";
import { around, type Content, element, hasClass, isBlock, isElement } from "./elements.ts";
import { liftBlocks } from "./lift-blocks.ts";
import { linkNotes } from "./link-notes.ts";
import { isInvisible, splitAtBlankLines, tidyInline } from "./tidy-inline.ts";
import { tidyList } from "./tidy-list.ts";
import { tidyPicture } from "./tidy-picture.ts";
import { tidyPreformatted } from "./tidy-preformatted.ts";
import { tidyTable } from "./tidy-table.ts";
import { wordsOfBlocks } from "./words-of-blocks.ts";

/**
 * The normal form of a sanitised tree: every child of the root is a block, running text outside of one is in `p`,
 * a block is never inside running text, nothing is empty. Two line breaks between stray words begin a paragraph;
 * inside a `p` they are the writer's own. Footnotes are numbered in order of first reference. Tidying twice changes
 * nothing; words and their order never change.
 */
export function tidyStory(tree: Root): Root {
  return withNotesLinked(tidyBlocks(tree.children));
}

/** A story of blocks that are tidy each by itself: footnotes are numbered over all of them. */
export function withNotesLinked(tidy: Element[]): Root {
  const tidied: Root = { type: "root", children: tidy };
  return linkNotes(tidied) ? { type: "root", children: tidyBlocks(tidied.children) } : tidied;
}

/** The blocks that these nodes make, each in normal form but for the numbers of footnotes. */
export function tidyBlocks(nodes: Content[]): Element[] {
  const result: Element[] = [];
  let run: ElementContent[] = [];
  const closeRun = () => {
    for (const words of splitAtBlankLines(tidyInline(run))) result.push(element("p", {}, words));
    run = [];
  };
  for (const node of liftBlocks(nodes)) {
    if (isBlock(node)) {
      closeRun();
      for (const block of tidyBlock(node)) result.push(block);
    } else {
      run.push(node);
    }
  }
  closeRun();
  return gatherStrayItems(result);
}

/** Either running text alone, or blocks alone, as list items and cells hold. One plain paragraph is running text. */
function blocksOrWords(nodes: ElementContent[]): ElementContent[] {
  if (!liftBlocks(nodes).some(isBlock)) return tidyInline(nodes);
  const result = tidyBlocks(nodes);
  const only = result[0];
  const isPlain = result.length === 1 && isElement(only, "p") && Object.keys(only.properties).length === 0;
  return isPlain ? only.children : result;
}

function tidyBlock(node: Element): Element[] {
  switch (node.tagName) {
    case "hr":
      return [around(node, [])];
    case "pre":
      return tidyPreformatted(node);
    case "p":
      return paragraphs(node);
    case "ul":
    case "ol":
    case "dl":
      return tidyList(node, blocksOrWords);
    case "table":
      return tidyTable(node, tidyBlocks, blocksOrWords);
    case "details":
      return disclosure(node);
    case "figure":
      if (hasClass(node, "post")) return filled(around(node, tidyBlocks(node.children)));
      return tidyPicture(node, tidyBlocks, blocksOrWords);
    case "blockquote":
    case "aside":
      return filled(around(node, tidyBlocks(node.children)));
    case "li":
    case "dd":
      return filled(around(node, blocksOrWords(node.children)));
    case "summary":
    case "figcaption":
      return paragraphs(element("p", node.properties, node.children));
    default:
      return filled(around(node, wordsOfBlocks(node.children)));
  }
}

function filled(node: Element): Element[] {
  return isInvisible(node.children) && !node.children.some((child) => isElement(child, "hr")) ? [] : [node];
}

function paragraphs(node: Element): Element[] {
  const result: Element[] = [];
  let run: ElementContent[] = [];
  const closeRun = () => {
    const words = tidyInline(run);
    if (words.length > 0) result.push(around(node, words));
    run = [];
  };
  for (const child of liftBlocks(node.children)) {
    if (isBlock(child)) {
      closeRun();
      for (const block of tidyBlock(child)) result.push(block);
    } else {
      run.push(child);
    }
  }
  closeRun();
  return result;
}

function disclosure(node: Element): Element[] {
  const summary = node.children.find((child) => isElement(child, "summary"));
  const inside = tidyBlocks(node.children.filter((child) => child !== summary));
  if (!isElement(summary, "summary")) return inside.length > 0 ? [around(node, inside)] : [];
  const label = around(summary, wordsOfBlocks(summary.children));
  if (label.children.length === 0) return inside.length > 0 ? [around(node, inside)] : [];
  if (inside.length === 0) return [element("p", label.properties, label.children)];
  return [around(node, [label, ...inside])];
}

/** Items outside of a list, as old pages have them, get the list they lack. */
function gatherStrayItems(nodes: Element[]): Element[] {
  const result: Element[] = [];
  for (const node of nodes) {
    const list = node.tagName === "li" ? "ul" : node.tagName === "dt" || node.tagName === "dd" ? "dl" : null;
    const last = result.at(-1);
    if (list === null) result.push(node);
    else if (last !== undefined && strayLists.has(last)) last.children.push(node);
    else {
      const gathered = element(list, {}, [node]);
      strayLists.add(gathered);
      result.push(gathered);
    }
  }
  return result;
}
const strayLists = new WeakSet<Element>();
