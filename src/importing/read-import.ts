import { decodeText } from "./charset.ts";
import type { ImportLexicon, ImportProblem, ImportReading, ImportSource } from "./import-reading.ts";
import { ReadingDraft } from "./reading-draft.ts";
import { recogniseSource } from "./recognise.ts";
import { linesOf } from "./text/lines.ts";
import { readText } from "./text/read-text.ts";

/**
 * Reads a file once: base blocks that keep its text as it came, and findings that say what was done, what is
 * proposed and what is unsure. Never throws for what a file contains; what cannot be read is a `problem`.
 */
export function readImport(source: ImportSource, lexicon: ImportLexicon): ImportReading {
  const kind = recogniseSource(source);
  const empty: ImportReading = {
    version: 1,
    source: { kind, fileName: source.fileName, charset: null },
    problem: null,
    stop: null,
    blocks: [],
    findings: [],
    recognised: [],
  };
  const refused = (problem: ImportProblem): ImportReading => ({ ...empty, problem });
  if (source.bytes.length === 0) return refused("empty");
  if (kind === "unknown") return refused("not-text");
  if (kind !== "text" && kind !== "html") return refused("not-yet-supported");
  const { text, charset } = decodeText(source.bytes, null);
  const blocks = linesOf(text.replaceAll("\0", ""));
  if (blocks === null) return refused("too-large");
  if (blocks.length === 0) return refused("empty");
  const draft = new ReadingDraft(blocks);
  const { stop } = readText(draft, lexicon);
  return {
    ...empty,
    source: { ...empty.source, charset },
    stop,
    blocks,
    findings: draft.findings,
    recognised: draft.recognised,
  };
}
