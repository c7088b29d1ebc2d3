import type { Root } from "hast";
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
/** Browsers flatten at 512; every later walk over the tree is recursive and relies on this. */
export const deepestHtml = 512;
const mostElements = 1_000_000;

/**
 * Reads any HTML, a fragment or a whole document, into a tree of what its body holds, by the parsing rules of
 * browsers (https://html.spec.whatwg.org/multipage/parsing.html) with scripting off. The tree is as untrusted
 * as the text.
 *
 * @throws {StoryTooLarge} beyond `longestHtml` characters, or when few characters stand for very many elements
 * @throws {StoryTooDeep} beyond `deepestHtml` open elements; both are raised while parsing, before the cost arises
 */
export function parseHtml(text: string): Root {
  if (text.length > longestHtml) throw new StoryTooLarge(longestHtml);
  const body = defaultTreeAdapter.createElement("body", html.NS.HTML, []);
  const fragment = parseFragment(body, text, {
    scriptingEnabled: false,
    treeAdapter: boundedTreeAdapter(),
  });
  const tree = fromParse5(fragment);
  return { type: "root", children: tree.type === "root" ? tree.children : [] };
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
