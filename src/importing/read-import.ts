import type { KeptPicture } from "../plumbing/pictures/kept-picture.ts";
import { DamagedContainer, UnpacksTooLarge } from "../plumbing/zip/container-refused.ts";
import { StoryTooDeep, StoryTooLarge } from "../story-text/story-refused.ts";
import type {
  ImportLexicon,
  ImportProblem,
  ImportReading,
  ImportSource,
  SourceKind,
} from "./import-reading.ts";
import { recogniseSource } from "./recognise.ts";
import { sourceOf } from "./sources.ts";

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
  const kind = kindOfSource(source);
  if (isProblem(kind)) return refusedFile(source, "unknown", kind);
  const own = sourceOf(kind);
  if (source.bytes.length === 0) return refusedFile(source, kind, "empty");
  if (own === undefined) return refusedFile(source, kind, kind === "zip" ? "not-yet-supported" : "not-text");
  const result = bounded(() => own.read(source, lexicon));
  if (typeof result === "string") return refusedFile(source, kind, result);
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

/** What kind of file it is, or why not even that can be told. */
export function kindOfSource(source: ImportSource): SourceKind | BoundProblem {
  return bounded(() => recogniseSource(source));
}

/** The reading alone. */
export function readImport(source: ImportSource, lexicon: ImportLexicon): ImportReading {
  return readImportedFile(source, lexicon).reading;
}

/** What a reader gives, or the problem it ran into. */
function bounded<Result>(read: () => Result): Result | BoundProblem {
  try {
    return read();
  } catch (error) {
    if (error instanceof StoryTooDeep) return "too-deep";
    if (error instanceof StoryTooLarge) return "too-large";
    if (error instanceof UnpacksTooLarge) return "unpacks-too-large";
    if (error instanceof DamagedContainer) return "damaged";
    throw error;
  }
}

type BoundProblem = (typeof boundProblems)[number];
const boundProblems = ["too-deep", "too-large", "unpacks-too-large", "damaged"] as const;

function isProblem(kind: string): kind is BoundProblem {
  return boundProblems.some((problem) => problem === kind);
}

/** A file that cannot be brought in, and why. */
export function refusedFile(
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
