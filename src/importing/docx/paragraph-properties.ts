import { childOf } from "../container/xml-elements.ts";
import type { XmlElement } from "../container/xml-tree.ts";
import { isOn, numberOf, wordValue } from "./elements.ts";

/** What one `w:pPr` says; what it does not speak of is left out. */
export interface ParagraphProperties {
  align?: "center" | "end" | "start";
  rightToLeft?: boolean;
  /** 0 to 8 for headings, 9 for body text. */
  outlineLevel?: number;
  /** `numId` "0" takes a style's numbering away. */
  numbering?: { numId?: string; level?: number };
  /** A line under the paragraph that is no side of a box. */
  ruled?: boolean;
  isDropCap?: boolean;
  isIndented?: boolean;
}

/** Reads a `w:pPr` (ECMA-376 part 1, 17.3.1). */
export function paragraphProperties(element: XmlElement | undefined): ParagraphProperties {
  if (element === undefined) return {};
  const read: ParagraphProperties = {};
  const align = wordValue(childOf(element, "w:jc"));
  // In a paragraph from right to left, Word's “right” is its far end as well.
  if (align) read.align = align === "center" ? "center" : /^(?:right|end)$/u.test(align) ? "end" : "start";
  const rightToLeft = isOn(childOf(element, "w:bidi"));
  if (rightToLeft !== undefined) read.rightToLeft = rightToLeft;
  const outlineLevel = numberOf(childOf(element, "w:outlineLvl"));
  if (outlineLevel !== undefined) read.outlineLevel = outlineLevel;
  const numbering = childOf(element, "w:numPr");
  if (numbering) read.numbering = numberingOf(numbering);
  const borders = childOf(element, "w:pBdr");
  if (borders) read.ruled = isRuled(borders);
  const dropCap = childOf(element, "w:framePr")?.attributes["w:dropCap"];
  if (dropCap && dropCap !== "none") read.isDropCap = true;
  const indent = childOf(element, "w:ind")?.attributes;
  if (indent) read.isIndented = Number.parseFloat(indent["w:left"] ?? indent["w:start"] ?? "0") > 0;
  return read;
}

/** A style's properties upon those of the style it is based on. */
export function uponParagraph(base: ParagraphProperties, own: ParagraphProperties): ParagraphProperties {
  const numbering = { ...base.numbering, ...own.numbering };
  return { ...base, ...own, ...(Object.keys(numbering).length > 0 && { numbering }) };
}

function numberingOf(element: XmlElement): { numId?: string; level?: number } {
  const [numId, level] = [wordValue(childOf(element, "w:numId")), numberOf(childOf(element, "w:ilvl"))];
  return { ...(numId !== undefined && { numId }), ...(level !== undefined && { level }) };
}

function isRuled(borders: XmlElement): boolean {
  const drawn = (side: string) => !/^(?:nil|none)$/u.test(wordValue(childOf(borders, side)) ?? "none");
  if (drawn("w:left") || drawn("w:right")) return false;
  return drawn("w:bottom") !== drawn("w:top");
}
