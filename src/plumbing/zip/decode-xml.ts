import iconv from "iconv-lite";

/** The first bytes of XML in each form of UTF (XML 1.0, appendix F): with a byte order mark, and of `<?` without. */
const signs: { charset: string; bytes: number[] }[] = [
  { charset: "utf-8", bytes: [0xef, 0xbb, 0xbf] },
  { charset: "utf-16le", bytes: [0xff, 0xfe] },
  { charset: "utf-16be", bytes: [0xfe, 0xff] },
  { charset: "utf-16le", bytes: [0x3c, 0x00] },
  { charset: "utf-16be", bytes: [0x00, 0x3c] },
];

/** The text of an XML file: in the charset of its first bytes, else of its declaration, else UTF-8. */
export function decodeXml(bytes: Uint8Array): string {
  const signed = signs.find((sign) => sign.bytes.every((byte, index) => bytes[index] === byte));
  const charset = signed?.charset ?? declaredCharset(bytes);
  if (/^utf-?8$/iu.test(charset) || !iconv.encodingExists(charset))
    return new TextDecoder("utf-8").decode(bytes);
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), charset);
}

function declaredCharset(bytes: Uint8Array): string {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  return /^<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]{1,40})/u.exec(head)?.[1] ?? "utf-8";
}
