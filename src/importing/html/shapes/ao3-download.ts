import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";
import { hasClass } from "../../../story-text/elements.ts";
import { chapterTitleSections } from "../../document/chapter-title.ts";
import { elementsOf, firstElement, textIn } from "../../document/page-elements.ts";
import type { PageRole, PageSection, PageShape } from "../../document/page-section.ts";
import { bylineSection } from "./ao3-byline.ts";
import { labelSections } from "./ao3-labels.ts";
import { headedSections } from "./headed-sections.ts";

/**
 * The file AO3 gives to readers: `#preface`, `#chapters`, `#afterword` (otwarchive `downloads/show.html.erb`). Its
 * e-books are the same page, divided by calibre, which repeats these boxes in every part and renames the classes.
 */
export const ao3Download: PageShape = (tree) => {
  const prefaces = boxes(tree, "preface");
  const chapters = boxes(tree, "chapters");
  const lines = prefaces.flatMap(linesOf);
  if (chapters.length === 0 || !lines.some(isLabels)) return null;
  return [
    ...lines.flatMap(prefaceSection),
    ...chapterSections(chapters.flatMap((box) => elementsOf(box))),
    ...endSections(boxes(tree, "afterword")),
  ];
};

function boxes(tree: Root, id: string): Element[] {
  const found: Element[] = [];
  visit(tree, "element", (element) => {
    if (element.properties.id === id) found.push(element);
  });
  return found;
}

/** What stands in a box and in the boxes inside it, in order; quotations, lists and lines stay whole. */
function linesOf(box: Element): Element[] {
  return elementsOf(box).flatMap((element) =>
    element.tagName === "div" && !isLine(element) ? linesOf(element) : [element],
  );
}

function isLine(element: Element): boolean {
  return hasClass(element, "byline") || hasClass(element, "endnote-link") || elementsOf(element).length === 0;
}

function isLabels(element: Element): boolean {
  return element.tagName === "dl";
}

function prefaceSection(element: Element, index: number, all: Element[]): PageSection[] {
  if (isLabels(element)) return labelSections(element);
  if (element.tagName === "h1") return [{ role: "title", nodes: [element] }];
  if (hasClass(element, "byline")) return [bylineSection(element)];
  // AO3 heads the parts of a download with “Preface” and says where it is from; its writer never wrote that.
  if (/^h[2-6]$/u.test(element.tagName) || hasClass(element, "endnote-link") || isMessage(element)) return [];
  // A heading is read together with what stands under it.
  const before = all[index - 1];
  const underHeading = element.tagName === "blockquote" && before?.tagName === "p";
  if (underHeading) return headedSections([before, element]);
  return element.tagName === "p" && all[index + 1]?.tagName === "blockquote" ? [] : headedSections([element]);
}

function isMessage(element: Element): boolean {
  return hasClass(element, "message");
}

/**
 * A work of one chapter has its story directly inside. Of several, each has a box that its heading, summary and
 * notes stand in, a box with its story, and one with its end notes.
 */
function chapterSections(parts: Element[]): PageSection[] {
  return parts.flatMap((part): PageSection[] => {
    if (textIn(part).trim() === "" && !firstElement(part, ({ tagName }) => tagName === "img")) return [];
    if (/^h[1-6]$/u.test(part.tagName))
      return hasClass(part, "toc-heading") ? [] : chapterTitleSections([part]);
    if (isEndNotes(part)) return ofChapter(headedSections(linesOf(part)), "chapterEndNotes");
    const [heading, ...rest] = linesOf(part);
    if (heading && /^h[1-6]$/u.test(heading.tagName) && rest.every(isAboutChapter))
      return [
        ...(hasClass(heading, "toc-heading") ? [] : chapterTitleSections([heading])),
        ...ofChapter(headedSections(rest.filter((element) => !hasClass(element, "endnote-link"))), null),
      ];
    if (hasClass(part, "endnote-link") || hasClass(part, "byline")) return [];
    if (part.tagName !== "div") return [{ role: "story", nodes: [part] }];
    return [{ role: "story", nodes: part.children }];
  });
}

function isEndNotes(part: Element): boolean {
  return /^endnotes\d*$/u.test(String(part.properties.id ?? ""));
}

/** Below the heading of a chapter stand its byline, its summary and its notes, and nothing of its story. */
function isAboutChapter(element: Element, index: number, all: Element[]): boolean {
  if (hasClass(element, "byline") || hasClass(element, "endnote-link")) return true;
  const words = textIn(element).trim();
  if (element.tagName === "p") return /^chapter (?:summary|notes)$/iu.test(words);
  return element.tagName === "blockquote" && all[index - 1]?.tagName === "p";
}

const chapterRoles: Partial<Record<PageRole, PageRole>> = {
  summary: "chapterSummary",
  notes: "chapterNotes",
};

function ofChapter(sections: PageSection[], role: PageRole | null): PageSection[] {
  return sections.map((section) => ({
    ...section,
    role: role ?? chapterRoles[section.role] ?? section.role,
  }));
}

function endSections(afterwords: Element[]): PageSection[] {
  const lines = afterwords
    .flatMap(linesOf)
    .filter((element) => !/^h[2-6]$/u.test(element.tagName) && !isMessage(element));
  return headedSections(lines).map((section) => ({ ...section, role: "endNotes" }));
}
