import type { EditorWords } from "../src/works/editor-words.ts";
import type { Archive } from "./archive.ts";

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
  } catch {
    say(words.pastedAsText);
    return html;
  }
}
