/** How a list's items are counted, in HTML's words (https://html.spec.whatwg.org/multipage/grouping-content.html#attr-ol-type). */
export type NumberType = "1" | "a" | "A" | "i" | "I";

const romanDigits: [string, number][] = [
  ...([
    ["m", 1000],
    ["cm", 900],
    ["d", 500],
    ["cd", 400],
    ["c", 100],
    ["xc", 90],
  ] as [string, number][]),
  ...([
    ["l", 50],
    ["xl", 40],
    ["x", 10],
    ["ix", 9],
    ["v", 5],
    ["iv", 4],
    ["i", 1],
  ] as [string, number][]),
];

/** A number as a list of the type shows it: 3 is `c`, `III` … Numbers the type cannot say are shown in digits. */
export function shownNumber(number: number, type: NumberType): string {
  if (type === "1" || number < 1 || number > 3999) return String(number);
  const lower = type === "a" || type === "A" ? inLetters(number) : inRoman(number);
  return type === "A" || type === "I" ? lower.toUpperCase() : lower;
}

/** The number that digits, letters or Roman digits show; null when they show none of the type. */
export function numberShown(shown: string, type: NumberType): number | null {
  if (type === "1") return /^\d{1,6}$/u.test(shown) ? Number(shown) : null;
  const lower = shown.toLowerCase();
  if (type === "a" || type === "A") {
    if (!/^([a-z])\1{0,9}$/u.test(lower)) return null;
    return (lower.length - 1) * 26 + lower.charCodeAt(0) - 96;
  }
  if (!/^[ivxlcdm]{1,15}$/u.test(lower)) return null;
  let [rest, number] = [lower, 0];
  for (const [digit, value] of romanDigits) {
    while (rest.startsWith(digit)) {
      number += value;
      rest = rest.slice(digit.length);
    }
  }
  return rest === "" ? number : null;
}

/** After `z` word processors go on with `aa`, `bb`. */
function inLetters(number: number): string {
  const letter = String.fromCharCode(97 + ((number - 1) % 26));
  return letter.repeat(Math.ceil(number / 26));
}

function inRoman(number: number): string {
  let [rest, shown] = [number, ""];
  for (const [digit, value] of romanDigits) {
    while (rest >= value) {
      shown += digit;
      rest -= value;
    }
  }
  return shown;
}
