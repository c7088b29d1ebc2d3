/** The names that begin alike, in the reader's order. */
export type LetterGroup<Named> = { letter: string; members: Named[] };

/** Where names go that begin with a digit or a sign. */
const noLetter = "#";

/**
 * Sorts names as the reader's language does and groups them by their first letter: "Élan" stands under E
 * for an English reader, "Ångström" under Å for a Swedish one. Scripts without an alphabet of few letters
 * (Han, kana, hangul) stand together, each script under a sign of its own.
 */
export function byLetter<Named extends { name: string }>(
  named: Named[],
  locale: string,
): LetterGroup<Named>[] {
  const collator = new Intl.Collator(locale, { numeric: true });
  const baseLetters = new Intl.Collator(locale, { sensitivity: "base" });
  const groups = new Map<string, Named[]>();
  for (const one of named.toSorted((a, b) => collator.compare(a.name, b.name))) {
    const letter = letterOf(one.name, locale, baseLetters);
    const group = groups.get(letter);
    if (group) group.push(one);
    else groups.set(letter, [one]);
  }
  return [...groups]
    .map(([letter, members]) => ({ letter, members }))
    .sort(
      (a, b) =>
        Number(b.letter === noLetter) - Number(a.letter === noLetter) || collator.compare(a.letter, b.letter),
    );
}

function letterOf(name: string, locale: string, baseLetters: Intl.Collator): string {
  const [initial = ""] = name.replace(/^[^\p{L}\p{N}]+/u, "").normalize("NFC");
  if (!/\p{L}/u.test(initial)) return noLetter;
  if (/\p{Script=Han}/u.test(initial)) return "漢";
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(initial)) return "あ";
  if (/\p{Script=Hangul}/u.test(initial)) return "한";
  const plain = initial.normalize("NFD").replace(/\p{M}+/gu, "");
  const letter = baseLetters.compare(plain, initial) === 0 ? plain : initial;
  return letter.toLocaleUpperCase(locale);
}
