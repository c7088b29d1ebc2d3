import type { Element } from "hast";
import { h } from "hastscript";
import { navigationPage } from "../epub/navigation-document.ts";
import { type NcxPoint, ncxOf } from "../epub/ncx-document.ts";
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

/** The same for EPUB 2 readers. */
export function boundNcx(setting: Setting, parts: BoundPart[]): string {
  const { work, t, language } = setting;
  const { opening } = ownLeaves(setting);
  const works = parts.flatMap((part): NcxPoint[] => {
    const [title, ...rest] = leavesOf(part);
    if (!title) return [];
    const within = rest.flatMap(({ id, path, line }) =>
      line === null ? [] : [{ id, path, text: line.text, within: [] }],
    );
    return [{ id: title.id, path: title.path, text: part.title, within }];
  });
  const first = { id: opening.id, path: opening.path, text: titleOf(work, t), within: [] };
  return ncxOf(setting, language.label, [first, ...works]);
}
