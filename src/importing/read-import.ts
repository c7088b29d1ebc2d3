import { StoryTooDeep, StoryTooLarge } from "../story-text/story-refused.ts";
import type { ImportLexicon, ImportProblem, ImportReading, ImportSource } from "./import-reading.ts";
import type { KeptPicture } from "./kept-picture.ts";
import { recogniseSource } from "./recognise.ts";
import type { SourceReader, SourceReading } from "./source-reader.ts";
import { sources } from "./sources.ts";

/** A reading, and the pictures its blocks show, which are kept beside it. */
export interface ImportedFile {
  reading: ImportReading;
  pictures: KeptPicture[];
}

/**
 * Reads a file once: base blocks that keep its text as it came, and findings that say what was done, what is
 * proposed and what is unsure. Never throws for what a file contains; what cannot be read is a `problem`.
 */
export function readImportedFile(source: ImportSource, lexicon: ImportLexicon): ImportedFile {
  const kind = recogniseSource(source);
  const read = sources[kind];
  const problem = source.bytes.length === 0 ? "empty" : kind === "unknown" ? "not-text" : "not-yet-supported";
  if (problem === "empty" || read === undefined) return refused(source, kind, problem);
  const result = boundedReading(read, source, lexicon);
  if (typeof result === "string") return refused(source, kind, result);
  const { draft, stop, charset, pictures } = result;
  const reading: ImportReading = {
    version: 1,
    source: { kind, fileName: source.fileName, charset },
    problem: null,
    stop,
    blocks: draft.blocks,
    findings: draft.findings,
    recognised: draft.recognised,
  };
  return { reading, pictures };
}

/** The reading alone. */
export function readImport(source: ImportSource, lexicon: ImportLexicon): ImportReading {
  return readImportedFile(source, lexicon).reading;
}

function boundedReading(read: SourceReader, source: ImportSource, lexicon: ImportLexicon): SourceReading {
  try {
    return read(source, lexicon);
  } catch (error) {
    if (error instanceof StoryTooDeep) return "too-deep";
    if (error instanceof StoryTooLarge) return "too-large";
    throw error;
  }
}

function refused(
  source: ImportSource,
  kind: ImportReading["source"]["kind"],
  problem: ImportProblem,
): ImportedFile {
  const reading: ImportReading = {
    version: 1,
    source: { kind, fileName: source.fileName, charset: null },
    problem,
    stop: null,
    blocks: [],
    findings: [],
    recognised: [],
  };
  return { reading, pictures: [] };
}
