/** A passage in quotation marks; `from` and `to` take in the marks. */
export interface QuotedPassage {
  from: number;
  to: number;
  opening: string;
  closing: string;
}

/** Longer than any single speech; also bounds the work done for an opening mark that is never closed. */
const longest = 4000;
/** Opening marks in one paragraph that nothing closes, before its marks are no quotation's: bounds the work too. */
const mostUnclosed = 100;
export const elision =
  /^(?:tis|twas|twere|twill|em|til|till|cause|bout|round|n|nuff|kay|fraid|neath|gainst|cos|coz|cuz|ere|ave|e|im|er|ow|ome|ell|spect|scuse|ello|\d\ds?)\b/iu;
const letter = /[\p{L}\p{N}]/u;

/**
 * Passages between single quotation marks, whichever way the marks were damaged. The apostrophes of contractions
 * and elisions (`don't`, `'tis`, `'98`) are not marks; those of plurals (`dogs' owner`) close a passage only when
 * no better mark follows.
 */
export function singleQuoted(text: string): QuotedPassage[] {
  const passages: QuotedPassage[] = [];
  let position = 0;
  let unclosed = 0;
  for (const mark of text.matchAll(/[‘']/g)) {
    if (unclosed > mostUnclosed) break;
    if (mark.index < position || !opens(text, mark.index)) continue;
    const close = closingMark(text, mark.index);
    if (close === null) {
      unclosed += 1;
      continue;
    }
    passages.push({ from: mark.index, to: close + 1, opening: mark[0], closing: text[close] ?? "" });
    position = close + 1;
  }
  return passages;
}

function opens(text: string, at: number): boolean {
  const before = text[at - 1];
  if (before !== undefined && !/[\s([{“"—–\-…*_]/u.test(before)) return false;
  if (!/[\p{L}\p{N}.…*_“"¿¡-]/u.test(text[at + 1] ?? "")) return false;
  return !elision.test(text.slice(at + 1, at + 9));
}

/** The first mark after punctuation; failing that the first after a word, unless a new passage opens before it. */
function closingMark(text: string, open: number): number | null {
  let afterWord: number | null = null;
  const end = Math.min(text.length, open + longest);
  for (let at = open + 2; at < end; at++) {
    const character = text[at];
    if (character === "‘" && text[at - 1] !== "“" && /[\s(]/u.test(text[at - 1] ?? "")) break;
    if (character !== "'" && character !== "’") continue;
    if (letter.test(text[at + 1] ?? "")) continue;
    const before = text[at - 1] ?? "";
    if (/\s/u.test(before)) continue;
    if (!letter.test(before)) return at;
    afterWord ??= at;
    const possessive = before === "s" && /^\s\p{Ll}/u.test(text.slice(at + 1, at + 3));
    if (!possessive) return afterWord;
  }
  return afterWord;
}

/** Passages between double quotation marks, whichever way the marks were damaged. */
export function doubleQuoted(text: string): QuotedPassage[] {
  const passages: QuotedPassage[] = [];
  let open: number | null = null;
  for (const mark of text.matchAll(/[“”"]/g)) {
    const at = mark.index;
    if (open === null || mark[0] === "“") {
      const mayOpen = mark[0] !== "”" && /^$|[\s([{—–\-‘'*_/]/u.test(text[at - 1] ?? "");
      open = mayOpen ? at : null;
    } else {
      if (at - open <= longest)
        passages.push({ from: open, to: at + 1, opening: text[open] ?? "", closing: mark[0] });
      open = null;
    }
  }
  return passages;
}
