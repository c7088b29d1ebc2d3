import type { Element, Nodes } from "hast";
import { xmlText } from "../../plumbing/xml/write-xml.ts";
import { allowedAttribute } from "./allowed-attributes.ts";

/** XHTML inside an EPUB, or HTML in a file of its own. */
export type Dialect = "xhtml" | "html";

/** https://html.spec.whatwg.org/multipage/syntax.html#void-elements, as far as the stored form has them. */
const voidElements = new Set(["br", "hr", "img", "wbr"]);

/**
 * Elements a leaf may hold: the stored form's and our own. Any other is left out and its content kept.
 */
const elements = new Set(
  (
    "a abbr article aside b bdi bdo blockquote br caption cite code dd del details dfn div dl dt em figcaption " +
    "figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q rp rt ruby s samp " +
    "section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr"
  ).split(" "),
);

/**
 * Writes a tree as markup that is well-formed XML in both dialects.
 *
 * The maintained serialiser (hast-util-to-html) writes HTML syntax only: bare attributes, control characters
 * and unpaired surrogates pass through it, and none of these is allowed in XML (EPUB 3.3, section 6.1.1).
 */
export function writeMarkup(node: Nodes, dialect: Dialect): string {
  if (node.type === "text") return xmlText(node.value);
  if (node.type === "root") return node.children.map((child) => writeMarkup(child, dialect)).join("");
  if (node.type !== "element") return "";
  const content = node.children.map((child) => writeMarkup(child, dialect)).join("");
  if (!elements.has(node.tagName)) return content;
  const start = `<${node.tagName}${attributes(node, dialect)}`;
  if (voidElements.has(node.tagName)) return `${start}/>`;
  return `${start}>${content}</${node.tagName}>`;
}

function attributes(element: Element, dialect: Dialect): string {
  let written = "";
  for (const [property, value] of Object.entries(element.properties)) {
    const attribute = allowedAttribute(element.tagName, property, value);
    if (attribute === null) continue;
    const [name, text] = attribute;
    if (name === "epub:type" && dialect === "html") continue;
    written += ` ${name}="${xmlText(text)}"`;
    if (name === "lang" && dialect === "xhtml") written += ` xml:lang="${xmlText(text)}"`;
  }
  return written;
}
