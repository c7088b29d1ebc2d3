import { IntlMessageFormat } from "intl-messageformat";

type MessageTree = ReturnType<IntlMessageFormat["getAst"]>;

/** The pseudo-locale's BCP 47 tag, as the Unicode CLDR names it ("en-XA": accented English). */
export const pseudoLocale = "en-XA";

const plain = "ABCDEGHIJKLNORSTUWYZabcdeghijklnorstuwyz";
const accented = "ÅƁÇÐÉĜĤÎĴĶĻÑÖŔŠŢÛŴÝŽåƀçðéĝĥîĵķļñöŕšţûŵýž";
const accents = new Map([...plain].map((letter, index) => [letter, [...accented][index] ?? letter]));

/** Accents the letters of a literal, leaving anything that looks like a tag alone. */
function accent(text: string): string {
  return text.replace(/<[^>]*>|[A-Za-z]/g, (found) => accents.get(found) ?? found);
}

function accentTree(tree: MessageTree): MessageTree {
  return tree.map((element) => {
    if ("options" in element) {
      for (const option of Object.values(element.options)) option.value = accentTree(option.value);
      return element;
    }
    return element.type === 0 ? { ...element, value: accent(element.value) } : element;
  });
}

/**
 * Turns an English ICU sentence into its pseudo-translation: ⟦accented letters⟧, placeholders untouched.
 * A sentence on a page in the pseudo-locale without ⟦ ⟧ bypassed translation.
 */
export function pseudoTranslate(sentence: string): MessageTree {
  const tree = new IntlMessageFormat(sentence, "en", undefined, { ignoreTag: true }).getAst();
  return [{ type: 0, value: "⟦" }, ...accentTree(tree), { type: 0, value: "⟧" }];
}
