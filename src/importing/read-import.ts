import { StoryTooDeep, StoryTooLarge } from "../story-text/story-refused.ts";
import { decodeText } from "./charset.ts";
import type {
  CharsetReading,
  ImportLexicon,
  ImportProblem,
  ImportReading,
  ImportSource,
} from "./import-reading.ts";
import { recogniseSource } from "./recognise.ts";
import type { SourceReader, SourceReading } from "./source-reader.ts";
import { sources } from "./sources.ts";

/** Control characters other than tabs and the ends of lines: neither XML nor databases can hold them. */
const controls = /(?![\t\n\v\f\r\u0080-\u009f])\p{Cc}/gu;

/**
 * Reads a file once: base blocks that keep its text as it came, and findings that say what was done, what is
 * proposed and what is unsure. Never throws for what a file contains; what cannot be read is a `problem`.
 */
export function readImport(source: ImportSource, lexicon: ImportLexicon): ImportReading {
  const kind = recogniseSource(source);
  const read = sources[kind];
  const problem = source.bytes.length === 0 ? "empty" : kind === "unknown" ? "not-text" : "not-yet-supported";
  if (problem === "empty" || read === undefined) return refused(source, kind, problem);
  const { text, charset } = decodeText(source.bytes, declaredCharset(source, kind));
  const shown = text.replace(controls, "");
  const reading = boundedReading(read, shown, lexicon);
  if (typeof reading === "string") return refused(source, kind, reading);
  const { draft, stop } = reading;
  if (shown.length < text.length) {
    draft.add({ kind: "control-characters", state: "noted", count: text.length - shown.length });
  }
  if (charset.charset !== "utf-8") noteCharset(draft, charset);
  return {
    version: 1,
    source: { kind, fileName: source.fileName, charset },
    problem: null,
    stop,
    blocks: draft.blocks,
    findings: draft.findings,
    recognised: draft.recognised,
  };
}

function boundedReading(read: SourceReader, text: string, lexicon: ImportLexicon): SourceReading {
  try {
    return read(text, lexicon);
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
): ImportReading {
  return {
    version: 1,
    source: { kind, fileName: source.fileName, charset: null },
    problem,
    stop: null,
    blocks: [],
    findings: [],
    recognised: [],
  };
}

function noteCharset(draft: Exclude<SourceReading, ImportProblem>["draft"], charset: CharsetReading): void {
  draft.add({ kind: "charset", state: "noted", becomes: charset.charset, reasons: [charset.because] });
}

/** The charset a page declares within its first kilobyte (HTML standard, prescan). */
function declaredCharset(source: ImportSource, kind: ImportReading["source"]["kind"]): string | null {
  if (kind !== "html" || source.pastedAs !== null) return null;
  const head = new TextDecoder("latin1").decode(source.bytes.subarray(0, 1024));
  return /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,30})/iu.exec(head)?.[1] ?? null;
}
