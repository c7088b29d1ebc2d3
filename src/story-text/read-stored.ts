import type { Root } from "hast";
import { parseHtml } from "./parse-html.ts";

/** The tree of a story as it was stored; the text must come from `serialiseStory`, it is not sanitised again. */
export function readStored(html: string): Root {
  const tree = parseHtml(html);
  return { type: "root", children: tree.children.filter((node) => node.type === "element") };
}
