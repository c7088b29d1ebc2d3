import type { Element } from "hast";
import { visit } from "unist-util-visit";
import { firstElement, hasClass, textIn } from "../../document/page-elements.ts";
import type { PageSection, PageShape } from "../../document/page-section.ts";

/** A story page of eFiction 3: `#pagetitle` names story and writer by links to their own pages (default skins). */
export const efiction: PageShape = (tree) => {
  const heading = firstElement(tree, ({ properties }) => properties.id === "pagetitle");
  const story = firstElement(
    tree,
    (element) => element.properties.id === "story" || hasClass(element, "story"),
  );
  const title = heading && linkTo(heading, "viewstory.php");
  if (!story || !title) return null;
  const author = linkTo(heading, "viewuser.php");
  return [
    { role: "title", nodes: [title] },
    ...(author ? [{ role: "author" as const, nodes: [author] }] : []),
    ...notesIn(tree, story),
    { role: "story", nodes: story.children },
  ];
};

function linkTo(node: Element, page: string): Element | null {
  return firstElement(
    node,
    ({ tagName, properties }) => tagName === "a" && String(properties.href ?? "").includes(page),
  );
}

/** The notes that stand outside the story, each under its label. */
function notesIn(tree: Parameters<PageShape>[0], story: Element): PageSection[] {
  const sections: PageSection[] = [];
  visit(tree, "element", (element) => {
    if (element === story) return "skip";
    if (!hasClass(element, "noteinfo")) return;
    if (textIn(element).trim() !== "") sections.push({ role: "notes", nodes: element.children });
    return "skip";
  });
  return sections;
}
