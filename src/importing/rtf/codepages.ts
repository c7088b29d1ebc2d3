import iconv from "iconv-lite";

/** The code page of a font, by its `\fcharset` (RTF 1.9.1, “Font table”); 1 is the document's, 2 is signs. */
const codepageOfCharset: Record<number, number> = {
  ...{ 0: 1252, 77: 10000, 78: 10001, 79: 10003, 80: 10008, 81: 10002, 83: 10005, 84: 10004, 85: 10006 },
  ...{ 86: 10081, 88: 10029, 89: 10007, 128: 932, 129: 949, 130: 949, 134: 936, 136: 950, 161: 1253 },
  ...{ 162: 1254, 163: 1258, 177: 1255, 178: 1256, 179: 1256, 180: 1256, 181: 1255, 186: 1257 },
  ...{ 204: 1251, 222: 874, 238: 1250, 254: 437, 255: 850 },
};

/** Code pages that iconv-lite knows by another name, or by that of one that holds nearly the same. */
const nameOfCodepage: Record<number, string> = {
  ...{ 708: "iso-8859-6", 1361: "cp949", 10000: "macroman", 10001: "shiftjis", 10002: "big5" },
  ...{ 10003: "cp949", 10004: "cp1256", 10005: "cp1255", 10006: "macgreek", 10007: "maccyrillic" },
  ...{ 10008: "gb18030", 10029: "maccenteuro", 10081: "macturkish", 54936: "gb18030", 65001: "utf8" },
};

export const windowsLatin = 1252;
export const macRoman = 10000;

/** The code page of a font; null when it is the document's own. */
export function codepageOf(charset: number): number | null {
  return codepageOfCharset[charset] ?? null;
}

/** Whether some of the code page's characters are two bytes long. */
export function isDoubleByte(codepage: number): boolean {
  return [932, 936, 949, 950, 1361, 10001, 10002, 10003, 10008, 54936].includes(codepage);
}

/** The words that bytes are in a code page; one nobody knows is taken for Windows' Latin one. */
export function decodeBytes(bytes: Uint8Array, codepage: number): string {
  const name = nameOfCodepage[codepage] ?? `cp${codepage}`;
  return iconv.decode(bytes, iconv.encodingExists(name) ? name : `cp${windowsLatin}`, { stripBOM: false });
}
