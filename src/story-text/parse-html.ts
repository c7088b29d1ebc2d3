import type { Root, RootContent } from "hast";
import { fromParse5 } from "hast-util-from-parse5";
import {
  type DefaultTreeAdapterMap,
  defaultTreeAdapter,
  html,
  parseFragment,
  type TreeAdapter,
} from "parse5";
import { StoryTooDeep, StoryTooLarge } from "./story-refused.ts";

/** A long novel is about 2 million characters; nobody needs more in one chapter. */
export const longestHtml = 8_000_000;
/** Browsers flatten at 512, stories need about 20; every later walk over the tree is recursive and relies on this. */
const deepestHtml = 256;
export const mostElements = 500_000;
/** The sum of every node's depth: what one walk that copies the tree costs. A whole web page has about 3 million. */
const heaviestTree = 20_000_000;

/**
 * Reads any HTML, a fragment or a whole document, into a tree of what its body holds, by the parsing rules of
 * browsers (https://html.spec.whatwg.org/multipage/parsing.html) with scripting off. The tree is as untrusted
 * as the text.
 *
 * @throws {StoryTooLarge} beyond `longestHtml` characters, or when few characters stand for very many elements
 * @throws {StoryTooDeep} beyond `deepestHtml` open elements; raised while parsing, before the cost arises
 */
export function parseHtml(text: string): Root {
  if (text.length > longestHtml) throw new StoryTooLarge(longestHtml);
  const body = defaultTreeAdapter.createElement("body", html.NS.HTML, []);
  const fragment = parseFragment(body, text, {
    scriptingEnabled: false,
    treeAdapter: boundedTreeAdapter(),
  });
  const tree = fromParse5(fragment);
  const children = tree.type === "root" ? tree.children : [];
  weigh(children);
  return { type: "root", children };
}

/** The parser moves what was nested wrongly, so a tree can end up deeper than its tags were. */
function weigh(nodes: RootContent[]): void {
  let weight = 0;
  let level = nodes;
  for (let depth = 1; level.length > 0; depth += 1) {
    weight += level.length * depth;
    if (weight > heaviestTree || depth > 2 * deepestHtml) throw new StoryTooDeep(deepestHtml);
    level = level.flatMap((node) => (node.type === "element" ? node.children : []));
  }
}

function boundedTreeAdapter(): TreeAdapter<DefaultTreeAdapterMap> {
  let open = 0;
  let created = 0;
  return {
    ...defaultTreeAdapter,
    createElement(tagName, namespace, attributes) {
      created += 1;
      if (created > mostElements) throw new StoryTooLarge(longestHtml);
      return defaultTreeAdapter.createElement(tagName, namespace, attributes);
    },
    onItemPush() {
      open += 1;
      if (open > deepestHtml) throw new StoryTooDeep(deepestHtml);
    },
    onItemPop() {
      open -= 1;
    },
  };
}
