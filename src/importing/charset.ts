import { analyse } from "chardet";
import iconv from "iconv-lite";
import type { CharsetReading } from "./import-reading.ts";
import { plausibility } from "./plausible-text.ts";

export interface DecodedText {
  text: string;
  charset: CharsetReading;
}

/**
 * Turns bytes into text by the strongest evidence there is: a byte order mark, then being valid UTF-8 (other
 * charsets hardly ever are by chance), then the zero bytes of UTF-16, then what the file itself declares, then
 * which charset makes the most plausible text.
 */
export function decodeText(bytes: Uint8Array, declared: string | null): DecodedText {
  const mark = byteOrderMark(bytes);
  if (mark) {
    return {
      text: decodeAs(bytes.subarray(mark.length), mark.charset),
      charset: { charset: mark.charset, because: { why: "byte-order-mark" } },
    };
  }
  const utf16 = utf16WithoutMark(bytes);
  if (utf16)
    return {
      text: decodeAs(bytes, utf16),
      charset: { charset: utf16, because: { why: "byte-statistics", confidence: 90 } },
    };
  const utf8 = asUtf8(bytes);
  if (utf8 !== null) return { text: utf8, charset: { charset: "utf-8", because: { why: "valid-utf-8" } } };
  if (declared && declared.toLowerCase() !== "utf-8" && iconv.encodingExists(declared)) {
    return {
      text: decodeAs(bytes, declared),
      charset: { charset: declared.toLowerCase(), because: { why: "declared", charset: declared } },
    };
  }
  return byStatistics(bytes);
}

const marks = [
  { charset: "utf-8", bytes: [0xef, 0xbb, 0xbf] },
  { charset: "utf-32le", bytes: [0xff, 0xfe, 0, 0] },
  { charset: "utf-16le", bytes: [0xff, 0xfe] },
  { charset: "utf-16be", bytes: [0xfe, 0xff] },
];

function byteOrderMark(bytes: Uint8Array): { charset: string; length: number } | null {
  const found = marks.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte));
  return found ? { charset: found.charset, length: found.bytes.length } : null;
}

function utf16WithoutMark(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte === 0 && index % 2 === 0) even++;
    else if (byte === 0) odd++;
  }
  if (odd > sample.length / 5 && even < sample.length / 100) return "utf-16le";
  return even > sample.length / 5 && odd < sample.length / 100 ? "utf-16be" : null;
}

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decodeAs(bytes: Uint8Array, charset: string): string {
  return iconv.decode(bytes, charset, { stripBOM: true });
}

const sampleLength = 200_000;

/** chardet does not know Mac OS Roman and prefers ISO-8859-1 to windows-1252, its superset in all but controls. */
function byStatistics(bytes: Uint8Array): DecodedText {
  const sample = bytes.subarray(0, sampleLength);
  const guesses = analyse(sample)
    .filter((guess) => guess.confidence >= 10 && iconv.encodingExists(guess.name))
    .map((guess) => ({
      charset: guess.name === "ISO-8859-1" ? "windows-1252" : guess.name.toLowerCase(),
      confidence: guess.confidence,
    }))
    .filter((guess) => !guess.charset.startsWith("utf-") && guess.charset !== "ascii");
  const first = guesses[0];
  const multibyte =
    first !== undefined && first.confidence >= 50 && /^(shift|big5|euc|gb|iso-2022)/.test(first.charset);
  const candidates = multibyte
    ? [first.charset]
    : [...new Set(["windows-1252", "macintosh", ...guesses.slice(0, 3).map((guess) => guess.charset)])];
  const scored = candidates.map((charset) => ({ charset, score: plausibility(decodeAs(sample, charset)) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  const confidence = guesses.find((guess) => guess.charset === best.charset)?.confidence ?? 50;
  return {
    text: decodeAs(bytes, best.charset),
    charset: { charset: best.charset, because: { why: "byte-statistics", confidence } },
  };
}
