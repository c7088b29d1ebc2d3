import type { Element, ElementContent, Root, RootContent } from "hast";
import { defaultHandlers, type Handle, toMdast } from "hast-util-to-mdast";
import type { Html, Root as MarkdownRoot } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { toMarkdown as markdownOf, type Options } from "mdast-util-to-markdown";
import { isElement, isVoid } from "./elements.ts";
import { isPlainParagraph, readsBack } from "./reads-back.ts";
import { serialiseNode, startTag } from "./serialise.ts";

const asHtmlInline = "abbr bdi cite q rp rt ruby small span sub sup u".split(" ");
const asHtmlBlock = "aside details dl figure".split(" ");
/** What Markdown can say of an element beside its content; anything more makes it HTML. */
const sayable: Record<string, string[]> = { a: ["href"], img: ["src", "alt"], ol: ["start"] };
/** https://spec.commonmark.org/0.31.2/#thematic-breaks */
const thematicBreak = /^(?:\*(?: ?\*){2,}|-(?: ?-){2,}|_(?: ?_){2,})$/;
const options: Options = { bullet: "-", emphasis: "*", rule: "-", extensions: [gfmToMarkdown()] };

/**
 * The story as CommonMark with tables and strikethrough; what Markdown cannot say stays as HTML in it. Every block is
 * read back as it is written: where the same story does not come out, the block is written as HTML.
 */
export function toMarkdown(tree: Root): string {
  const handlers = markdownHandlers();
  const blocks = tree.children.flatMap((node) => {
    const said: MarkdownRoot = { type: "root", children: [] };
    const part = toMdast({ type: "root", children: [structuredClone(node)] }, { handlers });
    if (part.type === "root") said.children = part.children;
    return isPlainParagraph(node) || readsBack(markdownOf(said, options), node)
      ? said.children
      : [blockAsHtml(node)];
  });
  const markdown = markdownOf({ type: "root", children: blocks }, options);
  // Three hyphens at the very beginning would open a block of metadata.
  return markdown.replace(/^---(?=\n)/, '<hr class="scene" data-ornament="">');
}

function markdownHandlers(): Record<string, Handle> {
  const handlers: Record<string, Handle> = {};
  for (const name of asHtmlInline) handlers[name] = inlineHtml;
  for (const name of asHtmlBlock) handlers[name] = blockHtml;
  for (const name of ["p", "blockquote", "ol", "ul", "pre", "h3", "h4", "h5", "h6"] as const) {
    handlers[name] = unlessMarked(defaultHandlers[name], blockHtml);
  }
  for (const name of ["em", "strong", "s", "code", "a", "img"] as const) {
    handlers[name] = unlessMarked(defaultHandlers[name], inlineHtml);
  }
  handlers.table = tableOrHtml;
  handlers.hr = sceneBreak;
  return handlers;
}

const inlineHtml: Handle = (state, node: Element) =>
  isVoid(node)
    ? html(startTag(node))
    : [html(startTag(node)), ...state.all(node), html(`</${node.tagName}>`)];

const blockHtml: Handle = (_state, node: Element) => blockAsHtml(node);

/** An empty line would end the HTML, so no line ends in it: only `pre` has any, and a reference says the same. */
function blockAsHtml(node: RootContent | ElementContent): Html {
  return html(serialiseNode(node).replaceAll("\n", "&#10;"));
}

/** What carries a class, a language or letters for numbers stays HTML. */
function unlessMarked(handle: Handle, marked: Handle): Handle {
  return (state, node: Element, parent) => {
    const names = sayable[node.tagName] ?? [];
    const isMarked = Object.keys(node.properties).some((name) => !names.includes(name));
    const isUnsaid = isElement(node, "img") && node.properties.alt === undefined;
    return isMarked || isUnsaid ? marked(state, node, parent) : handle(state, node, parent);
  };
}

/** A table of Markdown has no caption, no spans, and one line a cell. */
const tableOrHtml: Handle = (state, node: Element) => {
  const isSimple = (each: Element): boolean =>
    each.children.every((child) => {
      if (child.type !== "element") return true;
      const { colSpan, rowSpan } = child.properties;
      const isOneLine = !["br", "caption", "p", "ul", "ol", "dl", "blockquote", "pre"].includes(
        child.tagName,
      );
      return isOneLine && colSpan === undefined && rowSpan === undefined && isSimple(child);
    });
  return isSimple(node) ? defaultHandlers.table(state, node) : blockAsHtml(node);
};

/** An ornament that is a thematic break anyway is written as itself. */
const sceneBreak: Handle = (_state, node: Element) => {
  const ornament = String(node.properties.dataOrnament ?? "");
  if (ornament === "") return { type: "thematicBreak" };
  return thematicBreak.test(ornament) && ornament !== "---" ? html(ornament) : blockAsHtml(node);
};

function html(value: string): Html {
  return { type: "html", value };
}
