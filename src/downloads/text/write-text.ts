import { readStored } from "../../story-text/read-stored.ts";
import { toPlainText } from "../../story-text/to-plain-text.ts";
import type { Translate } from "../../vocabulary/translate.ts";
import { chapterHeading, headingLine } from "../chapter-heading.ts";
import type { DownloadableChapter, DownloadableWork } from "../downloadable-work.ts";
import { type Fact, frontMatter } from "../front-matter.ts";
import { pictureWords } from "../picture-words.ts";
import { wordsOf } from "../sentence.ts";

/** Three blank lines before each part, as hand-made text editions have long set them. */
const betweenParts = "\n\n\n\n";

/**
 * Writes a work as UTF-8 text without a byte order mark: a line for each paragraph, a blank line between
 * them, credits first. Lines are not broken by hand: a broken line cannot be told from the author's own.
 */
export function writeText(work: DownloadableWork, t: Translate, locale: string): Uint8Array {
  const parts = [
    titlePart(work, t, locale),
    ...work.chapters.map((chapter) => chapterPart(work, chapter, t)),
    passage(t("End notes"), work.endNotes, t),
  ];
  return new TextEncoder().encode(`${parts.filter((part) => part !== "").join(betweenParts)}\n`);
}

function titlePart(work: DownloadableWork, t: Translate, locale: string): string {
  const front = frontMatter(work, t, locale);
  const lines = [...(front.byline ? [front.byline] : []), ...front.gifts, ...front.credits];
  return paragraphs([
    [front.title, ...lines.map(wordsOf)].join("\n"),
    front.facts.map((fact) => factLine(fact, t)).join("\n"),
    ...front.passages.map(({ heading, html }) => passage(heading, html, t)),
    front.provenance,
  ]);
}

function factLine({ label, values }: Fact, t: Translate): string {
  return t("{label}: {values}", { label, values: values.map(wordsOf).join("; ") });
}

function chapterPart(work: DownloadableWork, chapter: DownloadableChapter, t: Translate): string {
  return paragraphs([
    headingLine(chapterHeading(work, chapter, t), t),
    passage(t("Summary"), chapter.summary, t),
    passage(t("Notes"), chapter.notes, t),
    textOf(chapter.text, t),
    passage(t("End notes"), chapter.endNotes, t),
  ]);
}

function passage(heading: string, html: string, t: Translate): string {
  return html.trim() === "" ? "" : paragraphs([`${heading}:`, textOf(html, t)]);
}

/** What a text file can hold of emphasis, notes and pictures goes along. */
function textOf(html: string, t: Translate): string {
  return toPlainText(readStored(html), { picture: (alt) => pictureWords(alt, t) });
}

function paragraphs(texts: string[]): string {
  return texts
    .map((text) => text.replace(/^\n+|\s+$/gu, ""))
    .filter((text) => text !== "")
    .join("\n\n");
}
