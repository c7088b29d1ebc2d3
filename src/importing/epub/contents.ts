import type { Element } from "hast";
import { visit } from "unist-util-visit";
import type { Container } from "../../plumbing/zip/open-container.ts";
import { isXmlElement, wordsIn } from "../container/xml-elements.ts";
import { type XmlElement, xmlTree } from "../container/xml-tree.ts";
import { textIn } from "../document/page-elements.ts";
import { bookPath } from "./book-path.ts";
import { epubTypes, leafTree } from "./leaf-tree.ts";
import type { BookPackage } from "./package-document.ts";

/** What a book's contents and landmarks say of its files, by path. */
export interface BookContents {
  /** The titles of the files, and of places in them; "" is the file itself. */
  titles: Map<string, Map<string, string>>;
  /** What kind of leaf a file is, where the book says so (`cover`, `titlepage`, `toc` …). */
  kinds: Map<string, string>;
}

/** Reads the contents of EPUB 3 (a page of links) and of EPUB 2 (an NCX), whichever the book has. */
export function bookContents(container: Container, book: BookPackage): BookContents {
  const contents: BookContents = { titles: new Map(), kinds: new Map(book.guide) };
  for (const { path, mediaType } of book.files) {
    if (mediaType !== "application/x-dtbncx+xml") continue;
    const text = container.text(path);
    if (text !== null) readPoints(xmlTree(text), path, contents);
  }
  for (const { path, properties } of book.files) {
    if (!properties.includes("nav")) continue;
    contents.kinds.set(path, "toc");
    const text = container.text(path);
    if (text !== null) readNavigation(text, path, contents);
  }
  return contents;
}

function readPoints(element: XmlElement, from: string, contents: BookContents): void {
  if (element.name === "ncx:navPoint") {
    const parts = element.children.filter(isXmlElement);
    const label = parts.find(({ name }) => name === "ncx:navLabel");
    const target = parts.find(({ name }) => name === "ncx:content")?.attributes.src;
    if (label && target) addTitle(contents, from, target, wordsIn(label));
  }
  for (const child of element.children) if (isXmlElement(child)) readPoints(child, from, contents);
}

function readNavigation(text: string, from: string, contents: BookContents): void {
  visit(leafTree(text), "element", (nav) => {
    if (nav.tagName !== "nav") return;
    const types = epubTypes(nav);
    visit(nav, "element", (link) => {
      const { href } = link.properties;
      if (link.tagName !== "a" || typeof href !== "string") return;
      if (types.includes("landmarks")) addKinds(contents, from, href, link);
      else if (types.includes("toc")) addTitle(contents, from, href, textIn(link));
    });
  });
}

function addKinds(contents: BookContents, from: string, href: string, link: Element): void {
  const place = bookPath(from, href);
  const [kind] = epubTypes(link);
  if (place && kind && !contents.kinds.has(place.path)) contents.kinds.set(place.path, kind);
}

function addTitle({ titles }: BookContents, from: string, href: string, words: string): void {
  const place = bookPath(from, href);
  const title = words.replace(/\s+/gu, " ").trim();
  if (place === null || title === "") return;
  const ofFile = titles.get(place.path) ?? new Map<string, string>();
  titles.set(place.path, ofFile);
  if (!ofFile.has(place.fragment)) ofFile.set(place.fragment, title);
}
