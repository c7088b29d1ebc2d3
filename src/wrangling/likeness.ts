import anyAscii from "any-ascii";

/** What a name is like, worked out once for each tag. */
export type Likeness = {
  /** The folded name without accents, for counting letters that differ. */
  letters: string;
  /** Which letters there are, one bit each of 32: names that differ by n letters differ by at most 2n bits. */
  mask: number;
  /** Digits, and how people are joined ("/" is romance, "&" is none): names that differ here mean different things. */
  marks: string;
  isLatin: boolean;
  keys: {
    /** How it sounds in Latin letters, with nothing between the words. */
    sound: string;
    /** The same words in any order; in a relationship, the same people. */
    words: string;
    /** The first letters of three words or more, "" for fewer. */
    initials: string;
  };
};

/** Letters of other scripts are written by their sound (any-ascii); accents and punctuation do not count. */
export function likenessOf(nameKey: string): Likeness {
  const letters = nameKey
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .normalize("NFC");
  const words = wordsOf(nameKey);
  const marks = marksOf(nameKey);
  const people = nameKey.split(/[/&]/u).map((side) => wordsOf(side).join(""));
  const unordered = people.length > 1 ? people : words;
  const telling = words.filter((word) => !fillers.has(word));
  return {
    letters,
    mask: maskOf(letters),
    marks,
    isLatin: /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u.test(nameKey),
    keys: {
      sound: `${words.join("")} ${marks}`,
      words: `${unordered.toSorted().join(" ")} ${marks}`,
      initials: words.length >= 3 ? initialsOf(words) : telling.length >= 3 ? initialsOf(telling) : "",
    },
  };
}

/** Words that carry no name. */
const fillers = new Set(["the", "a", "an", "of", "and"]);

function initialsOf(words: readonly string[]): string {
  return words.map((word) => word.slice(0, 1)).join("");
}

function wordsOf(name: string): string[] {
  const ascii = /^[\x20-\x7e]*$/.test(name) ? name : anyAscii(name.normalize("NFKC"));
  return ascii
    .toLowerCase()
    .replace(/['’]/g, "")
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}

function marksOf(name: string): string {
  const digits = name.match(/\d/gu) ?? [];
  const joins = name.match(/[/&]/g) ?? [];
  return [...digits, ...joins.toSorted()].join("");
}

function maskOf(letters: string): number {
  let mask = 0;
  for (let at = 0; at < letters.length; at++) mask |= 1 << (letters.charCodeAt(at) & 31);
  return mask;
}
