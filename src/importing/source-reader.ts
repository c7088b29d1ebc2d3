import type { KeptPicture } from "../plumbing/pictures/kept-picture.ts";
import type { CharsetReading, ImportLexicon, ImportProblem, ImportSource } from "./import-reading.ts";
import type { ReadingDraft } from "./reading-draft.ts";

/** What a source's reader makes of a file: a draft with all its findings, or why there is none. */
export type SourceReading =
  | {
      draft: ReadingDraft;
      /** The id of the finding that forbids bringing the story in, or null. */
      stop: string | null;
      /** How bytes became text; null for formats that say so themselves. */
      charset: CharsetReading | null;
      /** Only those of which an `img` is left in the blocks. */
      pictures: KeptPicture[];
    }
  | ImportProblem;

/**
 * Reads one kind of source. For what a file contains it may raise `StoryTooLarge`, `StoryTooDeep`, `UnpacksTooLarge`
 * and `DamagedContainer`, and nothing else.
 */
export type SourceReader = (source: ImportSource, lexicon: ImportLexicon) => SourceReading;
