import type { ElementContent } from "hast";
import { around, element, isBlock, isElement } from "./elements.ts";
import { tidyInline } from "./tidy-inline.ts";

/** A heading, term or summary is one line of words: blocks inside it lose their frame, not their place. */
export function wordsOfBlocks(nodes: ElementContent[]): ElementContent[] {
  const words = (children: ElementContent[]): ElementContent[] =>
    children.flatMap((child) => {
      if (child.type !== "element") return [child];
      if (!isBlock(child)) return [around(child, words(child.children))];
      return [element("br", {}, []), ...words(child.children), element("br", {}, [])];
    });
  const result = tidyInline(words(nodes));
  return result.filter((node, index) => !(isElement(node, "br") && isElement(result[index - 1], "br")));
}
