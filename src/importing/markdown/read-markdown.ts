import type { Root, RootContent } from "hast";
import { decodeSource } from "../decode-source.ts";
import { withoutAnchors } from "../document/anchors.ts";
import type { PageSection } from "../document/page-section.ts";
import { readDocument } from "../document/read-document.ts";
import { plainDocument } from "../document/source-document.ts";
import { ourMarkdown } from "../our-own/our-markdown.ts";
import type { SourceReader } from "../source-reader.ts";
import { frontMatter } from "./front-matter.ts";
import { markdownTree } from "./markdown-tree.ts";
import { metadataSections } from "./metadata-sections.ts";

/** Reads a Markdown file; Pressie's own come back as they went out. */
export const readMarkdown: SourceReader = (source, lexicon) => {
  const { text, charset, findings } = decodeSource(source, null);
  const { metadata, rest } = frontMatter(withoutAnchors(text).replace(/\r\n?/gu, "\n"));
  const { tree, cut } = markdownTree(rest);
  if (cut > 0) findings.push({ kind: "read-in-parts", state: "noted", count: cut });
  const ours = metadata.size === 0 ? ourMarkdown(tree) : null;
  const sections = ours ?? [...metadataSections(metadata), ...storySections(tree, metadata.has("title"))];
  const document = { ...plainDocument(sections), ...(ours && { settled: true as const }) };
  const reading = readDocument(document, lexicon, findings);
  return typeof reading === "string" ? reading : { ...reading, charset };
};

/** A first heading that is the only one of the first rank names the work. */
function storySections(tree: Root, isNamed: boolean): PageSection[] {
  const at = tree.children.findIndex((node) => node.type !== "text" || /\S/u.test(node.value));
  const first = tree.children[at];
  if (isNamed || !first || !isTitle(first) || tree.children.slice(at + 1).some(isTitle))
    return [{ role: "story", nodes: tree.children }];
  return [
    { role: "title", nodes: [first] },
    { role: "story", nodes: tree.children.slice(at + 1) },
  ];
}

function isTitle(node: RootContent): boolean {
  return node.type === "element" && node.tagName === "h1";
}
