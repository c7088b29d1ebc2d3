import type { Root, RootContent } from "hast";
import type { PassageField } from "../edit.ts";
import type { NewRecognition } from "../reading-draft.ts";

/** What a part of a saved page is; `labels` is a list of labelled values, read as a header is. */
export type PageRole = PassageField | "author" | "labels" | "story";

/** A part of a saved page, with the heading that says what it is. */
export interface PageSection {
  role: PageRole;
  heading?: RootContent;
  /** A chapter begins with this part, whatever its role; the parts after it, up to the next such one, are its own. */
  beginsChapter?: true;
  /** What the words of this part are known to say, when the file says it in so many words; they are not read again. */
  says?: NewRecognition[];
  nodes: RootContent[];
}

/** Reads a page of one kind of site; null when it is no such page. */
export type PageShape = (tree: Root) => PageSection[] | null;
