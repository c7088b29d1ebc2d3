import type { ImportProblem } from "../import-reading.ts";

const signature = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * What is wrong with a Word document that is a compound file, not a container: the new format behind a password
 * ([MS-OFFCRYPTO] 2.3.1: a stream `EncryptedPackage`), or the format of before 2007 ([MS-DOC] 2.1: `WordDocument`).
 * Null when it is no compound file.
 */
export function compoundFileProblem(bytes: Uint8Array): ImportProblem | null {
  if (!signature.every((byte, index) => bytes[index] === byte)) return null;
  const holds = (stream: string) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(stream, "utf16le"));
  if (holds("EncryptedPackage")) return "locked";
  return holds("WordDocument") ? "old-word" : "not-text";
}
