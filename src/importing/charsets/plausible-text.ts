/**
 * How plausible a text is that was decoded from bytes by one charset, for comparing candidates; higher is better.
 * Letters are judged by their words (one script, one way of writing capitals, letters that are frequent), other
 * characters by what stands beside them.
 */
export function plausibility(text: string): number {
  let score = 0;
  const foreign = letterBalance(text);
  for (const { 0: word, index } of text.matchAll(/\p{L}(?:\p{L}|\p{M}){0,60}/gu)) {
    score += plausibilityOfWord(word, foreign);
    if (/\d/u.test(text[index - 1] ?? "") && /^[^\0-\x7f]/u.test(word)) score -= 3;
  }
  for (const match of text.matchAll(/(?!\p{L}|\p{M})[^\0-\x7f]/gu)) {
    const before = text[match.index - 1] ?? " ";
    const after = text[match.index + match[0].length] ?? " ";
    score += plausibilityOfMark(match[0], before, after);
  }
  return score;
}

const western = /[éèêëàâäáãåæçíìîïñóòôöõøœßúùûü]/iu;
const european = /[ąćęłńśźżčďěňřšťůžőűğışýľĺŕășțşţđ]/iu;
const otherScript = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}]/u;
const cyrillicVowel = /[аеёиоуыэюяіїєѣ]/iu;
const greekVowel = /[αεηιουωάέήίόύώϊϋ]/iu;
/** Letters of Russian by how frequent they are, a step each. */
const cyrillicSteps = ["оеаинт", "срвлкмдп", "уяыьгзбч", "йхжшюцщэё"];
const capitals = /^(?:\p{Lu}?[^\p{Lu}]*|\p{Lu}*|(?:Mc|Mac|O|D|L)\p{Lu}.*)$/u;

/** Whether the text has more letters of ASCII than of another script: then a lone word in that script is unlikely. */
function letterBalance(text: string): boolean {
  const latin = text.match(/[a-z]/giu)?.length ?? 0;
  const other =
    text.match(/[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}]/gu)?.length ?? 0;
  return latin > other * 2;
}

function plausibilityOfWord(word: string, mostlyLatin: boolean): number {
  const unusual = word.match(/[^\0-\x7f]/gu);
  if (unusual === null) return 0;
  const others = unusual.filter((letter) => otherScript.test(letter)).length;
  if (others > 0 && others < word.length) return -3 * unusual.length;
  if (!capitals.test(word)) return -3 * unusual.length;
  if (others > 0) return plausibilityOfOther(word) * (mostlyLatin && word.length < 4 ? 0.5 : 1);
  if (word.length >= 3 && unusual.length > word.length * 0.6) return -2 * unusual.length;
  return unusual.reduce((score, letter) => score + plausibilityOfLatin(letter), 0);
}

function plausibilityOfOther(word: string): number {
  if (/\p{Script=Greek}/u.test(word)) {
    const isWord = !/ς\p{L}/u.test(word) && (greekVowel.test(word) || word.length < 3);
    return word.length * (isWord ? 1.7 : -1);
  }
  if (!/\p{Script=Cyrillic}/u.test(word)) return word.length * 1.7;
  const vowels = cyrillicVowel.test(word) || word.length < 3 ? 0 : -1.5 * word.length;
  let score = vowels;
  for (const letter of word.toLowerCase()) {
    const step = cyrillicSteps.findIndex((letters) => letters.includes(letter));
    score += step === -1 ? 0.5 : 2.3 - step * 0.4;
  }
  return score;
}

function plausibilityOfLatin(letter: string): number {
  if (western.test(letter)) return 2;
  if (european.test(letter)) return 1.4;
  return /[\uff61-\uff9f]/u.test(letter) ? -2 : -1;
}

function plausibilityOfMark(character: string, before: string, after: string): number {
  const [letterBefore, letterAfter] = [/\p{L}/u.test(before), /\p{L}/u.test(after)];
  const betweenLetters = letterBefore && letterAfter;
  if (/[\u0080-\u009f\p{Co}\p{Cn}]/u.test(character)) return -5;
  if (character === "\ufffd") return -8;
  if (character === "’") return betweenLetters ? 3 : letterAfter ? 0 : 2;
  if (/[“‘„«]/u.test(character)) return /[\p{L}.…\s\u00a0]/u.test(after) && !letterBefore ? 3 : -1;
  if (/[”»]/u.test(character)) return letterAfter ? -1 : 3;
  if (/[¿¡]/u.test(character)) return letterAfter && !letterBefore ? 3 : -1;
  if (character === "…") return betweenLetters ? 0 : letterAfter ? 0.5 : 2;
  if (/[–—]/u.test(character)) return 2;
  if (/[£€]/u.test(character)) return /[\d\s]/u.test(after) || /\d/u.test(before) ? 2 : -1;
  if (character === "°" || character === "º" || character === "ª") return /\d/u.test(before) ? 1 : -1.5;
  if (character === "\u00a0") return 0.3;
  if (/[\u2500-\u259f]/u.test(character)) return -3;
  return betweenLetters ? -2.5 : -1.5;
}
