import type { LeftOut } from "../document/left-out.ts";
import type { Notes } from "./notes.ts";
import type { Numbering } from "./numbering.ts";
import type { Pictures } from "./pictures.ts";
import type { RemarkTrail } from "./remark-trail.ts";
import type { StyleSheet } from "./styles.ts";
import type { Tongues } from "./tongues.ts";
import type { Voices } from "./voices.ts";
import type { WordPackage } from "./word-package.ts";

/** All that is needed to read one part of a document (its body, its notes). */
export interface WordContext {
  word: WordPackage;
  /** The part's name, in which its ids are looked up. */
  part: string;
  styles: StyleSheet;
  numbering: Numbering;
  notes: Notes;
  /** The words of comments, by id. */
  comments: ReadonlyMap<string, string>;
  pictures: Pictures;
  trail: RemarkTrail;
  voices: Voices;
  tongues: Tongues;
  leftOut: LeftOut;
}
