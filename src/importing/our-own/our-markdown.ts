import type { Element, Root, RootContent } from "hast";
import { type MarkdownMark, markOfComment } from "../../vocabulary/markdown-marks.ts";
import { elementsOf, textIn } from "../document/page-elements.ts";
import type { PageRole, PageSection } from "../document/page-section.ts";
import { paragraph } from "../document/paragraph.ts";
import { factsInComments, sayingsOfMarks } from "./marked-facts.ts";
import { sayingsOfCredit, sayingsOfFact } from "./our-facts.ts";

const passages: Partial<Record<MarkdownMark, PageRole>> = {
  summary: "summary",
  dedication: "dedication",
  disclaimer: "disclaimer",
  conventions: "conventions",
  notes: "notes",
  "end-notes": "endNotes",
  "chapter-summary": "chapterSummary",
  "chapter-notes": "chapterNotes",
  "chapter-end-notes": "chapterEndNotes",
};

/** The parts of a Markdown download that Pressie itself made, by the marks in it; null for anything else. */
export function ourMarkdown(tree: Root): PageSection[] | null {
  const parts = markedParts(tree);
  if (parts[0]?.mark !== "work" || !parts.some(({ mark }) => mark === "story")) return null;
  return parts.flatMap(({ mark, title, nodes }) => {
    const elements = elementsOf({ type: "root", children: nodes });
    if (mark === "work") return elements.flatMap(workSection);
    if (mark === "facts") return elements.flatMap(elementsOf).flatMap(factSection);
    if (mark === "chapter") return elements.flatMap((heading) => chapterSections(heading, title));
    if (mark === "story") return [{ role: "story", nodes }];
    const role = passages[mark];
    if (role) return [{ role, nodes: withoutHeading(nodes) }];
    return elements.map((element) => ({ role: "labels", says: [], nodes: [element] }));
  });
}

type Part = { mark: MarkdownMark; title: string; nodes: RootContent[] };

function markedParts({ children }: Root): Part[] {
  const parts: Part[] = [];
  for (const node of children) {
    const mark = node.type === "comment" ? markOfComment(node.value) : null;
    if (mark) parts.push({ ...mark, nodes: [] });
    else parts.at(-1)?.nodes.push(node);
  }
  return parts;
}

function workSection(element: Element): PageSection[] {
  if (element.tagName === "h1") return [{ role: "title", nodes: [paragraph(textIn(element))] }];
  const facts = factsInComments(element);
  const words = textIn(element).trim();
  const says = facts.length > 0 ? sayingsOfMarks(facts) : sayingsOfCredit(words);
  return [{ role: "labels", says, nodes: [paragraph(words)] }];
}

/** `**Rating**: Teen`, or a line of thanks. */
function factSection(item: Element): PageSection[] {
  const words = textIn(item).trim();
  const [label] = elementsOf(item).filter(({ tagName }) => tagName === "strong");
  const values = label
    ? words
        .slice(textIn(label).length + 1)
        .trim()
        .split("; ")
    : [];
  const facts = factsInComments(item);
  const unmarked = label ? sayingsOfFact(textIn(label), values) : sayingsOfCredit(words);
  const says = facts.length > 0 ? sayingsOfMarks(facts) : unmarked;
  return words === "" ? [] : [{ role: "labels", says, nodes: [paragraph(words)] }];
}

function chapterSections(heading: Element, title: string): PageSection[] {
  const words = textIn(heading);
  const number = title !== "" && words.endsWith(title) ? words.slice(0, -title.length) : words;
  const begins = { beginsChapter: true as const };
  return [
    ...(number.trim() === ""
      ? []
      : [{ role: "labels" as const, says: [], ...begins, nodes: [paragraph(number)] }]),
    ...(title === ""
      ? []
      : [{ role: "chapterTitle" as const, ...(number.trim() === "" && begins), nodes: [paragraph(title)] }]),
  ];
}

function withoutHeading(nodes: RootContent[]): RootContent[] {
  const heading = nodes.findIndex((node) => node.type === "element");
  return nodes.filter((_, index) => index !== heading);
}
