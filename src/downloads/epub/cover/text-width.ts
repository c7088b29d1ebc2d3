const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** The letters a reader sees as one: a base with its marks, an emoji with its joiners. */
export function graphemesOf(text: string): string[] {
  return [...graphemes.segment(text)].map(({ segment }) => segment);
}

/**
 * About how wide a text stands in a serif face, in em. A cover is drawn without knowing the fonts of the
 * machine that will show it, so the guess is on the wide side.
 */
export function widthOf(text: string): number {
  return graphemesOf(text).reduce((width, grapheme) => width + graphemeWidth(grapheme), 0);
}

function graphemeWidth(grapheme: string): number {
  if (/^\p{M}+$|^\p{Cf}+$/u.test(grapheme)) return 0;
  if (/\p{Extended_Pictographic}/u.test(grapheme) && !/^[\d#*]$/.test(grapheme)) return 1.25;
  if (/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\u3000-\u303f\uff01-\uff60]/u.test(grapheme)) return 1.02;
  if (/^[iljtfr.,:;'’‘!|()[\]\s]/.test(grapheme)) return 0.36;
  if (/^[mwMW@%—…]/.test(grapheme)) return 1;
  if (/^\p{Lu}/u.test(grapheme)) return 0.76;
  return 0.6;
}
