import { type PairKind, pairReaders } from "./byte-pairs.ts";
import { isCommonIn } from "./common-characters.ts";

const weights: Record<PairKind, number> = {
  mark: 2.4,
  kana: 4,
  hangul: 2,
  "first-level": 2,
  "second-level": -1,
  rare: -4,
  "half-width": -2,
  broken: -10,
};
const commonWeight = 4.4;
/** Japanese of more than a line has kana; without any, another language's bytes are read as ideographs. */
const loneIdeograph = -2;
const besideLetter = -3;
const besideSpace = -1;

/**
 * How plausible bytes are as text in one of the charsets of East Asia; higher is better. Null for other charsets.
 *
 * @param decode one or two bytes of the charset as text
 */
export function plausibilityOfPairs(
  bytes: Uint8Array,
  charset: string,
  decode: (bytes: Uint8Array) => string,
): number | null {
  const read = pairReaders[charset];
  if (read === undefined) return null;
  let score = 0;
  let ideographs = 0;
  let kana = 0;
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      at++;
      continue;
    }
    const { kind, length } = read(lead, bytes[at + 1] ?? 0);
    score += weights[kind];
    if (kind === "kana") {
      kana++;
      if (isLetter(bytes[at + length])) score += besideLetter;
    }
    if (kind === "first-level" || kind === "second-level") {
      ideographs++;
      if (isLetter(bytes[at - 1]) || isLetter(bytes[at + length])) score += besideLetter;
      if (bytes[at - 1] === 0x20 || bytes[at + length] === 0x20) score += besideSpace;
    }
    if (
      (kind === "first-level" || kind === "hangul") &&
      isCommonIn(charset, decode(bytes.subarray(at, at + length)))
    )
      score += commonWeight - weights[kind];
    at += length;
  }
  const isJapanese = charset === "shift_jis" || charset === "euc-jp";
  if (isJapanese && kana * 8 < ideographs) score += ideographs * loneIdeograph;
  return score;
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a));
}
