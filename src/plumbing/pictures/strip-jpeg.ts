import { joinBytes, signsAt, viewOf } from "./bytes.ts";
import { exifName, exifOfOrientation, isOnItsSide, orientationOf } from "./orientation.ts";
import type { StrippedPicture } from "./picture-bounds.ts";

const marker = {
  startOfImage: 0xd8,
  endOfImage: 0xd9,
  startOfScan: 0xda,
  app0: 0xe0,
  exif: 0xe1,
  colours: 0xe2,
  adobe: 0xee,
} as const;

export function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === marker.startOfImage && bytes[2] === 0xff;
}

/**
 * A JPEG without EXIF, XMP, IPTC, comments, previews and other pictures behind it. How the camera was held stays,
 * alone; so do the colour profile and what a decoder needs to know of the colours.
 *
 * Segments and scans: ITU-T T.81, annex B, https://www.w3.org/Graphics/JPEG/itu-t81.pdf; JFIF: ITU-T T.871,
 * section 10; the profile: ICC.1:2022, annex B.4. Only what browsers decode is kept: baseline, extended and
 * progressive Huffman, eight bits. One that breaks off within its last scan is ended there, as browsers show it.
 *
 * @returns null when it is malformed or of another kind
 */
export function stripJpeg(bytes: Uint8Array): StrippedPicture | null {
  const view = viewOf(bytes);
  const parts: Uint8Array[] = [Uint8Array.of(0xff, marker.startOfImage)];
  let size: { width: number; height: number } | null = null;
  let orientation: number | null = null;
  let scanned = false;
  const finish = (): StrippedPicture | null => {
    if (!size || !scanned) return null;
    parts.push(Uint8Array.of(0xff, marker.endOfImage));
    const turned = isOnItsSide(orientation ?? 1) ? { width: size.height, height: size.width } : size;
    return { bytes: joinBytes(parts), ...turned };
  };
  for (let at = nextMarker(bytes, 2); at < bytes.byteLength; at = nextMarker(bytes, at)) {
    const code = bytes[at] ?? 0;
    if (code === marker.endOfImage) return finish();
    if (code === marker.startOfImage) return null;
    at += 1;
    if (standsAlone(code)) continue;
    if (at + 2 > bytes.byteLength) return scanned ? finish() : null;
    const end = at + view.getUint16(at);
    if (end < at + 2 || end > bytes.byteLength) return scanned ? finish() : null;
    const content = bytes.subarray(at + 2, end);
    at = end;
    if (code === marker.exif && signsAt(content, 0, 6) === exifName) {
      if (orientation === null) {
        orientation = orientationOf(content.subarray(6));
        if (orientation !== 1) parts.push(segment(marker.exif, exifOfOrientation(orientation)));
      }
      continue;
    }
    if (isFrame(code)) {
      if (size || code > 0xc2 || content.byteLength < 6 || content[0] !== 8) return null;
      const frame = viewOf(content);
      size = { height: frame.getUint16(1), width: frame.getUint16(3) };
    }
    const needed = neededOf(code, content);
    if (needed) parts.push(segment(code, needed));
    if (code !== marker.startOfScan) continue;
    if (!size) return null;
    const scanEnd = endOfScan(bytes, at);
    parts.push(bytes.subarray(at, scanEnd));
    scanned = true;
    at = scanEnd;
  }
  return finish();
}

/** Where the next marker's code stands; what lies before it belongs to nothing. */
function nextMarker(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0) {
    while (bytes[at] === 0xff) at += 1;
    if (bytes[at] !== 0) return at;
    at = bytes.indexOf(0xff, at);
  }
  return bytes.byteLength;
}

/** The end of the coded samples that begin here: before a marker that is no restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at)) {
    const end = at;
    while (bytes[at] === 0xff) at += 1;
    const code = bytes[at];
    if (code === undefined || (code !== 0 && !isRestart(code))) return end;
  }
  return bytes.byteLength;
}

/** What of a segment is needed to draw the picture; null: nothing. */
function neededOf(code: number, content: Uint8Array): Uint8Array | null {
  if (code === marker.app0) {
    if (signsAt(content, 0, 5) !== "JFIF\0" || content.byteLength < 14) return null;
    // Its last two bytes say how large a preview follows; the preview may show what was cut away.
    return joinBytes([content.subarray(0, 12), Uint8Array.of(0, 0)]);
  }
  if (code === marker.colours) return signsAt(content, 0, 12) === "ICC_PROFILE\0" ? content : null;
  if (code === marker.adobe) return signsAt(content, 0, 5) === "Adobe" ? content.subarray(0, 12) : null;
  return code >= 0xc0 && code <= 0xdf ? content : null;
}

function segment(code: number, content: Uint8Array): Uint8Array {
  const head = Uint8Array.of(0xff, code, 0, 0);
  viewOf(head).setUint16(2, content.byteLength + 2);
  return joinBytes([head, content]);
}

function isRestart(code: number): boolean {
  return code >= 0xd0 && code <= 0xd7;
}

function standsAlone(code: number): boolean {
  return code === 0x01 || isRestart(code);
}

/** Start of frame: all of 0xC0–0xCF but the tables for Huffman (C4) and arithmetic (CC) coding and the reserved C8. */
function isFrame(code: number): boolean {
  return code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc;
}
