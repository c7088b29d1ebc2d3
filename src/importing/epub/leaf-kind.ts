import type { Root } from "hast";
import { CONTINUE, EXIT, visit } from "unist-util-visit";
import { firstElement, textIn } from "../document/page-elements.ts";
import type { BookContents } from "./contents.ts";
import type { Leaf } from "./leaf.ts";
import { epubTypes } from "./leaf-tree.ts";

/** Names for the leaves that are the book's and not the story's (EPUB 3 Structural Semantics, the guide of OPF 2). */
const beside = new Set(
  "cover titlepage title-page halftitlepage toc landmarks loi lot list-of-illustrations index copyright-page imprint colophon other-credits".split(
    " ",
  ),
);
/** A leaf that says it is one of these is story, whatever it looks like. */
const within = new Set(
  "chapter bodymatter part prologue epilogue preface foreword afterword introduction".split(" "),
);

/**
 * The leaves that hold the story. Cover, title page, table of contents and imprint are left out: the site and the
 * work's own fields say all that. Where nothing would be left, nothing is left out: someone wrote that book's words.
 */
export function leavesOfStory(leaves: Leaf[], contents: BookContents, names: string[]): Leaf[] {
  const story = leaves.filter((leaf, index) => !isBesideStory(leaf, index, contents, names));
  return story.some(({ tree }) => holdsAnything(tree)) ? story : leaves;
}

/** Whether there are words or a picture in it. */
export function holdsAnything(tree: Root): boolean {
  let found = false;
  visit(tree, (node) => {
    if (node.type === "text") found ||= node.value.trim() !== "";
    else if (node.type === "element") found ||= node.tagName === "img";
    return found ? EXIT : CONTINUE;
  });
  return found;
}

function isBesideStory(leaf: Leaf, index: number, contents: BookContents, names: string[]): boolean {
  const said = saidKinds(leaf.tree);
  if (said.some((kind) => beside.has(kind))) return true;
  if (said.some((kind) => within.has(kind))) return false;
  const kind = contents.kinds.get(leaf.path);
  if (kind !== undefined && beside.has(kind)) return true;
  const words = plain(textIn(leaf.tree));
  const hasPicture =
    firstElement(leaf.tree, ({ tagName }) => tagName === "img" || tagName === "image") !== null;
  if (index === 0 && hasPicture && isCoverOnly(words)) return true;
  if (index < 3 && isTitlePage(words, names)) return true;
  return isListOfLinks(leaf.tree, words);
}

/** What the leaf's outermost elements say they are. */
function saidKinds({ children }: Root): string[] {
  return children.flatMap((child) => {
    if (child.type !== "element") return [];
    const only = child.children.filter((each) => each.type === "element");
    return [...epubTypes(child), ...(only.length === 1 && only[0] ? epubTypes(only[0]) : [])];
  });
}

/** A picture is a cover when nothing is written beside it, or that it is one. */
function isCoverOnly(words: string): boolean {
  return /^(?:(?:front )?cover(?: (?:image|page|art))?|couverture|cubierta|titelbild|umschlag)?[.:]?$/iu.test(
    words,
  );
}

function isTitlePage(words: string, names: string[]): boolean {
  if (words === "" || words.length > 300) return false;
  const rest = names.reduce((left, name) => left.replace(plain(name), ""), words);
  return rest.length < words.length && rest.replace(/^\W*by\W*$/iu, "").replace(/\W/gu, "").length <= 2;
}

function isListOfLinks(tree: Root, words: string): boolean {
  let [links, length] = [0, 0];
  visit(tree, "element", ({ tagName, properties, ...link }) => {
    if (tagName !== "a" || typeof properties.href !== "string" || /^[a-z]+:/iu.test(properties.href)) return;
    links++;
    length += plain(textIn({ type: "root", children: link.children })).length;
  });
  return links >= 3 && length > (words.length - headingsIn(tree)) * 0.75;
}

function headingsIn(tree: Root): number {
  let length = 0;
  visit(tree, "element", (element) => {
    if (/^h[1-6]$/u.test(element.tagName)) length += plain(textIn(element)).length;
  });
  return length;
}

function plain(words: string): string {
  return words.replace(/\s+/gu, " ").trim();
}
