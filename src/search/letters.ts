/** Names that begin alike. `letter` heads them, and stands for them in an address. */
export type LetterGroup<Named> = { letter: string; members: Named[] };

/** Where names go that begin with a digit or a sign. */
const noLetter = "#";

/** Scripts of too many signs for one heading each: the names in one stand together, under a sign of their own. */
const togetherScripts: [script: RegExp, letter: string][] = [
  [/\p{Script=Han}/u, "漢"],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, "あ"],
  [/\p{Script=Hangul}/u, "한"],
];

/**
 * Groups names by their first letter, the letters in the order of the reader's language: "Élan" stands under E for an
 * English reader, "Ångström" under Å for a Swedish one. The names in a group stay in the order they came in.
 */
export function byLetter<Named extends { name: string }>(
  named: readonly Named[],
  locale: string,
): LetterGroup<Named>[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const letterOf = firstLetters(locale);
  const groups = new Map<string, Named[]>();
  for (const one of named) {
    const letter = letterOf(one.name);
    const group = groups.get(letter);
    if (group) group.push(one);
    else groups.set(letter, [one]);
  }
  return [...groups]
    .map(([letter, members]) => ({ letter, members }))
    .sort(
      (a, b) => Number(b.letter === noLetter) - Number(a.letter === noLetter) || compare(a.letter, b.letter),
    );
}

/** Names in the order of the reader's language, numbers by their value. */
export function inOrderOfNames<Named extends { name: string }>(
  named: readonly Named[],
  locale: string,
): Named[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return named.toSorted((a, b) => compare(a.name, b.name));
}

/** Tells the heading of a name; each initial is looked at once. */
function firstLetters(locale: string): (name: string) => string {
  const { compare } = new Intl.Collator(locale, { sensitivity: "base" });
  const known = new Map<string, string>();
  return (name) => {
    const [initial = ""] = name.replace(/^[^\p{L}\p{N}]+/u, "").normalize("NFC");
    const letter = known.get(initial) ?? letterOf(initial, locale, compare);
    known.set(initial, letter);
    return letter;
  };
}

function letterOf(initial: string, locale: string, compare: Intl.Collator["compare"]): string {
  if (!/\p{L}/u.test(initial)) return noLetter;
  const together = togetherScripts.find(([script]) => script.test(initial));
  if (together) return together[1];
  const plain = initial.normalize("NFD").replace(/\p{M}+/gu, "");
  const letter = compare(plain, initial) === 0 ? plain : initial;
  return letter.toLocaleUpperCase(locale);
}
