import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";

/** What runs code, frames a page or sends a form of its own: the archive's pages have none but their one script. */
const forbidden = new Set(
  "iframe frame object embed applet base svg math style noscript template audio video source portal".split(
    " ",
  ),
);
const addresses = [
  "href",
  "src",
  "srcSet",
  "action",
  "formAction",
  "poster",
  "background",
  "data",
  "xLinkHref",
  "cite",
];
/** Addresses a browser asks for by itself, when it shows the page. */
const asked = new Set("img script link input".split(" "));

/** Whatever in a page of the archive could run a stranger's code or tell a stranger that it was opened. */
export function harmsIn(html: string): string[] {
  const harms: string[] = [];
  for (const element of elementsIn(fromHtml(html))) {
    const { tagName, properties, children } = element;
    if (forbidden.has(tagName) && !isOwnHint(element)) harms.push(`<${tagName}>`);
    if (tagName === "script" && (children.length > 0 || !/^\/assets\//.test(String(properties.src))))
      harms.push("a script");
    if (tagName === "meta" && properties.httpEquiv !== undefined) harms.push("<meta http-equiv>");
    for (const name of Object.keys(properties))
      if (/^on/i.test(name) || name === "style") harms.push(`<${tagName} ${name}>`);
    for (const name of addresses) {
      const address = properties[name];
      if (address !== undefined && isHarmful(tagName, String(address)))
        harms.push(`<${tagName} ${name}="${String(address).slice(0, 80)}">`);
    }
  }
  return harms;
}

/** What stands under a field that suggests names, for who has no script (ui/form/suggests.tsx): one link in a hint. */
function isOwnHint({ tagName, children }: Element): boolean {
  const [hint, ...others] = children;
  if (tagName !== "noscript" || others.length > 0 || hint?.type !== "element") return false;
  const [link, ...rest] = hint.children;
  return hint.tagName === "p" && rest.length === 0 && link?.type === "element" && link.tagName === "a";
}

function isHarmful(tagName: string, address: string): boolean {
  if (asked.has(tagName)) return !/^\/(?![/\\])/.test(address);
  const { protocol } = new URL(address, "https://archive.test");
  return !["https:", "http:", "mailto:"].includes(protocol);
}

function elementsIn(node: Root | Element): Element[] {
  const found: Element[] = [];
  // No recursion: a page that is nested without end is one of the things looked for.
  const open: (Root | Element)[] = [node];
  for (let next = open.pop(); next; next = open.pop())
    for (const child of next.children)
      if (child.type === "element") {
        found.push(child);
        open.push(child);
      }
  return found;
}
