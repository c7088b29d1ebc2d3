import type { Element, ElementContent, Root } from "hast";
import { visit } from "unist-util-visit";
import { hasClass } from "../../story-text/elements.ts";
import { elementsOf, firstElement, textIn } from "../document/page-elements.ts";
import type { PageRole, PageSection } from "../document/page-section.ts";
import { paragraph } from "../document/paragraph.ts";
import type { NewRecognition } from "../reading-draft.ts";
import { factsIn, sayingsOfMarks } from "./marked-facts.ts";
import { sayingsOfCredit, sayingsOfFact } from "./our-facts.ts";

const passages: Record<string, PageRole> = {
  summary: "summary",
  notes: "notes",
  "end-notes": "endNotes",
  dedication: "dedication",
  disclaimer: "disclaimer",
  conventions: "conventions",
};
const chapterPassages: Record<string, PageRole> = {
  summary: "chapterSummary",
  notes: "chapterNotes",
  "end-notes": "chapterEndNotes",
};

/**
 * The parts of a download that Pressie itself made (src/downloads/leaves): an EPUB's leaves one after the other, or
 * the one page of an HTML file. Null for anything else.
 */
export function ourLeaves(tree: Root): PageSection[] | null {
  const title = firstElement(
    tree,
    (element) => element.tagName === "section" && hasClass(element, "title-leaf"),
  );
  const chapters = all(tree, (element) => element.tagName === "section" && hasClass(element, "chapter"));
  if (!title || !firstElement(title, (element) => hasClass(element, "provenance"))) return null;
  if (chapters.some((chapter) => storyIn(chapter) === null)) return null;
  const end = firstElement(tree, (element) => element.tagName === "section" && hasClass(element, "end-leaf"));
  return [
    ...titleSections(title),
    ...chapters.flatMap((chapter) => chapterSections(chapter, textOfTitle(title))),
    ...(end ? passageSections(end, passages) : []),
  ];
}

function titleSections(leaf: Element): PageSection[] {
  const heading = firstElement(leaf, ({ tagName }) => tagName === "h1");
  const lines = all({ type: "root", children: [leaf] }, (element) =>
    ["byline", "gift", "credit"].some((name) => hasClass(element, name)),
  );
  const facts = all({ type: "root", children: [leaf] }, (element) => hasClass(element, "fact"));
  return [
    ...(heading ? [{ role: "title" as const, nodes: [paragraph(textIn(heading))] }] : []),
    ...lines.map((line) => said(textIn(line), creditSayings(line))),
    ...passageSections(leaf, passages),
    ...facts.flatMap((fact) => {
      const [label = "", ...values] = elementsOf(fact).map((element) => textIn(element).trim());
      return label === "" ? [] : [said(`${label}: ${values.join(", ")}`, factSayings(fact, label, values))];
    }),
  ];
}

function creditSayings(line: Element): NewRecognition[] {
  const facts = factsIn(line);
  return facts.length > 0 ? sayingsOfMarks(facts) : sayingsOfCredit(textIn(line));
}

function factSayings(fact: Element, label: string, values: string[]): NewRecognition[] {
  const facts = factsIn(fact);
  return facts.length > 0 ? sayingsOfMarks(facts) : sayingsOfFact(label, values);
}

function said(words: string, says: NewRecognition[]): PageSection {
  return { role: "labels", says, nodes: [paragraph(words)] };
}

function textOfTitle(leaf: Element): string {
  const heading = firstElement(leaf, ({ tagName }) => tagName === "h1");
  return heading ? textIn(heading) : "";
}

function chapterSections(chapter: Element, workTitle: string): PageSection[] {
  const heading = elementsOf(chapter).find(({ tagName }) => tagName === "h2");
  const story = storyIn(chapter);
  const [title, number] = heading ? titleOf(heading, workTitle) : [null, null];
  return [
    ...(number === null
      ? []
      : [{ role: "labels" as const, says: [], beginsChapter: true as const, nodes: [paragraph(number)] }]),
    ...(title === null ? [] : [{ role: "chapterTitle" as const, nodes: [paragraph(title)] }]),
    ...passageSections(chapter, chapterPassages).filter(({ role }) => role !== "chapterEndNotes"),
    { role: "story", nodes: story ? storyNodes(story) : [] },
    ...passageSections(chapter, chapterPassages).filter(({ role }) => role === "chapterEndNotes"),
  ];
}

/** A story told in one piece has no number, and where it has no title either, the work's stands above it. */
function titleOf(heading: Element, workTitle: string): [title: string | null, number: string | null] {
  const number = elementsOf(heading).find((element) => hasClass(element, "number"));
  const title = elementsOf(heading).find((element) => hasClass(element, "title"));
  if (number) return [title ? textIn(title) : null, textIn(number)];
  const words = textIn(heading);
  return words === workTitle ? [null, words] : [words, null];
}

function passageSections(leaf: Element, roles: Record<string, PageRole>): PageSection[] {
  return elementsOf(leaf).flatMap((section): PageSection[] => {
    const part = Object.keys(roles).find((name) => hasClass(section, "passage") && hasClass(section, name));
    const role = part && roles[part];
    const text = elementsOf(section).find(({ tagName }) => tagName === "div");
    return role && text ? [{ role, nodes: storyNodes(text) }] : [];
  });
}

function storyIn(chapter: Element): Element | null {
  return elementsOf(chapter).find((element) => hasClass(element, "story")) ?? null;
}

/** The story as it was before it was written for e-readers: scene breaks drawn as words become breaks again. */
function storyNodes(box: Element): ElementContent[] {
  visit(box, "element", (node) => {
    if (node.tagName === "div" && hasClass(node, "scene")) {
      node.tagName = "hr";
      node.children = [];
    }
  });
  return box.children;
}

function all(tree: Root, isWanted: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  visit(tree, "element", (element) => {
    if (!isWanted(element)) return;
    found.push(element);
    return "skip";
  });
  return found;
}
