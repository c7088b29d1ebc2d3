import type { Element } from "hast";
import { elementsOf, firstElement, hasClass, textIn } from "../../document/page-elements.ts";
import type { PageSection, PageShape } from "../../document/page-section.ts";
import { headedSections } from "./headed-sections.ts";

/** The HTML file AO3 gives to readers: `#preface`, `#chapters`, `#afterword` (otwarchive `downloads/show.html.erb`). */
export const ao3Download: PageShape = (tree) => {
  const preface = firstElement(tree, ({ properties }) => properties.id === "preface");
  const chapters = firstElement(tree, ({ properties }) => properties.id === "chapters");
  const meta = preface && firstElement(preface, (element) => hasClass(element, "meta"));
  if (!meta || !chapters) return null;
  const afterword = firstElement(tree, ({ properties }) => properties.id === "afterword");
  const endNotes = afterword && firstElement(afterword, (element) => hasClass(element, "meta"));
  return [
    ...elementsOf(meta).flatMap((element, index, all) => prefaceSection(element, index, all)),
    ...chapterSections(chapters),
    ...(endNotes ? endSections(endNotes) : []),
  ];
};

function prefaceSection(element: Element, index: number, all: Element[]): PageSection[] {
  if (element.tagName === "dl") return [{ role: "labels", nodes: [element] }];
  if (element.tagName === "h1") return [{ role: "title", nodes: [element] }];
  if (hasClass(element, "byline")) return [{ role: "author", nodes: [element] }];
  if (hasClass(element, "endnote-link")) return [];
  // A heading is read together with what stands under it.
  const before = all[index - 1];
  const underHeading = element.tagName === "blockquote" && before?.tagName === "p";
  if (underHeading) return headedSections([before, element]);
  return element.tagName === "p" && all[index + 1]?.tagName === "blockquote" ? [] : headedSections([element]);
}

/** A work of one chapter has its story directly inside; of several, each keeps its heading and notes in place. */
function chapterSections(chapters: Element): PageSection[] {
  const inside = elementsOf(chapters);
  const stories = inside.filter((element) => hasClass(element, "userstuff"));
  const [only, second] = stories;
  if (!only || second || textIn(only).length < textIn(chapters).length / 2)
    return [{ role: "story", nodes: chapters.children }];
  return [{ role: "story", nodes: only.children }];
}

function endSections(meta: Element): PageSection[] {
  const notes = firstElement(meta, ({ properties }) => properties.id === "endnotes");
  const others = elementsOf(meta).filter((element) => element !== notes);
  const sections = headedSections([...(notes ? elementsOf(notes) : []), ...others]);
  return sections.map((section) => ({ ...section, role: "endNotes" }));
}
