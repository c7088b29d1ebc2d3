import type { RootContent } from "hast";
import { chapterLine } from "../header/chapter-line.ts";
import { textIn } from "./page-elements.ts";
import type { PageSection } from "./page-section.ts";
import { paragraph } from "./paragraph.ts";

/**
 * The parts that a chapter's heading is, the first of which begins the chapter: `Chapter 2: Salt` is a number, which
 * says nothing that its place does not say, and a title. AO3 also writes `2. Salt`.
 */
export function chapterTitleSections(headings: RootContent[]): PageSection[] {
  const lines = headings.map((heading) => textIn(heading).replace(/\s+/gu, " ").trim());
  const words = lines.filter((line) => line !== "").join(": ");
  const chapter = chapterLine(words);
  const numbered = /^(\d{1,4})\.\s+(?=\S)/u.exec(words);
  const title = chapter ? chapter.title : numbered ? { from: numbered[0].length, to: words.length } : null;
  const number = chapter?.number ?? (numbered ? Number(numbered[1]) : null);
  if (words === "") return [];
  if (number === null)
    return [
      {
        role: "chapterTitle",
        beginsChapter: true,
        nodes: lines.length === 1 ? headings : [paragraph(words)],
      },
    ];
  const counted = words.slice(0, title?.from ?? words.length).trim();
  return [
    {
      role: "labels",
      beginsChapter: true,
      says: [{ field: "chapterNumber", number }],
      nodes: [paragraph(counted)],
    },
    ...(title
      ? [{ role: "chapterTitle" as const, nodes: [paragraph(words.slice(title.from, title.to))] }]
      : []),
  ];
}
