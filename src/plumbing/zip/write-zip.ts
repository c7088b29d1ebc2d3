import { promisify } from "node:util";
import { crc32, deflateRaw } from "node:zlib";

/** A file to be packed. */
export type FileToPack = { path: string; bytes: Uint8Array };

type Packed = {
  name: Buffer;
  method: number;
  checksum: number;
  packedSize: number;
  size: number;
  at: number;
};

const pack = promisify(deflateRaw);
const stored = 0;
const deflated = 8;
/** Names are in UTF-8 (PKWARE APPNOTE 6.3.10, section 4.4.4, bit 11). */
const utf8 = 0x800;
const most16 = 0xffff;
const most32 = 0xffffffff;

/**
 * A ZIP file, piece by piece (PKWARE APPNOTE 6.3.10, section 4.3): the next file is asked for only when what is packed has
 * been taken, and packing is done beside the thread that answers pages. A file of files that is longer than 4 GB or has
 * more than 65,534 of them is written as ZIP64, which the library that packs e-books does not do.
 *
 * @param files none of 4 GB or more
 * @param now when they are said to be from, ms since 1970, UTC
 */
export async function* writeZip(files: AsyncIterable<FileToPack>, now: number): AsyncGenerator<Uint8Array> {
  const directory: Packed[] = [];
  const moment = dosMoment(now);
  let written = 0;
  for await (const { path, bytes } of files) {
    const deflatedBytes = await pack(bytes);
    const isSmaller = deflatedBytes.length < bytes.length;
    const packed = isSmaller ? deflatedBytes : bytes;
    const entry: Packed = {
      name: Buffer.from(path),
      method: isSmaller ? deflated : stored,
      checksum: crc32(bytes),
      packedSize: packed.length,
      size: bytes.length,
      at: written,
    };
    directory.push(entry);
    const head = localHeader(entry, moment);
    written += head.length + packed.length;
    yield head;
    yield packed;
  }
  const from = written;
  for (const entry of directory) {
    const line = centralHeader(entry, moment);
    written += line.length;
    yield line;
  }
  yield ending(directory.length, from, written - from);
}

function localHeader({ name, ...entry }: Packed, moment: Buffer): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  common(entry, moment).copy(head, 4);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

function centralHeader({ name, ...entry }: Packed, moment: Buffer): Buffer {
  const isFar = entry.at >= most32;
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(45, 4);
  common(entry, moment).copy(head, 6);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt16LE(isFar ? 12 : 0, 30);
  head.writeUInt32LE(isFar ? most32 : entry.at, 42);
  if (!isFar) return Buffer.concat([head, name]);
  // What does not fit stands in an extra field (section 4.5.3).
  const far = Buffer.alloc(12);
  far.writeUInt16LE(1, 0);
  far.writeUInt16LE(8, 2);
  far.writeBigUInt64LE(BigInt(entry.at), 4);
  return Buffer.concat([head, name, far]);
}

/** What both headers say of an entry, from the version needed to the unpacked size. */
function common({ method, checksum, packedSize, size }: Omit<Packed, "name">, moment: Buffer): Buffer {
  const said = Buffer.alloc(22);
  said.writeUInt16LE(20, 0);
  said.writeUInt16LE(utf8, 2);
  said.writeUInt16LE(method, 4);
  moment.copy(said, 6);
  said.writeUInt32LE(checksum, 10);
  said.writeUInt32LE(packedSize, 14);
  said.writeUInt32LE(size, 18);
  return said;
}

function ending(count: number, from: number, length: number): Buffer {
  const needs64 = count >= most16 || from >= most32 || length >= most32;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(count, most16), 8);
  end.writeUInt16LE(Math.min(count, most16), 10);
  end.writeUInt32LE(Math.min(length, most32), 12);
  end.writeUInt32LE(needs64 ? most32 : from, 16);
  if (!needs64) return end;
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(44n, 4);
  end64.writeUInt16LE(45, 12);
  end64.writeUInt16LE(45, 14);
  end64.writeBigUInt64LE(BigInt(count), 24);
  end64.writeBigUInt64LE(BigInt(count), 32);
  end64.writeBigUInt64LE(BigInt(length), 40);
  end64.writeBigUInt64LE(BigInt(from), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(from + length), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([end64, locator, end]);
}

/** Time and day as MS-DOS wrote them: 4 bytes, in UTC, to two seconds. */
function dosMoment(now: number): Buffer {
  const date = new Date(now);
  const moment = Buffer.alloc(4);
  moment.writeUInt16LE(
    (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1),
    0,
  );
  moment.writeUInt16LE(
    ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate(),
    2,
  );
  return moment;
}
