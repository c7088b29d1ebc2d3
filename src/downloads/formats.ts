import { epubFormat } from "./epub/epub-format.ts";
import { epubPartFormat } from "./epub/part-format.ts";
import type { Format } from "./format.ts";
import { htmlFormat } from "./html/html-format.ts";
import { markdownFormat } from "./markdown/markdown-format.ts";
import { textFormat } from "./text/text-format.ts";

/** Every format a work can be carried away in, in the order they are offered. */
export const formats: readonly Format[] = [epubFormat, htmlFormat, textFormat, markdownFormat];

/** What can be made of a work, whether it is offered or goes into a book of several; null when there is no such thing. */
export function findMakeable(id: string): Format | null {
  return [...formats, epubPartFormat].find((format) => format.id === id) ?? null;
}

/** The format with this id (part of an address), or null when there is none. */
export function findFormat(id: string): Format | null {
  return formats.find((format) => format.id === id) ?? null;
}
