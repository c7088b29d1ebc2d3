/** A stretch set off by marks; `from` and `to` take in the marks, which are `width` characters on either side. */
export interface MarkedStretch {
  from: number;
  to: number;
  width: number;
  as: "em" | "strong";
}

/** One mark that may open or close. */
export interface EmphasisMark {
  at: number;
  width: number;
  mark: string;
  opens: boolean;
  closes: boolean;
}

const longestSlashed = 300;
const mostMarks = 20_000;
const addresses = /\b(?:https?:\/\/|www\.)\S+|[^\s@]{1,64}@[^\s@]{1,200}/gu;

/**
 * The marks of a paragraph in which people write emphasis: `*em*`, `**strong**`, `_em_`, `/em/`. A mark opens
 * after a space and before a word, and closes after a word and before a space or punctuation; so `f***ing`, `5*`,
 * `snake_case`, `and/or` and addresses have none (T20–T25, T59).
 */
export function emphasisMarks(text: string): EmphasisMark[] {
  const avoided = [...text.matchAll(addresses)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
  const marks: EmphasisMark[] = [];
  let next = 0;
  for (const match of text.matchAll(/\*{1,3}(?!\*)|(?<![_\\])_(?!_)|(?<!\/)\/(?!\/)/gu)) {
    const at = match.index;
    while ((avoided[next]?.to ?? Number.POSITIVE_INFINITY) <= at) next++;
    if ((avoided[next]?.from ?? Number.POSITIVE_INFINITY) <= at) continue;
    const before = text[at - 1] ?? " ";
    const after = text[at + match[0].length] ?? " ";
    if (before === "*") continue;
    const opens = /[\s"“'‘([{—–\-…*_/]/u.test(before) && /[\p{L}\p{N}"“'‘(.…¿¡*_—-]/u.test(after);
    const closes = /[^\s([{“‘]/u.test(before) && /[\s"”'’)\]}—–\-….,;:!?*_/]/u.test(after);
    if (opens || closes) marks.push({ at, width: match[0].length, mark: match[0], opens, closes });
    if (marks.length > mostMarks) return [];
  }
  return marks;
}

/** Pairs marks inside one paragraph; marks without a partner are returned apart. */
export function pairMarks(
  text: string,
  marks: EmphasisMark[],
): { stretches: MarkedStretch[]; alone: EmphasisMark[] } {
  const stretches: MarkedStretch[] = [];
  const open: EmphasisMark[] = [];
  const alone: EmphasisMark[] = [];
  for (const mark of marks) {
    const partner = mark.closes ? open.findLastIndex((candidate) => candidate.mark === mark.mark) : -1;
    const opening = open[partner];
    if (opening && isStretch(text, opening, mark)) {
      alone.push(...open.splice(partner).slice(1));
      stretches.push(...stretchesOf(opening, mark));
    } else if (mark.opens) open.push(mark);
    else alone.push(mark);
    if (open.length > 8) alone.push(...open.splice(0, 1));
  }
  return { stretches, alone: [...alone, ...open].sort((a, b) => a.at - b.at) };
}

function isStretch(text: string, opening: EmphasisMark, closing: EmphasisMark): boolean {
  const from = opening.at + opening.width;
  const length = closing.at - from;
  if (length <= 0) return false;
  if (opening.mark !== "/") return true;
  // A slash is first of all a slash: between them there must be something said.
  const inner = text.slice(from, Math.min(closing.at, from + longestSlashed));
  return (
    length < longestSlashed &&
    (/[.!?…,]$/u.test(inner) || /\p{L}\s\p{L}/u.test(inner)) &&
    !/[/\\]/u.test(inner)
  );
}

function stretchesOf(opening: EmphasisMark, closing: EmphasisMark): MarkedStretch[] {
  const stretch = { from: opening.at, to: closing.at + closing.width, width: opening.width };
  if (opening.width === 3)
    return [
      { ...stretch, as: "strong" },
      { ...stretch, as: "em" },
    ];
  return [{ ...stretch, as: opening.width === 2 ? "strong" : "em" }];
}
