import { element, xmlDocument } from "../../plumbing/xml/write-xml.ts";
import { titleOf } from "../front-matter.ts";
import type { Setting } from "../leaves/leaf.ts";
import type { Leaf } from "./book-files.ts";
import { bookIdentifier } from "./identifier.ts";

/** The contents as EPUB 2 readers want them (OPF 2.0.1, section 2.4.1); EPUB 3 readers pass it by. */
export function ncxDocument({ work, t, language }: Setting, leaves: Leaf[]): string {
  const lines = leaves.flatMap(({ id, path, contentsLine }) =>
    contentsLine === null ? [] : [{ id, path, text: contentsLine.text }],
  );
  const points = lines.map(({ id, path, text }, index) =>
    element(
      "navPoint",
      { id: `point-${id}`, playOrder: index + 1 },
      element("navLabel", {}, element("text", {}, text)),
      element("content", { src: path }),
    ),
  );
  const meta = (name: string, content: string) => element("meta", { name, content });
  return xmlDocument(
    element(
      "ncx",
      { xmlns: "http://www.daisy.org/z3986/2005/ncx/", version: "2005-1", "xml:lang": language.story },
      element(
        "head",
        {},
        meta("dtb:uid", bookIdentifier(work.url)),
        meta("dtb:depth", "1"),
        meta("dtb:totalPageCount", "0"),
        meta("dtb:maxPageNumber", "0"),
      ),
      element("docTitle", {}, element("text", {}, titleOf(work, t))),
      element("navMap", {}, ...points),
    ),
  );
}
