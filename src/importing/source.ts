import type { Container } from "../plumbing/zip/open-container.ts";
import type { SourceReader } from "./source-reader.ts";

/** A kind of file that can be brought in. Each lies in a folder of its own; sources.ts lists them. */
export interface Source {
  /** What the kind is called where readings are kept; stable across releases. */
  kind: string;
  /** How its files are named, the commonest first; none when they are known but cannot be read. */
  extensions: string[];
  /** What one of its files is, as an English sentence part for `t`: "a Word document". */
  name: string;
  /**
   * Whether a file is of this kind. May raise `UnpacksTooLarge` and `DamagedContainer`.
   *
   * The first source that says so reads the file, so one that goes by little comes after those that go by more.
   */
  isOwn(file: FileSigns): boolean;
  read: SourceReader;
}

/** What tells the kind of a file. */
export interface FileSigns {
  bytes: Uint8Array;
  /** "" when it has none. */
  fileName: string;
  /** The first kilobytes, a character a byte and without zero bytes, so that what is written in them can be found. */
  head: string;
  /** Whether no charset could make text of it. */
  isBinary: boolean;
  /** Whether it begins as a ZIP does. */
  isZip: boolean;
  /** What lies in it when it is a ZIP that can be opened. */
  container: Container | null;
}

/** Whether a file begins with these bytes. */
export function beginsWith({ bytes }: Pick<FileSigns, "bytes">, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/**
 * Whether a ZIP that cannot be opened is meant to be of a kind: its name says so, or, for want of a known name, what
 * can be seen of its parts. The reader of that kind then says what is wrong with it.
 */
export function seemsToBe({ isZip, container, fileName, head }: FileSigns, extension: string, part: string) {
  if (!isZip || container !== null) return false;
  return /\.(?:docx|odt|epub|zip)$/iu.test(fileName)
    ? fileName.toLowerCase().endsWith(extension)
    : head.includes(part);
}
