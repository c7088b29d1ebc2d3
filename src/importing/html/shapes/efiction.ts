import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";
import { hasClass } from "../../../story-text/elements.ts";
import { chapterTitleSections } from "../../document/chapter-title.ts";
import { firstElement, textIn } from "../../document/page-elements.ts";
import type { PageRole, PageSection, PageShape } from "../../document/page-section.ts";
import { paragraph } from "../../document/paragraph.ts";
import { infoSections } from "./efiction-info.ts";

/**
 * A story page of eFiction 3: `#pagetitle` names story and writer by links to their own pages (default skins). The page
 * for printing holds all chapters, each under its title (default_tpls/printstory.tpl).
 */
export const efiction: PageShape = (tree) => {
  const heading = firstElement(tree, ({ properties }) => properties.id === "pagetitle");
  const title = heading && linkTo(heading, "viewstory.php");
  if (!title) return null;
  const author = linkTo(heading, "viewuser.php");
  const story = storySections(tree) ?? chapterSections(tree, author ? textIn(author) : "");
  if (story === null) return null;
  return [
    { role: "title", nodes: [title] },
    ...(author ? [{ role: "author" as const, nodes: [author] }] : []),
    ...infoSections(tree),
    ...story,
  ];
};

function linkTo(node: Element, page: string): Element | null {
  return firstElement(
    node,
    ({ tagName, properties }) => tagName === "a" && String(properties.href ?? "").includes(page),
  );
}

/** The page of one chapter; its notes are the work's, for nothing on it says which chapter it is. */
function storySections(tree: Root): PageSection[] | null {
  const story = firstElement(
    tree,
    (element) => element.properties.id === "story" || hasClass(element, "story"),
  );
  if (!story) return null;
  const notes: PageSection[] = [];
  visit(tree, "element", (element) => {
    if (element === story) return "skip";
    if (!hasClass(element, "noteinfo")) return;
    if (textIn(element).trim() !== "") notes.push({ role: "notes", nodes: element.children });
    return "skip";
  });
  return [...notes, { role: "story", nodes: story.children }];
}

/** The page for printing: notes before the first chapter are the work's, the others their chapter's. */
function chapterSections(tree: Root, author: string): PageSection[] | null {
  const sections: PageSection[] = [];
  let notesHere: PageRole = "notes";
  visit(tree, "element", (element) => {
    if (hasClass(element, "chaptertitle")) {
      sections.push(...chapterTitleSections([paragraph(chapterTitle(element, author))]));
      notesHere = "chapterNotes";
    } else if (hasClass(element, "chapter")) {
      sections.push({ role: "story", nodes: element.children });
      notesHere = "chapterEndNotes";
    } else if (hasClass(element, "noteinfo")) {
      if (textIn(element).trim() !== "") sections.push({ role: notesHere, nodes: element.children });
    } else return;
    return "skip";
  });
  return sections.some(({ role }) => role === "story") ? sections : null;
}

/** `The Quay by wren_h`: the page says the writer again above each chapter. */
function chapterTitle(heading: Element, author: string): string {
  const own = linkTo(heading, "viewuser.php");
  const by = ` by ${own ? textIn(own) : author}`.replace(/\s+/gu, " ").trimEnd();
  const words = textIn(heading).replace(/\s+/gu, " ").trim();
  return words.endsWith(by) ? words.slice(0, -by.length) : words;
}
