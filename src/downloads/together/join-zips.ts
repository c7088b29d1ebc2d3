/** What one ZIP can be: offsets have 32 bits (.ZIP application note, 4.4.16), and readers of books are small machines. */
const mostBytes = 1024 * 1024 * 1024;

const localSignature = 0x04034b50;
const centralSignature = 0x02014b50;
const endSignature = 0x06054b50;
const localHeader = 30;

/** A ZIP put together of the entries of others, each as it is packed already. */
export type JoinedZip = {
  /** Whether so many bytes more would still fit. */
  hasRoomFor(bytes: number): boolean;
  /**
   * The entries of a ZIP, to be sent on.
   *
   * @param butLast without its last entry
   * @throws when it is none whose local headers say how long they are
   */
  add(zip: Uint8Array, butLast?: boolean): Uint8Array;
  /** What stands at the end and says where everything is. */
  end(): Uint8Array;
};

/** Begins a ZIP. Only its list of entries is held in memory. */
export function joinZips(): JoinedZip {
  const central: Uint8Array[] = [];
  let offset = 0;
  return {
    hasRoomFor: (bytes) => offset + bytes <= mostBytes,
    add(zip, butLast = false) {
      const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
      let at = 0;
      let last = 0;
      while (at + localHeader <= zip.byteLength && view.getUint32(at, true) === localSignature) {
        const nameLength = view.getUint16(at + 26, true);
        const extraLength = view.getUint16(at + 28, true);
        central.push(centralEntry(zip.subarray(at, at + localHeader + nameLength), offset + at));
        last = at;
        at += localHeader + nameLength + extraLength + view.getUint32(at + 18, true);
      }
      if (at === 0 || view.getUint32(at, true) !== centralSignature)
        throw new Error("the ZIP to be joined is not one of ours");
      if (butLast) {
        central.pop();
        at = last;
      }
      offset += at;
      return zip.subarray(0, at);
    },
    end() {
      const directory = Buffer.concat(central);
      const end = Buffer.alloc(22);
      end.writeUInt32LE(endSignature, 0);
      end.writeUInt16LE(central.length, 8);
      end.writeUInt16LE(central.length, 10);
      end.writeUInt32LE(directory.byteLength, 12);
      end.writeUInt32LE(offset, 16);
      return Buffer.concat([directory, end]);
    },
  };
}

/** An entry of the central directory (4.3.12), of the local header that says the same (4.3.7). */
function centralEntry(local: Uint8Array, offset: number): Uint8Array {
  const entry = Buffer.alloc(46 + local.byteLength - localHeader);
  entry.writeUInt32LE(centralSignature, 0);
  // Made by the version that is needed to read it.
  entry.set(local.subarray(4, 6), 4);
  entry.set(local.subarray(4, 28), 6);
  entry.writeUInt32LE(offset, 42);
  entry.set(local.subarray(localHeader), 46);
  return entry;
}
