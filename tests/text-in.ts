import { fromHtml } from "hast-util-from-html";
import { toText } from "hast-util-to-text";

/** The text a reader sees in the part of a page that a pattern's first group finds. */
export function textIn(html: string, part: RegExp, without = /(?!)/g): string {
  const found = part.exec(html)?.[1];
  if (found === undefined) throw new Error(`the page has no part ${part}`);
  return toText(fromHtml(found.replace(without, ""), { fragment: true }));
}
