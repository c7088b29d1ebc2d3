import type { Nodes, Root, RootContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { type Handlers, toHast } from "mdast-util-to-hast";
import { gfm } from "micromark-extension-gfm";
import { visit } from "unist-util-visit";
import { element, hasClass, isElement } from "./elements.ts";
import { parseHtml } from "./parse-html.ts";
import { sanitiseStory } from "./sanitise.ts";
import { sceneBreak } from "./scene-break.ts";
import { serialiseStory } from "./serialise.ts";
import { tidyStory } from "./tidy.ts";

/** Words and the punctuation Markdown gives no meaning; most paragraphs are no more, and need no second look. */
const plain = /^(?!www\.)(?:(?![wW]{3}\.)[\p{L}\p{M}\p{Nd} ,;?’‘“”«»…–—'".])*$/u;
const beginsPlainly = /^[\p{L}“‘«"']/u;

/**
 * Whether Markdown (CommonMark with GitHub's extensions) is read as this very block, by the grammar's own parser and
 * the rules of browsers for the HTML in it.
 */
export function readsBack(markdown: string, block: RootContent): boolean {
  return canonical(treeOf(markdown)) === canonical({ type: "root", children: [structuredClone(block)] });
}

/** Whether a block is words alone, in which Markdown finds nothing to mean. */
export function isPlainParagraph(block: RootContent): boolean {
  if (!isElement(block, "p") || Object.keys(block.properties).length > 0) return false;
  const [only, ...others] = block.children;
  return (
    others.length === 0 && only?.type === "text" && plain.test(only.value) && beginsPlainly.test(only.value)
  );
}

function treeOf(markdown: string): Root {
  const tree = fromMarkdown(markdown, {
    extensions: [gfm({ singleTilde: false })],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const handlers: Handlers = {
    thematicBreak: (
      _state,
      node: { position?: { start: { offset?: number }; end: { offset?: number } } },
    ) => {
      const drawn = markdown.slice(node.position?.start.offset, node.position?.end.offset).trim();
      return sceneBreak(drawn === "---" ? "" : drawn);
    },
    // A parser takes the first newline in `pre` away.
    code: (_state, node: { value: string }) =>
      element("pre", {}, [{ type: "text", value: `\n${node.value}` }]),
  };
  const read: Nodes = toHast(tree, { handlers, allowDangerousHtml: true });
  return parseHtml(toHtml(read, { allowDangerousHtml: true }));
}

/** The other end of a footnote's link lies in another block, so tidying this one must not take it for lost. */
function canonical(tree: Root): string {
  visit(tree, "element", (node) => {
    const kind = ["noteref", "noteback"].find((name) => hasClass(node, name));
    if (kind) node.properties = { href: `https://${kind}.invalid/${String(node.properties.href).slice(1)}` };
  });
  return serialiseStory(tidyStory(sanitiseStory(tree)));
}
