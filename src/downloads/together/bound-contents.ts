import type { Element } from "hast";
import { h } from "hastscript";
import { element, type Xml, xmlDocument } from "../../plumbing/xml/write-xml.ts";
import { bookIdentifier } from "../epub/identifier.ts";
import { navigationPage } from "../epub/navigation-document.ts";
import { titleOf } from "../front-matter.ts";
import type { Setting } from "../leaves/leaf.ts";
import type { BoundPart } from "./bound-book.ts";
import { leavesOf, ownLeaves } from "./part-leaves.ts";

/** The contents in two steps, works and their leaves, and the landmarks (EPUB 3.3, section 7). */
export function boundNavigation(setting: Setting, parts: BoundPart[]): string {
  const { t } = setting;
  const { cover, opening } = ownLeaves(setting);
  const link = (path: string, { text, language }: { text: string; language: string }) =>
    h("a", { href: path, lang: language, dir: "auto" }, text);
  const works = parts.flatMap((part): Element[] => {
    const leaves = leavesOf(part);
    const [first] = leaves;
    if (!first) return [];
    const lines = leaves.flatMap(({ path, line }) => (line === null ? [] : [h("li", link(path, line))]));
    return [h("li", [link(first.path, { text: part.title, language: part.language }), h("ol", lines)])];
  });
  const mark = (path: string, type: string, text: string) =>
    h("li", h("a", { href: path, epubType: type }, text));
  return navigationPage(
    setting,
    h("ol", [...(opening.line ? [h("li", link(opening.path, opening.line))] : []), ...works]),
    h("ol", [
      mark(cover.path, "cover", t("Cover")),
      mark(opening.path, "titlepage", t("About this book")),
      mark("#toc", "toc", t("Contents")),
    ]),
  );
}

/** The same for EPUB 2 readers (OPF 2.0.1, section 2.4.1). */
export function boundNcx(setting: Setting, parts: BoundPart[]): string {
  const { work, t, language } = setting;
  const { opening } = ownLeaves(setting);
  let order = 0;
  const point = (id: string, path: string, text: string, ...within: Xml[]): Xml => {
    order += 1;
    return element(
      "navPoint",
      { id: `point-${id}`, playOrder: order },
      element("navLabel", {}, element("text", {}, text)),
      element("content", { src: path }),
      ...within,
    );
  };
  const first = point(opening.id, opening.path, titleOf(work, t));
  const works = parts.flatMap((part) => {
    const [title, ...rest] = leavesOf(part);
    if (!title) return [];
    // What is read first is numbered first: the work before its leaves.
    const place = order + 1;
    order = place;
    const within = rest.flatMap(({ id, path, line }) => (line === null ? [] : [point(id, path, line.text)]));
    return [
      element(
        "navPoint",
        { id: `point-${title.id}`, playOrder: place },
        element("navLabel", {}, element("text", {}, part.title)),
        element("content", { src: title.path }),
        ...within,
      ),
    ];
  });
  const meta = (name: string, content: string) => element("meta", { name, content });
  return xmlDocument(
    element(
      "ncx",
      { xmlns: "http://www.daisy.org/z3986/2005/ncx/", version: "2005-1", "xml:lang": language.label },
      element(
        "head",
        {},
        meta("dtb:uid", bookIdentifier(work.url)),
        meta("dtb:depth", "2"),
        meta("dtb:totalPageCount", "0"),
        meta("dtb:maxPageNumber", "0"),
      ),
      element("docTitle", {}, element("text", {}, titleOf(work, t))),
      element("navMap", {}, first, ...works),
    ),
  );
}
