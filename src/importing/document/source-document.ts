import type { KeptPicture } from "../../plumbing/pictures/kept-picture.ts";
import type { PageSection } from "./page-section.ts";

/**
 * What the reader of a document format (a web page, docx, odt, rtf, epub, markdown) hands on: the document in
 * HTML's vocabulary, as untrusted as the file. Deciding what it means is the same for all of them
 * (read-document.ts).
 *
 * Footnotes and endnotes are said in the stored form's own way (docs/story-text.md): `a.noteref` in the text, and
 * an `aside.footnote` for each note, all of them at the end of the last section. A picture that came with the file
 * is an `img` whose `src` is `urls.picture(name)` of one of `pictures`.
 */
export interface SourceDocument {
  sections: PageSection[];
  /** The page's own title, from its head; null when it has none. */
  title: string | null;
  /** How many menus, forms, scripts and the like were left out. */
  leftOut: number;
  pictures: KeptPicture[];
  /** Tracked changes and comments, by the number of their anchor (anchors.ts). */
  remarks: DocumentRemark[];
  /** People named in the document's properties: never stored or shown, only looked for in the text. */
  propertyNames: string[];
  /**
   * The file was written by Pressie, so its sections hold the stored form and what they are is certain: nothing
   * is looked for in them, and what comes out is what once went in.
   */
  settled?: true;
}

/** A change or a comment that somebody made in a word processor and nobody has settled, or another thing at a place. */
export type DocumentRemark =
  | { kind: "insertion" | "deletion"; anchor: number }
  /** The end of a paragraph was put in or taken out; the anchor spans the first words of the paragraph after it. */
  | { kind: "inserted-break" | "deleted-break"; anchor: number }
  /** A run of paragraphs that stand in from the left as quotations do (settle-indents.ts). */
  | { kind: "indent"; anchor: number }
  | { kind: "comment"; anchor: number; words: string };

/** A document with nothing but its words. */
export function plainDocument(sections: PageSection[]): SourceDocument {
  return { sections, title: null, leftOut: 0, pictures: [], remarks: [], propertyNames: [] };
}
