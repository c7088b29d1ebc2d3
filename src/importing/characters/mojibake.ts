import iconv from "iconv-lite";
import type { ReadingDraft } from "../reading-draft.ts";
import { type Rewriting, rewriteBlocks, rewritings } from "./rewrite.ts";

/** Characters that windows-1252 makes of the bytes of UTF-8, in runs; what it leaves undefined passes through. */
const run =
  /[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]{2,}/g;
const mostRounds = 3;

/**
 * Repairs UTF-8 that was read as windows-1252, once or several times over (T43, T44). Applied when it is certain:
 * nearly all of the text's unusual characters are such sequences, or some are sequences of three that nobody
 * writes by hand. Otherwise it is only proposed.
 */
export function readMojibake(draft: ReadingDraft): void {
  let garbled = 0;
  let sane = 0;
  let unmistakable = 0;
  for (const block of draft.blocks.keys()) {
    const text = draft.textOf(block);
    for (const { from, to, with: becomes } of repairsIn(text)) {
      garbled += to - from;
      if (/[\u2010-\u2026\u20ac]/u.test(becomes) || to - from > 3) unmistakable++;
    }
    sane += text.match(/[^\0-\u009f]/gu)?.length ?? 0;
  }
  if (garbled === 0) return;
  const certain = garbled >= sane * 0.8 && (unmistakable > 0 || garbled >= 6);
  rewriteBlocks(
    draft,
    certain ? "encoding-repaired" : "encoding-damage",
    repairsIn,
    certain ? "applied" : "proposed",
  );
}

function repairsIn(text: string): Generator<Rewriting> {
  return pieces(text);
}

/** In a run, each stretch of bytes that is valid UTF-8 is one repair; the rest was meant as it stands. */
function* pieces(text: string): Generator<Rewriting> {
  for (const { from, to } of rewritings(text, run, () => "")) {
    const characters = text.slice(from, to);
    const bytes = bytesOf(characters);
    if (bytes === null) continue;
    let at = 0;
    while (at < bytes.length) {
      const length = sequenceLength(bytes, at);
      if (length === 0) {
        at++;
        continue;
      }
      let end = at + length;
      for (let next = sequenceLength(bytes, end); next > 0; next = sequenceLength(bytes, end)) end += next;
      const repaired = repair(bytes.subarray(at, end));
      if (repaired !== null) yield { from: from + at, to: from + end, with: repaired };
      at = end;
    }
  }
}

/** The characters windows-1252 has above the controls of ISO 8859-1, by their byte. */
const aboveLatin = new Map<string, number>();
for (let byte = 0x80; byte <= 0x9f; byte++) {
  const character = iconv.decode(Buffer.from([byte]), "windows-1252");
  if (character.charCodeAt(0) > 0xff) aboveLatin.set(character, byte);
}

/** One byte for each UTF-16 unit, or null when a character is none that windows-1252 makes. */
function bytesOf(characters: string): Buffer | null {
  const bytes = Buffer.alloc(characters.length);
  for (let index = 0; index < characters.length; index++) {
    const code = characters.charCodeAt(index);
    const byte = code <= 0xff ? code : aboveLatin.get(characters.charAt(index));
    if (byte === undefined) return null;
    bytes[index] = byte;
  }
  return bytes;
}

/** The length of a well-formed UTF-8 sequence of two to four bytes (RFC 3629), or 0. */
function sequenceLength(bytes: Buffer, at: number): number {
  const lead = bytes[at] ?? 0;
  const length =
    lead >= 0xc2 && lead <= 0xdf
      ? 2
      : lead >= 0xe0 && lead <= 0xef
        ? 3
        : lead >= 0xf0 && lead <= 0xf4
          ? 4
          : 0;
  if (length === 0 || at + length > bytes.length) return 0;
  for (let index = at + 1; index < at + length; index++) {
    const byte = bytes[index] ?? 0;
    if (byte < 0x80 || byte > 0xbf) return 0;
  }
  return length;
}

function repair(bytes: Buffer): string | null {
  let text = bytes.toString("utf8");
  for (let round = 1; round < mostRounds; round++) {
    const again = bytesOf(text);
    const next = again?.toString("utf8");
    if (next === undefined || next.includes("\ufffd") || next === text) break;
    text = next;
  }
  return /[\u0080-\u009f\ufffd]/u.test(text) ? null : text;
}
