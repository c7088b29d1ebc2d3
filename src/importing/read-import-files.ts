import { reportingPart } from "./import-progress.ts";
import type { ImportLexicon, ImportSource } from "./import-reading.ts";
import { joinFiles } from "./join-readings.ts";
import { type ImportedFile, kindOfSource, readImportedFile, refusedFile } from "./read-import.ts";
import { sourcesInZip } from "./zip/sources-in-zip.ts";

/**
 * Reads what was brought in together as one story, a file a chapter; a ZIP stands for the files in it.
 *
 * @param sources at least one
 */
export function readImportedFiles(
  sources: [ImportSource, ...ImportSource[]],
  lexicon: ImportLexicon,
): ImportedFile {
  const [first] = sources;
  const parts = sources.flatMap((source): (ImportSource | ImportedFile)[] => {
    if (kindOfSource(source) !== "zip") return [source];
    const inside = sourcesInZip(source.bytes);
    return typeof inside === "string" ? [refusedFile(source, "zip", inside)] : inside;
  });
  const files = parts.map((part, index): ImportedFile => {
    if ("reading" in part) return part;
    return reportingPart(index, parts.length, () => readImportedFile(part, lexicon));
  });
  const [one, ...others] = files;
  return joinFiles([one ?? refusedFile(first, "unknown", "empty"), ...others]);
}
