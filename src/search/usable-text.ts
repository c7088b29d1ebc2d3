import type { TextSearch } from "./text-search.ts";
import { wordsAndPhrases } from "./text-words.ts";

/**
 * What of a text can be looked for inside stories, and the words and phrases that cannot.
 */
export function usableText(
  search: Pick<TextSearch, "unusable">,
  text: string,
): { text: string; unusable: string[] } {
  if (search.unusable(text).length === 0) return { text, unusable: [] };
  const pieces = wordsAndPhrases(text).map(({ said, phrase }) => (phrase ? `"${said}"` : said));
  const usable: string[] = [];
  const unusable: string[] = [];
  // One after another: what is wrong may be that there are too many.
  for (const piece of pieces)
    (search.unusable([...usable, piece].join(" ")).length === 0 ? usable : unusable).push(piece);
  return { text: usable.join(" "), unusable };
}
