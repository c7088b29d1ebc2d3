import type { Element } from "hast";
import { h } from "hastscript";
import { nameList } from "../credits.ts";
import type { Setting } from "../leaves/leaf.ts";
import { linkedSentence } from "../leaves/linked-sentence.ts";
import { storyNodes } from "../leaves/story-nodes.ts";
import { plainLine } from "../plain-line.ts";
import type { BoundBook, BoundPart } from "./bound-book.ts";
import { titleAddress } from "./part-leaves.ts";

/** The leaf before all works: what the book is, and each work in it with what its keeper says of it. */
export function openingLeaf(setting: Setting, book: BoundBook, parts: BoundPart[]): Element {
  const { t, locale, language } = setting;
  return h(
    "section",
    { className: ["title-leaf"], epubType: "titlepage", lang: language.label, dir: language.labelDirection },
    [
      h("header", { className: ["frame"] }, [
        h("h1", { dir: "auto" }, plainLine(book.title) || t("Untitled")),
        ...(book.keeper === null
          ? []
          : [h("p", { className: ["byline"] }, t("kept by {name}", { name: book.keeper }))]),
      ]),
      ...(book.text.trim() === "" ? [] : [h("div", storyNodes(book.text, setting))]),
      ...parts.flatMap((part) => [
        h(
          "h2",
          h("a", { href: titleAddress(part) ?? part.url, lang: part.language, dir: "auto" }, part.title),
        ),
        ...(part.authors.length === 0
          ? []
          : [h("p", t("by {names}", { names: nameList(part.authors, locale) }))]),
        ...(part.note.trim() === "" ? [] : [h("div", storyNodes(part.note, setting))]),
        ...(part.part === null
          ? [h("p", t("There was no room for it in this book. It can be read in the archive."))]
          : []),
      ]),
      h(
        "p",
        { className: ["provenance"] },
        linkedSentence(
          t("This book was put together at {archive}, {url}. Each story says how old its text is.", {
            archive: book.archiveName,
            url: book.url,
          }),
          book.url,
        ),
      ),
    ],
  );
}
