import { joinBytes, signsAt, viewOf } from "./bytes.ts";
import type { StrippedPicture } from "./picture-bounds.ts";

const extension = 0x21;
const image = 0x2c;
const trailer = 0x3b;
const label = { plainText: 0x01, control: 0xf9, application: 0xff } as const;
/** Extensions that say how often a moving picture is shown. */
const loops = new Set(["NETSCAPE2.0", "ANIMEXTS1.0"]);

export function isGif(bytes: Uint8Array): boolean {
  return /^GIF8[79]a$/.test(signsAt(bytes, 0, 6));
}

/**
 * A GIF without comments, plain texts, what programs added of their own, and what follows its end.
 *
 * Blocks: GIF89a, sections 15 to 27, https://www.w3.org/Graphics/GIF/spec-gif89a.txt. A control block belongs to
 * the picture or text that follows it and goes with it.
 *
 * @returns null when it is malformed or has no picture in it
 */
export function stripGif(bytes: Uint8Array): StrippedPicture | null {
  if (bytes.byteLength < 13) return null;
  const view = viewOf(bytes);
  const size = { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  let at = 13 + tableLength(bytes[10] ?? 0);
  const parts = [bytes.subarray(0, at)];
  let control: Uint8Array | null = null;
  let images = 0;
  while (at < bytes.byteLength && bytes[at] !== trailer) {
    const from = at;
    if (bytes[from] === image) {
      const data = from + 10 + tableLength(bytes[from + 9] ?? 0);
      const end = endOfBlocks(bytes, data + 1);
      if (end === null) return null;
      if (control) parts.push(control);
      parts.push(bytes.subarray(from, end));
      control = null;
      images += 1;
      at = end;
      continue;
    }
    const end = bytes[from] === extension ? endOfBlocks(bytes, from + 2) : null;
    if (end === null) return null;
    const kind = bytes[from + 1];
    if (kind === label.control) {
      if (bytes[from + 2] !== 4) return null;
      control = joinBytes([bytes.subarray(from, from + 7), Uint8Array.of(0)]);
    }
    if (kind === label.plainText) control = null;
    if (kind === label.application) parts.push(...loopOf(bytes.subarray(from, end)));
    at = end;
  }
  if (images === 0) return null;
  return { bytes: joinBytes([...parts, Uint8Array.of(trailer)]), ...size };
}

/** The length of a colour table, from the byte that says whether there is one and how long. */
function tableLength(packed: number): number {
  return packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0;
}

/** Where a run of sub-blocks ends, its empty last one included; null when the file ends first. */
function endOfBlocks(bytes: Uint8Array, from: number): number | null {
  let at = from;
  while (at < bytes.byteLength) {
    const length = bytes[at] ?? 0;
    at += length + 1;
    if (length === 0) return at;
  }
  return null;
}

/** The loop count of an application's extension, in the shortest form that says it; nothing when it says none. */
function loopOf(block: Uint8Array): Uint8Array[] {
  if (block[2] !== 11 || !loops.has(signsAt(block, 3, 11))) return [];
  const count = block.subarray(14, 18);
  if (count.byteLength < 4 || count[0] !== 3 || count[1] !== 1) return [];
  return [joinBytes([block.subarray(0, 18), Uint8Array.of(0)])];
}
