import { parseHtml } from "../../story-text/parse-html.ts";
import { decodeSource } from "../decode-source.ts";
import { withoutAnchors } from "../document/anchors.ts";
import { readDocument } from "../document/read-document.ts";
import { plainDocument } from "../document/source-document.ts";
import type { ImportSource } from "../import-reading.ts";
import type { SourceReader } from "../source-reader.ts";
import { pageParts } from "./page-parts.ts";

/** Reads HTML, a piece or a saved page. */
export const readHtml: SourceReader = (source, lexicon) => {
  const { text, charset, findings } = decodeSource(source, declaredCharset(source));
  const { sections, title, leftOut } = pageParts(parseHtml(withoutAnchors(text)));
  const reading = readDocument({ ...plainDocument(sections), title, leftOut }, lexicon, findings);
  return typeof reading === "string" ? reading : { ...reading, charset };
};

/** The charset a page declares within its first kilobyte (HTML standard, prescan). */
function declaredCharset(source: ImportSource): string | null {
  if (source.pastedAs !== null) return null;
  const head = new TextDecoder("latin1").decode(source.bytes.subarray(0, 1024));
  return /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,30})/iu.exec(head)?.[1] ?? null;
}
