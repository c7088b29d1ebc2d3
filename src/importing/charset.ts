import { analyse } from "chardet";
import iconv from "iconv-lite";
import { plausibilityOfPairs } from "./charsets/plausible-pairs.ts";
import { plausibility } from "./charsets/plausible-text.ts";
import { utf16WithoutMark } from "./charsets/utf16.ts";
import type { CharsetReading } from "./import-reading.ts";

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
/** Those stories are found in, the likelier of two that fit as well first. */
const candidates = [
  "windows-1252",
  "macintosh",
  "windows-1251",
  "koi8-r",
  "shift_jis",
  "gb18030",
  "euc-jp",
  "big5",
  "euc-kr",
  "windows-1250",
  "iso-8859-2",
  "iso-8859-5",
  "cp866",
  "windows-1253",
  "windows-1254",
  "windows-1255",
  "windows-1256",
];

/**
 * The charset that makes the most plausible text of the bytes: of the usual ones, and of those a statistician of
 * bytes (chardet) thinks of beside them. ISO-8859-1 is read as windows-1252, its superset in all but controls.
 */
function byStatistics(bytes: Uint8Array): DecodedText {
  const sample = bytes.subarray(0, sampleLength);
  const guesses = analyse(sample)
    .map(({ name, confidence }) => ({ charset: name.toLowerCase(), confidence }))
    .filter(({ charset }) => iconv.encodingExists(charset) && !/^(?:utf-|ascii|iso-8859-1$)/.test(charset));
  const likely = guesses.filter(({ confidence }) => confidence >= 30).map(({ charset }) => charset);
  const scored = [...new Set([...candidates, ...likely.slice(0, 3)])].map((charset) => ({
    charset,
    score: scoreOf(sample, charset),
  }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  const confidence = guesses.find((guess) => guess.charset === best.charset)?.confidence ?? 50;
  return {
    text: decodeAs(bytes, best.charset),
    charset: { charset: best.charset, because: { why: "byte-statistics", confidence } },
  };
}

function scoreOf(sample: Uint8Array, charset: string): number {
  const pairs = plausibilityOfPairs(sample, charset, (bytes) => decodeAs(bytes, charset));
  return pairs ?? plausibility(decodeAs(sample, charset));
}
