import { createHash } from "node:crypto";
import type { KeptPicture } from "./kept-picture.ts";
import { isShowable, isSmallEnough, type StrippedPicture } from "./picture-bounds.ts";
import { isGif, stripGif } from "./strip-gif.ts";
import { isJpeg, stripJpeg } from "./strip-jpeg.ts";
import { isPng, stripPng } from "./strip-png.ts";
import { isWebp, stripWebp } from "./strip-webp.ts";

type Kind = {
  ending: "png" | "jpg" | "gif" | "webp";
  recognises(bytes: Uint8Array): boolean;
  strip(bytes: Uint8Array): StrippedPicture | null;
};

const kinds: Kind[] = [
  { ending: "png", recognises: isPng, strip: stripPng },
  { ending: "jpg", recognises: isJpeg, strip: stripJpeg },
  { ending: "gif", recognises: isGif, strip: stripGif },
  { ending: "webp", recognises: isWebp, strip: stripWebp },
];

/**
 * A picture as the archive keeps it: the same picture point for point, without what says who made it, where, when
 * or with what. Which kind it is, its own first bytes say; a file's name and declared type are not asked.
 * Keeping a kept picture changes nothing, so it has one name wherever it comes from.
 *
 * @returns its shown size in `width` and `height`; null when it is no PNG, JPEG, GIF or WebP, malformed, above
 *   20 MB, or so large on the screen that a reader's browser might fail on it
 */
export function keepPicture(bytes: Uint8Array): KeptPicture | null {
  if (!isSmallEnough(bytes)) return null;
  const kind = kinds.find(({ recognises }) => recognises(bytes));
  const stripped = kind?.strip(bytes);
  if (!kind || !stripped || !isShowable(stripped)) return null;
  return { name: `${createHash("sha256").update(stripped.bytes).digest("hex")}.${kind.ending}`, ...stripped };
}
