import type { Element, Root } from "hast";
import { type Content, hasClass, isBlock, isElement } from "./elements.ts";

/**
 * The story as plain text for people: blocks parted by a blank line, a scene break as its ornament or `* * *`,
 * letters and quotations indented, lists with their numbers, ruby as 海(うみ), small capitals as capitals.
 */
export function toPlainText(tree: Root): string {
  return blockTexts(tree.children).join("\n\n");
}

function blockTexts(nodes: Content[]): string[] {
  const result: string[] = [];
  let run = "";
  for (const node of nodes) {
    if (!isBlock(node)) {
      run += inlineText(node);
      continue;
    }
    if (run.trim() !== "") result.push(run.trim());
    run = "";
    const text = blockText(node);
    if (text !== "") result.push(text);
  }
  if (run.trim() !== "") result.push(run.trim());
  return result;
}

function blockText(node: Element): string {
  switch (node.tagName) {
    case "hr":
      return node.properties.dataOrnament ? String(node.properties.dataOrnament) : "* * *";
    case "blockquote":
    case "figure":
      return indented(blockTexts(node.children).join("\n\n"), "    ");
    case "aside":
    case "details":
      return blockTexts(node.children).join("\n\n");
    case "ul":
    case "ol":
      return list(node);
    case "dl":
      return node.children
        .map((child) => (isElement(child, "dd") ? indented(itemText(child), "    ") : itemText(child)))
        .join("\n");
    case "table":
      return rowsOf(node).map(rowText).join("\n");
    default:
      return itemText(node);
  }
}

function itemText(node: Content): string {
  return node.type === "element" ? blockTexts(node.children).join("\n\n") : inlineText(node);
}

function list(node: Element): string {
  const start = Number(node.properties.start ?? 1);
  const items = node.children.filter((child) => isElement(child, "li"));
  return items
    .map((item, index) => {
      const mark = hasClass(node, "chat")
        ? ""
        : node.tagName === "ul"
          ? "- "
          : `${numeral(start + index, node.properties.type)}. `;
      return mark + indented(itemText(item), " ".repeat(mark.length)).slice(mark.length);
    })
    .join("\n");
}

function numeral(number: number, type: unknown): string {
  const written =
    String(type).toLowerCase() === "a"
      ? letters(number)
      : String(type).toLowerCase() === "i"
        ? roman(number)
        : "";
  if (written === "") return String(number);
  return type === "A" || type === "I" ? written.toUpperCase() : written;
}

function letters(number: number): string {
  let rest = number;
  let written = "";
  for (; rest > 0; rest = Math.floor((rest - 1) / 26))
    written = String.fromCharCode(97 + ((rest - 1) % 26)) + written;
  return written;
}

function roman(number: number): string {
  if (number < 1 || number > 3999) return "";
  const values: [number, string][] = [
    [1000, "m"],
    [900, "cm"],
    [500, "d"],
    [400, "cd"],
    [100, "c"],
    [90, "xc"],
    [50, "l"],
    [40, "xl"],
    [10, "x"],
    [9, "ix"],
    [5, "v"],
    [4, "iv"],
    [1, "i"],
  ];
  let rest = number;
  let written = "";
  for (const [value, sign] of values) {
    for (; rest >= value; rest -= value) written += sign;
  }
  return written;
}

function rowsOf(node: Element): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== "element") return [];
    return child.tagName === "tr" || child.tagName === "caption" ? [child] : rowsOf(child);
  });
}

function rowText(row: Element): string {
  if (row.tagName === "caption") return itemText(row);
  return row.children.map((cell) => itemText(cell).replace(/\s*\n\s*/g, " ")).join("\t");
}

function inlineText(node: Content): string {
  if (node.type === "text") return node.value;
  if (node.type !== "element" || node.tagName === "rp") return "";
  if (node.tagName === "br") return "\n";
  const inside = node.children.map(inlineText).join("");
  if (node.tagName === "rt") return `(${inside})`;
  if (node.tagName === "q") return `“${inside}”`;
  if (hasClass(node, "sc")) return inside.toUpperCase();
  const step = [1, 2, 3, 4].find((depth) => hasClass(node, `in${depth}`));
  return step === undefined ? inside : "    ".repeat(step) + inside;
}

function indented(text: string, by: string): string {
  return text.replace(/^(?=.)/gm, by);
}
