import { elementsIn } from "../container/xml-elements.ts";
import type { XmlElement } from "../container/xml-tree.ts";
import { isOn, numberOf, wordValue } from "./elements.ts";

/** Properties that styles switch over instead of setting them (ECMA-376 part 1, 17.7.3). */
export type Toggle =
  | "bold"
  | "boldComplex"
  | "italic"
  | "italicComplex"
  | "capitals"
  | "smallCapitals"
  | "struck"
  | "hidden";
const toggles = new Map<string, Toggle>([
  ["w:b", "bold"],
  ["w:bCs", "boldComplex"],
  ["w:i", "italic"],
  ["w:iCs", "italicComplex"],
  ["w:caps", "capitals"],
  ["w:smallCaps", "smallCapitals"],
  ["w:strike", "struck"],
  ["w:vanish", "hidden"],
]);

/** What one `w:rPr` says; what it does not speak of is left out. */
export interface RunProperties {
  toggles: Partial<Record<Toggle, boolean>>;
  struckTwice?: boolean;
  underlined?: boolean;
  raised?: "sup" | "sub" | "level";
  /** Six hexadecimal digits, or "auto". */
  colour?: string;
  language?: string;
  rightToLeft?: boolean;
  complexScript?: boolean;
  font?: string;
}

export const noProperties: RunProperties = { toggles: {} };

/** Half-points by which somebody raised or lowered letters by hand; less than this only adjusts a line. */
const raisedFrom = 6;

/** Reads a `w:rPr` (ECMA-376 part 1, 17.3.2). */
export function runProperties(element: XmlElement | undefined): RunProperties {
  if (element === undefined) return noProperties;
  const read: RunProperties = { toggles: {} };
  for (const property of elementsIn(element)) {
    const toggle = toggles.get(property.name);
    if (toggle) read.toggles[toggle] = isOn(property) ?? true;
    else readProperty(property, read);
  }
  return read;
}

function readProperty(property: XmlElement, read: RunProperties): void {
  const value = wordValue(property);
  switch (property.name) {
    case "w:dstrike":
      read.struckTwice = isOn(property) ?? true;
      break;
    case "w:u":
      read.underlined = value !== undefined && value !== "none";
      break;
    case "w:vertAlign":
      read.raised = value === "superscript" ? "sup" : value === "subscript" ? "sub" : "level";
      break;
    case "w:position": {
      const position = numberOf(property) ?? 0;
      if (Math.abs(position) >= raisedFrom) read.raised ??= position > 0 ? "sup" : "sub";
      break;
    }
    case "w:color":
      read.colour = value && /^[\da-f]{6}$/iu.test(value) ? value.toLowerCase() : "auto";
      break;
    case "w:lang":
      if (value) read.language = value;
      break;
    case "w:rFonts": {
      const font = property.attributes["w:ascii"] ?? property.attributes["w:hAnsi"];
      if (font) read.font = font;
      break;
    }
    case "w:rtl":
      read.rightToLeft = isOn(property) ?? true;
      break;
    case "w:cs":
      read.complexScript = isOn(property) ?? true;
      break;
  }
}

/** The properties of a style upon those of the style it is based on: what is nearer wins. */
export function upon(base: RunProperties, own: RunProperties): RunProperties {
  return { ...base, ...own, toggles: { ...base.toggles, ...own.toggles } };
}
