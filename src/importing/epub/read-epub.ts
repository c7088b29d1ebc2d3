import type { Element, Root } from "hast";
import { type Container, openContainer } from "../../plumbing/zip/open-container.ts";
import { StoryTooLarge } from "../../story-text/story-refused.ts";
import { ClassStyles } from "../document/class-styles.ts";
import type { PageSection } from "../document/page-section.ts";
import { readDocument } from "../document/read-document.ts";
import { plainDocument } from "../document/source-document.ts";
import { tieNotes } from "../document/tie-notes.ts";
import { ao3Download } from "../html/shapes/ao3-download.ts";
import { numberNotesOn } from "../our-own/number-notes-on.ts";
import { ourLeaves } from "../our-own/our-leaves.ts";
import type { SourceReader } from "../source-reader.ts";
import { bookNames, metadataSections } from "./book-metadata.ts";
import { bookPath } from "./book-path.ts";
import { BookPictures } from "./book-pictures.ts";
import { type BookContents, bookContents } from "./contents.ts";
import { isLocked } from "./is-locked.ts";
import type { Leaf } from "./leaf.ts";
import { holdsAnything, leavesOfStory } from "./leaf-kind.ts";
import { epubTypes, leafTree } from "./leaf-tree.ts";
import { type BookPackage, bookPackage } from "./package-document.ts";
import { storySections } from "./story-sections.ts";

/** The pages of a 500,000-word novel are about 4 million characters. */
const mostCharacters = 20_000_000;
/** The longest serial on record has under 2000 chapters; each is read on its own. */
const mostLeaves = 2500;

/** Reads an e-book: its story in the order of its spine, and what its metadata says of the work. */
export const readEpub: SourceReader = (source, lexicon) => {
  const container = openContainer(source.bytes);
  if (typeof container === "string") return container;
  if (isLocked(container)) return "locked";
  const book = bookPackage(container);
  if (book === null) return "damaged";
  const pictures = new BookPictures(container);
  const leaves = leavesOf(container, book);
  const ours = ourLeaves(joined(leaves));
  if (ours) numberNotesOn(leaves.map(({ tree }) => tree));
  const notes = ours ? [] : tieNotes(leaves, bookPath, epubTypes);
  const whole = joined(leaves);
  if (!ours) stylesOf(container, book).applyTo(whole);
  for (const { path, tree } of leaves) pictures.keep(tree, path, ours === null);
  const { sections, leftOut } = ours
    ? { sections: ours, leftOut: 0 }
    : sectionsOf(whole, leaves, container, book);
  const document = {
    ...plainDocument(withNotes(sections, notes)),
    leftOut,
    pictures: pictures.kept,
    ...(ours && { settled: true as const }),
  };
  return readDocument(document, lexicon);
};

function joined(leaves: Leaf[]): Root {
  return { type: "root", children: leaves.flatMap(({ tree }) => tree.children) };
}

function stylesOf(container: Container, book: BookPackage): ClassStyles {
  const styles = new ClassStyles();
  for (const { path, mediaType } of book.files)
    if (mediaType === "text/css") styles.add(container.text(path) ?? "");
  return styles;
}

function leavesOf(container: Container, book: BookPackage): Leaf[] {
  const leaves: Leaf[] = [];
  if (book.spine.length > mostLeaves) throw new StoryTooLarge(mostCharacters);
  let characters = 0;
  for (const { path, mediaType } of book.spine) {
    if (!/html|xml/u.test(mediaType) || /svg/u.test(mediaType)) continue;
    const text = container.text(path);
    if (text === null) continue;
    characters += text.length;
    if (characters > mostCharacters) throw new StoryTooLarge(mostCharacters);
    const tree = leafTree(text);
    withoutHead(tree);
    leaves.push({ path, tree });
  }
  return leaves;
}

/** A page's title is the book's again, and its style sheet is none of its words. */
function withoutHead(tree: Root): void {
  tree.children = tree.children.filter(
    (node) => node.type !== "element" || !/^(?:title|meta|link|style|script)$/u.test(node.tagName),
  );
}

function sectionsOf(
  whole: Root,
  leaves: Leaf[],
  container: Container,
  book: BookPackage,
): { sections: PageSection[]; leftOut: number } {
  const ofAo3 = ao3Download(whole);
  if (ofAo3) return { sections: ofAo3, leftOut: 1 };
  const contents: BookContents = bookContents(container, book);
  const names = bookNames(book.metadata);
  const stories = leavesOfStory(leaves, contents, names);
  const filled = stories.filter(({ tree }) => holdsAnything(tree));
  return {
    sections: [...metadataSections(book.metadata), ...storySections(filled, contents)],
    leftOut: leaves.length - stories.length,
  };
}

function withNotes(sections: PageSection[], notes: Element[]): PageSection[] {
  return notes.length === 0 ? sections : [...sections, { role: "story", nodes: notes }];
}
