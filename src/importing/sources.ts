import { readDocx } from "./docx/read-docx.ts";
import { readEpub } from "./epub/read-epub.ts";
import { readHtml } from "./html/read-html.ts";
import type { SourceKind } from "./import-reading.ts";
import { readMarkdown } from "./markdown/read-markdown.ts";
import { readOdt } from "./odt/read-odt.ts";
import { readRtf } from "./rtf/read-rtf.ts";
import type { SourceReader } from "./source-reader.ts";
import { readText } from "./text/read-text.ts";

/** The kinds of file that can be read, each by the reader in its own folder. */
export const sources: Partial<Record<SourceKind, SourceReader>> = {
  text: readText,
  html: readHtml,
  docx: readDocx,
  epub: readEpub,
  markdown: readMarkdown,
  odt: readOdt,
  rtf: readRtf,
};
