import { Fragment, type Node, Slice } from "prosemirror-model";
import type { EditorWords } from "../src/works/editor-words.ts";
import { type Archive, Refused } from "./archive.ts";
import { storySchema } from "./story-schema.ts";

/**
 * What pasted HTML becomes: the archive's importer tidies it, as it does a file, and says what it did. Where the
 * archive cannot be reached the HTML itself is given back, for the allow-list alone to clean.
 */
export async function pastedBy(
  archive: Archive,
  words: EditorWords,
  html: string,
  say: (sentence: string) => void,
): Promise<string> {
  say(words.pasting);
  try {
    const { story, changes } = await archive.tidyPasted(html);
    say([words.pasted, ...changes, ...(changes.length > 0 ? [words.undoHint] : [])].join(" "));
    return story;
  } catch (cause) {
    say(cause instanceof Refused ? cause.message : words.pastedAsText);
    return html;
  }
}

/**
 * What is put in where something was pasted. A single paragraph is words of a line, with the space around them that
 * the clipboard's text has and a story's own form has not.
 *
 * @param text the same as the clipboard has it without markup
 */
export function pieceOf(document: Node, text: string): Slice {
  const only = document.childCount === 1 ? document.firstChild : null;
  if (only?.type.name !== "paragraph") return Slice.maxOpen(document.content);
  const space = (isThere: boolean) => (isThere ? Fragment.from(storySchema.text(" ")) : Fragment.empty);
  const words = space(/^[^\S\n]/.test(text))
    .append(only.content)
    .append(space(/[^\S\n]$/.test(text)));
  return new Slice(words, 0, 0);
}
