import { bytesOf, joinBytes, signsAt, viewOf } from "./bytes.ts";

/** What an EXIF segment of a JPEG begins with. */
export const exifName = "Exif\0\0";
const orientationTag = 0x0112;
const short = 3;

/**
 * How a camera was held, as its EXIF says it: 1 upright, 2–8 turned or mirrored (EXIF 2.32, section 4.6.4, tag
 * 274; the TIFF 6.0 structure around it, section 2).
 *
 * @param tiff the bytes after "Exif\0\0"
 * @returns 1 also when it says nothing that can be understood
 */
export function orientationOf(tiff: Uint8Array): number {
  const order = signsAt(tiff, 0, 2);
  if (tiff.byteLength < 8 || (order !== "II" && order !== "MM")) return 1;
  const little = order === "II";
  const view = viewOf(tiff);
  const directory = view.getUint32(4, little);
  if (view.getUint16(2, little) !== 42 || directory + 2 > tiff.byteLength) return 1;
  const count = view.getUint16(directory, little);
  for (let index = 0; index < count; index++) {
    const at = directory + 2 + index * 12;
    if (at + 12 > tiff.byteLength) return 1;
    if (view.getUint16(at, little) !== orientationTag) continue;
    if (view.getUint16(at + 2, little) !== short) return 1;
    const value = view.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** An EXIF segment's content that says how the camera was held, and nothing more. */
export function exifOfOrientation(orientation: number): Uint8Array {
  const tiff = new Uint8Array(26);
  const view = viewOf(tiff);
  tiff.set(bytesOf("MM"), 0);
  view.setUint16(2, 42);
  view.setUint32(4, 8);
  view.setUint16(8, 1);
  view.setUint16(10, orientationTag);
  view.setUint16(12, short);
  view.setUint32(14, 1);
  view.setUint16(18, orientation);
  return joinBytes([bytesOf(exifName), tiff]);
}

/** Whether the shown picture is as wide as the stored one is high. */
export function isOnItsSide(orientation: number): boolean {
  return orientation >= 5;
}
