import { strToU8, type Zippable, zipSync } from "fflate";

/** A file of the book; paths are plain ASCII. */
export type BookFile = { path: string; text: string } | { path: string; bytes: Uint8Array };

/**
 * Puts the files of a book into its container: `mimetype` first, stored and without extra fields, so that the
 * first bytes say what the file is (EPUB 3.3, section 4.2.4).
 *
 * @param modifiedAt the one date every entry carries, which keeps the bytes the same from run to run
 */
export function packBook(files: BookFile[], modifiedAt: number): Uint8Array {
  return packFiles([{ path: "mimetype", bytes: strToU8("application/epub+zip") }, ...files], modifiedAt);
}

/** Files of a book without what makes it one. */
export function packFiles(files: BookFile[], modifiedAt: number): Uint8Array {
  const entries: Zippable = {};
  for (const file of files) {
    // Pictures are packed already.
    entries[file.path] = "text" in file ? [strToU8(file.text), { level: 9 }] : [file.bytes, { level: 0 }];
  }
  return zipSync(entries, { mtime: zipDate(modifiedAt) });
}

/**
 * ZIP dates have no time zone and the packer writes local ones, so the UTC day is given as local noon: noon
 * exists on every day in every zone, midnight does not. ZIP holds the years 1980 to 2099.
 */
function zipDate(time: number): Date {
  const utc = new Date(time);
  const year = Math.min(Math.max(utc.getUTCFullYear(), 1980), 2099);
  return new Date(year, utc.getUTCMonth(), utc.getUTCDate(), 12);
}
