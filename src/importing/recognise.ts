import { openContainer } from "../plumbing/zip/open-container.ts";
import { utf16WithoutMark } from "./charsets/utf16.ts";
import type { ImportSource, SourceKind } from "./import-reading.ts";
import { beginsWith, type FileSigns } from "./source.ts";
import { sources } from "./sources.ts";

const zip = [0x50, 0x4b, 0x03, 0x04];
/** A ZIP of nothing has only its end. */
const emptyZip = [0x50, 0x4b, 0x05, 0x06];

/**
 * What the file is: the first source that knows it for its own, "zip" for a container of files, or "unknown".
 *
 * @throws {UnpacksTooLarge} @throws {DamagedContainer} when a container's own description cannot be unpacked
 */
export function recogniseSource(source: ImportSource): SourceKind {
  if (source.pastedAs !== null) return source.pastedAs;
  const signs = signsOf(source);
  const found = sources.find(({ isOwn }) => isOwn(signs));
  if (found) return found.kind;
  // Other office programs' files are containers too, and none of their parts is a story.
  const isOfOffice = signs.container?.names.includes("[Content_Types].xml") ?? false;
  return signs.isZip && !isOfOffice ? "zip" : "unknown";
}

function signsOf({ bytes, fileName }: ImportSource): FileSigns {
  const isZip = beginsWith({ bytes }, zip) || beginsWith({ bytes }, emptyZip);
  const container = isZip ? openContainer(bytes) : null;
  return {
    bytes,
    fileName: fileName ?? "",
    head: new TextDecoder("latin1").decode(bytes.subarray(0, 8192)).replaceAll("\0", ""),
    isBinary: isZip || looksBinary(bytes),
    isZip,
    container: typeof container === "string" ? null : container,
  };
}

/**
 * Whether no charset could make text of this: many control characters, and not the zero bytes of UTF-16 (which
 * all lie at odd, or all at even, places).
 */
function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65_536);
  const zeros = [0, 0];
  let controls = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
    else if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1a && byte !== 0x1b) controls++;
  }
  const [even = 0, odd = 0] = zeros;
  const utf16 = Math.max(even, odd) > sample.length / 10 && Math.min(even, odd) < sample.length / 200;
  if (utf16 || controls + even + odd <= sample.length / 100) return false;
  return utf16WithoutMark(bytes) === null;
}
