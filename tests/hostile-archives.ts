import { crc32, deflateRawSync } from "node:zlib";

/** One entry of a ZIP, as true as its maker wants it. */
export type ZipEntry = {
  name: string;
  content: Uint8Array;
  /** The unpacked size that is declared, when it is not the true one. */
  says?: number;
  /** Entries with one place share its bytes. */
  at?: number;
};

/** What stands in a ZIP a thousand times, or in several, is packed once. */
const packedAlready = new WeakMap<Uint8Array, { packed: Buffer; checksum: number }>();
const made = new Map<number, Uint8Array>();

/** A ZIP written byte by byte (PKWARE APPNOTE 4.3), because no honest library writes these. */
export function zipOf(entries: ZipEntry[]): Uint8Array<ArrayBuffer> {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  const packedOf = (content: Uint8Array) => {
    const found = packedAlready.get(content) ?? { packed: deflateRawSync(content), checksum: crc32(content) };
    packedAlready.set(content, found);
    return found;
  };
  let written = 0;
  const add = (piece: Buffer) => {
    pieces.push(piece);
    written += piece.length;
  };
  for (const { name, content, says, at } of entries) {
    const { packed, checksum } = packedOf(content);
    const place = at ?? written;
    const size = says ?? content.length;
    const facts = Buffer.alloc(22);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(checksum, 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(size, 18);
    const named = Buffer.from(name);
    const nameLength = Buffer.alloc(4);
    nameLength.writeUInt16LE(named.length);
    if (at === undefined) add(Buffer.concat([Buffer.from("PK\x03\x04"), facts, nameLength, named, packed]));
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(place, 10);
    const version = Buffer.from([20, 0]);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02"), version, facts, nameLength, rest, named]));
  }
  const from = written;
  for (const line of directory) add(line);
  const end = Buffer.alloc(18);
  const count = Math.min(entries.length, 0xfffe);
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(written - from, 8);
  end.writeUInt32LE(from, 12);
  add(Buffer.concat([Buffer.from("PK\x05\x06"), end]));
  return new Uint8Array(Buffer.concat(pieces));
}

/** So many bytes of nothing but one letter. */
export function blown(megabytes: number): Uint8Array {
  const bytes = made.get(megabytes) ?? new Uint8Array(megabytes * 1_000_000).fill(0x61);
  made.set(megabytes, bytes);
  return bytes;
}
