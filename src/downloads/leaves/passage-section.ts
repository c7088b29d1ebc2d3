import type { Element } from "hast";
import { h } from "hastscript";
import type { Setting } from "./leaf.ts";
import { storyNodes } from "./story-nodes.ts";

/** A text of the author's beside the story. */
export type SectionText = {
  part: string;
  heading: string;
  /** Stored note HTML. */
  html: string;
};

/** How a book's parts are named in an EPUB: https://www.w3.org/TR/epub-ssv-11/ */
const epubTypes: Record<string, string> = {
  summary: "abstract",
  dedication: "dedication",
  disclaimer: "copyright-page",
  conventions: "preamble",
  notes: "foreword",
  "end-notes": "afterword",
};

/**
 * A summary, notes, a dedication … under its heading, or nothing when the text is empty.
 * The heading is in the language of our labels, the text in the author's.
 *
 * @param level 2 on the title leaf, 3 within a chapter
 */
export function passageSection(
  { part, heading, html }: SectionText,
  level: 2 | 3,
  setting: Setting,
): Element[] {
  if (html.trim() === "") return [];
  const { language } = setting;
  return [
    h("section", { className: ["passage", part], epubType: epubTypes[part] }, [
      h(`h${level}`, { lang: language.label, dir: language.labelDirection }, heading),
      h("div", { lang: language.story, dir: language.direction }, storyNodes(html, setting)),
    ]),
  ];
}
