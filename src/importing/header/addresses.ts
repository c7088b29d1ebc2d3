import type { BlockRange } from "../edit.ts";

const address = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/gu;

/**
 * The e-mail addresses in a passage, and what is left of the passage without them: addresses are private and
 * never part of a field that is shown.
 */
export function withoutAddresses(
  text: string,
  range: BlockRange,
): { shown: BlockRange[]; addresses: { address: string; range: BlockRange }[] } {
  const shown: BlockRange[] = [];
  const addresses: { address: string; range: BlockRange }[] = [];
  let from = range.from;
  for (const match of text.slice(range.from, range.to).matchAll(address)) {
    const start = range.from + match.index;
    const end = start + match[0].length;
    const enclosed = /[<([]/u.test(text[start - 1] ?? "") && /[>)\]]/u.test(text[end] ?? "");
    const whole = { block: range.block, from: enclosed ? start - 1 : start, to: enclosed ? end + 1 : end };
    addresses.push({ address: match[0].replace(/\.$/u, ""), range: whole });
    push(shown, text, { block: range.block, from, to: whole.from });
    from = whole.to;
  }
  push(shown, text, { block: range.block, from, to: range.to });
  return { shown, addresses };
}

/** An address as a person who knows it can tell it by: `w…@carfax.example`. */
export function maskedAddress(address: string): string {
  const at = address.indexOf("@");
  return `${address.slice(0, 1)}…${address.slice(at)}`;
}

/** Ranges are trimmed; those with nothing in them are dropped. */
function push(ranges: BlockRange[], text: string, range: BlockRange): void {
  const words = text.slice(range.from, range.to);
  const from = range.from + (words.length - words.trimStart().length);
  const to = range.to - (words.length - words.trimEnd().length);
  if (to > from && /[\p{L}\p{N}\p{P}\p{S}]/u.test(words)) ranges.push({ block: range.block, from, to });
}
