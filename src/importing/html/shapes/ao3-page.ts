import type { Element } from "hast";
import { visit } from "unist-util-visit";
import { elementsOf, firstElement, hasClass } from "../../document/page-elements.ts";
import type { PageSection, PageShape } from "../../document/page-section.ts";
import { headedSections } from "./headed-sections.ts";

/** A page of AO3 as a browser saves it: `#workskin` with the work, `dl.work.meta` above it. */
export const ao3Page: PageShape = (tree) => {
  const skin = firstElement(tree, ({ properties }) => properties.id === "workskin");
  const chapters = skin && firstElement(skin, ({ properties }) => properties.id === "chapters");
  if (!skin || !chapters) return null;
  const meta = firstElement(tree, (element) => element.tagName === "dl" && hasClass(element, "meta"));
  const title = firstElement(skin, (element) => element.tagName === "h2" && hasClass(element, "title"));
  const byline = firstElement(skin, (element) => hasClass(element, "byline"));
  const stories = storiesIn(chapters);
  const [only, second] = stories;
  return [
    ...(meta ? [{ role: "labels" as const, nodes: [meta] }] : []),
    ...(title ? [{ role: "title" as const, nodes: [title] }] : []),
    ...(byline ? [{ role: "author" as const, nodes: [byline] }] : []),
    ...modulesIn(skin, false),
    {
      role: "story",
      nodes: only && !second ? only.children.filter((node) => !isLandmark(node)) : chapters.children,
    },
    ...modulesIn(skin, true),
  ];
};

function storiesIn(chapters: Element): Element[] {
  const stories: Element[] = [];
  visit(chapters, "element", (element, _index, parent) => {
    const inModule = parent?.type === "element" && hasClass(parent, "module");
    if (element !== chapters && hasClass(element, "userstuff") && !inModule) stories.push(element);
  });
  return stories;
}

/** The summary and notes; those of the end stand below the story. */
function modulesIn(skin: Element, atEnd: boolean): PageSection[] {
  const modules: Element[] = [];
  visit(skin, "element", (element) => {
    const ofEnd = hasClass(element, "end") || element.properties.id === "work_endnotes";
    if (hasClass(element, "module") && ofEnd === atEnd && !hasClass(element, "userstuff"))
      modules.push(element);
  });
  return modules
    .flatMap((module) => headedSections(elementsOf(module)))
    .map((section) => (atEnd ? { ...section, role: "endNotes" } : section));
}

/** `Chapter Text` and `Work Text`, which only screen readers are told. */
function isLandmark(node: Element["children"][number]): boolean {
  return node.type === "element" && hasClass(node, "landmark");
}
