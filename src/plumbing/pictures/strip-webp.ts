import { bytesOf, joinBytes, signsAt, viewOf } from "./bytes.ts";
import type { StrippedPicture } from "./picture-bounds.ts";

type Chunk = { name: string; data: Uint8Array };

/** What a file may be made of, and a frame of a moving picture; all else tells of its maker. */
const inFile = new Set(["VP8 ", "VP8L", "VP8X", "ICCP", "ANIM", "ANMF", "ALPH"]);
const inFrame = new Set(["VP8 ", "VP8L", "ALPH"]);
/** In the flags of a VP8X chunk: profile, transparency, motion. EXIF (8) and XMP (4) are the others. */
const honestFlags = 0x20 | 0x10 | 0x02;
/** Place, size, duration and flags of a frame, before its own chunks. */
const frameHeader = 16;

export function isWebp(bytes: Uint8Array): boolean {
  return signsAt(bytes, 0, 4) === "RIFF" && signsAt(bytes, 8, 4) === "WEBP";
}

/**
 * A WebP without EXIF, XMP, chunks of unknown kinds, and what follows its end. A rotation in EXIF goes with the
 * rest: few browsers turn a WebP by it.
 *
 * Chunks: RFC 9649, section 2, https://www.rfc-editor.org/rfc/rfc9649#section-2; sizes: section 3.4 there for
 * VP8L and RFC 6386, section 9.1, for VP8.
 *
 * @returns null when it is malformed
 */
export function stripWebp(bytes: Uint8Array): StrippedPicture | null {
  if (bytes.byteLength < 12) return null;
  const end = 8 + viewOf(bytes).getUint32(4, true);
  if (end > bytes.byteLength) return null;
  const chunks = chunksOf(bytes.subarray(12, end), inFile);
  const first = chunks?.[0];
  if (!chunks || !first) return null;
  const simple = first.name === "VP8 " || first.name === "VP8L";
  const stripped = simple ? [first] : extended(chunks);
  const size = stripped && sizeOf(first);
  if (!stripped || !size) return null;
  const body = joinBytes(stripped.map(written));
  return { bytes: joinBytes([bytesOf("RIFF"), uint32(body.byteLength + 4), bytesOf("WEBP"), body]), ...size };
}

/** A file that begins with VP8X, with honest flags; null when there is no picture in it. */
function extended([first, ...others]: Chunk[]): Chunk[] | null {
  if (first?.name !== "VP8X" || first.data.byteLength < 10) return null;
  const header = first.data.slice(0, 10);
  header.set([(header[0] ?? 0) & honestFlags, 0, 0, 0]);
  const result: Chunk[] = [{ name: "VP8X", data: header }];
  for (const chunk of others) {
    if (chunk.name === "VP8X") return null;
    const data = chunk.name === "ANMF" ? strippedFrame(chunk.data) : chunk.data;
    if (!data) return null;
    result.push({ name: chunk.name, data });
  }
  return result.some(({ name }) => ["VP8 ", "VP8L", "ANMF"].includes(name)) ? result : null;
}

function strippedFrame(data: Uint8Array): Uint8Array | null {
  const chunks = chunksOf(data.subarray(frameHeader), inFrame);
  if (data.byteLength < frameHeader || !chunks || chunks.length === 0) return null;
  return joinBytes([data.subarray(0, frameHeader), ...chunks.map(written)]);
}

/** The chunks of known kinds; null when one claims more than there is. */
function chunksOf(bytes: Uint8Array, known: Set<string>): Chunk[] | null {
  const view = viewOf(bytes);
  const chunks: Chunk[] = [];
  for (let at = 0; at + 8 <= bytes.byteLength; ) {
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length;
    if (end > bytes.byteLength) return null;
    const name = signsAt(bytes, at, 4);
    if (known.has(name)) chunks.push({ name, data: bytes.subarray(at + 8, end) });
    // A chunk of odd length is followed by one byte more.
    at = end + (length % 2);
  }
  return chunks;
}

function sizeOf({ name, data }: Chunk): { width: number; height: number } | null {
  if (data.byteLength < (name === "VP8L" ? 5 : 10)) return null;
  const view = viewOf(data);
  if (name === "VP8X") {
    const side = (at: number) => 1 + view.getUint16(at, true) + view.getUint8(at + 2) * 2 ** 16;
    return { width: side(4), height: side(7) };
  }
  if (name === "VP8L") {
    if (data[0] !== 0x2f) return null;
    const bits = view.getUint32(1, true);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  if (signsAt(data, 3, 3) !== "\x9d\x01\x2a") return null;
  return { width: view.getUint16(6, true) & 0x3fff, height: view.getUint16(8, true) & 0x3fff };
}

function written({ name, data }: Chunk): Uint8Array {
  return joinBytes([bytesOf(name), uint32(data.byteLength), data, new Uint8Array(data.byteLength % 2)]);
}

function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  viewOf(bytes).setUint32(0, value, true);
  return bytes;
}
