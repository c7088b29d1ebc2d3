/** A finished piece of XML; a plain string beside it is text and gets escaped. */
export type Xml = { xml: string };

/**
 * Leaves only characters XML 1.0 can hold (section 2.2, production Char): no control characters, no lone
 * surrogates, no U+FFFE or U+FFFF. A reference such as `&#1;` would be no better, they have no spelling at all.
 */
export function xmlCharacters(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "");
}

/** Text made safe for element content and double-quoted attribute values. */
export function xmlText(text: string): string {
  return xmlCharacters(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\r", "&#13;");
}

/**
 * An element with its attributes in the order given; an attribute that is null or undefined is left out.
 *
 * @param children text (escaped) and elements
 */
export function element(
  name: string,
  attributes: Record<string, string | number | null | undefined> = {},
  ...children: (string | Xml)[]
): Xml {
  const start = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => ` ${key}="${xmlText(String(value))}"`)
    .join("");
  const content = children.map((child) => (typeof child === "string" ? xmlText(child) : child.xml)).join("");
  return { xml: content === "" ? `<${name}${start}/>` : `<${name}${start}>${content}</${name}>` };
}

/** A whole document with its XML declaration. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`;
}
