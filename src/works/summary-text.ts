import { readStored } from "../story-text/read-stored.ts";
import { toPlainText } from "../story-text/to-plain-text.ts";

/** As much as search engines and link previews show. */
const mostCharacters = 200;

/** The beginning of a summary as one line of plain text, cut at a word; undefined when there is none. */
export function summaryText(html: string): string | undefined {
  const line = toPlainText(readStored(html)).replace(/\s+/gu, " ").trim();
  if (line === "") return undefined;
  if (line.length <= mostCharacters) return line;
  return `${line
    .slice(0, mostCharacters)
    .replace(/\s+\S*$/u, "")
    .toWellFormed()}…`;
}
