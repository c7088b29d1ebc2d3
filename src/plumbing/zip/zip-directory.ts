import iconv from "iconv-lite";
import { DamagedContainer, TooManyParts } from "./container-refused.ts";
import { mostEntries } from "./limits.ts";

/** One entry of a ZIP's central directory; the sizes are what it says, not what is true. */
export interface ZipEntry {
  name: string;
  method: number;
  encrypted: boolean;
  checksum: number;
  packedSize: number;
  size: number;
  /** Where its local header lies. */
  at: number;
  /** How many bytes its name has, there too. */
  nameLength: number;
  /** Whether it is a symbolic link, as the systems that have them write it down. */
  isLink: boolean;
}

/** Where a directory lies: how many entries it says it has, where it begins, and where what comes behind it begins. */
export interface DirectoryPlace {
  count: number;
  from: number;
  to: number;
}

/** The end of a file that is longer than its directory's place can be: that place is never further from its end. */
export const longestTail = 22 + 0xffff + 20 + 56 + 1024;

const endSignature = 0x06054b50;
const endLength = 22;
const zip64LocatorSignature = 0x07064b50;
const zip64EndSignature = 0x06064b50;
const centralSignature = 0x02014b50;
const centralLength = 46;
const localSignature = 0x04034b50;
const localLength = 30;
const longestComment = 0xffff;
const isIn64 = 0xffffffff;
/** Of a file's mode, as POSIX has it (sys/stat.h: S_IFMT and S_IFLNK). */
const kindOfFile = 0xf000;
const symbolicLink = 0xa000;

/**
 * Reads the central directory of a ZIP file (PKWARE APPNOTE 6.3.10, sections 4.3 and 4.5.3).
 *
 * @throws {DamagedContainer} when there is none, it is cut short, or has more entries than any story
 */
export function zipDirectory(bytes: Uint8Array): ZipEntry[] {
  const { count, from } = directoryPlace(bytes, 0);
  return readDirectory(bytes.subarray(from), count, mostEntries).entries;
}

/**
 * The entries of a directory.
 *
 * @param directory begins with it
 * @returns them, and how many bytes they took
 * @throws {DamagedContainer} when it is cut short, or has more than `most` entries
 */
export function readDirectory(
  directory: Uint8Array,
  count: number,
  most: number,
): { entries: ZipEntry[]; length: number } {
  if (count > most) throw new TooManyParts();
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (at + centralLength > directory.length || view.getUint32(at, true) !== centralSignature)
      throw new DamagedContainer("its directory is cut short");
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + centralLength + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > directory.length) throw new DamagedContainer("its directory is cut short");
    const flags = view.getUint16(at + 8, true);
    const nameBytes = directory.subarray(at + centralLength, at + centralLength + nameLength);
    const extra = { from: at + centralLength + nameLength, length: extraLength };
    entries.push({
      name: entryName(nameBytes, (flags & 0x800) !== 0),
      method: view.getUint16(at + 10, true),
      encrypted: (flags & 1) !== 0,
      checksum: view.getUint32(at + 16, true),
      nameLength,
      isLink: ((view.getUint32(at + 38, true) >>> 16) & kindOfFile) === symbolicLink,
      ...sizesOf(view, at, extra),
    });
    at = next;
  }
  return { entries, length: at };
}

/**
 * Where an entry's packed bytes begin.
 *
 * @throws {DamagedContainer} when no local header lies where the directory says, or the bytes pass the file's end
 */
export function packedFrom(bytes: Uint8Array, { at, packedSize }: ZipEntry): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (at + localLength > bytes.length || view.getUint32(at, true) !== localSignature)
    throw new DamagedContainer("an entry is missing");
  const from = at + localLength + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + packedSize > bytes.length) throw new DamagedContainer("an entry is cut short");
  return from;
}

/**
 * Where the directory lies.
 *
 * @param tail the end of the file, or all of it
 * @param tailFrom where in the file the tail begins
 * @throws {DamagedContainer} when there is none
 */
export function directoryPlace(tail: Uint8Array, tailFrom: number): DirectoryPlace {
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  const least = Math.max(0, view.byteLength - endLength - longestComment);
  for (let at = view.byteLength - endLength; at >= least; at--) {
    if (view.getUint32(at, true) !== endSignature) continue;
    const [count, from] = [view.getUint16(at + 10, true), view.getUint32(at + 16, true)];
    return count === 0xffff || from === isIn64
      ? directoryPlace64(view, tailFrom, at)
      : { count, from, to: tailFrom + at };
  }
  throw new DamagedContainer("it has no directory");
}

function directoryPlace64(view: DataView, tailFrom: number, end: number): DirectoryPlace {
  const locator = end - 20;
  if (locator >= 0 && view.getUint32(locator, true) === zip64LocatorSignature) {
    const at = Number(view.getBigUint64(locator + 8, true)) - tailFrom;
    if (at >= 0 && at + 56 <= view.byteLength && view.getUint32(at, true) === zip64EndSignature)
      return {
        count: Number(view.getBigUint64(at + 32, true)),
        from: Number(view.getBigUint64(at + 48, true)),
        to: tailFrom + at,
      };
  }
  throw new DamagedContainer("it has no directory");
}

/** The sizes and the place; those that do not fit in 32 bits stand in an extra field, in this order. */
function sizesOf(
  view: DataView,
  at: number,
  extra: { from: number; length: number },
): { size: number; packedSize: number; at: number } {
  const given = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  let field = given.includes(isIn64) ? zip64Field(view, extra.from, extra.from + extra.length) : null;
  const [size = 0, packedSize = 0, place = 0] = given.map((value) => {
    if (value !== isIn64) return value;
    if (field === null || field + 8 > extra.from + extra.length)
      throw new DamagedContainer("a size is missing");
    field += 8;
    return Number(view.getBigUint64(field - 8, true));
  });
  return { size, packedSize, at: place };
}

function zip64Field(view: DataView, from: number, to: number): number | null {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true))
    if (view.getUint16(at, true) === 1) return at + 4;
  return null;
}

/** UTF-8 where the entry says so or its bytes are; else the code page of the PC the format was made on. */
function entryName(bytes: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder("utf-8", { fatal: !isUtf8 }).decode(bytes);
  } catch {
    return iconv.decode(Buffer.from(bytes), "cp437");
  }
}
