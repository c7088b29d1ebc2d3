import { romanNumeral } from "../../story-text/list-numeral.ts";

/** A number as one of Word's formats writes it (ECMA-376 part 1, 17.18.59); in digits for the others. */
export function numberAs(number: number, format: string): string {
  switch (format) {
    case "lowerLetter":
      return lettered(number);
    case "upperLetter":
      return lettered(number).toUpperCase();
    case "lowerRoman":
      return roman(number);
    case "upperRoman":
      return roman(number).toUpperCase();
    case "decimalZero":
      return number < 10 ? `0${number}` : String(number);
    case "none":
    case "bullet":
      return "";
    default:
      return String(number);
  }
}

/** The `type` that says the same of an HTML list. */
export function listType(format: string): string {
  const types: Record<string, string> = {
    lowerLetter: "a",
    upperLetter: "A",
    lowerRoman: "i",
    upperRoman: "I",
  };
  return types[format] ?? "1";
}

/** a … z, aa, bb … as Word counts on. */
function lettered(number: number): string {
  if (number < 1 || number > 780) return String(number);
  const letter = String.fromCharCode(97 + ((number - 1) % 26));
  return letter.repeat(Math.ceil(number / 26));
}

function roman(number: number): string {
  return romanNumeral(number) || String(number);
}
