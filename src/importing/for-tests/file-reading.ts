import { serialiseStory } from "../../story-text/serialise.ts";
import { applyDecisions } from "../apply-decisions.ts";
import type { ImportReading } from "../import-reading.ts";
import { type ImportedFile, readImportedFile } from "../read-import.ts";

const nothingKnown = { abbreviations: [] };

/** Reads a file as somebody who gives it would see it first. */
export function fileRead(file: string | Uint8Array, fileName: string | null): ImportedFile {
  const bytes = typeof file === "string" ? Buffer.from(file, "utf8") : file;
  return readImportedFile({ bytes, fileName, pastedAs: null }, nothingKnown);
}

/** The stories of a file's chapters. */
export function chaptersIn(reading: ImportReading): string[] {
  return applyDecisions(reading, {}).chapters.map(({ story }) => serialiseStory(story).trim());
}

/** A file's story as one. */
export function storyIn(reading: ImportReading): string {
  return serialiseStory(applyDecisions(reading, {}).story).trim();
}
