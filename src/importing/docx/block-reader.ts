import type { Element, ElementContent, Properties } from "hast";
import { element } from "../../story-text/elements.ts";
import { childOf, elementsIn } from "../container/xml-elements.ts";
import type { XmlElement } from "../container/xml-tree.ts";
import { textIn } from "../document/page-elements.ts";
import { chosenAlternative } from "./alternate-content.ts";
import { BlockWriter } from "./block-writer.ts";
import { changedBreak } from "./changed-break.ts";
import { plainWords } from "./comments.ts";
import { wordValue } from "./elements.ts";
import type { LineWriter } from "./line-writer.ts";
import type { ListPlace } from "./numbering.ts";
import type { OpenLine } from "./open-line.ts";
import { type ParagraphProperties, paragraphProperties, uponParagraph } from "./paragraph-properties.ts";
import { RunReader } from "./run-reader.ts";
import { isBody, type WordStyle } from "./styles.ts";
import { readTable } from "./tables.ts";
import type { WordContext } from "./word-context.ts";

/** No heading is as long as this: somebody gave a whole paragraph an outline level. */
const longestHeading = 400;

/** Bullets that begin speech in many languages; Word makes a list of a line that begins with one (T52). */
const speechDash = /^[-‐‑‒–—―]$/u;

/** Reads paragraphs and tables into blocks. */
export class BlockReader {
  readonly #context: WordContext;
  readonly #runs: RunReader;
  readonly #writer = new BlockWriter();
  /** A paragraph that holds nothing but the first letter of the next. */
  #dropCap: ElementContent[] | null = null;
  #isFirst = true;
  /** The title and the author, when the document begins with them in their own styles. */
  readonly opening: { role: "title" | "author"; node: Element }[] = [];

  constructor(context: WordContext) {
    this.#context = context;
    this.#runs = new RunReader(context);
  }

  readAll(parent: XmlElement): this {
    for (const child of elementsIn(parent)) this.read(child);
    return this;
  }

  read(piece: XmlElement): void {
    switch (piece.name) {
      case "w:p":
        this.#readParagraph(piece);
        break;
      case "w:tbl":
        this.#isFirst = false;
        this.#writer.block(readTable(piece, (cell) => this.#inside(cell)));
        break;
      case "w:sdt":
      case "w:sdtContent":
      case "w:customXml":
      case "w:ins":
      case "w:moveTo":
        this.readAll(piece);
        break;
      case "mc:AlternateContent": {
        const chosen = chosenAlternative(piece);
        if (chosen) this.readAll(chosen);
        break;
      }
      case "w:commentRangeStart":
      case "w:commentRangeEnd":
      case "m:oMathPara": {
        const line = this.#runs.newLine(this.#context.styles.paragraph(undefined));
        this.#runs.read({ ...piece, children: [piece] }, line);
        if (!line.words.isEmpty) this.#writer.block(element("p", {}, line.words.finish()));
        break;
      }
    }
  }

  finish(): Element[] {
    if (this.#dropCap) this.#writer.block(element("p", {}, this.#dropCap));
    this.#dropCap = null;
    return this.#writer.finish();
  }

  /** Reads what lies inside a cell. */
  #inside(parent: XmlElement): Element[] {
    return new BlockReader(this.#context).readAll(parent).finish();
  }

  #readParagraph(paragraph: XmlElement): void {
    const own = childOf(paragraph, "w:pPr");
    const style = this.#context.styles.paragraph(wordValue(childOf(own, "w:pStyle")));
    const direct = paragraphProperties(own);
    const properties = uponParagraph(inheritedBy(style), direct);
    if (style.role.is === "contents") {
      this.#context.leftOut.add("contents", plainWords(paragraph));
      return;
    }
    const line = this.#runs.newLine(style);
    if (this.#dropCap) line.words.begin(this.#dropCap);
    this.#dropCap = null;
    const place = this.#place(properties);
    this.#runs.read(paragraph, line);
    const change = changedBreak(paragraph);
    if (change) this.#context.trail.changeBreak(change);
    if (properties.isDropCap) {
      const letters = textIn({ type: "root", children: line.words.finish() });
      this.#dropCap = [{ type: "text", value: letters }];
      return;
    }
    this.#writeLine(line, properties, place);
    const isRule =
      line.hasRule || (properties.ruled && (line.words.isEmpty || (direct.ruled && isBody(style))));
    if (isRule) this.#writer.block(element("hr", {}, []));
    this.#writeBoxes(line.boxes);
  }

  #writeLine(line: OpenLine, properties: ParagraphProperties, place: ListPlace | null): void {
    for (const words of [...line.before, line.words]) {
      const isRule = words.isEmpty && (line.hasRule || properties.ruled);
      if (isRule) continue;
      if (words.isEmpty) this.#writer.empty();
      else this.#writeWords(words, line, properties, place);
      if (!words.isEmpty) this.#isFirst = false;
    }
  }

  #writeWords(
    words: LineWriter,
    line: OpenLine,
    properties: ParagraphProperties,
    place: ListPlace | null,
  ): void {
    const children = words.finish();
    const level = headingLevel(line.style, properties, children);
    const isListed = place !== null && level === null && isList(place);
    if (isListed) {
      this.#writer.item(place, children);
      return;
    }
    const label = place ? shownLabel(place) : "";
    if (label !== "") children.unshift({ type: "text", value: `${label} ` });
    const block = (tagName: string) => element(tagName, blockProperties(properties), children);
    if (place === null && goesOnInItem(line.style, properties) && this.#writer.continueItem(block("p")))
      return;
    const { is } = line.style.role;
    if (this.#isFirst && is === "title") this.opening.push({ role: "title", node: block("p") });
    else if (this.#opensWithAuthor(is)) this.opening.push({ role: "author", node: block("p") });
    else if (level !== null) this.#writer.block(block(`h${Math.min(level + 2, 6)}`));
    else if (is === "quote") this.#writer.within("blockquote", block("p"));
    else if (is === "term" || is === "definition")
      this.#writer.within("dl", element(is === "term" ? "dt" : "dd", {}, children));
    else this.#writer.block(block("p"));
  }

  #opensWithAuthor(is: string): boolean {
    return is === "author" && this.opening.length > 0 && this.#writer.isEmpty;
  }

  #writeBoxes(boxes: XmlElement[]): void {
    for (const box of boxes) {
      const trail = this.#context.trail.apart();
      const inside = new BlockReader({ ...this.#context, trail }).readAll(box).finish();
      const last = inside.at(-1);
      const anchors = trail.atEnd();
      if (last && anchors !== "") last.children.push({ type: "text", value: anchors });
      for (const block of inside) this.#writer.block(block);
    }
  }

  #place({ numbering }: ParagraphProperties): ListPlace | null {
    if (!numbering || (numbering.numId ?? "0") === "0") return null;
    return this.#context.numbering.count(numbering);
  }
}

/** A list whose labels hold words (“Chapter 1”) is no list but numbered paragraphs; so are lines of speech. */
function isList({ format, label, hasWords }: ListPlace): boolean {
  return format !== "none" && !hasWords && !(format === "bullet" && speechDash.test(label));
}

/** Whether a paragraph without a number belongs to the item above it, if there is one. */
function goesOnInItem({ role }: WordStyle, { numbering, isIndented }: ParagraphProperties): boolean {
  return (isIndented ?? false) && (role.is === "continued" || numbering?.numId === "0");
}

/** What Word shows before a numbered paragraph that is no item of a list, and nobody typed. */
function shownLabel({ format, label }: ListPlace): string {
  return format === "bullet" && !speechDash.test(label) ? "" : label.trim();
}

/** 1 to 9, or null. */
function headingLevel(
  { role }: WordStyle,
  { outlineLevel }: ParagraphProperties,
  children: ElementContent[],
): number | null {
  if (role.is === "title") return 1;
  const level =
    role.is === "heading"
      ? role.level
      : outlineLevel !== undefined && outlineLevel < 9
        ? outlineLevel + 1
        : null;
  return level !== null && JSON.stringify(children).length < longestHeading * 4 ? level : null;
}

/** What a paragraph takes from its style: of one that is more than looks, not where its lines stand. */
function inheritedBy(style: WordStyle): ParagraphProperties {
  if (isBody(style)) return style.paragraph;
  const { align: _, ...others } = style.paragraph;
  return others;
}

/** Justified text is the reader's own choice (T83); where lines stand in the middle or at the end means something (T62). */
function blockProperties({ align, rightToLeft }: ParagraphProperties): Properties {
  return {
    ...(align && align !== "start" && { style: `text-align:${align}` }),
    ...(rightToLeft && { dir: "rtl" }),
  };
}
