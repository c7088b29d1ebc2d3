import type { Element, Root } from "hast";
import { isElement } from "../story-text/elements.ts";
import { readStored } from "../story-text/read-stored.ts";
import { serialiseStory } from "../story-text/serialise.ts";
import { noteFromTyped, typedFromNote } from "../story-text/typed.ts";

/** How a quoted line begins, as in letters: "> The gate was open." */
const quoted = /^>[ \t]?/;

/**
 * What somebody typed as a comment: paragraphs parted by empty lines, lines that begin with ">" are a quotation, the
 * rest as in any note.
 *
 * @returns clean note HTML
 * @throws {StoryTooLarge} @throws {StoryTooDeep} see `parseHtml`
 */
export function commentFromTyped(typed: string): string {
  const lines: string[] = [];
  let inQuote = false;
  for (const line of typed.split("\n")) {
    const isQuote = quoted.test(line);
    if (isQuote !== inQuote) lines.push("", isQuote ? "<blockquote>" : "</blockquote>", "");
    inQuote = isQuote;
    lines.push(isQuote ? line.replace(quoted, "") : line);
  }
  if (inQuote) lines.push("", "</blockquote>");
  return serialiseStory(noteFromTyped(lines.join("\n")));
}

/** What the writer of a comment finds in the field when changing it; read back it is the same comment. */
export function typedFromComment(html: string): string {
  return readStored(html)
    .children.map((node) => {
      const alone: Root = { type: "root", children: [node] };
      return isElement(node, "blockquote") && isPlainQuote(node)
        ? typedFromNote({ type: "root", children: node.children }).replace(/^/gm, "> ").replace(/^> $/gm, ">")
        : typedFromNote(alone);
    })
    .join("\n\n");
}

/** A passage as it is typed when it is quoted. */
export function typedQuote(words: string): string {
  return words.replace(/^/gm, "> ").replace(/^> $/gm, ">");
}

/** What a comment says beside what it quotes; all of it, where it says nothing else. */
export function wordsBesideQuotes(html: string): string {
  const said = readStored(html).children.filter((node) => !isElement(node, "blockquote"));
  const own = serialiseStory({ type: "root", children: said });
  return own.trim() === "" ? html : own;
}

/** Whether lines with ">" say all of it. */
function isPlainQuote(quote: Element): boolean {
  return (
    Object.keys(quote.properties).length === 0 &&
    quote.children.length > 0 &&
    quote.children.every((child) => isElement(child, "p"))
  );
}
