import type { Element } from "hast";
import { signFontOf, signOf } from "./sign-fonts.ts";

/** Where a `HYPERLINK` field leads; null for one that leads to a bookmark, and for other fields. */
export function linkOf(instruction: string): string | null {
  const match = /^\s*HYPERLINK\s+(?!\\)(?:"([^"]*)"|(\S+))/iu.exec(instruction);
  return (match?.[1] ?? match?.[2])?.trim() || null;
}

/** Whether the field is a table of contents, which the program makes of the headings. */
export function isContents(instruction: string): boolean {
  return /^\s*TOC\b/iu.test(instruction);
}

/** The sign of a `SYMBOL` field, which has no other text; null for other fields. */
export function signOfField(instruction: string): string | null {
  const match = /^\s*SYMBOL\s+(\d{1,5})\b(?:.*?\\f\s*"([^"]*)")?/iu.exec(instruction);
  if (!match) return null;
  const code = Number(match[1]);
  return signOf(code, signFontOf(match[2] ?? "")) ?? String.fromCodePoint(code);
}

/** The reading over characters (T71), which Word says as an `EQ` field; null for other fields. */
export function rubyOf(instruction: string): Element | null {
  const match = /^\s*EQ\s.*\\s\\up\s*\d+\s*\(([^()]{1,100})\)\s*[,;]\s*([^()]{1,100})\)\s*$/iu.exec(
    instruction,
  );
  const [reading, base] = [match?.[1], match?.[2]];
  if (!reading || !base) return null;
  const over: Element = {
    type: "element",
    tagName: "rt",
    properties: {},
    children: [{ type: "text", value: reading }],
  };
  return {
    type: "element",
    tagName: "ruby",
    properties: {},
    children: [{ type: "text", value: base }, over],
  };
}
