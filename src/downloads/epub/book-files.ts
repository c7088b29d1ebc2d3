import type { Element } from "hast";
import { h } from "hastscript";
import { chapterHeading, headingLine } from "../chapter-heading.ts";
import { nameList, namesOf } from "../credits.ts";
import { titleOf } from "../front-matter.ts";
import { chapterAnchor, chapterLeaf } from "../leaves/chapter-leaf.ts";
import { endLeaf } from "../leaves/end-leaf.ts";
import type { Setting } from "../leaves/leaf.ts";
import { titleLeaf } from "../leaves/title-leaf.ts";
import { leafDocument } from "./leaf-document.ts";

/** A page file of the book, in reading order. */
export type Leaf = {
  /** Its id in the manifest. */
  id: string;
  path: string;
  /** Its line in the contents, or null when it has none (the cover). */
  contentsLine: { text: string; language: string } | null;
  /** Where it stands among the landmarks, if it is one. */
  landmark: "cover" | "titlepage" | "bodymatter" | null;
  document: string;
};

/**
 * Every leaf of the book in reading order: cover, title leaf, chapters, closing notes.
 *
 * @param style where the book's style sheet is from its leaves
 */
export function bookFiles(setting: Setting, style?: string): Leaf[] {
  const { work, t, language } = setting;
  const leaf = (parts: LeafParts) => makeLeaf(setting, parts, style);
  const end = endLeaf(setting);
  return [
    leaf({
      id: "cover",
      line: null,
      landmark: "cover",
      heading: t("Cover"),
      body: coverLeaf(setting),
    }),
    leaf({
      id: "title",
      line: { text: t("About this story"), language: language.label },
      landmark: "titlepage",
      heading: titleOf(work, t),
      body: titleLeaf(setting),
    }),
    ...work.chapters.map((chapter, index) => {
      const heading = chapterHeading(work, chapter, t);
      const text = headingLine(heading, t);
      return leaf({
        id: chapterAnchor(chapter),
        line: { text, language: heading.title === null ? language.label : language.story },
        landmark: index === 0 ? "bodymatter" : null,
        heading: text,
        body: chapterLeaf(chapter, setting),
      });
    }),
    ...(end === null
      ? []
      : [
          leaf({
            id: "end-notes",
            line: { text: t("End notes"), language: language.label },
            landmark: null,
            heading: t("End notes"),
            body: end,
          }),
        ]),
  ];
}

/** The cover as a picture, and in words for whoever cannot see it. */
export function coverLeaf({ work, t, locale }: Setting): Element {
  const names = namesOf(work, ["author", "co-author"]);
  const alt =
    names.length > 0
      ? t("Cover: {title}, by {names}", { title: titleOf(work, t), names: nameList(names, locale) })
      : t("Cover: {title}", { title: titleOf(work, t) });
  return h("section", { className: ["cover"], epubType: "cover" }, [
    h("img", { src: "cover.svg", alt, role: "doc-cover" }),
  ]);
}

type LeafParts = {
  id: string;
  line: Leaf["contentsLine"];
  landmark: Leaf["landmark"];
  heading: string;
  body: Element;
};

function makeLeaf(
  { language }: Setting,
  { id, line, landmark, heading, body }: LeafParts,
  style?: string,
): Leaf {
  return {
    id,
    path: `${id}.xhtml`,
    contentsLine: line,
    landmark,
    document: leafDocument(heading, body, language, style),
  };
}
