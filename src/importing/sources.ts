import { docxSource } from "./docx/docx-source.ts";
import { epubSource } from "./epub/epub-source.ts";
import { htmlSource } from "./html/html-source.ts";
import { markdownSource } from "./markdown/markdown-source.ts";
import { odtSource } from "./odt/odt-source.ts";
import { pdfSource } from "./pdf/pdf-source.ts";
import { rtfSource } from "./rtf/rtf-source.ts";
import type { Source } from "./source.ts";
import { textSource } from "./text/text-source.ts";

/** Every kind of file that can be brought in; the first that knows a file for its own reads it. */
export const sources: readonly Source[] = [
  rtfSource,
  pdfSource,
  docxSource,
  epubSource,
  odtSource,
  markdownSource,
  htmlSource,
  textSource,
];

/** The source of a kind; undefined for what none of them reads ("zip", "unknown"). */
export function sourceOf(kind: string): Source | undefined {
  return sources.find((source) => source.kind === kind);
}

/** The extensions of the files that can be read, each kind's commonest first. A ZIP stands for the files in it. */
export function acceptedExtensions(): string[][] {
  return [...sources.map(({ extensions }) => extensions).filter((names) => names.length > 0), [".zip"]];
}
