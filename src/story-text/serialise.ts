import type { Element, Root } from "hast";
import { type Content, isVoid } from "./elements.ts";

/** Every attribute of the stored form, in the order they are written. */
const attributes: [property: string, attribute: string][] = [
  ["className", "class"],
  ["id", "id"],
  ["href", "href"],
  ["src", "src"],
  ["alt", "alt"],
  ["width", "width"],
  ["height", "height"],
  ["title", "title"],
  ["start", "start"],
  ["type", "type"],
  ["colSpan", "colspan"],
  ["rowSpan", "rowspan"],
  ["scope", "scope"],
  ["role", "role"],
  ["ariaLabel", "aria-label"],
  ["dataOrnament", "data-ornament"],
  ["lang", "lang"],
  ["dir", "dir"],
];

/**
 * The canonical bytes of a stored tree: one block of the root per line, attributes in one order and in double
 * quotes, `&`, `<` and `>` escaped and nothing else. Equal trees give equal strings.
 */
export function serialiseStory(tree: Root): string {
  return tree.children.map((node) => serialiseNode(node)).join("\n");
}

/** One node of the stored form as HTML; `escaped` makes its text safe to read as HTML again. */
export function serialiseNode(node: Content, escaped: (text: string) => string = escapeText): string {
  if (node.type === "text") return escaped(node.value);
  if (node.type !== "element") return "";
  const start = startTag(node);
  if (isVoid(node)) return start;
  // The parser drops one newline after <pre>.
  const first = node.children[0];
  const extra = node.tagName === "pre" && first?.type === "text" && first.value.startsWith("\n") ? "\n" : "";
  return `${start}${extra}${node.children.map((child) => serialiseNode(child, escaped)).join("")}</${node.tagName}>`;
}

/** The start tag of an element, with its attributes. */
export function startTag(node: Element): string {
  const written = attributes.flatMap(([property, attribute]) => {
    const value = node.properties[property];
    if (value === undefined || value === null) return [];
    return [
      ` ${attribute}="${escapeText(Array.isArray(value) ? value.join(" ") : String(value)).replaceAll('"', "&quot;")}"`,
    ];
  });
  return `<${node.tagName}${written.join("")}>`;
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
