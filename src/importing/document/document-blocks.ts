import type { Element, ElementContent, Root, RootContent } from "hast";
import { hasWords } from "../has-words.ts";
import { knownLabel } from "../header/labels.ts";
import type { BaseBlock } from "../import-reading.ts";
import { mostLines } from "../text/lines.ts";
import { textIn } from "./page-elements.ts";

const blockNames = new Set("p h3 h4 h5 h6 ul ol dl blockquote pre table figure aside details hr".split(" "));

/**
 * The blocks of a sanitised tree as they came. Loose inline content makes paragraphs, doubled line breaks divide
 * them (T08), and empty paragraphs become the gap before the next block (T06, T07). Null when there are too many.
 */
export function documentBlocks(tree: Root): BaseBlock[] | null {
  const list = new BlockList();
  list.addAll(tree.children);
  list.endParagraph();
  return list.blocks.length > mostLines ? null : list.blocks;
}

/**
 * The blocks of a sanitised tree that is in stored form already: each as it is. They are not tidied yet, which would
 * number the footnotes of each part of a file from one. Null when there are too many.
 */
export function settledBlocks(tree: Root): BaseBlock[] | null {
  const blocks = tree.children.flatMap((child): BaseBlock[] => {
    if (child.type !== "element" && (child.type !== "text" || child.value.trim() === "")) return [];
    const isBlock = child.type === "element" && blockNames.has(child.tagName);
    const node: Element = isBlock
      ? child
      : { type: "element", tagName: "p", properties: {}, children: [child] };
    return [{ kind: "block", node, gapBefore: 0 }];
  });
  return blocks.length > mostLines ? null : blocks;
}

class BlockList {
  readonly blocks: BaseBlock[] = [];
  #inline: ElementContent[] = [];
  #gap = 0;

  addAll(nodes: (RootContent | ElementContent)[]): void {
    for (const node of nodes) {
      if (node.type === "text") this.#inline.push(node);
      else if (node.type === "element") this.#addElement(node);
    }
  }

  #addElement(node: Element): void {
    if (!blockNames.has(node.tagName)) {
      this.#inline.push(node);
      return;
    }
    this.endParagraph();
    if (node.tagName === "p") this.#addParagraphs(node, node.children);
    else if (node.tagName === "dl" && isHeaderList(node)) this.#addHeaderList(node);
    else this.#push(node.tagName === "pre" ? node : withPlainSpaces(node));
  }

  endParagraph(): void {
    const children = this.#inline;
    this.#inline = [];
    if (children.some((child) => child.type !== "text" || /[^ \t\n\r]/u.test(child.value))) {
      this.#addParagraphs({ type: "element", tagName: "p", properties: {}, children }, children);
    }
  }

  #addParagraphs(shell: Element, children: ElementContent[]): void {
    for (const part of splitAtDoubleBreaks(children)) {
      const paragraph = withPlainSpaces({ ...shell, children: part });
      if (hasWords(paragraph.children)) this.#push(paragraph);
      else this.#gap++;
    }
  }

  #push(node: Element): void {
    this.blocks.push({ kind: "block", node, gapBefore: this.blocks.length === 0 ? 0 : this.#gap });
    this.#gap = 0;
  }

  /** A list of labels and values, as AO3 puts above a work, is read as the lines of a header. */
  #addHeaderList(list: Element): void {
    let line: ElementContent[] = [];
    const end = () => {
      if (line.length > 0)
        this.#addParagraphs({ type: "element", tagName: "p", properties: {}, children: [] }, line);
      line = [];
    };
    for (const child of list.children) {
      if (child.type !== "element") continue;
      if (child.tagName === "dt") end();
      if (line.length > 0) line.push({ type: "text", value: " " });
      line.push(...child.children);
    }
    end();
  }
}

function isHeaderList(node: Element): boolean {
  const labels = node.children.filter(
    (child) =>
      child.type === "element" &&
      child.tagName === "dt" &&
      knownLabel(textIn(child).replace(/[:：]\s*$/u, "")),
  );
  return labels.length >= 2;
}

function splitAtDoubleBreaks(children: ElementContent[]): ElementContent[][] {
  const parts: ElementContent[][] = [[]];
  let breaks: ElementContent[] = [];
  for (const child of children) {
    const isBreak = child.type === "element" && child.tagName === "br";
    const isSpace = child.type === "text" && !/[^\s]/u.test(child.value);
    if (isBreak || (isSpace && breaks.length > 0)) {
      breaks.push(child);
      continue;
    }
    const count = breaks.filter((node) => node.type === "element").length;
    if (count >= 2) for (let extra = 1; extra < count; extra++) parts.push([]);
    else parts.at(-1)?.push(...breaks);
    breaks = [];
    parts.at(-1)?.push(child);
  }
  return parts;
}

/** Spaces and newlines of HTML's source mean one space; a newline in base text is a `br`. */
function withPlainSpaces(node: Element): Element {
  const children = node.children.map((child): ElementContent => {
    if (child.type === "text") return { type: "text", value: child.value.replace(/[ \t\n\r\f]+/gu, " ") };
    return child.type === "element" && child.tagName !== "pre" ? withPlainSpaces(child) : child;
  });
  return { ...node, children };
}
