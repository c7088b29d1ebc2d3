import type { Element, RootContent } from "hast";
import { h } from "hastscript";
import { readStored } from "../../story-text/read-stored.ts";
import { toMarkdown } from "../../story-text/to-markdown.ts";
import type { Translate } from "../../vocabulary/translate.ts";
import { chapterHeading, headingLine } from "../chapter-heading.ts";
import type { DownloadableChapter, DownloadableWork } from "../downloadable-work.ts";
import { type Fact, frontMatter } from "../front-matter.ts";
import { linkedSentence } from "../leaves/linked-sentence.ts";
import { withNotesNumberedOn } from "../notes-numbered-on.ts";

/**
 * Writes a work as CommonMark, with no metadata block: credits and tags are a list any viewer shows. The
 * whole is one tree written once, so that names and titles are escaped by the same rules as the story.
 */
export function writeMarkdown(given: DownloadableWork, t: Translate, locale: string): Uint8Array {
  const work = withNotesNumberedOn(given);
  const children = [
    ...titlePart(work, t, locale),
    ...work.chapters.flatMap((chapter) => chapterPart(work, chapter, t)),
    ...passage(2, t("End notes"), work.endNotes),
  ];
  return new TextEncoder().encode(`${toMarkdown({ type: "root", children }).trimEnd()}\n`);
}

function titlePart(work: DownloadableWork, t: Translate, locale: string): RootContent[] {
  const front = frontMatter(work, t, locale);
  const credits = [...front.gifts, ...front.credits];
  return [
    h("h1", front.title),
    ...(front.byline === null ? [] : [h("p", front.byline)]),
    h("ul", [...credits.map((line) => h("li", line)), ...front.facts.map(factItem)]),
    ...front.passages.flatMap(({ heading, html }) => passage(2, heading, html)),
    h("p", linkedSentence(front.provenance, work.url)),
  ];
}

function factItem({ label, values }: Fact): Element {
  return h("li", [h("strong", label), `: ${values.join("; ")}`]);
}

function chapterPart(work: DownloadableWork, chapter: DownloadableChapter, t: Translate): RootContent[] {
  return [
    h("h2", headingLine(chapterHeading(work, chapter, t), t)),
    ...passage(3, t("Summary"), chapter.summary),
    ...passage(3, t("Notes"), chapter.notes),
    ...readStored(chapter.text).children,
    ...passage(3, t("End notes"), chapter.endNotes),
  ];
}

function passage(level: 2 | 3, heading: string, html: string): RootContent[] {
  return html.trim() === "" ? [] : [h(`h${level}`, heading), ...readStored(html).children];
}
