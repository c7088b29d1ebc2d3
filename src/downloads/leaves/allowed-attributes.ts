import { wellFormedLanguage } from "../language-tag.ts";
import { linkAddress } from "./link-address.ts";

/** Attributes any element may carry, by their hast property name. */
const everywhere: Record<string, string> = {
  id: "id",
  className: "class",
  lang: "lang",
  dir: "dir",
  title: "title",
  role: "role",
  ariaLabel: "aria-label",
  ariaLabelledBy: "aria-labelledby",
  dataOrnament: "data-ornament",
  epubType: "epub:type",
};

/** Attributes of single elements: those of the stored form and those of our own leaves. */
const ofElement: Record<string, Record<string, string>> = {
  a: { href: "href", dataAddress: "data-address" },
  details: { open: "open" },
  img: { src: "src", alt: "alt", width: "width", height: "height" },
  li: { value: "value" },
  ol: { start: "start", type: "type", reversed: "reversed" },
  span: { dataFact: "data-fact", dataValue: "data-value" },
  td: { colSpan: "colspan", rowSpan: "rowspan" },
  th: { colSpan: "colspan", rowSpan: "rowspan", scope: "scope" },
};

/** What a value must look like to be valid HTML; a property without a line here takes any text. */
const shapes: Record<string, RegExp> = {
  id: /^[^\s]+$/,
  dir: /^(ltr|rtl|auto)$/,
  start: /^-?\d{1,9}$/,
  value: /^-?\d{1,9}$/,
  type: /^[1aAiI]$/,
  width: /^[1-9]\d{0,4}$/,
  height: /^[1-9]\d{0,4}$/,
  colSpan: /^[1-9]\d{0,2}$/,
  rowSpan: /^[1-9]\d{0,2}$/,
  scope: /^(row|col|rowgroup|colgroup)$/,
};

/**
 * The name and value under which a hast property is written, or null when HTML has no such attribute on this
 * element or the value would be invalid: epubcheck refuses a book for either.
 */
export function allowedAttribute(tagName: string, property: string, value: unknown): [string, string] | null {
  const name = ofElement[tagName]?.[property] ?? everywhere[property];
  if (name === undefined) return null;
  const text = valueText(name, value);
  if (text === null || shapes[property]?.test(text) === false) return null;
  if (property === "href") {
    const address = linkAddress(text);
    return address === null ? null : [name, address];
  }
  if (property === "lang") {
    const language = wellFormedLanguage(text);
    return language === "und" ? null : [name, language];
  }
  return [name, text];
}

/** XML has no bare attributes, so a true one is spelled with its own name. */
function valueText(name: string, value: unknown): string | null {
  if (value === true) return name;
  if (Array.isArray(value)) return value.length > 0 ? value.join(" ") : null;
  return typeof value === "string" || typeof value === "number" ? String(value) : null;
}
