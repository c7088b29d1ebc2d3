import type { Translate } from "../vocabulary/translate.ts";
import type { AddressProblem } from "./filter-url.ts";

/** What was left out of an address, in a sentence. */
export function addressSentence(t: Translate, { kind, part, value }: AddressProblem): string {
  switch (kind) {
    case "unknown-part":
      return t("This address has a part “{part}” that means nothing here; it was left out.", {
        part: short(part),
      });
    case "malformed":
      return t("“{value}” cannot be read as “{part}”; it was left out.", {
        part: short(part),
        value: short(value),
      });
    case "too-long":
      return t("More was asked for than one address can hold; the last of it was left out.");
  }
}

/** So much of something wrong as tells what it was. */
function short(text: string): string {
  const letters = [...text];
  return letters.length > 40 ? `${letters.slice(0, 40).join("")}…` : text;
}
