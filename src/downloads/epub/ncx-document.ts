import { element, type Xml, xmlDocument } from "../../plumbing/xml/write-xml.ts";
import { titleOf } from "../front-matter.ts";
import type { Setting } from "../leaves/leaf.ts";
import type { Leaf } from "./book-files.ts";
import { bookIdentifier } from "./identifier.ts";

/** A line of the contents, numbered in the order it is read, and the lines that stand within it. */
export type NcxPoint = { id: string; path: string; text: string; within: NcxPoint[] };

/** The contents of one work as EPUB 2 readers want them; EPUB 3 readers pass it by. */
export function ncxDocument(setting: Setting, leaves: Leaf[]): string {
  const points = leaves.flatMap(({ id, path, contentsLine }) =>
    contentsLine === null ? [] : [{ id, path, text: contentsLine.text, within: [] }],
  );
  return ncxOf(setting, setting.language.story, points);
}

/**
 * Contents of any depth for EPUB 2 readers (OPF 2.0.1, section 2.4.1; NCX 2005-1).
 *
 * @param language what the lines are written in, as a language tag
 */
export function ncxOf({ work, t }: Setting, language: string, points: NcxPoint[]): string {
  let order = 0;
  const drawn = ({ id, path, text, within }: NcxPoint): Xml => {
    order += 1;
    return element(
      "navPoint",
      { id: `point-${id}`, playOrder: order },
      element("navLabel", {}, element("text", {}, text)),
      element("content", { src: path }),
      ...within.map(drawn),
    );
  };
  const meta = (name: string, content: string) => element("meta", { name, content });
  return xmlDocument(
    element(
      "ncx",
      { xmlns: "http://www.daisy.org/z3986/2005/ncx/", version: "2005-1", "xml:lang": language },
      element(
        "head",
        {},
        meta("dtb:uid", bookIdentifier(work.url)),
        meta("dtb:depth", String(depthOf(points))),
        meta("dtb:totalPageCount", "0"),
        meta("dtb:maxPageNumber", "0"),
      ),
      element("docTitle", {}, element("text", {}, titleOf(work, t))),
      element("navMap", {}, ...points.map(drawn)),
    ),
  );
}

function depthOf(points: NcxPoint[]): number {
  return 1 + Math.max(0, ...points.map(({ within }) => (within.length === 0 ? 0 : depthOf(within))));
}
