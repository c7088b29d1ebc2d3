/** How the HTML begins that goes on over blank lines, and what ends it (CommonMark 0.31.2, section 4.6, kinds 1 to 5). */
const htmlEnds: [RegExp, RegExp][] = [
  [/^<(?:pre|script|style|textarea)(?:\s|>|$)/iu, /<\/(?:pre|script|style|textarea)>/giu],
  [/^<!--/u, /-->/gu],
  [/^<\?/u, /\?>/gu],
  [/^<!\[CDATA\[/u, /\]\]>/gu],
  [/^<![a-z]/iu, />/gu],
];

/** Where the fenced code or HTML ends whose first line begins at a place: after the line that closes it, or with the text. */
export function openBlockEnd(text: string, start: number): number {
  const begins = text.slice(start, start + 100).trimStart();
  const [fence] = /^(?:`{3,}|~{3,})/u.exec(begins) ?? [];
  const closing = fence ? fenceEnd(text, start) : htmlEnds.find(([opening]) => opening.test(begins))?.[1];
  if (closing === undefined) return text.length;
  closing.lastIndex = fence ? lineEnd(text, start) : start;
  const found = closing.exec(text);
  return found ? lineEnd(text, found.index + found[0].length - 1) : text.length;
}

/** A closing fence is at least as long as the one that opened. */
function fenceEnd(text: string, start: number): RegExp {
  const [, fence = "```"] = /^ *(`+|~+)/u.exec(text.slice(start, lineEnd(text, start))) ?? [];
  // A pattern can count no further than this; nobody draws such a fence.
  const length = Math.min(fence.length, 1000);
  return new RegExp(`^ {0,3}${fence[0] ?? "`"}{${length},}[ \\t]*$`, "gmu");
}

/** The place after a line's newline. */
function lineEnd(text: string, place: number): number {
  const newline = text.indexOf("\n", place);
  return newline === -1 ? text.length : newline + 1;
}
