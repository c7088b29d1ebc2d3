import type { Root, RootContent } from "hast";

/** What a part of a saved page is; `labels` is a list of labelled values, read as a header is. */
export type PageRole =
  | "title"
  | "author"
  | "chapterTitle"
  | "chapterSummary"
  | "chapterNotes"
  | "chapterEndNotes"
  | "summary"
  | "notes"
  | "endNotes"
  | "labels"
  | "story";

/** A part of a saved page, with the heading that says what it is. */
export interface PageSection {
  role: PageRole;
  heading?: RootContent;
  /** A chapter begins with this part, whatever its role; the parts after it, up to the next such one, are its own. */
  beginsChapter?: true;
  nodes: RootContent[];
}

/** Reads a page of one kind of site; null when it is no such page. */
export type PageShape = (tree: Root) => PageSection[] | null;
