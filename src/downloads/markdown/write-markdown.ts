import type { Comment, Element, RootContent } from "hast";
import { h } from "hastscript";
import { readStored } from "../../story-text/read-stored.ts";
import { toMarkdown } from "../../story-text/to-markdown.ts";
import { commentOfFacts, commentOfMark, type MarkdownMark } from "../../vocabulary/markdown-marks.ts";
import type { Translate } from "../../vocabulary/translate.ts";
import { chapterHeading, headingLine } from "../chapter-heading.ts";
import type { DownloadableChapter, DownloadableWork } from "../downloadable-work.ts";
import { type Fact, frontMatter } from "../front-matter.ts";
import { linkedSentence } from "../leaves/linked-sentence.ts";
import { withNotesNumberedOn } from "../notes-numbered-on.ts";
import { plainLine } from "../plain-line.ts";
import { marksIn, type Sentence, wordsOf } from "../sentence.ts";

/**
 * Writes a work as CommonMark, with no metadata block: credits and tags are a list any viewer shows. Marks that no
 * viewer shows (markdown-marks.ts) say what is whose, so that the file can be brought in again. The
 * whole is one tree written once, so that names and titles are escaped by the same rules as the story.
 */
export function writeMarkdown(given: DownloadableWork, t: Translate, locale: string): Uint8Array {
  const work = withNotesNumberedOn(given);
  const children = [
    ...titlePart(work, t, locale),
    ...work.chapters.flatMap((chapter) => chapterPart(work, chapter, t)),
    ...passage("end-notes", 2, t("End notes"), work.endNotes),
  ];
  return new TextEncoder().encode(toMarkdown({ type: "root", children }).replace(/\n*$/u, "\n"));
}

function titlePart(work: DownloadableWork, t: Translate, locale: string): RootContent[] {
  const front = frontMatter(work, t, locale);
  return [
    marked("work"),
    h("h1", front.title),
    ...(front.byline === null ? [] : [h("p", markedLine(front.byline))]),
    marked("facts"),
    h("ul", [
      ...[...front.gifts, ...front.credits].map((line) => h("li", markedLine(line))),
      ...front.facts.map(factItem),
    ]),
    ...front.passages.flatMap(({ part, heading, html }) => passage(part, 2, heading, html)),
    marked("provenance"),
    h("p", linkedSentence(front.provenance, work.url)),
  ];
}

function factItem({ label, values }: Fact): Element {
  const words: Sentence = values.flatMap((value, index) => (index === 0 ? value : ["; ", ...value]));
  return h("li", [h("strong", label), ": ", ...markedLine(words)]);
}

/** A sentence, and after it the comment that says which names and values are in it. */
function markedLine(sentence: Sentence): (string | Element | Comment)[] {
  const marks = marksIn(sentence);
  const address = marks.find(({ fact }) => fact === "related-at")?.words ?? "";
  const comment: Comment = { type: "comment", value: commentOfFacts(marks) };
  return marks.length === 0
    ? [wordsOf(sentence)]
    : [...linkedSentence(`${wordsOf(sentence)} `, address), comment];
}

function chapterPart(work: DownloadableWork, chapter: DownloadableChapter, t: Translate): RootContent[] {
  return [
    marked("chapter", plainLine(chapter.title)),
    h("h2", headingLine(chapterHeading(work, chapter, t), t)),
    ...passage("chapter-summary", 3, t("Summary"), chapter.summary),
    ...passage("chapter-notes", 3, t("Notes"), chapter.notes),
    marked("story"),
    ...readStored(chapter.text).children,
    ...passage("chapter-end-notes", 3, t("End notes"), chapter.endNotes),
  ];
}

function passage(mark: MarkdownMark, level: 2 | 3, heading: string, html: string): RootContent[] {
  return html.trim() === "" ? [] : [marked(mark), h(`h${level}`, heading), ...readStored(html).children];
}

function marked(mark: MarkdownMark, title = ""): Comment {
  return { type: "comment", value: commentOfMark(mark, title) };
}
