import type { ElementContent } from "hast";
import { element } from "./elements.ts";

const tagOrSign = /<(\/?)(em|strong|br)>|&(amp|lt|gt);|[<&]/g;
const signs: Record<string, string> = { amp: "&", lt: "<", gt: ">" };
/** What a parser or a cleaner would do something about. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is they that are looked for
const odd = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/;
const deepest = 30;

/**
 * Reads running text in which there are only words, plain emphasis and line breaks, as in most paragraphs of any
 * story: at a fraction of the cost of reading it by all the rules of HTML, which make the same of it.
 *
 * @returns null when there is anything else in it
 */
export function simpleWords(html: string): ElementContent[] | null {
  if (odd.test(html) || !html.isWellFormed()) return null;
  const outermost: ElementContent[] = [];
  const around: { name: string; nodes: ElementContent[] }[] = [];
  let nodes = outermost;
  let text = "";
  let from = 0;
  const endText = () => {
    if (text !== "") nodes.push({ type: "text", value: text });
    text = "";
  };
  for (const { 0: found, 1: closes, 2: name, 3: sign, index } of html.matchAll(tagOrSign)) {
    text += html.slice(from, index);
    from = index + found.length;
    if (sign !== undefined) {
      text += signs[sign] ?? "";
      continue;
    }
    if (name === undefined || (name === "br" && closes !== "")) return null;
    endText();
    if (closes === "") {
      const opened = element(name, {}, []);
      nodes.push(opened);
      if (name === "br") continue;
      around.push({ name, nodes });
      if (around.length > deepest) return null;
      nodes = opened.children;
    } else {
      const opened = around.pop();
      if (opened?.name !== name) return null;
      nodes = opened.nodes;
    }
  }
  if (around.length > 0) return null;
  text += html.slice(from);
  endText();
  return outermost;
}
