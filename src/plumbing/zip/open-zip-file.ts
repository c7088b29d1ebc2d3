import { open } from "node:fs/promises";
import { promisify } from "node:util";
import { crc32, inflateRaw } from "node:zlib";
import { DamagedContainer, UnpacksTooLarge } from "./container-refused.ts";
import { mostRatio, ratioCountsFrom } from "./limits.ts";
import { directoryPlace, longestTail, readDirectory, type ZipEntry } from "./zip-directory.ts";

const unpackRaw = promisify(inflateRaw);
const localLength = 30;
const localSignature = 0x04034b50;

/** A ZIP file on disk, of which no more than its directory and the entry that is asked for lies in memory. */
export type ZipFile = {
  /** As its directory has them, doubles and all: what they may be called is for whoever opened it to say. */
  entries: readonly ZipEntry[];
  /**
   * The bytes of an entry.
   *
   * @param most no more than so many
   * @throws {UnpacksTooLarge} @throws {DamagedContainer} when they are not what the directory says
   */
  read(entry: ZipEntry, most: number): Promise<Uint8Array>;
  close(): Promise<void>;
};

/**
 * Opens a ZIP file on disk. Nothing that it declares is relied upon: its directory must end where the file's end begins,
 * entries must not share bytes, and what unpacks to more than it says is stopped there.
 *
 * @param most entries, and bytes of the directory
 * @throws {DamagedContainer}
 */
export async function openZipFile(
  path: string,
  most: { entries: number; directoryBytes: number },
): Promise<ZipFile> {
  const file = await open(path, "r");
  const piece = async (from: number, length: number): Promise<Buffer> => {
    const bytes = Buffer.alloc(length);
    let filled = 0;
    while (filled < length) {
      const { bytesRead } = await file.read(bytes, filled, length - filled, from + filled);
      if (bytesRead === 0) throw new DamagedContainer("it is cut short");
      filled += bytesRead;
    }
    return bytes;
  };
  const readAll = async (): Promise<readonly ZipEntry[]> => {
    const { size } = await file.stat();
    const tailLength = Math.min(size, longestTail);
    const tailFrom = size - tailLength;
    const { count, from, to } = directoryPlace(await piece(tailFrom, tailLength), tailFrom);
    if (from > to || to - from > most.directoryBytes)
      throw new DamagedContainer("its directory is elsewhere");
    const { entries, length } = readDirectory(await piece(from, to - from), count, most.entries);
    if (length !== to - from) throw new DamagedContainer("its directory has more than it says");
    refuseOverlaps(entries, from);
    return entries;
  };
  try {
    const entries = await readAll();
    return {
      entries,
      async read(entry, mostBytes) {
        const header = await piece(entry.at, localLength);
        if (header.readUInt32LE(0) !== localSignature) throw new DamagedContainer("an entry is missing");
        const from = entry.at + localLength + header.readUInt16LE(26) + header.readUInt16LE(28);
        return unpack(entry, mostBytes, await piece(from, entry.packedSize));
      },
      close: () => file.close(),
    };
  } catch (cause) {
    await file.close();
    throw cause;
  }
}

/** Entries that share their bytes multiply what a small file unpacks to (D. Fifield, “A better zip bomb”, 2019). */
function refuseOverlaps(entries: readonly ZipEntry[], directoryFrom: number): void {
  let end = 0;
  for (const { at, nameLength, packedSize } of entries.toSorted((one, other) => one.at - other.at)) {
    if (at < end) throw new DamagedContainer("its entries overlap");
    end = at + localLength + nameLength + packedSize;
  }
  if (end > directoryFrom) throw new DamagedContainer("an entry lies in its directory");
}

async function unpack(entry: ZipEntry, mostBytes: number, packed: Buffer): Promise<Uint8Array> {
  const most = Math.min(mostBytes, Math.max(ratioCountsFrom, packed.length * mostRatio));
  if (entry.size > most) throw new UnpacksTooLarge();
  const content = entry.method === 0 ? packed : await inflate(entry, packed);
  if (content.length !== entry.size || crc32(content) !== entry.checksum)
    throw new DamagedContainer("a part is not what its directory says");
  return content;
}

async function inflate({ method, size }: ZipEntry, packed: Buffer): Promise<Uint8Array> {
  if (method !== 8) throw new DamagedContainer("a part is packed in a way the archive does not use");
  try {
    // Stopped at what it says it is: a bomb costs no more memory than it admits to.
    return await unpackRaw(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    throw new DamagedContainer("a part cannot be unpacked, or is longer than it says");
  }
}
