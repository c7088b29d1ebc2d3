const wordsByNumber = [
  "zero",
  "one|first|eins|un|uno|один|первая",
  "two|second|zwei|deux|dos|due|два|вторая",
  "three|third|drei|trois|tres|tre|три|третья",
  "four|fourth|vier|quatre|cuatro|quattro|четыре",
  "five|fifth|fünf|cinq|cinco|cinque|пять",
  "six|sixth|sechs|seis|sei|шесть",
  "seven|seventh|sieben|sept|siete|sette|семь",
  "eight|eighth|acht|huit|ocho|otto|восемь",
  "nine|ninth|neun|neuf|nueve|nove|девять",
  "ten|tenth|zehn|dix|diez|dieci|десять",
  "eleven|eleventh",
  "twelve|twelfth",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
  "twenty",
];
const byWord = new Map<string, number>();
for (const [number, words] of wordsByNumber.entries())
  for (const word of words.split("|")) byWord.set(word, number);

const tens = new Map([
  ["twenty", 20],
  ["thirty", 30],
  ["forty", 40],
  ["fifty", 50],
]);
const roman = /^(x{0,3})(ix|iv|v?i{0,3})$/;
const romanUnits = new Map([
  ["", 0],
  ["i", 1],
  ["ii", 2],
  ["iii", 3],
  ["iv", 4],
  ["v", 5],
  ["vi", 6],
  ["vii", 7],
  ["viii", 8],
  ["ix", 9],
]);
const han = "零一二三四五六七八九";

/** A chapter number as people write them: 12, twelve, twenty-one, XII, 十二. Null when it is none. */
export function numberOf(words: string): number | null {
  const word = words.trim().toLowerCase();
  if (/^\d{1,4}$/u.test(word)) return Number(word);
  return byWord.get(word) ?? compound(word) ?? romanNumber(word) ?? hanNumber(word);
}

function compound(word: string): number | null {
  const [first = "", second] = word.split(/[-\s]/u);
  const ten = tens.get(first);
  if (ten === undefined) return null;
  const unit = second === undefined ? 0 : byWord.get(second);
  return unit === undefined ? null : ten + unit;
}

function romanNumber(word: string): number | null {
  const match = word === "" ? null : roman.exec(word);
  const unit = match ? romanUnits.get(match[2] ?? "") : undefined;
  return unit === undefined ? null : (match?.[1]?.length ?? 0) * 10 + unit;
}

function hanNumber(word: string): number | null {
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/u.exec(word);
  if (word === "" || !match) return null;
  const [, first, ten, last] = match;
  if (!ten) return first && !last ? han.indexOf(first) : null;
  return (first ? han.indexOf(first) : 1) * 10 + (last ? han.indexOf(last) : 0);
}
