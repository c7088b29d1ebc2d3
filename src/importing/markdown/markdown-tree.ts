import type { Nodes as HtmlNodes, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import type { Root as MarkdownRoot } from "mdast";
import { type Handlers, toHast } from "mdast-util-to-hast";
import { element } from "../../story-text/elements.ts";
import { parseHtml } from "../../story-text/parse-html.ts";
import { StoryTooDeep, StoryTooLarge } from "../../story-text/story-refused.ts";
import { noteBlock, noteReference } from "../document/note-elements.ts";
import { MarkdownNotes } from "./markdown-notes.ts";
import { parseMarkdown } from "./parse-markdown.ts";

/** A long novel is about 2 million characters; the grammar needs more time for each than HTML's does. */
const longestMarkdown = 4_000_000;
/** Quotations and lists in each other, which the grammar's parser and every walk over its tree repeat for each. */
const deepest = 100;

/**
 * Reads Markdown (CommonMark 0.31.2 with GitHub's tables, strikethrough, links and footnotes) into a tree of HTML,
 * as untrusted as the text: HTML in it is passed through, and all of it is read by the rules of browsers.
 *
 * A thematic break keeps the signs it was drawn with, but for three hyphens, which draw a break and no ornament.
 *
 * @returns the tree, and how many parts of the text were too heavy to be read as they are (see `parseMarkdown`)
 * @throws {StoryTooLarge} @throws {StoryTooDeep} see `parseHtml`
 */
export function markdownTree(text: string): { tree: Root; cut: number } {
  if (text.length > longestMarkdown) throw new StoryTooLarge(longestMarkdown);
  if (nestsTooDeep(text)) throw new StoryTooDeep(deepest);
  const { tree: markdown, cut } = parseMarkdown(text);
  const notes = new MarkdownNotes(markdown);
  const handlers: Handlers = {
    thematicBreak: (_state, node: { position?: SourceSpan }) => sceneBreak(sourceOf(text, node.position)),
    // The stored form of lines whose spaces matter is `pre` alone; a parser takes the first newline in it away.
    code: (_state, node: { value: string }) =>
      element("pre", {}, [{ type: "text", value: `\n${node.value}` }]),
    footnoteReference: (_state, node: { identifier: string; label?: string | null }) => {
      const note = notes.refer(node.identifier);
      if (note === null) return { type: "text", value: `[^${node.label ?? node.identifier}]` };
      const reference = noteReference(note.number, note.marker);
      // A name may stand once in a page, so it is the first reference that the note leads back to.
      if (!note.isFirst) delete reference.properties.id;
      return reference;
    },
  };
  const hast = (nodes: MarkdownRoot): HtmlNodes => toHast(nodes, { handlers, allowDangerousHtml: true });
  const story = hast(markdown);
  const asides = [...notes.written(hast)].map(({ number, marker, blocks }) =>
    noteBlock(number, marker, blocks),
  );
  const html = (tree: HtmlNodes) => toHtml(tree, { allowDangerousHtml: true });
  return { tree: parseHtml([html(story), ...asides.map(html)].join("\n")), cut };
}

type SourceSpan = { start: { offset?: number }; end: { offset?: number } };

function sourceOf(text: string, span: SourceSpan | undefined): string {
  return text.slice(span?.start.offset ?? 0, span?.end.offset ?? 0).trim();
}

function sceneBreak(drawn: string) {
  return element("hr", { className: ["scene"], dataOrnament: drawn === "---" ? "" : drawn }, []);
}

/** Each `>` or list mark at a line's start opens one box more. */
function nestsTooDeep(text: string): boolean {
  for (const [, marks = ""] of text.matchAll(
    /^((?:[ \t]{0,8}(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){8,})/gmu,
  ))
    if (marks.replace(/[ \t\d]/gu, "").length > deepest) return true;
  return false;
}
