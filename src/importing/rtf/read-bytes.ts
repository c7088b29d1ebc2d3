import { withoutAnchors } from "../document/anchors.ts";
import { decodeBytes, isDoubleByte } from "./codepages.ts";
import type { RtfFont } from "./font-table.ts";
import type { RtfGroup } from "./group.ts";
import type { RtfParts } from "./rtf-parts.ts";
import { signOf } from "./sign-fonts.ts";

const [ansiCharset, signCharset] = [0, 2];

/** The words that bytes of text are, in the code page of the font they are set in. */
export function wordsOfBytes(bytes: Uint8Array, { character }: RtfGroup, parts: RtfParts): string {
  const font = character.font === null ? undefined : parts.fonts.fonts.get(character.font);
  if (font && (font.signs || font.charset === signCharset)) return signs(bytes, font);
  if (bytes.every((byte) => byte < 0x80)) return Buffer.from(bytes).toString("latin1");
  const eastAsian = parts.fonts.fonts.get(character.eastAsianFont ?? -1);
  if (character.script === "eastAsian" && eastAsian?.codepage && isDoubleByte(eastAsian.codepage))
    return withoutAnchors(decodeBytes(bytes, eastAsian.codepage));
  return withoutAnchors(decodeBytes(bytes, codepageOf(font, parts)));
}

/** The character of a `\u`, by its code unit. */
export function wordOfUnit(unit: number, { character }: RtfGroup, parts: RtfParts): string {
  const code = unit < 0 ? unit + 0x10000 : unit;
  if (code < 0 || code > 0x10ffff) return "\ufffd";
  const font = character.font === null ? undefined : parts.fonts.fonts.get(character.font);
  if (code >= 0xf020 && code <= 0xf0ff)
    return signOf(code, font?.signs ?? null) ?? String.fromCharCode(font?.signs ? code - 0xf000 : code);
  return withoutAnchors(String.fromCodePoint(code));
}

/** On a Mac, fonts said to be of Windows' first charset are in the document's own. */
function codepageOf(font: RtfFont | undefined, parts: RtfParts): number {
  if (font?.codepage === undefined || font.codepage === null) return parts.codepage;
  return parts.isMac && font.charset === ansiCharset ? parts.codepage : font.codepage;
}

function signs(bytes: Uint8Array, { signs: font }: RtfFont): string {
  return [...bytes].map((byte) => signOf(byte, font) ?? decodeBytes(Uint8Array.of(byte), 1252)).join("");
}
