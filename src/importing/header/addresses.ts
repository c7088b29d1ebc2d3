import type { BlockRange } from "../edit.ts";

const address = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/gu;

/**
 * The e-mail addresses in a passage, and what is left of the passage without them: addresses are private and
 * never part of a field that is shown.
 */
export function withoutAddresses(
  text: string,
  range: BlockRange,
): { shown: BlockRange[]; addresses: string[] } {
  const shown: BlockRange[] = [];
  const addresses: string[] = [];
  let from = range.from;
  for (const match of text.slice(range.from, range.to).matchAll(address)) {
    const start = range.from + match.index;
    const end = start + match[0].length;
    const enclosed = /[<([]/u.test(text[start - 1] ?? "") && /[>)\]]/u.test(text[end] ?? "");
    addresses.push(match[0].replace(/\.$/u, ""));
    push(shown, text, { block: range.block, from, to: enclosed ? start - 1 : start });
    from = enclosed ? end + 1 : end;
  }
  push(shown, text, { block: range.block, from, to: range.to });
  return { shown, addresses };
}

/** Ranges are trimmed; those with nothing in them are dropped. */
function push(ranges: BlockRange[], text: string, range: BlockRange): void {
  const words = text.slice(range.from, range.to);
  const from = range.from + (words.length - words.trimStart().length);
  const to = range.to - (words.length - words.trimEnd().length);
  if (to > from && /[\p{L}\p{N}\p{P}\p{S}]/u.test(words)) ranges.push({ block: range.block, from, to });
}
