import type { Element, RootContent } from "hast";
import { hasClass } from "../../story-text/elements.ts";
import { chapterTitleSections } from "../document/chapter-title.ts";
import { textIn } from "../document/page-elements.ts";
import type { PageSection } from "../document/page-section.ts";
import { paragraph } from "../document/paragraph.ts";
import type { BookContents } from "./contents.ts";
import type { Leaf } from "./leaf.ts";

const boxes = new Set("div section article main body".split(" "));

/**
 * The chapters of a book's leaves: a leaf begins one when it begins with a heading or the contents name it; a leaf
 * that does neither goes on where the one before it stopped, as converters split long chapters. Where the contents
 * name places inside a leaf, a chapter begins at each that is a heading.
 */
export function storySections(leaves: Leaf[], contents: BookContents): PageSection[] {
  return leaves.flatMap((leaf, index): PageSection[] => {
    const titles = contents.titles.get(leaf.path);
    const parts = partsOf(opened(leaf.tree.children), titles);
    const named = titles?.get("");
    return parts.flatMap(({ headings, nodes }, part): PageSection[] => {
      const story: PageSection = { role: "story", nodes };
      if (headings.length > 0) return [...chapterTitleSections(headings), story];
      if (part === 0 && named !== undefined && !isNamedByItself(named))
        return [...chapterTitleSections([paragraph(named)]), story];
      return index > 0 && part === 0 && named !== undefined ? [{ ...story, beginsChapter: true }] : [story];
    });
  });
}

/** Titles that converters make up where they find none. */
function isNamedByItself(title: string): boolean {
  return /^(?:start|text|story|body|main|begin(?:ning)?|section \d+|unknown)$/iu.test(title);
}

type Part = { headings: Element[]; nodes: RootContent[] };

function partsOf(nodes: RootContent[], titles: Map<string, string> | undefined): Part[] {
  const parts: Part[] = [{ headings: [], nodes: [] }];
  const isBlank = ({ headings, nodes: own }: Part) =>
    headings.length === 0 && own.every((node) => node.type !== "element" && textIn(node).trim() === "");
  for (const node of nodes) {
    const last = parts.at(-1);
    if (last === undefined) break;
    const heading = headingIn(node);
    const isFirst = isBlank(last);
    const goesOn = last.headings.length > 0 && last.nodes.every((own) => textIn(own).trim() === "");
    if (heading && isFirst) last.headings.push(heading);
    else if (heading && goesOn && last.headings.length < 2 && isShort(heading)) last.headings.push(heading);
    else if (heading && titles && namesIn(node).some((name) => name !== "" && titles.has(name)))
      parts.push({ headings: [heading], nodes: [] });
    else last.nodes.push(node);
  }
  return parts;
}

/** A heading, or a box that holds nothing else. */
function headingIn(node: RootContent): Element | null {
  if (node.type !== "element") return null;
  if (/^h[1-3]$/u.test(node.tagName)) return textIn(node).trim() === "" ? null : node;
  const inside = node.children.filter((child) => textIn(child).trim() !== "");
  const [only] = inside;
  if (inside.length !== 1 || !only || !/^(?:div|header|section|a)$/u.test(node.tagName)) return null;
  return headingIn(only);
}

function isShort(heading: Element): boolean {
  return textIn(heading).length < 120;
}

function namesIn(node: RootContent): string[] {
  if (node.type !== "element") return [];
  return [String(node.properties.id ?? ""), ...node.children.flatMap((child) => namesIn(child))];
}

/** What lies in boxes that hold everything else of the page. */
function opened(nodes: RootContent[]): RootContent[] {
  const written = nodes.filter((node) =>
    node.type === "element" ? !isEmpty(node) : textIn(node).trim() !== "",
  );
  const [only] = written;
  if (written.length !== 1 || only?.type !== "element" || !boxes.has(only.tagName) || hasClass(only, "scene"))
    return nodes;
  return opened(only.children);
}

function isEmpty(node: Element): boolean {
  return (
    /^(?:title|link|meta|style|script|a|div)$/u.test(node.tagName) &&
    textIn(node).trim() === "" &&
    !hasPicture(node)
  );
}

function hasPicture(node: Element): boolean {
  return (
    node.tagName === "img" || node.children.some((child) => child.type === "element" && hasPicture(child))
  );
}
