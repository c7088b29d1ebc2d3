/** How a paragraph is set. Never changed in place: groups share it. */
export interface ParagraphFormat {
  readonly style: number;
  readonly align: "center" | "right" | null;
  readonly rightToLeft: boolean;
  /** 0 for the highest heading; null for a paragraph of the text. */
  readonly outline: number | null;
  /** The number of the list in the table of list overrides; 0 for none. */
  readonly list: number;
  readonly level: number;
  /** Old style numbering (`\pn`); null when there is none. */
  readonly numbering: OldNumbering | null;
  /** How far the lines stand in, and how much further the first does, in twentieths of a point. */
  readonly indent: number;
  readonly firstIndent: number;
  /** How many tables the paragraph stands in. */
  readonly tableDepth: number;
}

export interface OldNumbering {
  readonly format: number;
  readonly start: number;
  readonly level: number;
}

/** What `\pard` goes back to. */
export const plainParagraph: ParagraphFormat = {
  ...{ style: 0, align: null, rightToLeft: false, outline: null, list: 0, level: 0 },
  ...{ numbering: null, indent: 0, firstIndent: 0, tableDepth: 0 },
};

const deepestLevel = 8;
const deepestTable = 20;

/** The format after a control word (RTF 1.9.1, “Paragraph text”); the same one when the word says nothing of it. */
export function paragraphAfter(
  format: ParagraphFormat,
  word: string,
  parameter: number | null,
): ParagraphFormat {
  const number = parameter ?? 0;
  switch (word) {
    case "pard":
      return plainParagraph;
    case "s":
      return { ...format, style: number };
    case "qc":
      return { ...format, align: "center" };
    case "qr":
      return { ...format, align: "right" };
    case "ql":
    case "qj":
    case "qd":
    case "qt":
      return { ...format, align: null };
    case "rtlpar":
    case "ltrpar":
      return { ...format, rightToLeft: word === "rtlpar" };
    case "outlinelevel":
      return { ...format, outline: number >= 0 && number < 9 ? number : null };
    case "ls":
      return { ...format, list: number };
    case "ilvl":
      return { ...format, level: Math.min(Math.max(number, 0), deepestLevel) };
    case "li":
      return { ...format, indent: number };
    case "fi":
      return { ...format, firstIndent: number };
    case "intbl":
      return { ...format, tableDepth: Math.max(1, format.tableDepth) };
    case "itap":
      return { ...format, tableDepth: Math.min(Math.max(number, 0), deepestTable) };
    default:
      return format;
  }
}
