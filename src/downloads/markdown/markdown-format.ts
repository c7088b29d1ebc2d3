import type { Format } from "../format.ts";
import { writeMarkdown } from "./write-markdown.ts";

export const markdownFormat: Format = {
  id: "markdown",
  extension: "md",
  // RFC 7763; the variant is named by the fallback reading, CommonMark with GFM's tables.
  mediaType: "text/markdown; charset=utf-8",
  label: "Markdown",
  holdsPictures: false,
  write: writeMarkdown,
};
