import type { SourceKind } from "./import-reading.ts";
import { sources } from "./sources.ts";

/** How files of a kind are named, and what people call them. */
const files: { kind: SourceKind; extensions: string[] }[] = [
  { kind: "text", extensions: [".txt"] },
  { kind: "html", extensions: [".html", ".htm"] },
  { kind: "markdown", extensions: [".md", ".markdown"] },
  { kind: "docx", extensions: [".docx"] },
  { kind: "odt", extensions: [".odt"] },
  { kind: "rtf", extensions: [".rtf"] },
  { kind: "epub", extensions: [".epub"] },
  { kind: "pdf", extensions: [".pdf"] },
  { kind: "zip", extensions: [".zip"] },
];

/** A ZIP has no reader: it stands for the files in it. */
const canBeRead = (kind: SourceKind): boolean => kind === "zip" || sources[kind] !== undefined;

/** The extensions of the files that can be read, each kind's commonest first. */
export function acceptedExtensions(): string[][] {
  return files.filter(({ kind }) => canBeRead(kind)).map(({ extensions }) => extensions);
}
