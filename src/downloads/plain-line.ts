import { xmlCharacters } from "../plumbing/xml/write-xml.ts";

/**
 * A title, name or tag as it can stand on a line: without control characters and line ends. What is empty
 * after that was never more than that.
 */
export function plainLine(text: string): string {
  return xmlCharacters(text).replace(/\s+/gu, " ").trim();
}

/** The same for a list; empty ones are left out and each stands once. */
export function plainLines(texts: string[]): string[] {
  return [...new Set(texts.map(plainLine))].filter((text) => text !== "");
}
