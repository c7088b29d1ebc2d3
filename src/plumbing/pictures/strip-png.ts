import { crc32 } from "node:zlib";
import { bytesOf, joinBytes, signsAt, viewOf } from "./bytes.ts";
import type { StrippedPicture } from "./picture-bounds.ts";

const signature = bytesOf("\x89PNG\r\n\x1a\n");
/** Length, name and check of a chunk, without its data. */
const frame = 12;

/** What a browser needs to draw the picture, in its colours and its motion; all else tells of its maker. */
const kept = new Set([
  ...["IHDR", "PLTE", "IDAT", "IEND"],
  ...["tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "pHYs", "bKGD"],
  ...["acTL", "fcTL", "fdAT"],
]);

export function isPng(bytes: Uint8Array): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/**
 * A PNG without its texts, times, EXIF and private chunks, and without what follows its end.
 *
 * Chunks, and which of them a decoder may pass over: PNG (Third Edition), section 5,
 * https://www.w3.org/TR/png-3/#5DataRep. An EXIF rotation goes with the rest: few browsers turn a PNG by it.
 *
 * @returns null when it is malformed, or needs a chunk that the specification does not know
 */
export function stripPng(bytes: Uint8Array): StrippedPicture | null {
  const view = viewOf(bytes);
  const parts = [signature];
  const seen = new Set<string>();
  let size: { width: number; height: number } | null = null;
  for (let at = signature.length; at + frame <= bytes.byteLength; ) {
    const length = view.getUint32(at);
    const end = at + frame + length;
    if (end > bytes.byteLength) return null;
    const name = signsAt(bytes, at + 4, 4);
    if (seen.size === 0 && (name !== "IHDR" || length !== 13)) return null;
    if (kept.has(name)) {
      if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return null;
      if (name === "IHDR") {
        if (size) return null;
        size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
      }
      seen.add(name);
      parts.push(bytes.subarray(at, end));
    } else if (/^[A-Z]/.test(name)) return null;
    if (name === "IEND") return size && seen.has("IDAT") ? { bytes: joinBytes(parts), ...size } : null;
    at = end;
  }
  return null;
}
