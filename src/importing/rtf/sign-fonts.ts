/** The signs of Wingdings that turn up in stories: word processors make `:)` and bullets of them. */
const wingdings: Record<number, string> = {
  ...{ 34: "✂", 74: "☺", 75: "😐", 76: "☹", 108: "●", 110: "■", 113: "❑", 118: "❖", 159: "•", 167: "▪" },
  ...{ 168: "◻", 171: "★", 216: "➢", 223: "←", 224: "→", 251: "✗", 252: "✓" },
};
const greekLetters = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ";

/** Which signs a font draws in place of letters; null when it draws letters. */
export type SignFont = "wingdings" | "symbol" | null;

export function signFontOf(name: string): SignFont {
  if (/^wingdings$/iu.test(name)) return "wingdings";
  return /^symbol$/iu.test(name) ? "symbol" : null;
}

/**
 * The sign a font draws for a code, as Unicode has it (both fonts' tables are in Unicode's mapping files for vendors);
 * null when there is no such sign or we do not know it. Codes from F020 are the same ones in the private use area.
 */
export function signOf(code: number, font: SignFont): string | null {
  const place = code >= 0xf020 && code <= 0xf0ff ? code - 0xf000 : code;
  if (font === "wingdings") return wingdings[place] ?? null;
  if (place === 0xb7) return "•";
  return font === "symbol" && place >= 0x41 ? (greekLetters[place - 0x41] ?? null) : null;
}
