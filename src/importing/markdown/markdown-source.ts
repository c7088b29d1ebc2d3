import type { Source } from "../source.ts";
import { readMarkdown } from "./read-markdown.ts";

/** Markdown, which only its name tells from plain text. */
export const markdownSource: Source = {
  kind: "markdown",
  extensions: [".md", ".markdown"],
  name: "a Markdown text",
  isOwn: ({ isBinary, fileName }) => !isBinary && /\.(?:md|markdown)$/i.test(fileName),
  read: readMarkdown,
};
