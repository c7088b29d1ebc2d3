/** One piece of an RTF file (RTF 1.9.1, “RTF syntax”). `from` and `to` are places among the file's bytes. */
export type RtfToken =
  | { kind: "open" }
  | { kind: "close" }
  | { kind: "word"; word: string; parameter: number | null }
  | { kind: "symbol"; symbol: string }
  | { kind: "byte"; value: number }
  | { kind: "text"; from: number; to: number }
  | { kind: "binary"; from: number; to: number };

const open: RtfToken = { kind: "open" };
const close: RtfToken = { kind: "close" };

const [lineFeed, carriageReturn, space, quote, minus] = [0x0a, 0x0d, 0x20, 0x27, 0x2d];
const [backslash, openBrace, closeBrace] = [0x5c, 0x7b, 0x7d];
const [longestWord, longestNumber] = [32, 10];

/** Takes an RTF file apart from its first byte to its last, one piece at a time, and holds nothing of what it gave. */
export class RtfTokens {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The next piece; null at the end of the file. */
  next(): RtfToken | null {
    const bytes = this.#bytes;
    let byte = bytes[this.#at];
    while (byte === lineFeed || byte === carriageReturn) byte = bytes[++this.#at];
    if (byte === undefined) return null;
    if (byte === backslash) return this.#control();
    if (byte === openBrace || byte === closeBrace) {
      this.#at++;
      return byte === openBrace ? open : close;
    }
    const from = this.#at;
    while (byte !== undefined && !endsText(byte)) byte = bytes[++this.#at];
    return { kind: "text", from, to: this.#at };
  }

  #control(): RtfToken | null {
    const byte = this.#bytes[++this.#at];
    if (byte === undefined) return null;
    if (isLetter(byte)) return this.#word();
    this.#at++;
    if (byte !== quote) return { kind: "symbol", symbol: String.fromCharCode(byte) };
    const digits = latin(this.#bytes, this.#at, this.#at + 2);
    if (!/^[\da-f]{2}$/iu.test(digits)) return { kind: "symbol", symbol: "'" };
    this.#at += 2;
    return { kind: "byte", value: Number.parseInt(digits, 16) };
  }

  #word(): RtfToken {
    const bytes = this.#bytes;
    const from = this.#at;
    while (isLetter(bytes[this.#at]) && this.#at - from < longestWord) this.#at++;
    const word = latin(bytes, from, this.#at);
    const parameter = this.#parameter();
    if (bytes[this.#at] === space) this.#at++;
    if (word !== "bin" || parameter === null) return { kind: "word", word, parameter };
    const start = this.#at;
    this.#at = Math.min(bytes.length, start + Math.max(0, parameter));
    return { kind: "binary", from: start, to: this.#at };
  }

  #parameter(): number | null {
    const bytes = this.#bytes;
    const from = this.#at;
    let to = bytes[from] === minus ? from + 1 : from;
    const digits = to;
    while (isDigit(bytes[to]) && to - digits < longestNumber) to++;
    if (to === digits) return null;
    this.#at = to;
    return Number(latin(bytes, from, to));
  }
}

function endsText(byte: number): boolean {
  return (
    byte === backslash ||
    byte === openBrace ||
    byte === closeBrace ||
    byte === lineFeed ||
    byte === carriageReturn
  );
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a));
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  let text = "";
  for (let at = from; at < to && at < bytes.length; at++) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}
