import { serialiseStory } from "../../story-text/serialise.ts";
import { applyDecisions } from "../apply-decisions.ts";
import type { Decisions, FindingKind } from "../finding.ts";
import type { ImportLexicon, ImportReading } from "../import-reading.ts";
import { readImport } from "../read-import.ts";
import type { RecognisedFields } from "../recognised-fields.ts";

/** Some abbreviations of out-of-copyright worlds. */
const lexicon: ImportLexicon = {
  abbreviations: [
    { abbreviation: "ACD", kind: "fandom", name: "Sherlock Holmes: the stories" },
    { abbreviation: "Drac", kind: "fandom", name: "Dracula" },
    { abbreviation: "PotO", kind: "fandom", name: "The Phantom of the Opera" },
    { abbreviation: "AiW", kind: "fandom", name: "Alice in Wonderland" },
  ],
};

export function readingOf(
  file: string | Uint8Array,
  pastedAs: "text" | "html" | null = "text",
): ImportReading {
  const bytes = typeof file === "string" ? Buffer.from(file, "utf8") : file;
  return readImport({ bytes, fileName: null, pastedAs }, lexicon);
}

export function storyOf(
  file: string | Uint8Array,
  decisions: Decisions = {},
  pastedAs: "text" | "html" | null = "text",
): string {
  return serialiseStory(applyDecisions(readingOf(file, pastedAs), decisions).story).trim();
}

export function fieldsIn(
  file: string | Uint8Array,
  pastedAs: "text" | "html" | null = "text",
): RecognisedFields {
  return applyDecisions(readingOf(file, pastedAs), {}).fields;
}

/** The findings of a kind, as `state: words`. */
export function found(reading: ImportReading, kind: FindingKind): string[] {
  return reading.findings
    .filter((finding) => finding.kind === kind)
    .map(({ state, was }) => `${state}: ${was}`);
}
