/** The number of a list item as the list's `type` writes it (1, a, A, i, I); digits where letters cannot say it. */
export function listNumeral(number: number, type: unknown): string {
  const written =
    String(type).toLowerCase() === "a"
      ? letters(number)
      : String(type).toLowerCase() === "i"
        ? romanNumeral(number)
        : "";
  if (written === "") return String(number);
  return type === "A" || type === "I" ? written.toUpperCase() : written;
}

function letters(number: number): string {
  let rest = number;
  let written = "";
  for (; rest > 0; rest = Math.floor((rest - 1) / 26))
    written = String.fromCharCode(97 + ((rest - 1) % 26)) + written;
  return written;
}

/** A number in small Roman letters; "" where there are none (below 1, above 3999). */
export function romanNumeral(number: number): string {
  if (number < 1 || number > 3999) return "";
  const values: [number, string][] = [
    [1000, "m"],
    [900, "cm"],
    [500, "d"],
    [400, "cd"],
    [100, "c"],
    [90, "xc"],
    [50, "l"],
    [40, "xl"],
    [10, "x"],
    [9, "ix"],
    [5, "v"],
    [4, "iv"],
    [1, "i"],
  ];
  let rest = number;
  let written = "";
  for (const [value, sign] of values) {
    for (; rest >= value; rest -= value) written += sign;
  }
  return written;
}
