import type { Element } from "hast";
import { visit } from "unist-util-visit";
import { hasClass } from "../../../story-text/elements.ts";
import { chapterTitleSections } from "../../document/chapter-title.ts";
import { elementsOf, firstElement } from "../../document/page-elements.ts";
import type { PageRole, PageSection, PageShape } from "../../document/page-section.ts";
import { bylineSection } from "./ao3-byline.ts";
import { labelSections } from "./ao3-labels.ts";
import { headedSections } from "./headed-sections.ts";

/** A page of AO3 as a browser saves it: `#workskin` with the work, `dl.work.meta` above it. */
export const ao3Page: PageShape = (tree) => {
  const skin = firstElement(tree, ({ properties }) => properties.id === "workskin");
  const chapters = skin && firstElement(skin, ({ properties }) => properties.id === "chapters");
  if (!skin || !chapters) return null;
  const meta = firstElement(tree, (element) => element.tagName === "dl" && hasClass(element, "meta"));
  const title = firstElement(skin, (element) => element.tagName === "h2" && hasClass(element, "title"));
  const byline = firstElement(skin, (element) => hasClass(element, "byline"));
  return [
    ...(meta ? labelSections(meta) : []),
    ...(title ? [{ role: "title" as const, nodes: [title] }] : []),
    ...(byline ? [bylineSection(byline)] : []),
    ...modulesIn(skin, chapters, false),
    ...chapterSections(chapters),
    ...modulesIn(skin, chapters, true),
  ];
};

/** A page of one chapter has its story directly inside; an entire work has a box for each of its chapters. */
function chapterSections(chapters: Element): PageSection[] {
  const boxes = elementsOf(chapters).filter((element) => isChapter(element));
  if (boxes.length > 0) return boxes.flatMap(chapterSection);
  const [only, second] = storiesIn(chapters);
  const nodes = only && !second ? only.children : chapters.children;
  return [{ role: "story", nodes: nodes.filter((node) => !isLandmark(node)) }];
}

function isChapter(element: Element): boolean {
  return hasClass(element, "chapter") && !hasClass(element, "preface") && storiesIn(element).length === 1;
}

function chapterSection(box: Element): PageSection[] {
  const heading = firstElement(
    box,
    (element) => hasClass(element, "title") && /^h[2-4]$/u.test(element.tagName),
  );
  const [story] = storiesIn(box);
  const roles: Partial<Record<PageRole, PageRole>> = { summary: "chapterSummary", notes: "chapterNotes" };
  const ofChapter = (sections: PageSection[]) =>
    sections.map((section) => ({ ...section, role: roles[section.role] ?? section.role }));
  const title = heading ? chapterTitleSections([heading]) : [];
  return [
    ...title,
    ...ofChapter(modulesIn(box, null, false)),
    {
      role: "story",
      ...(title.length === 0 && { beginsChapter: true as const }),
      nodes: story ? story.children.filter((node) => !isLandmark(node)) : [],
    },
    ...modulesIn(box, null, true).map((section) => ({ ...section, role: "chapterEndNotes" as const })),
  ];
}

function storiesIn(chapters: Element): Element[] {
  const stories: Element[] = [];
  visit(chapters, "element", (element) => {
    if (element !== chapters && hasClass(element, "module") && !hasClass(element, "userstuff")) return "skip";
    if (element === chapters || !hasClass(element, "userstuff")) return;
    stories.push(element);
    return "skip";
  });
  return stories;
}

/** The summary and notes; those of the end stand below the story. */
function modulesIn(skin: Element, besides: Element | null, atEnd: boolean): PageSection[] {
  const modules: Element[] = [];
  visit(skin, "element", (element) => {
    if (element === besides) return "skip";
    const ofEnd = hasClass(element, "end") || element.properties.id === "work_endnotes";
    if (hasClass(element, "module") && ofEnd === atEnd && !hasClass(element, "userstuff"))
      modules.push(element);
  });
  return modules
    .flatMap((module) => headedSections(elementsOf(module).filter((element) => !hasClass(element, "jump"))))
    .map((section) => (atEnd ? { ...section, role: "endNotes" } : section));
}

/** `Chapter Text` and `Work Text`, which only screen readers are told. */
function isLandmark(node: Element["children"][number]): boolean {
  return node.type === "element" && hasClass(node, "landmark");
}
