const mostBytes = 20 * 2 ** 20;
const longestSide = 20_000;
const mostPixels = 100_000_000;

/** What a file says of its picture's size once everything that is not the picture is out of it. */
export type StrippedPicture = { bytes: Uint8Array; width: number; height: number };

/** Whether a file of so many bytes is looked at at all. */
export function isSmallEnough(bytes: Uint8Array): boolean {
  return bytes.byteLength <= mostBytes;
}

/**
 * Whether a reader's browser can be asked to unpack a picture of this size: a few hundred bytes may declare a
 * picture that fills a telephone's memory.
 */
export function isShowable({ width, height }: { width: number; height: number }): boolean {
  const sides = width > 0 && height > 0 && width <= longestSide && height <= longestSide;
  return sides && width * height <= mostPixels;
}
