/** Numbers as words, and the ordinals beside them, in the languages stories are found in; one line a number. */
const wordsByNumber = [
  "zero|null|ноль|zéro",
  "one|first|eins|erste|erstes|erster|un|premier|première|uno|primero|primer|primera|primo|prima|um|primeiro|primeira|один|первая|первый|jeden|pierwszy",
  "two|second|zwei|zweite|zweites|zweiter|deux|deuxième|seconde|dos|segundo|segunda|due|secondo|seconda|dois|два|две|вторая|второй|dwa|drugi",
  "three|third|drei|dritte|drittes|dritter|trois|troisième|tres|tercero|tercer|tercera|tre|terzo|terza|três|terceiro|terceira|три|третья|третий|trzy|trzeci",
  "four|fourth|vier|vierte|viertes|vierter|quatre|quatrième|cuatro|cuarto|cuarta|quattro|quarto|quarta|quatro|четыре|четвертая|четвёртая|четвертый|четвёртый|cztery|czwarty",
  "five|fifth|fünf|fünfte|fünftes|fünfter|cinq|cinquième|cinco|quinto|quinta|cinque|пять|пятая|пятый|pięć|piąty",
  "six|sixth|sechs|sechste|sechstes|sechster|sixième|seis|sexto|sexta|sei|sesto|sesta|шесть|шестая|шестой|sześć|szósty",
  "seven|seventh|sieben|siebte|siebtes|siebter|siebentes|sept|septième|siete|séptimo|séptima|sette|settimo|settima|sete|sétimo|семь|седьмая|седьмой|siedem|siódmy",
  "eight|eighth|acht|achte|achtes|achter|huit|huitième|ocho|octavo|octava|otto|ottavo|ottava|oito|oitavo|восемь|восьмая|восьмой|osiem|ósmy",
  "nine|ninth|neun|neunte|neuntes|neunter|neuf|neuvième|nueve|noveno|novena|nove|nono|nona|девять|девятая|девятый|dziewięć|dziewiąty",
  "ten|tenth|zehn|zehnte|zehntes|zehnter|dix|dixième|diez|décimo|décima|dieci|decimo|decima|dez|десять|десятая|десятый|dziesięć|dziesiąty",
  "eleven|eleventh|elf|elfte|elftes|onze|onzième|once|undécimo|undici|undicesimo|одиннадцать|одиннадцатая",
  "twelve|twelfth|zwölf|zwölfte|zwölftes|douze|douzième|doce|dodici|dodicesimo|doze|двенадцать|двенадцатая",
  "thirteen|thirteenth|dreizehn|dreizehntes|treize|trece|tredici|treze|тринадцать|тринадцатая",
  "fourteen|fourteenth|vierzehn|vierzehntes|quatorze|catorce|quattordici|catorze|четырнадцать|четырнадцатая",
  "fifteen|fifteenth|fünfzehn|fünfzehntes|quinze|quince|quindici|пятнадцать|пятнадцатая",
  "sixteen|sixteenth|sechzehn|sechzehntes|seize|dieciséis|sedici|dezesseis|dezasseis|шестнадцать|шестнадцатая",
  "seventeen|seventeenth|siebzehn|siebzehntes|dix-sept|diecisiete|diciassette|dezessete|dezassete|семнадцать|семнадцатая",
  "eighteen|eighteenth|achtzehn|achtzehntes|dix-huit|dieciocho|diciotto|dezoito|восемнадцать|восемнадцатая",
  "nineteen|nineteenth|neunzehn|neunzehntes|dix-neuf|diecinueve|diciannove|dezenove|девятнадцать|девятнадцатая",
  "twenty|twentieth|zwanzig|zwanzigstes|vingt|vingtième|veinte|venti|vinte|двадцать|двадцатая",
];
const byWord = new Map<string, number>();
for (const [number, words] of wordsByNumber.entries())
  for (const word of words.split("|")) byWord.set(word, number);

const tens = new Map([
  ["twenty", 20],
  ["thirty", 30],
  ["forty", 40],
  ["fifty", 50],
  ["sixty", 60],
  ["seventy", 70],
  ["eighty", 80],
  ["ninety", 90],
]);
const roman = /^(c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/;
const romanTens = ["", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"];
const romanUnits = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
const han = "零一二三四五六七八九";

/**
 * A chapter number as people write them: 12, １２, twelve, twenty-one, zweites, XII, 十二. Null when it is none.
 */
export function numberOf(words: string): number | null {
  const word = words.normalize("NFKC").trim().toLowerCase();
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
  if (!match) return null;
  const [, hundreds = "", ten = "", unit = ""] = match;
  return hundreds.length * 100 + romanTens.indexOf(ten) * 10 + romanUnits.indexOf(unit);
}

function hanNumber(word: string): number | null {
  const match =
    /^(?:([一二三四五六七八九])?百[零〇]?)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/u.exec(
      word,
    );
  if (word === "" || !match) return null;
  const [, hundred, ten, isTen, last] = match;
  const hundreds = word.includes("百") ? (hundred ? han.indexOf(hundred) : 1) : 0;
  const tensOf = isTen ? (ten ? han.indexOf(ten) : 1) : 0;
  return hundreds * 100 + tensOf * 10 + (last ? han.indexOf(last) : 0);
}
