import type { NewRecognition } from "./reading-draft.ts";

/** The number of a part as a file writes it ("2", "2.0"); null for anything that counts no parts. */
export function partNumber(written: string): number | null {
  const digits = /^([1-9]\d{0,3})(?:\.0+)?$/u.exec(written.trim())?.[1];
  return digits === undefined ? null : Number(digits);
}

/** On its pages AO3 sets links to the parts beside between which a work stands. */
const neighbour = /←\s*Previous Work|Next Work\s*→/gu;

/**
 * What "Part 2 of Tides" says, as AO3 writes it. Null when there is more to it, such as a second series: then the
 * words stay where they are kept whole.
 *
 * @param names the words of each link
 */
export function seriesSaying(words: string, names: string[]): NewRecognition | null {
  const [, number = "", title = ""] =
    /^Part ([\d,]+) of (.+)$/su.exec(words.replace(neighbour, " ").trim()) ?? [];
  const part = partNumber(number.replaceAll(",", ""));
  const [name, ...others] = names.filter((link) => link.replace(neighbour, "").trim() !== "");
  if (part === null || others.length > 0 || name?.trim() !== title.trim()) return null;
  return { field: "series", title: title.trim(), number: part };
}
