import { plainLine } from "./plain-line.ts";

/**
 * The longest name in bytes, extension left out: file systems stop at 255 bytes (ext4, APFS) or 255 UTF-16
 * units (NTFS), and browsers add " (1)" and the like.
 */
const mostBytes = 180;

/** Names no file may have on Windows, whatever its extension. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i;

/**
 * A file name from a title in any script, safe on every system a reader may save it to: no separators, no
 * characters Windows refuses, no hidden or reserved name, no direction marks that could disguise an extension.
 *
 * @param title what the author called the work
 * @param extension without the dot
 * @param otherwise the name when nothing of the title can stay, e.g. the work's id
 */
export function fileName(title: string, extension: string, otherwise: string): string {
  const visible = plainLine(title.normalize("NFC"))
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]/gu, "")
    .replace(/[/\\:*?"<>|\u007f-\u009f]+/gu, " ")
    .replace(/\s+/gu, " ");
  const name = trimmed(shortened(trimmed(visible), mostBytes));
  return `${name === "" || reserved.test(name) ? otherwise : name}.${extension}`;
}

/** Without what a system strips or hides: dots and spaces at either end. */
function trimmed(name: string): string {
  return name.replace(/^[\s.]+|[\s.]+$/gu, "");
}

/** As many whole letters, with their marks and joiners, as fit into so many bytes of UTF-8. */
function shortened(name: string, bytes: number): string {
  let kept = "";
  for (const { segment } of new Intl.Segmenter("und", { granularity: "grapheme" }).segment(name)) {
    if (Buffer.byteLength(kept + segment) > bytes) break;
    kept += segment;
  }
  return kept;
}
