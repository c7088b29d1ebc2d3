import type { Element, Root } from "hast";
import { defaultHandlers, type Handle, toMdast } from "hast-util-to-mdast";
import type { Html } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { toMarkdown as markdownOf } from "mdast-util-to-markdown";
import { serialiseNode, startTag } from "./serialise.ts";

const asHtmlInline = "abbr bdi cite q rp rt ruby small span sub sup u".split(" ");
const asHtmlBlock = "aside details dl figure".split(" ");
/** https://spec.commonmark.org/0.31.2/#thematic-breaks */
const thematicBreak = /^(?:\*(?: ?\*){2,}|-(?: ?-){2,}|_(?: ?_){2,})$/;

/** The story as CommonMark with tables and strikethrough; what Markdown cannot say stays as HTML in it. */
export function toMarkdown(tree: Root): string {
  const handlers: Record<string, Handle> = {};
  for (const name of asHtmlInline) handlers[name] = inlineHtml;
  for (const name of asHtmlBlock) handlers[name] = blockHtml;
  for (const name of ["p", "blockquote", "ol", "pre"] as const) {
    handlers[name] = unlessMarked(defaultHandlers[name]);
  }
  handlers.table = tableOrHtml;
  handlers.hr = sceneBreak;
  const markdown = toMdast(structuredClone(tree), { handlers });
  return markdownOf(markdown, {
    bullet: "-",
    emphasis: "*",
    rule: "-",
    extensions: [gfmToMarkdown()],
  });
}

const inlineHtml: Handle = (state, node: Element) => [
  html(startTag(node)),
  ...state.all(node),
  html(`</${node.tagName}>`),
];

const blockHtml: Handle = (_state, node: Element) => html(serialiseNode(node));

/** A paragraph, quotation or list that carries a class, a language or letters for numbers stays HTML. */
function unlessMarked(handle: Handle): Handle {
  return (state, node: Element, parent) => {
    const { start: _start, ...marks } = node.properties;
    return Object.keys(marks).length > 0 ? html(serialiseNode(node)) : handle(state, node, parent);
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
  return isSimple(node) ? defaultHandlers.table(state, node) : html(serialiseNode(node));
};

/** An ornament that is a thematic break anyway is written as itself. */
const sceneBreak: Handle = (_state, node: Element) => {
  const ornament = String(node.properties.dataOrnament ?? "");
  if (ornament === "") return { type: "thematicBreak" };
  return html(thematicBreak.test(ornament) ? ornament : serialiseNode(node));
};

function html(value: string): Html {
  return { type: "html", value };
}
