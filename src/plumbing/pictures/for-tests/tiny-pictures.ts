import { crc32, deflateSync } from "node:zlib";

/** Text that a tool might have written into a picture. */
export const secret = "Ada Lovelace, 51.5074 N 0.1278 W";

/** The bytes of a text in ASCII. */
export const ascii = (text: string): number[] => [...new TextEncoder().encode(text)];
const big32 = (value: number): number[] => [
  value >>> 24,
  (value >>> 16) & 255,
  (value >>> 8) & 255,
  value & 255,
];
const little32 = (value: number): number[] => big32(value).reverse();
const big16 = (value: number): number[] => [value >>> 8, value & 255];

/** One chunk of a PNG. */
export function pngChunk(name: string, data: number[]): number[] {
  const named = [...ascii(name), ...data];
  return [...big32(data.length), ...named, ...big32(crc32(Uint8Array.from(named)))];
}

/** A PNG of black points, with chunks of one's own before its data and bytes behind its end. */
export function tinyPng(
  options: { width?: number; height?: number; extra?: number[]; behind?: number[] } = {},
) {
  const { width = 3, height = 2, extra = [], behind = [] } = options;
  const points = new Uint8Array(Math.min(width * height, 10_000) + height);
  return Uint8Array.from([
    ...[0x89, ...ascii("PNG\r\n\x1a\n")],
    ...pngChunk("IHDR", [...big32(width), ...big32(height), 8, 0, 0, 0, 0]),
    ...extra,
    ...pngChunk("IDAT", [...deflateSync(points)]),
    ...pngChunk("IEND", []),
    ...behind,
  ]);
}

/** One segment of a JPEG. */
export function jpegSegment(code: number, data: number[]): number[] {
  return [0xff, code, ...big16(data.length + 2), ...data];
}

/** EXIF that tells a secret and how the camera was held. */
export function exif(orientation: number): number[] {
  const little16 = (value: number): number[] => big16(value).reverse();
  const text = ascii(secret);
  return [
    ...ascii("Exif\0\0II"),
    ...[...little16(42), ...little32(8), ...little16(2)],
    ...[...little16(0x010f), ...little16(2), ...little32(text.length), ...little32(38)],
    ...[...little16(0x0112), ...little16(3), ...little32(1), ...little16(orientation), 0, 0],
    ...little32(0),
    ...text,
  ];
}

/** A JPEG's frame and scan in their outer form, with segments of one's own before them. */
export function tinyJpeg(
  options: { width?: number; height?: number; extra?: number[]; behind?: number[] } = {},
) {
  const { width = 3, height = 2, extra = [], behind = [] } = options;
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...jpegSegment(0xe0, [...ascii("JFIF\0"), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...extra,
    ...jpegSegment(0xdb, [0, ...Array.from({ length: 64 }, () => 1)]),
    ...jpegSegment(0xc0, [8, ...big16(height), ...big16(width), 1, 1, 0x11, 0]),
    ...jpegSegment(0xda, [1, 1, 0, 0, 63, 0]),
    ...[0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56],
    ...[0xff, 0xd9],
    ...behind,
  ]);
}

/** An extension block of a GIF. */
export function gifExtension(label: number, ...blocks: number[][]): number[] {
  return [0x21, label, ...blocks.flatMap((block) => [block.length, ...block]), 0];
}

/** A GIF of one point, with blocks of one's own before it. */
export function tinyGif(options: { extra?: number[]; behind?: number[] } = {}) {
  const { extra = [], behind = [] } = options;
  return Uint8Array.from([
    ...ascii("GIF89a"),
    ...[1, 0, 1, 0, 0x80, 0, 0],
    ...[0, 0, 0, 255, 255, 255],
    ...gifExtension(0xf9, [0, 10, 0, 0]),
    ...extra,
    ...[0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 0x01, 0],
    0x3b,
    ...behind,
  ]);
}

/** A chunk of a WebP. */
export function webpChunk(name: string, data: number[]): number[] {
  return [...ascii(name), ...little32(data.length), ...data, ...(data.length % 2 ? [0] : [])];
}

/** A picture without loss, in its outer form. */
export function webpLossless(width: number, height: number): number[] {
  return webpChunk("VP8L", [0x2f, ...little32((width - 1) | ((height - 1) << 14)), 7, 7]);
}

/** A WebP of these chunks. */
export function tinyWebp(chunks: number[], behind: number[] = []) {
  return Uint8Array.from([
    ...ascii("RIFF"),
    ...little32(chunks.length + 4),
    ...ascii("WEBP"),
    ...chunks,
    ...behind,
  ]);
}

/** The header of a WebP that has more than a picture. */
export function webpHeader(flags: number, width: number, height: number): number[] {
  const side = (value: number) => little32(value - 1).slice(0, 3);
  return webpChunk("VP8X", [flags, 0, 0, 0, ...side(width), ...side(height)]);
}
