import type { ImportLexicon, ImportProblem } from "./import-reading.ts";
import type { ReadingDraft } from "./reading-draft.ts";

/** What a source's reader makes of a file: a draft with all its findings, or why there is none. */
export type SourceReading = { draft: ReadingDraft; stop: string | null } | ImportProblem;

/** Reads one kind of source from its decoded text. */
export type SourceReader = (text: string, lexicon: ImportLexicon) => SourceReading;
