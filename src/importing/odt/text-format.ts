import type { XmlAttributes } from "../container/xml-names.ts";
import { type Mark, plainMark } from "../document/text-runs.ts";
import { colourMark } from "../document/voice-colours.ts";

/** What a style says of characters; what it does not say comes from its parent, or from the text around. */
export interface TextFormat {
  readonly italic?: boolean;
  readonly bold?: boolean;
  readonly underlined?: boolean;
  readonly struck?: boolean;
  readonly smallCaps?: boolean;
  readonly raised?: "sup" | "sub" | null;
  /** Six hexadecimal digits; null for the automatic colour. */
  readonly colour?: string | null;
  /** A language tag; null for none. */
  readonly language?: string | null;
  readonly hidden?: boolean;
  readonly link?: string | null;
}

/** Reads `style:text-properties` (OpenDocument 1.3 part 3, section 16.29.29). */
export function textFormatOf(given: XmlAttributes): TextFormat {
  const format: { -readonly [Key in keyof TextFormat]: TextFormat[Key] } = {};
  const slope = given["fo:font-style"];
  const weight = given["fo:font-weight"];
  const underline = given["style:text-underline-style"] ?? given["style:text-underline"];
  const line = given["style:text-line-through-style"] ?? given["style:text-line-through-type"];
  const variant = given["fo:font-variant"];
  const position = given["style:text-position"];
  const colour = given["fo:color"];
  if (slope !== undefined) format.italic = slope !== "normal";
  if (weight !== undefined) format.bold = weight === "bold" || Number(weight) >= 600;
  if (underline !== undefined) format.underlined = underline !== "none";
  if (line !== undefined) format.struck = line !== "none";
  if (variant !== undefined) format.smallCaps = variant === "small-caps";
  if (position !== undefined) format.raised = raisedBy(position);
  if (colour !== undefined) format.colour = /^#([\da-f]{6})$/iu.exec(colour)?.[1]?.toLowerCase() ?? null;
  if (given["style:use-window-font-color"] === "true") format.colour = null;
  if (given["fo:language"] !== undefined) format.language = tagOf(given["fo:language"], given["fo:country"]);
  if (given["text:display"] !== undefined) format.hidden = given["text:display"] === "none";
  return format;
}

/** "super", "sub", or how far above or below the line (section 20.396). */
function raisedBy(position: string): "sup" | "sub" | null {
  const first = position.trim().split(/\s+/u)[0] ?? "";
  if (first === "super" || first === "sub") return first === "super" ? "sup" : "sub";
  const distance = Number.parseFloat(first);
  if (Number.isNaN(distance) || distance === 0) return null;
  return distance > 0 ? "sup" : "sub";
}

function tagOf(language: string, country: string | undefined): string | null {
  if (!/^[a-z]{2,3}$/iu.test(language) || language === "zxx") return null;
  return country && /^[a-z]{2}$/iu.test(country) ? `${language}-${country}` : language;
}

const [em, strong, u, s, sup, sub] = ["em", "strong", "u", "s", "sup", "sub"].map(plainMark);
const smallCaps: Mark = { key: "sc", tagName: "span", properties: { className: ["sc"] } };

/**
 * The marks of a format. A link's colour and line are its look.
 *
 * @param language what the document is in; words in the same language are not marked
 */
export function marksOf(format: TextFormat, language: string | null): Mark[] {
  const { link = null } = format;
  const marks: (Mark | undefined | null)[] = [];
  if (link !== null) marks.push({ key: `link ${link}`, tagName: "a", properties: { href: link } });
  if (format.language && language && primary(format.language) !== primary(language))
    marks.push({ key: `lang ${format.language}`, tagName: "span", properties: { lang: format.language } });
  if (format.colour && link === null) marks.push(colourMark(format.colour));
  if (format.bold) marks.push(strong);
  if (format.italic) marks.push(em);
  if (format.underlined && link === null) marks.push(u);
  if (format.struck) marks.push(s);
  if (format.smallCaps) marks.push(smallCaps);
  if (format.raised) marks.push(format.raised === "sup" ? sup : sub);
  return marks.filter((mark) => mark !== undefined && mark !== null);
}

function primary(tag: string): string | undefined {
  return tag.toLowerCase().split("-")[0];
}
