import { element, type Xml, xmlDocument } from "../../plumbing/xml/write-xml.ts";
import { pictureMediaType } from "../../story-text/kept-pictures.ts";
import { readStored } from "../../story-text/read-stored.ts";
import { toPlainText } from "../../story-text/to-plain-text.ts";
import { accessibilityMetadata } from "../epub/accessibility-metadata.ts";
import { pictureInstead } from "../epub/book-pictures.ts";
import { bookIdentifier } from "../epub/identifier.ts";
import { filled, instant, refinement } from "../epub/package-metadata.ts";
import { titleOf } from "../front-matter.ts";
import type { Setting } from "../leaves/leaf.ts";
import { plainLine, plainLines } from "../plain-line.ts";
import type { BoundBook, BoundPart } from "./bound-book.ts";
import { leavesOf, ownLeaves } from "./part-leaves.ts";

/** Names in the metadata of one book; libraries show a few. */
const mostAuthors = 30;

/** The package document of a book of several works (EPUB 3.3, section 5). */
export function boundPackage(setting: Setting, book: BoundBook, parts: BoundPart[]): string {
  const { language } = setting;
  const { cover, opening } = ownLeaves(setting);
  const leaves = [cover, opening, ...parts.flatMap(leavesOf)];
  const references = leaves.map(({ id }) => element("itemref", { idref: id }));
  references.splice(2, 0, element("itemref", { idref: "nav" }));
  return xmlDocument(
    element(
      "package",
      {
        xmlns: "http://www.idpf.org/2007/opf",
        version: "3.0",
        "unique-identifier": "book",
        "xml:lang": language.label,
        dir: language.labelDirection,
      },
      metadata(setting, book, parts),
      element("manifest", {}, ...manifest(leaves, parts)),
      element("spine", { toc: "ncx", "page-progression-direction": language.labelDirection }, ...references),
    ),
  );
}

function metadata(setting: Setting, book: BoundBook, parts: BoundPart[]): Xml {
  const { t, work, language } = setting;
  const bound = parts.flatMap(({ part }) => part ?? []);
  const languages = new Set(bound.map((part) => part.language));
  const authors = plainLines(parts.flatMap((part) => part.authors)).slice(0, mostAuthors);
  const description = book.text.trim() === "" ? "" : toPlainText(readStored(book.text)).trim();
  const person = (name: string, code: string, at: number) => [
    element(code === "aut" ? "dc:creator" : "dc:contributor", { id: `person-${at}` }, name),
    element("meta", { refines: `#person-${at}`, property: "role", scheme: "marc:relators" }, code),
  ];
  const keeper = plainLine(book.keeper ?? "");
  return element(
    "metadata",
    { "xmlns:dc": "http://purl.org/dc/elements/1.1/" },
    element("dc:identifier", { id: "book" }, bookIdentifier(book.url)),
    element("dc:title", { id: "book-title" }, titleOf(work, t)),
    refinement("book-title", "title-type", "main"),
    ...[...(languages.size === 0 ? [language.label] : languages)].map((tag) =>
      element("dc:language", {}, tag),
    ),
    ...authors.flatMap((name, index) => person(name, "aut", index + 1)),
    // Compiler: https://www.loc.gov/marc/relators/relaterm.html
    ...(keeper === "" ? [] : person(keeper, "com", authors.length + 1)),
    element("meta", { property: "dcterms:modified" }, instant(book.changedAt)),
    ...filled("dc:publisher", book.archiveName),
    ...filled("dc:source", book.url),
    ...filled("dc:description", description),
    ...accessibilityMetadata(
      t,
      bound.some(({ pictures }) => pictures.length > 0),
      bound.every(({ isDescribed }) => isDescribed),
    ),
    element("meta", { name: "cover", content: "cover-picture" }),
  );
}

function manifest(leaves: { id: string; path: string }[], parts: BoundPart[]): Xml[] {
  const item = (id: string, href: string, mediaType: string, more: Record<string, string> = {}) =>
    element("item", { id, href, "media-type": mediaType, ...more });
  const pictures = parts.flatMap(({ workId, part }) =>
    (part?.pictures ?? []).map(({ id, path, name }) => {
      const type = pictureMediaType(name);
      // Core since EPUB 3.3 (section 3.2); readers and checkers of 3.2 ask for another picture beside it.
      const instead: Record<string, string> = type === "image/webp" ? { fallback: "picture-instead" } : {};
      return item(`w-${workId}-${id}`, `${workId}/${path}`, type, instead);
    }),
  );
  return [
    item("nav", "nav.xhtml", "application/xhtml+xml", { properties: "nav" }),
    item("ncx", "toc.ncx", "application/x-dtbncx+xml"),
    item("style", "style.css", "text/css"),
    item("cover-picture", "cover.svg", "image/svg+xml", { properties: "cover-image" }),
    ...leaves.map(({ id, path }) => item(id, path, "application/xhtml+xml")),
    item("picture-instead", pictureInstead, "image/svg+xml"),
    ...pictures,
  ];
}
