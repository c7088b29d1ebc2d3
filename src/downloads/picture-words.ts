import type { Translate } from "../vocabulary/translate.ts";

/**
 * What stands where a picture cannot.
 *
 * @param alt null when nobody has said what it shows; "" when it is decoration, which has no words
 */
export function pictureWords(alt: string | null, t: Translate): string {
  if (alt === null) return t("[Picture]");
  return alt === "" ? "" : t("[Picture: {words}]", { words: alt });
}
