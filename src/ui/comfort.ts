/**
 * How a reader wants pages to look: one value of each part. It travels as one short word, `face-sans.theme-sepia`, in a
 * cookie and in an account's preferences, and stands on the `<html>` of every page as one attribute a part, where
 * `public/comfort.css` reads it. What is as the archive made it stands nowhere.
 */
export type Comfort = { readonly [Part in ComfortPart]: string };

/** Every part with what it may be, the archive's own way first. */
export const comfortParts = {
  theme: ["device", "light", "dark", "sepia", "ink", "contrast", "contrast-dark"],
  face: ["serif", "sans", "dyslexic"],
  size: ["100", "85", "115", "130", "150", "175", "200"],
  lines: ["normal", "close", "wide", "wider"],
  letters: ["normal", "wide", "wider"],
  measure: ["normal", "narrow", "wide", "full"],
  align: ["start", "justify"],
  hyphens: ["no", "yes"],
} as const;
export type ComfortPart = keyof typeof comfortParts;

const partNames: readonly ComfortPart[] = [
  ...(["theme", "face", "size", "lines"] as const),
  ...(["letters", "measure", "align", "hyphens"] as const),
];

/** As the archive made its pages. */
export const plainComfort: Comfort = comfortOf(() => undefined);

/** The word for an archive as it is, where that was chosen: on one device of somebody whose account says otherwise. */
const plainWord = "plain";

/** Reads every part; what is missing, or not to be had, is as the archive made it. */
export function comfortOf(choiceOf: (part: ComfortPart) => string | undefined): Comfort {
  const chosen = (part: ComfortPart) => {
    const known: readonly string[] = comfortParts[part];
    return known.find((value) => value === choiceOf(part)) ?? known[0] ?? "";
  };
  return {
    theme: chosen("theme"),
    face: chosen("face"),
    size: chosen("size"),
    lines: chosen("lines"),
    letters: chosen("letters"),
    measure: chosen("measure"),
    align: chosen("align"),
    hyphens: chosen("hyphens"),
  };
}

/** What differs from the archive's own way, part by part, in one order. */
export function chosenParts(comfort: Comfort): [part: ComfortPart, value: string][] {
  return partNames.flatMap((part) =>
    comfort[part] === comfortParts[part][0] ? [] : [[part, comfort[part]] as [ComfortPart, string]],
  );
}

/** The one word for a choice; `plainWord` where nothing differs. */
export function comfortWord(comfort: Comfort): string {
  return (
    chosenParts(comfort)
      .map(([part, value]) => `${part}-${value}`)
      .join(".") || plainWord
  );
}

/** Reads `comfortWord`. Never fails: what cannot be read is as the archive made it. */
export function readComfort(word: string): Comfort {
  const values = new Map(
    word.split(".").map((item): [string, string] => {
      const dash = item.indexOf("-");
      return [item.slice(0, dash), item.slice(dash + 1)];
    }),
  );
  return comfortOf((part) => values.get(part));
}
