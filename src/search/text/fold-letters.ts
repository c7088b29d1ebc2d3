/*
 * Marks that a reader may leave out when typing: accents, Hebrew points, Arabic vowel signs and their like. Marks that
 * are vowels of their own (Thai, Devanagari) stay, as does the voicing of kana (U+3099), which makes another letter.
 */
const lightMarks = new RegExp(
  `[${[
    "\\u0300-\\u036f\\u0483-\\u0487\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe00-\\ufe0f\\ufe20-\\ufe2f",
    "\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7",
    "\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8\\u06ea-\\u06ed\\u08d3-\\u08e1\\u08e3-\\u08ff",
    "\\u0711\\u0730-\\u074a",
  ].join("")}]`,
  "gu",
);

/** й is a letter beside и; its breve is no accent. */
const shortI = /\u0438(\p{M}*?)\u0306/gu;

/** Letters without a decomposition that are typed as others, and signs inside words that are only shape. */
const alike: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ı: "i",
  ς: "σ",
  // Arabic and Persian keyboards write these differently, and tired writers leave their dots away.
  ة: "ه",
  ى: "ي",
  ی: "ي",
  ک: "ك",
  "\u0640": "",
};
const anyAlike = new RegExp(`[${Object.keys(alike).join("")}]`, "gu");

/** Digits of Arabic, Persian and Thai, each in a row from nought. */
const digitRows = /[\u0660-\u0669\u06f0-\u06f9\u0e50-\u0e59]/gu;
const noLetter = /[^\p{L}\p{N}\p{M}]/gu;

/** Signs folded before: a text in Chinese has some thousand different ones, over and over. */
const known = new Map<string, string>();
const mostKnown = 20_000;
const longestKnown = 16;

/**
 * Letters as they are compared when searching inside text: compatible forms, case and light marks away, ligatures
 * taken apart (Unicode TR15, TR21). Nothing but letters, digits and marks is left.
 *
 * @param sign a letter and what hangs on it
 */
export function foldLetters(sign: string): string {
  if (sign.length > longestKnown) return fold(sign);
  const before = known.get(sign);
  if (before !== undefined) return before;
  const folded = fold(sign);
  if (known.size >= mostKnown) known.clear();
  known.set(sign, folded);
  return folded;
}

function fold(letters: string): string {
  // The compatible form of Thai and Lao "am" is two signs, one of which would belong to the letter before.
  return letters
    .replace(noLetter, "")
    .replace(/[^\u0e33\u0eb3]+/gu, (others) => others.normalize("NFKC"))
    .toLowerCase()
    .normalize("NFD")
    .replace(shortI, "\u0439$1")
    .replace(lightMarks, "")
    .normalize("NFC")
    .replace(anyAlike, (letter) => alike[letter] ?? letter)
    .replace(digitRows, (digit) =>
      String(((digit.codePointAt(0) ?? 0) - (digit < "\u0e50" ? 0 : 0x0e50)) % 16),
    )
    .replace(noLetter, "");
}
