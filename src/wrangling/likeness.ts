import anyAscii from "any-ascii";
import { pairingSides } from "../tags/pairing-sides.ts";

/** What a name is like, worked out once for each tag. */
export type Likeness = {
  /** The folded name without accents, for counting letters that differ. */
  letters: string;
  /** Which letters there are, one bit each of 32: names that differ by n letters differ by at most 2n bits. */
  mask: number;
  /** Digits, and how people are joined ("/" is romance, "&" is none): names that differ here mean different things. */
  marks: string;
  isLatin: boolean;
  /** Of a pairing: the words of each side in Latin letters. */
  sides: string[][];
  keys: {
    /** How it sounds in Latin letters, with nothing between the words. */
    sound: string;
    /** The same with letters told apart by no ear made one: "drakula" for "Dracula" and "Дракула"; "" when short. */
    looseSound: string;
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
  const loose = looseSoundOf(words.join(""));
  const telling = words.filter((word) => !fillers.has(word));
  return {
    letters,
    mask: maskOf(letters),
    marks,
    sides: people.length > 1 ? pairingSides(latinOf(nameKey)) : [],
    isLatin: /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u.test(nameKey),
    keys: {
      sound: `${words.join("")} ${marks}`,
      looseSound: loose.length >= 4 ? `${loose} ${marks}` : "",
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

/** Each script writes some sounds in its own way, and any-ascii follows the letters. */
function looseSoundOf(sound: string): string {
  return sound
    .replaceAll("ph", "f")
    .replace(/[cq]/g, "k")
    .replaceAll("w", "v")
    .replaceAll("y", "i")
    .replace(/(.)\1+/g, "$1");
}

function latinOf(name: string): string {
  const ascii = /^[\x20-\x7e]*$/.test(name) ? name : anyAscii(name.normalize("NFKC"));
  return ascii.toLowerCase().replace(/['’]/g, "");
}

function wordsOf(name: string): string[] {
  return latinOf(name)
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
