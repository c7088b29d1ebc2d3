import { decodeText } from "./charset.ts";
import type { CharsetReading, ImportSource } from "./import-reading.ts";
import type { NewFinding } from "./reading-draft.ts";

/** Control characters other than tabs and the ends of lines: neither XML nor databases can hold them. */
const controls = /(?![\t\n\v\f\r\u0080-\u009f])\p{Cc}/gu;

/** A file that is text: its words, how they were read, and what is to be said about that. */
export interface DecodedSource {
  text: string;
  charset: CharsetReading;
  /** Findings for the draft that is made of the text. */
  findings: NewFinding[];
}

/**
 * Turns a file of text into characters that can be stored.
 *
 * @param declared the charset the file says it is in, or null
 */
export function decodeSource(source: ImportSource, declared: string | null): DecodedSource {
  const { text, charset } = decodeText(source.bytes, declared);
  const shown = text.replace(controls, "");
  const findings: NewFinding[] = [];
  if (shown.length < text.length)
    findings.push({ kind: "control-characters", state: "noted", count: text.length - shown.length });
  if (charset.charset !== "utf-8")
    findings.push({
      kind: "charset",
      state: "noted",
      becomes: charset.charset,
      reasons: [charset.because],
    });
  return { text: shown, charset, findings };
}
