import type { Element } from "hast";
import { openContainer } from "../../plumbing/zip/open-container.ts";
import { elementsIn } from "../container/xml-elements.ts";
import { readXmlPieces, xmlTree } from "../container/xml-tree.ts";
import type { PageSection } from "../document/page-section.ts";
import { readDocument } from "../document/read-document.ts";
import { markIndents } from "../document/settle-indents.ts";
import { settleVoices } from "../document/voice-colours.ts";
import type { SourceReader } from "../source-reader.ts";
import { FlowWriter } from "./flow-writer.ts";
import { withoutMainLanguage } from "./main-language.ts";
import { OdtParts } from "./odt-parts.ts";
import { isEncrypted, pageMarginsIn, propertiesIn } from "./package-parts.ts";

/** What only holds the text together; everything in them is read one by one. */
const wrappers = new Set(["office:document-content", "office:body", "office:text", "text:section"]);

/** Reads an OpenDocument text (OpenDocument 1.3), as LibreOffice and many others write it. */
export const readOdt: SourceReader = ({ bytes }, lexicon) => {
  const container = openContainer(bytes);
  if (typeof container === "string") return container;
  if (isEncrypted(container)) return "locked";
  const content = container.text("content.xml");
  if (content === null) return "damaged";
  const parts = new OdtParts(container, rangedComments(content));
  readStyles(parts);
  const { title, names: propertyNames } = propertiesIn(container);
  const writer = writerOf(content, parts);
  const blocks = [...writer.blocks, ...parts.notes];
  const remarks = [...parts.remarks, ...markIndents(blocks, parts.remarks)];
  const voices = settleVoices(withoutMainLanguage(blocks));
  const pictures = [...parts.pictures.values()];
  return readDocument(
    { sections: sectionsOf(voices.blocks), title, leftOut: 0, pictures, remarks, propertyNames },
    lexicon,
    [...parts.leftOut.findings(), ...voices.findings],
  );
};

/** The writer cannot be made before the styles that come first in the file are known. */
function writerOf(content: string, parts: OdtParts): FlowWriter {
  let writer: FlowWriter | null = null;
  readXmlPieces(content, wrappers, (piece) => {
    if (typeof piece === "string") return;
    if (piece.name === "office:automatic-styles") parts.styles.add(piece);
    else if (!/^office:(?:scripts|font-face-decls)$/u.test(piece.name)) {
      writer ??= new FlowWriter(parts);
      writer.block(piece);
    }
  });
  return writer ?? new FlowWriter(parts);
}

/** Reads the named styles, and what stands at the edges of pages. */
function readStyles({ container, styles, leftOut }: OdtParts): void {
  const file = container.text("styles.xml");
  if (file === null) return;
  for (const part of elementsIn(xmlTree(file))) {
    if (part.name === "office:styles") styles.add(part);
    if (part.name === "office:master-styles")
      for (const words of pageMarginsIn(part)) leftOut.add("margins", words);
  }
}

/** Comments on a range of words: those whose end the text names. */
function rangedComments(content: string): Set<string> {
  const ends = content.matchAll(/<[\w.-]{1,40}:annotation-end\s[^>]{0,500}?name="([^"]{1,200})"/gu);
  return new Set([...ends].map(([, name]) => name ?? ""));
}

/** A first paragraph in the style of titles is the story's title. */
function sectionsOf(blocks: Element[]): PageSection[] {
  const first = blocks.findIndex(({ children }) => children.length > 0);
  const title = blocks[first];
  if (title?.properties.dataTitle === undefined) return [{ role: "story", nodes: blocks }];
  return [
    { role: "title", nodes: [title] },
    { role: "story", nodes: blocks.slice(first + 1) },
  ];
}
