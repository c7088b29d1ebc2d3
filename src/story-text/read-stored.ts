import type { Element, Root } from "hast";
import { element, voidNames } from "./elements.ts";
import { parseHtml } from "./parse-html.ts";
import { simpleWords } from "./simple-words.ts";

const tags = /<(\/?)([a-z][a-z0-9]*)/g;

/**
 * The tree of a story as it was stored; the text must come from `serialiseStory`, it is not sanitised again. What
 * begins and ends on one line as a paragraph without markup is read at once, by far the most of any story.
 */
export function readStored(html: string): Root {
  const children: Element[] = [];
  let waiting: string[] = [];
  let open = 0;
  const readWaiting = () => {
    if (waiting.length === 0) return;
    const parsed = parseHtml(waiting.join("\n"));
    for (const node of parsed.children) if (node.type === "element") children.push(node);
    waiting = [];
  };
  for (const line of html.split("\n")) {
    const words = open === 0 ? simpleParagraph(line) : null;
    if (words === null) {
      waiting.push(line);
      open += opensIn(line);
    } else {
      readWaiting();
      children.push(words);
    }
  }
  readWaiting();
  return { type: "root", children };
}

function simpleParagraph(line: string): Element | null {
  if (!line.startsWith("<p>") || !line.endsWith("</p>")) return null;
  const words = simpleWords(line.slice(3, -4));
  return words === null || words.length === 0 ? null : element("p", {}, words);
}

/** How many elements are open after a line that were not before it. */
function opensIn(line: string): number {
  let open = 0;
  for (const [, closes, name = ""] of line.matchAll(tags))
    if (!voidNames.has(name)) open += closes === "" ? 1 : -1;
  return open;
}
