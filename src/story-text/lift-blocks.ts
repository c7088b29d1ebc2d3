import type { Element, ElementContent } from "hast";
import { around, type Content, isBlank, isBlock } from "./elements.ts";

/** Takes blocks out of running text: the element is closed before each and opened again inside and after it. */
export function liftBlocks(nodes: Content[]): ElementContent[] {
  const result: ElementContent[] = [];
  for (const node of nodes) {
    if (node.type === "text" || isBlock(node)) {
      result.push(node);
      continue;
    }
    if (node.type !== "element") continue;
    const parts = liftBlocks(node.children);
    if (!parts.some(isBlock)) {
      result.push(node);
      continue;
    }
    let run: ElementContent[] = [];
    const closeRun = () => {
      if (run.length > 0) result.push(around(node, run));
      run = [];
    };
    for (const part of parts) {
      if (!isBlock(part)) {
        run.push(part);
        continue;
      }
      closeRun();
      result.push(pushInto(node, part));
    }
    closeRun();
  }
  return result;
}

const frames = new Set(
  "aside blockquote details dl figcaption figure li dd ol table tbody td th thead tr ul".split(" "),
);

function pushInto(inline: Element, block: Element): Element {
  if (!frames.has(block.tagName))
    return block.tagName === "hr" ? block : around(block, [around(inline, block.children)]);
  return around(
    block,
    block.children.map((child) => {
      if (isBlock(child)) return pushInto(inline, child);
      return child.type === "text" && isBlank(child.value) ? child : around(inline, [child]);
    }),
  );
}
