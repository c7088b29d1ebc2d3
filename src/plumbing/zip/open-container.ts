import { crc32, inflateRawSync } from "node:zlib";
import { DamagedContainer, UnpacksTooLarge } from "./container-refused.ts";
import { decodeXml } from "./decode-xml.ts";
import { mostBytesOfEntry, mostBytesUnpacked, mostRatio, ratioCountsFrom } from "./limits.ts";
import { packedFrom, type ZipEntry, zipDirectory } from "./zip-directory.ts";

/** A ZIP file whose parts are unpacked when they are asked for. Nothing is ever written anywhere. */
export interface Container {
  /** The files in it, in the order of its directory; folders and names that lead out of it are left out. */
  names: string[];
  /**
   * A file's bytes, or null when there is no such file.
   *
   * @throws {UnpacksTooLarge} @throws {DamagedContainer}
   */
  bytes(name: string): Uint8Array | null;
  /**
   * A file's text, in the charset its byte order mark or XML declaration says, else in UTF-8.
   *
   * @throws {UnpacksTooLarge} @throws {DamagedContainer}
   */
  text(name: string): string | null;
}

const stored = 0;
const deflated = 8;

/** Opens a ZIP file; says why when it cannot be opened. Sizes that the file declares are never relied upon. */
export function openContainer(bytes: Uint8Array): Container | "damaged" | "unpacks-too-large" | "locked" {
  try {
    const entries = zipDirectory(bytes);
    if (entries.some(({ encrypted }) => encrypted)) return "locked";
    refuseOverlaps(bytes, entries);
    return containerOf(bytes, entries);
  } catch (error) {
    if (error instanceof UnpacksTooLarge) return "unpacks-too-large";
    if (error instanceof DamagedContainer) return "damaged";
    throw error;
  }
}

/** Entries that share their bytes multiply what a small file unpacks to (D. Fifield, “A better zip bomb”, 2019). */
function refuseOverlaps(bytes: Uint8Array, entries: ZipEntry[]): void {
  let end = 0;
  for (const entry of entries.toSorted((a, b) => a.at - b.at)) {
    if (entry.at < end) throw new DamagedContainer("its entries overlap");
    end = packedFrom(bytes, entry) + entry.packedSize;
  }
}

function containerOf(bytes: Uint8Array, entries: ZipEntry[]): Container {
  const files = new Map(entries.filter(({ name }) => isPlainName(name)).map((entry) => [entry.name, entry]));
  let unpacked = 0;
  const read = (name: string): Uint8Array | null => {
    const entry = files.get(name);
    if (entry === undefined) return null;
    const content = unpack(bytes, entry, mostBytesUnpacked - unpacked);
    unpacked += content.length;
    return content;
  };
  return {
    names: [...files.keys()],
    bytes: read,
    text(name) {
      const content = read(name);
      return content && decodeXml(content);
    },
  };
}

function isPlainName(name: string): boolean {
  if (name.endsWith("/") || name.startsWith("/") || /[\\\0]|^[a-z]:/iu.test(name)) return false;
  return !name.split("/").includes("..");
}

function unpack(bytes: Uint8Array, entry: ZipEntry, left: number): Uint8Array {
  const from = packedFrom(bytes, entry);
  const packed = bytes.subarray(from, from + entry.packedSize);
  const most = Math.min(left, mostBytesOfEntry, Math.max(ratioCountsFrom, packed.length * mostRatio));
  const content = entry.method === stored ? packed : inflate(packed, entry, most);
  if (content.length > most) throw new UnpacksTooLarge();
  if (content.length !== entry.size || crc32(content) !== entry.checksum)
    throw new DamagedContainer("a part is not what its directory says");
  return content;
}

/** zlib counts what it gives and stops at the limit, so a bomb costs no more memory than an honest part may. */
function inflate(packed: Uint8Array, { method }: ZipEntry, most: number): Uint8Array {
  if (method !== deflated) throw new DamagedContainer("a part is packed in a way no office program uses");
  if (most <= 0) throw new UnpacksTooLarge();
  try {
    return inflateRawSync(packed, { maxOutputLength: most });
  } catch (error) {
    if (error instanceof RangeError) throw new UnpacksTooLarge();
    throw new DamagedContainer("a part cannot be unpacked");
  }
}
