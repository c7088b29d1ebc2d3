import { element, type Xml, xmlDocument } from "../../plumbing/xml/write-xml.ts";
import { pictureMediaType } from "../../story-text/kept-pictures.ts";
import type { Setting } from "../leaves/leaf.ts";
import type { Leaf } from "./book-files.ts";
import { type BookPicture, needsFallback, pictureInstead } from "./book-pictures.ts";
import { packageMetadata } from "./package-metadata.ts";

/** The package document: what the book is, what it holds, and in which order (EPUB 3.3, section 5). */
export function packageDocument(setting: Setting, leaves: Leaf[], pictures: BookPicture[]): string {
  const { language } = setting;
  return xmlDocument(
    element(
      "package",
      {
        xmlns: "http://www.idpf.org/2007/opf",
        version: "3.0",
        "unique-identifier": "work",
        "xml:lang": language.story,
        dir: language.direction,
      },
      packageMetadata(setting, pictures.length > 0),
      manifest(leaves, pictures),
      spine(leaves, language.direction),
    ),
  );
}

function manifest(leaves: Leaf[], pictures: BookPicture[]): Xml {
  const pictureItems = (id: string, href: string, mediaType: string): Xml[] => {
    if (mediaType !== "image/webp") return [item(id, href, mediaType)];
    // Core since EPUB 3.3 (section 3.2); readers and checkers of 3.2 ask for another picture beside it.
    return [element("item", { id, href, "media-type": mediaType, fallback: "picture-instead" })];
  };
  const item = (id: string, href: string, mediaType: string, properties: string | null = null) =>
    element("item", { id, href, "media-type": mediaType, properties });
  return element(
    "manifest",
    {},
    item("nav", "nav.xhtml", "application/xhtml+xml", "nav"),
    item("ncx", "toc.ncx", "application/x-dtbncx+xml"),
    item("style", "style.css", "text/css"),
    item("cover-picture", "cover.svg", "image/svg+xml", "cover-image"),
    ...leaves.map(({ id, path }) => item(id, path, "application/xhtml+xml")),
    ...(pictures.some(needsFallback) ? [item("picture-instead", pictureInstead, "image/svg+xml")] : []),
    ...pictures.flatMap(({ id, path, name }) => pictureItems(id, path, pictureMediaType(name))),
  );
}

/** The contents stand after the title leaf, where a reader who turns the pages expects them. */
function spine(leaves: Leaf[], direction: "ltr" | "rtl"): Xml {
  const references = leaves.map(({ id }) => element("itemref", { idref: id }));
  const contentsAt = 1 + leaves.findIndex(({ landmark }) => landmark === "titlepage");
  references.splice(contentsAt, 0, element("itemref", { idref: "nav" }));
  return element("spine", { toc: "ncx", "page-progression-direction": direction }, ...references);
}
