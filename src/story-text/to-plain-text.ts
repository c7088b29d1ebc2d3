import type { Element, Root } from "hast";
import { type Content, hasClass, isBlock, isElement } from "./elements.ts";
import { listNumeral } from "./list-numeral.ts";

/** How the words of a page that shows more than words are marked in plain text. */
export type Marks = {
  /** What stands for a picture: "[Picture: A brig at sea]"; `alt` is null when nobody has said what it shows. */
  picture: (alt: string | null) => string;
};

type Style = { marks: Marks | null; emphasis: number };

/**
 * The story as plain text for people: blocks parted by a blank line, a scene break as its ornament or `* * *`,
 * letters and quotations indented, lists with their numbers, ruby as 海(うみ), small capitals as capitals.
 *
 * @param marks with them nothing is lost that plain text can hold: `*italics*` (`_upright within them_`),
 *   `**bold**`, a footnote's `[1]` at both ends, pictures in words. Without them there are the words alone, for
 *   whoever counts or quotes them.
 */
export function toPlainText(tree: Root, marks: Marks | null = null): string {
  return blockTexts(tree.children, { marks, emphasis: 0 }).join("\n\n");
}

function blockTexts(nodes: Content[], style: Style): string[] {
  const result: string[] = [];
  let run = "";
  for (const node of nodes) {
    if (!isBlock(node)) {
      run += inlineText(node, style);
      continue;
    }
    if (run.trim() !== "") result.push(run.trim());
    run = "";
    const text = blockText(node, style);
    if (text !== "") result.push(text);
  }
  if (run.trim() !== "") result.push(run.trim());
  return result;
}

function blockText(node: Element, style: Style): string {
  switch (node.tagName) {
    case "hr":
      return node.properties.dataOrnament ? String(node.properties.dataOrnament) : "* * *";
    case "figure":
      if (hasClass(node, "picture")) return blockTexts(node.children, style).join("\n");
      return indented(blockTexts(node.children, style).join("\n\n"), "    ");
    case "blockquote":
      return indented(blockTexts(node.children, style).join("\n\n"), "    ");
    case "aside":
    case "details":
      return blockTexts(node.children, style).join("\n\n");
    case "ul":
    case "ol":
      return list(node, style);
    case "dl":
      return node.children
        .map((child) =>
          isElement(child, "dd") ? indented(itemText(child, style), "    ") : itemText(child, style),
        )
        .join("\n");
    case "table":
      return rowsOf(node)
        .map((row) => rowText(row, style))
        .join("\n");
    case "pre":
      return node.children.map((child) => inlineText(child, { ...style, marks: null })).join("");
    default:
      return itemText(node, style);
  }
}

function itemText(node: Content, style: Style): string {
  return node.type === "element" ? blockTexts(node.children, style).join("\n\n") : inlineText(node, style);
}

function list(node: Element, style: Style): string {
  const start = Number(node.properties.start ?? 1);
  const items = node.children.filter((child) => isElement(child, "li"));
  return items
    .map((item, index) => {
      const mark = hasClass(node, "chat")
        ? ""
        : node.tagName === "ul"
          ? "- "
          : `${listNumeral(start + index, node.properties.type)}. `;
      return mark + indented(itemText(item, style), " ".repeat(mark.length)).slice(mark.length);
    })
    .join("\n");
}

function rowsOf(node: Element): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== "element") return [];
    return child.tagName === "tr" || child.tagName === "caption" ? [child] : rowsOf(child);
  });
}

function rowText(row: Element, style: Style): string {
  if (row.tagName === "caption") return itemText(row, style);
  return row.children.map((cell) => itemText(cell, style).replace(/\s*\n\s*/g, " ")).join("\t");
}

function inlineText(node: Content, style: Style): string {
  if (node.type === "text") return node.value;
  if (node.type !== "element" || node.tagName === "rp") return "";
  if (node.tagName === "br") return "\n";
  if (node.tagName === "img") return pictureText(node, style);
  const deeper = node.tagName === "em" ? { ...style, emphasis: style.emphasis + 1 } : style;
  const inside = node.children.map((child) => inlineText(child, deeper)).join("");
  if (node.tagName === "rt") return `(${inside})`;
  if (node.tagName === "q") return `“${inside}”`;
  if (hasClass(node, "sc")) return inside.toUpperCase();
  if (style.marks !== null) return marked(node, inside, style.emphasis);
  return stepped(node, inside);
}

function marked(node: Element, inside: string, emphasis: number): string {
  if (node.tagName === "em") return emphasis % 2 === 0 ? `*${inside}*` : `_${inside}_`;
  if (node.tagName === "strong") return `**${inside}**`;
  if (hasClass(node, "noteref") || hasClass(node, "noteback")) {
    return /^\[.*\]$/.test(inside) ? inside : `[${inside}]`;
  }
  return stepped(node, inside);
}

function stepped(node: Element, inside: string): string {
  const step = [1, 2, 3, 4].find((depth) => hasClass(node, `in${depth}`));
  return step === undefined ? inside : "    ".repeat(step) + inside;
}

/** A picture called decoration says nothing. */
function pictureText({ properties: { alt } }: Element, { marks }: Style): string {
  if (marks === null || alt === "") return "";
  return marks.picture(typeof alt === "string" ? alt : null);
}

function indented(text: string, by: string): string {
  return text.replace(/^(?=.)/gm, by);
}
