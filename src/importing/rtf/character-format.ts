import { type Mark, plainMark } from "../document/text-runs.ts";
import { colourMark } from "../document/voice-colours.ts";

/** How characters are set. Never changed in place: groups share it. */
export interface CharacterFormat {
  readonly italic: boolean;
  readonly bold: boolean;
  readonly underlined: boolean;
  readonly struck: boolean;
  readonly smallCaps: boolean;
  readonly raised: "sup" | "sub" | null;
  readonly hidden: boolean;
  readonly colour: number;
  readonly font: number | null;
  /** The font of double-byte text where a writer names one for each script. */
  readonly eastAsianFont: number | null;
  readonly script: "eastAsian" | "other";
  /** Who put the words in or struck them out, by number; null when nobody did. */
  readonly inserted: number | null;
  readonly deleted: number | null;
  /** Where the words lead. */
  readonly link: string | null;
}

/** What `\plain` goes back to. */
export const plainFormat: CharacterFormat = {
  ...{ italic: false, bold: false, underlined: false, struck: false, smallCaps: false, raised: null },
  ...{ hidden: false, colour: 0, font: null, eastAsianFont: null, script: "other" },
  ...{ inserted: null, deleted: null, link: null },
};

const underlines = new Set(
  [
    "ul",
    "uld",
    "uldash",
    "uldashd",
    "uldashdd",
    "uldb",
    "ulhwave",
    "ulldash",
    "ulth",
    "ulthd",
    "ulthdash",
  ].concat(["ulthdashd", "ulthdashdd", "ulthldash", "ululdbwave", "ulw", "ulwave"]),
);

/** The format after a control word (RTF 1.9.1, “Character text”); the same one when the word says nothing of it. */
export function formatAfter(
  format: CharacterFormat,
  word: string,
  parameter: number | null,
): CharacterFormat {
  const on = parameter !== 0;
  if (underlines.has(word)) return { ...format, underlined: on };
  switch (word) {
    case "plain":
      return { ...plainFormat, link: format.link };
    case "i":
      return { ...format, italic: on };
    case "b":
      return { ...format, bold: on };
    case "ulnone":
      return { ...format, underlined: false };
    case "strike":
    case "striked":
      return { ...format, struck: on };
    case "scaps":
      return { ...format, smallCaps: on };
    case "super":
    case "up":
      return { ...format, raised: on ? "sup" : null };
    case "sub":
    case "dn":
      return { ...format, raised: on ? "sub" : null };
    case "nosupersub":
      return { ...format, raised: null };
    case "v":
      return { ...format, hidden: on };
    case "cf":
      return { ...format, colour: parameter ?? 0 };
    case "f":
      return { ...format, font: parameter, script: "other" };
    case "dbch":
      return { ...format, script: "eastAsian" };
    case "loch":
    case "hich":
      return { ...format, script: "other" };
    case "af":
      return format.script === "eastAsian" ? { ...format, eastAsianFont: parameter } : format;
    case "revised":
    case "mvt":
      return { ...format, inserted: on ? (format.inserted ?? 0) : null };
    case "deleted":
    case "mvf":
      return { ...format, deleted: on ? (format.deleted ?? 0) : null };
    case "revauth":
      return format.inserted === null ? format : { ...format, inserted: parameter ?? 0 };
    case "revauthdel":
      return format.deleted === null ? format : { ...format, deleted: parameter ?? 0 };
    default:
      return format;
  }
}

const [em, strong, u, s, sup, sub] = ["em", "strong", "u", "s", "sup", "sub"].map(plainMark);
const smallCaps: Mark = { key: "sc", tagName: "span", properties: { className: ["sc"] } };

/**
 * The marks of a format. Links are coloured and underlined by their look, which means nothing.
 *
 * @param colours the colour table: six hexadecimal digits, or null for the automatic colour
 */
export function marksOf(format: CharacterFormat, colours: readonly (string | null)[]): Mark[] {
  const marks: (Mark | undefined | null)[] = [];
  if (format.link !== null)
    marks.push({ key: `link ${format.link}`, tagName: "a", properties: { href: format.link } });
  const colour = format.link === null ? colours[format.colour] : null;
  if (colour) marks.push(colourMark(colour));
  if (format.bold) marks.push(strong);
  if (format.italic) marks.push(em);
  if (format.underlined && format.link === null) marks.push(u);
  if (format.struck) marks.push(s);
  if (format.smallCaps) marks.push(smallCaps);
  if (format.raised) marks.push(format.raised === "sup" ? sup : sub);
  return marks.filter((mark) => mark !== undefined && mark !== null);
}
