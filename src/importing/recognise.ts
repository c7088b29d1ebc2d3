import { utf16WithoutMark } from "./charsets/utf16.ts";
import { kindOfContainer } from "./container/kind-of-container.ts";
import { openContainer } from "./container/open-container.ts";
import type { ImportSource, SourceKind } from "./import-reading.ts";

/** Signatures of formats that are not text; ZIP containers are told apart by what they name inside. */
const signatures: { kind: SourceKind; bytes: number[] }[] = [
  { kind: "pdf", bytes: [0x25, 0x50, 0x44, 0x46] },
  { kind: "rtf", bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
];
const zip = [0x50, 0x4b, 0x03, 0x04];
/** Microsoft's compound files: Word's old documents, and its new ones behind a password ([MS-CFB] 2.2). */
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/**
 * What the file is, by its first bytes, then by what it contains, then by its name.
 *
 * @throws {UnpacksTooLarge} @throws {DamagedContainer} when a container's own description cannot be unpacked
 */
export function recogniseSource(source: ImportSource): SourceKind {
  if (source.pastedAs !== null) return source.pastedAs;
  const { bytes } = source;
  for (const { kind, bytes: start } of signatures) if (startsWith(bytes, start)) return kind;
  if (startsWith(bytes, zip)) return kindOfZip(source);
  if (startsWith(bytes, compoundFile)) return "docx";
  if (looksBinary(bytes)) return "unknown";
  if (/\.(?:md|markdown)$/i.test(source.fileName ?? "")) return "markdown";
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 2048)).replaceAll("\0", "");
  if (/<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]/i.test(head)) return "html";
  return /\.x?html?$/i.test(source.fileName ?? "") ? "html" : "text";
}

function startsWith(bytes: Uint8Array, start: number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

const containerNames: { kind: SourceKind; name: RegExp }[] = [
  { kind: "docx", name: /\.docx$/iu },
  { kind: "odt", name: /\.odt$/iu },
  { kind: "epub", name: /\.epub$/iu },
  { kind: "zip", name: /\.zip$/iu },
];

/** One that cannot be opened is what its name says: the reader of that kind says what is wrong with it. */
function kindOfZip({ bytes, fileName }: ImportSource): SourceKind {
  const container = openContainer(bytes);
  if (typeof container === "string")
    return containerNames.find(({ name }) => name.test(fileName ?? ""))?.kind ?? kindOfPieces(bytes);
  const kind = kindOfContainer(container);
  // Other office programs' files are containers too, and none of their parts is a story.
  const isOfOffice = container.names.includes("[Content_Types].xml");
  return kind === "unknown" && !isOfOffice ? "zip" : kind;
}

/** What a container that cannot be opened looks like: the type file comes first, Word's parts lie under word/. */
function kindOfPieces(bytes: Uint8Array): SourceKind {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 8192));
  if (head.includes("application/epub+zip")) return "epub";
  if (head.includes("application/vnd.oasis.opendocument.text")) return "odt";
  return head.includes("word/") || head.includes("[Content_Types].xml") ? "docx" : "unknown";
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
