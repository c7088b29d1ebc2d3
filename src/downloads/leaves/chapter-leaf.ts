import type { Element } from "hast";
import { h } from "hastscript";
import { chapterHeading } from "../chapter-heading.ts";
import type { DownloadableChapter } from "../downloadable-work.ts";
import type { Setting } from "./leaf.ts";
import { passageSection } from "./passage-section.ts";
import { storyNodes } from "./story-nodes.ts";

/** A chapter: its heading, the author's words before it, the story, the author's words after it. */
export function chapterLeaf(chapter: DownloadableChapter, setting: Setting): Element {
  const { t, language } = setting;
  return h(
    "section",
    {
      className: ["chapter"],
      epubType: "chapter",
      id: chapterAnchor(chapter),
      lang: language.story,
      dir: language.direction,
    },
    [
      headingElement(chapter, setting),
      ...passageSection({ part: "summary", heading: t("Summary"), html: chapter.summary }, 3, setting),
      ...passageSection({ part: "notes", heading: t("Notes"), html: chapter.notes }, 3, setting),
      h("div", { className: ["story"] }, storyNodes(chapter.text, setting)),
      ...passageSection({ part: "end-notes", heading: t("End notes"), html: chapter.endNotes }, 3, setting),
    ],
  );
}

/** The name of a chapter within a book; positions are unique and outlive a changed title. */
export function chapterAnchor(chapter: DownloadableChapter): string {
  return `chapter-${chapter.position}`;
}

function headingElement(chapter: DownloadableChapter, { work, t, language }: Setting): Element {
  const { number, title } = chapterHeading(work, chapter, t);
  if (number === null) return h("h2", title ?? "");
  const numberSpan = h("span", { className: ["number"], lang: language.label }, number);
  if (title === null) return h("h2", numberSpan);
  return h("h2", [
    numberSpan,
    h("span", { className: ["colon"] }, ": "),
    h("span", { className: ["title"] }, title),
  ]);
}
