import type { Element } from "hast";
import { parseHtml } from "../../story-text/parse-html.ts";
import { decodeSource } from "../decode-source.ts";
import { withoutAnchors } from "../document/anchors.ts";
import type { PageSection } from "../document/page-section.ts";
import { readDocument } from "../document/read-document.ts";
import { plainDocument } from "../document/source-document.ts";
import { tieNotes } from "../document/tie-notes.ts";
import type { ImportSource } from "../import-reading.ts";
import { ourLeaves } from "../our-own/our-leaves.ts";
import type { SourceReader } from "../source-reader.ts";
import { DataPictures } from "./data-pictures.ts";
import { closeUpDropCaps } from "./drop-caps.ts";
import { closeUpPageBreaks } from "./page-breaks.ts";
import { readColours } from "./page-colours.ts";
import { pageParts } from "./page-parts.ts";
import { noteTitledWords } from "./titled-words.ts";
import { readWordLists } from "./word-lists.ts";

/** Reads HTML, a piece or a saved page. */
export const readHtml: SourceReader = (source, lexicon) => {
  const { text, charset, findings } = decodeSource(source, declaredCharset(source));
  const pictures = new DataPictures();
  const tree = parseHtml(pictures.takenFrom(withoutAnchors(text)));
  const ours = ourLeaves(tree);
  const voices = ours ? [] : readColours(tree);
  if (!ours) readWordLists(tree);
  if (!ours) {
    closeUpDropCaps(tree);
    closeUpPageBreaks(tree);
  }
  const tied = ours ? [] : tieNotes([{ path: "", tree }], withinPage, typesOf);
  const titled = ours ? null : noteTitledWords(tree, tied.length);
  const notes = [...tied, ...(titled?.notes ?? [])];
  const withNotes = (sections: PageSection[]): PageSection[] =>
    notes.length === 0 ? sections : [...sections, { role: "story", nodes: notes }];
  const { sections, title, leftOut } = ours ? { sections: ours, title: null, leftOut: 0 } : pageParts(tree);
  if (!ours) pictures.measure(tree);
  const document = {
    ...plainDocument(withNotes(sections)),
    title,
    leftOut,
    pictures: pictures.kept,
    ...(ours && { settled: true as const }),
  };
  const reading = readDocument(document, lexicon, [...findings, ...voices, ...(titled?.findings ?? [])]);
  return typeof reading === "string" ? reading : { ...reading, charset };
};

/** A saved page's notes are on the page itself. */
function withinPage(_: string, href: string): { path: string; fragment: string } | null {
  return href.startsWith("#") ? { path: "", fragment: href.slice(1) } : null;
}

function typesOf({ properties: { role } }: Element): string[] {
  return [role].flat().flatMap((value) => (typeof value === "string" ? [value.replace(/^doc-/u, "")] : []));
}

/** The charset a page declares within its first kilobyte (HTML standard, prescan). */
function declaredCharset(source: ImportSource): string | null {
  if (source.pastedAs !== null) return null;
  const head = new TextDecoder("latin1").decode(source.bytes.subarray(0, 1024));
  return /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,30})/iu.exec(head)?.[1] ?? null;
}
