import { mostTextCharacters, tidyText } from "../text-words.ts";
import { usableText } from "../usable-text.ts";
import { type Asking, type Change, withoutMinus } from "./asking.ts";
import type { Term } from "./read-tokens.ts";

/**
 * Asks for words inside the text. What cannot be looked for is told and left out; words can be asked for, but not
 * kept out.
 */
export function askingForText(asking: Asking, term: Term): Change | null {
  const typed = written(term);
  if (typed === "") return asking.tell(term, { kind: "unusable-text", words: [term.value] }, [""]);
  if (term.minus) return asking.tell(term, { kind: "no-text-exclusion" }, [withoutMinus(asking, term), ""]);
  const { text, unusable } = usableText(asking.textSearch, typed);
  if (unusable.length > 0) asking.tell(term, { kind: "unusable-text", words: unusable }, [""]);
  if (text === "") return null;
  return (filter) => {
    const whole = `${filter.text} ${text}`.trim();
    if ([...whole].length <= mostTextCharacters) return { ...filter, text: tidyText(whole) };
    asking.tell(term, { kind: "too-long", most: mostTextCharacters }, [""]);
    return filter;
  };
}

/** A phrase or word as it stands in `WorkFilter.text`. */
function written({ value, quoted }: Term): string {
  const words = tidyText(value.replace(/["“”„«»＂]/gu, " "));
  return quoted && /\s/u.test(words) ? `"${words}"` : words;
}
