import type { Element, Root, RootContent } from "hast";
import { visit } from "unist-util-visit";
import { hasClass } from "../../story-text/elements.ts";
import { ClassStyles } from "../document/class-styles.ts";
import { firstElement, textIn } from "../document/page-elements.ts";
import type { PageSection } from "../document/page-section.ts";
import { headingLine } from "../marks/heading-lines.ts";
import { sectionsOf } from "./page-sections.ts";

/** What of a saved page is the story, and what else it says. */
export interface PageParts {
  sections: PageSection[];
  /** The page's own title, from its head. */
  title: string | null;
  /** How many menus, forms, scripts and the like were left out. */
  leftOut: number;
}

const furniture = new Set(
  "script style nav form noscript iframe button select textarea svg template object embed".split(" "),
);
const furnitureNames =
  /(?:^|[\s_-])(?:nav|navigation|menu|sidebar|footer|site-?header|breadcrumbs?|comments?|share|social|advert|ads|banner|cookie|pagination|actions|kudos|feedback|skip)(?:$|[\s_-])/iu;

/** Divides a page; a page without a part marked as its story is story from beginning to end. */
export function pageParts(tree: Root): PageParts {
  const styles = stylesOf(tree);
  const leftOut = takeOutFurniture(tree);
  const title = firstElement(tree, isWrittenTitle);
  const known = sectionsOf(tree);
  // The style sheets of a known kind of site are the site's looks; those of another page may be the writer's italics.
  if (!known) styles.applyTo(tree);
  const name = title && textIn(title).trim();
  const sections = known ?? titledStory(storyIn(tree).children, name);
  // Whatever else stands on a page of a known shape is the site's.
  return { sections, title: name, leftOut: known ? leftOut + 1 : leftOut };
}

/** A page whose only `h1` comes first and says what its head calls it has told its title twice. */
function titledStory(nodes: RootContent[], name: string | null): PageSection[] {
  const whole: PageSection[] = [{ role: "story", nodes }];
  const [first, ...rest] = nodes.filter(
    (node) =>
      !(node.type === "element" && node.tagName === "title") &&
      textIn({ type: "root", children: [node] }).trim() !== "",
  );
  if (name === null || first?.type !== "element" || first.tagName !== "h1") return whole;
  const words = textIn(first).trim();
  const isOnly = firstElement({ type: "root", children: rest }, ({ tagName }) => tagName === "h1") === null;
  if (!isOnly || headingLine(words) !== null || !name.includes(words)) return whole;
  return [
    { role: "title", nodes: [first] },
    { role: "story", nodes: nodes.filter((node) => node !== first) },
  ];
}

function stylesOf(tree: Root): ClassStyles {
  const styles = new ClassStyles();
  visit(tree, "element", (node) => {
    if (node.tagName === "style") styles.add(textIn(node));
  });
  return styles;
}

function isWrittenTitle(node: Element): boolean {
  return node.tagName === "title" && textIn(node).trim() !== "";
}

/** Each row of siblings is gone through once: to take them out one by one takes time by their square. */
function takeOutFurniture(parent: Root | Element): number {
  const before = parent.children.length;
  const isKept = (node: RootContent) => node.type !== "element" || !isFurniture(node);
  if (parent.type === "root") parent.children = parent.children.filter(isKept);
  else parent.children = parent.children.filter(isKept);
  let leftOut = before - parent.children.length;
  for (const child of parent.children) if (child.type === "element") leftOut += takeOutFurniture(child);
  return leftOut;
}

function isFurniture(node: Element): boolean {
  if (furniture.has(node.tagName) || node.tagName === "footer") return true;
  // AO3 heads the parts of a download with “Preface” and “Afterword”, which its writer never wrote.
  if (hasClass(node, "toc-heading")) return true;
  if (!/^(?:div|ul|ol|section|aside|p|table|header)$/u.test(node.tagName)) return false;
  const named = [node.properties.id, node.properties.className, node.properties.role].flat().join(" ");
  return furnitureNames.test(named) && textIn(node).length < 2000;
}

/** The element most surely the story's: AO3's work or preface and chapters, eFiction's story, main, article. */
const storyMarks = [
  (node: Element) => node.properties.id === "workskin",
  (node: Element) => node.properties.id === "preface",
  (node: Element) => node.properties.id === "story" || hasClass(node, "storybox"),
  (node: Element) => node.tagName === "article" || hasClass(node, "entry-content"),
  (node: Element) => node.tagName === "main" || node.properties.id === "main",
];

function storyIn(tree: Root): Root {
  const whole = textIn(tree).length;
  for (const [index, isStory] of storyMarks.entries()) {
    const found: Element[] = [];
    gatherOutermost(tree, isStory, found);
    // A download of AO3's has its preface beside its chapters: then all of the page is the work.
    if (index === 1 && found.length > 0) return tree;
    const [only, second] = found;
    if (only && !second && textIn(only).length > whole / 3) return { type: "root", children: only.children };
  }
  return tree;
}

function gatherOutermost(
  parent: Root | Element,
  isWanted: (node: Element) => boolean,
  found: Element[],
): void {
  for (const child of parent.children) {
    if (child.type !== "element") continue;
    if (isWanted(child)) found.push(child);
    else gatherOutermost(child, isWanted, found);
  }
}
