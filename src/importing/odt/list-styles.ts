import { elementsIn } from "../container/xml-elements.ts";
import type { XmlElement } from "../container/xml-tree.ts";
import { type NumberType, shownNumber } from "../document/list-numbers.ts";

/** How a level of a list, or of headings, is marked. */
export interface LevelStyle {
  /** Null for a level whose items have no marks. */
  kind: NumberType | "bullet" | null;
  start: number;
  prefix: string;
  suffix: string;
  /** How many levels' numbers are shown (`2.1`). */
  shownLevels: number;
}

/** The levels of a list style, the outermost first (OpenDocument 1.3 part 3, section 16.31). */
export type ListStyle = LevelStyle[];

export const mostLevels = 10;

export function listStyleOf(element: XmlElement): ListStyle {
  const levels: ListStyle = [];
  for (const { name, attributes } of elementsIn(element)) {
    const level = Number(attributes["text:level"]);
    if (!Number.isInteger(level) || level < 1 || level > mostLevels) continue;
    const isCounted = name === "text:list-level-style-number" || name === "text:outline-level-style";
    levels[level - 1] = {
      kind: isCounted ? numberType(attributes["style:num-format"]) : "bullet",
      start: wholeNumber(attributes["text:start-value"], 1),
      prefix: attributes["style:num-prefix"] ?? "",
      suffix: attributes["style:num-suffix"] ?? "",
      shownLevels: wholeNumber(attributes["text:display-levels"], 1),
    };
  }
  return levels;
}

/** A whole number an attribute gives, or the one that stands for none. */
export function wholeNumber(given: string | undefined, otherwise: number): number {
  return given !== undefined && /^-?\d{1,6}$/u.test(given) ? Number(given) : otherwise;
}

function numberType(format: string | undefined): NumberType | null {
  if (format === undefined || format === "") return null;
  return format === "a" || format === "A" || format === "i" || format === "I" ? format : "1";
}

/**
 * The words a document shows before an item or a heading.
 *
 * @param numbers the number on each level, the outermost first; the last is the item's own
 */
export function shownMarker(style: ListStyle, numbers: readonly number[]): string {
  const level = style[numbers.length - 1];
  if (!level?.kind || level.kind === "bullet") return "";
  const from = Math.max(0, numbers.length - Math.max(1, level.shownLevels));
  const shown = numbers.slice(from).map((number, index) => {
    const kind = style[from + index]?.kind;
    return kind && kind !== "bullet" ? shownNumber(number, kind) : "";
  });
  return `${level.prefix}${shown.filter(Boolean).join(".")}${level.suffix}`;
}
