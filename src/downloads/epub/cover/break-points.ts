/** A piece of text that stands on one line, and whether a space parts it from the piece before. */
export type Piece = { text: string; spaced: boolean };

/** Scripts that write without spaces, where a line may end between words the segmenter finds. */
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;

/** Marks that may not begin a line (closing) or end one (opening). */
const closing = /^[\p{Pe}\p{Pf}\p{Po}ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々〜～]/u;
const opening = /[\p{Ps}\p{Pi}]$/u;

/**
 * Cuts a title where its lines may end: at spaces, after a dash or slash, and between the words of scripts
 * that have no spaces.
 *
 * @param language BCP 47, for the dictionary that finds those words
 */
export function piecesOf(text: string, language: string): Piece[] {
  const words = new Intl.Segmenter(language, { granularity: "word" });
  return text
    .split(/\s+/u)
    .filter((word) => word !== "")
    .flatMap((word) => {
      const pieces: Piece[] = [];
      for (const { segment } of words.segment(word)) {
        const last = pieces.at(-1);
        if (last === undefined) pieces.push({ text: segment, spaced: true });
        else if (mayBreak(last.text, segment)) pieces.push({ text: segment, spaced: false });
        else last.text += segment;
      }
      return pieces;
    });
}

function mayBreak(before: string, after: string): boolean {
  if (closing.test(after) || opening.test(before)) return false;
  return /[-‐–—/]$/u.test(before) || unspaced.test(before.slice(-1)) || unspaced.test(after.slice(0, 1));
}
