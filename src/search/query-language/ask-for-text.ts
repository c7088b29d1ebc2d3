import { mostTextCharacters, tidyText } from "../text-words.ts";
import { type Asking, type Change, withoutMinus } from "./asking.ts";
import type { Term } from "./read-tokens.ts";

/** A phrase or word as it stands in `WorkFilter.text`. */
function written({ value, quoted }: Term): string {
  const words = value.replace(/["“”„«»＂]/gu, " ").trim();
  return quoted && /\s/u.test(words) ? `"${words}"` : words;
}

/**
 * Asks for words inside the text. What cannot be looked for is told and left out; words can be asked for, but not
 * kept out.
 */
export function askingForText(asking: Asking, term: Term): Change | null {
  const text = written(term);
  if (text === "") return asking.tell(term, { kind: "no-value", key: term.key ?? "text" });
  if (term.minus) return asking.tell(term, { kind: "no-text-exclusion" }, [withoutMinus(asking, term), ""]);
  const unusable = asking.textSearch.unusable(text);
  if (unusable.length > 0)
    asking.tell(term, { kind: "unusable-text", words: unusable }, [""]);
  if (unusable.length > 0 && !/\s/u.test(text)) return null;
  return (filter) => {
    const whole = `${filter.text} ${text}`.trim();
    if ([...whole].length > mostTextCharacters) {
      asking.tell(term, { kind: "too-long", most: mostTextCharacters }, [""]);
      return filter;
    }
    return { ...filter, text: tidyText(whole) };
  };
}
