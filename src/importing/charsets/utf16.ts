import iconv from "iconv-lite";
import { isCommonHan } from "./common-characters.ts";

const sampleLength = 4096;
const impossible = /[\p{Cn}\p{Co}\p{Cs}]|(?![\t\n\v\f\r])\p{Cc}/u;
const telling =
  /[\s\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Hangul}、。，：「」“”！？]/u;

/** The byte order of UTF-16 without a mark: told by zero bytes, or by what the text is in either order; or null. */
export function utf16WithoutMark(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const sample = bytes.subarray(0, sampleLength);
  let even = 0;
  let odd = 0;
  let controls = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte === 0 && index % 2 === 0) even++;
    else if (byte === 0) odd++;
    if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1a) controls++;
  }
  if (odd > sample.length / 5 && even < sample.length / 100) return "utf-16le";
  if (even > sample.length / 5 && odd < sample.length / 100) return "utf-16be";
  // Text has no control characters; UTF-16 beyond ASCII is full of bytes that look like them.
  if (sample.length < 4 || bytes.length % 2 === 1 || controls * 50 < sample.length) return null;
  const [little, big] = [tellingShare(sample, "utf-16le"), tellingShare(sample, "utf-16be")];
  if (Math.max(little, big) < 0.3) return null;
  return little > big ? "utf-16le" : "utf-16be";
}

/** The share of characters that a text has many of; 0 when one cannot be in a text. */
function tellingShare(sample: Uint8Array, charset: string): number {
  const text = iconv.decode(sample.subarray(0, sample.length - (sample.length % 2)), charset);
  if (impossible.test(text)) return 0;
  const characters = [...text];
  return (
    characters.filter((character) => telling.test(character) || isCommonHan(character)).length /
    characters.length
  );
}
