import type { Element, ElementContent, Properties, RootContent } from "hast";

const blockNames = [
  ...(["aside", "blockquote", "caption", "dd", "details", "dl", "dt", "figcaption", "figure"] as const),
  ...(["h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "summary"] as const),
  ...(["table", "tbody", "td", "th", "thead", "tr", "ul"] as const),
] as const;
const blocks = new Set<string>(blockNames);

/** An element that begins a line of its own. */
export type Block = Element & { tagName: (typeof blockNames)[number] };

/** What may stand in a tree once comments and doctypes are gone. */
export type Content = ElementContent | RootContent;

/** An element with these parts; `properties` is left empty when none are given. */
export function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: "element", tagName, properties, children };
}

/** The same element around other content. */
export function around(shell: Element, children: ElementContent[]): Element {
  return element(shell.tagName, { ...shell.properties }, children);
}

/** Whether a node of the stored form begins a block of its own. */
export function isBlock(node: Content): node is Block {
  return node.type === "element" && blocks.has(node.tagName);
}

/** The elements that have no content and no end tag. */
export const voidNames: ReadonlySet<string> = new Set(["br", "hr", "img"]);

/** Whether the element is one of them. */
export function isVoid(node: Element): boolean {
  return voidNames.has(node.tagName);
}

/** Whether the node is this element. */
export function isElement<Name extends string>(
  node: Content | undefined,
  tagName: Name,
): node is Element & { tagName: Name } {
  return node?.type === "element" && node.tagName === tagName;
}

/** Whether the element carries the class. */
export function hasClass(node: Element, name: string): boolean {
  const names = node.properties.className;
  return Array.isArray(names) && names.includes(name);
}

/** Whether the text is nothing but the white space HTML collapses; a no-break space is not. */
export function isBlank(text: string): boolean {
  return /^[ \t\n\r\f]*$/.test(text);
}
