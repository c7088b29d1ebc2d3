import type { Element, ElementContent } from "hast";
import { nestRuns, type TextRun, withoutCommonMarks } from "../document/text-runs.ts";
import { assembleBlocks, type FlowBlock } from "./assemble-blocks.ts";
import { type CharacterFormat, formatAfter, marksOf } from "./character-format.ts";
import type { Flow, RtfGroup } from "./group.ts";
import { itemOfMarker, type ListItem } from "./list-items.ts";
import { OpenTables } from "./open-tables.ts";
import { type ParagraphFormat, paragraphAfter } from "./paragraph-format.ts";
import { RemarkAnchors } from "./remark-anchors.ts";
import type { RtfParts } from "./rtf-parts.ts";

function isBreak(run: TextRun | undefined): boolean {
  return run !== undefined && typeof run.content !== "string" && run.content.tagName === "br";
}

/** Spaces at the beginning of a line of verse are as wide as they are many (T66); in HTML they would be none. */
function setIn(words: string): string {
  return words.replace(/^[ \t]+/u, (space) => space.replaceAll("\t", "    ").replaceAll(" ", "\u00a0"));
}

const twipsInMillimetre = 1440 / 25.4;

/** Paragraphs, lists and tables of one text: the story's own, or that of a note, a comment or a box. */
export class TextFlow implements Flow {
  readonly anchors: RemarkAnchors;
  marker = "";
  awaitsNote = false;
  /** A large first letter, whose paragraph goes on in the next (T74). */
  #isDropCap = false;
  readonly #parts: RtfParts;
  readonly #tables: OpenTables;
  #runs: TextRun[] = [];
  #marked: { format: CharacterFormat; marks: TextRun["marks"] } | null = null;

  constructor(parts: RtfParts) {
    this.#parts = parts;
    this.anchors = new RemarkAnchors(parts.remarks);
    this.#tables = new OpenTables(parts.made);
  }

  text(words: string, { character }: RtfGroup): void {
    if (character.hidden) {
      this.#parts.leftOut.add("hidden", words);
      return;
    }
    const marks = this.#marksOf(character);
    const last = this.#runs.at(-1);
    const content = this.anchors.before(character) + (isBreak(last) ? setIn(words) : words);
    if (last && last.marks === marks && typeof last.content === "string") last.content += content;
    else {
      this.#parts.made.addElement();
      this.#runs.push({ content, marks });
    }
    this.#parts.made.addCharacters(words.length);
  }

  add(element: Element, { character }: RtfGroup): void {
    if (character.hidden) return;
    this.#parts.made.addElement();
    const before = this.anchors.before(character);
    if (before) this.#runs.push({ content: before, marks: [] });
    const isBreak = element.tagName === "br";
    this.#runs.push({ content: element, marks: isBreak ? this.#marksOf(character) : [] });
  }

  addBlocks(blocks: Element[]): void {
    for (const element of blocks) this.#tables.push({ element, item: null, isQuotation: false });
  }

  takeSign(note: string): string | null {
    const last = this.#runs.at(-1);
    if (last === undefined || typeof last.content !== "string") return null;
    const words = last.content.trimEnd();
    if (/^\S{1,4}$/u.test(words) && last.marks.some(({ tagName }) => tagName === "sup")) {
      this.#runs.pop();
      return words;
    }
    const sign = /^(?:[^\p{L}\p{N}\s]{1,4}|\d{1,3}(?=[.)\s]))/u.exec(note.trimStart())?.[0];
    if (sign === undefined || !words.endsWith(sign)) return null;
    last.content = words.slice(0, -sign.length);
    return sign;
  }

  word(word: string, parameter: number | null, group: RtfGroup): void {
    const { paragraph } = group;
    switch (word) {
      case "par":
        this.endParagraph(paragraph);
        return;
      case "page":
      case "sect":
      case "column":
        if (this.#hasWords()) this.endParagraph(paragraph);
        return;
      case "line":
      case "lbr":
        this.add({ type: "element", tagName: "br", properties: {}, children: [] }, group);
        return;
      case "cell":
      case "nestcell": {
        const depth = word === "cell" ? 1 : Math.max(2, paragraph.tableDepth);
        this.#endCell(paragraph, depth);
        return;
      }
      case "row":
      case "nestrow":
        this.#tables.endRow(word === "row" ? 1 : Math.max(2, paragraph.tableDepth));
        return;
      case "chftn":
        this.awaitsNote = true;
        return;
      case "dropcapli":
        this.#isDropCap = (parameter ?? 0) > 0;
        return;
      case "pard":
        // The frame ends with the paragraph it is the letter of.
        if (!this.#hasWords()) this.#isDropCap = false;
        break;
    }
    if (this.#tables.rowWord(word, parameter)) return;
    group.character = formatAfter(group.character, word, parameter);
    group.paragraph = paragraphAfter(paragraph, word, parameter);
  }

  defineInnerRows(areInner: boolean): void {
    this.#tables.isInner = areInner;
  }

  endParagraph(format: ParagraphFormat): void {
    if (this.#isDropCap && this.#hasWords()) {
      this.#isDropCap = false;
      return;
    }
    this.#endParagraphIn(format, format.tableDepth);
  }

  /** All the text's blocks; nothing may be added after. */
  finished(last: ParagraphFormat): Element[] {
    if (this.#hasWords()) this.#endParagraphIn(last, last.tableDepth);
    return assembleBlocks(this.#tables.finished());
  }

  #endCell(format: ParagraphFormat, depth: number): void {
    this.#parts.made.addElement();
    if (this.#hasWords()) this.#endParagraphIn(format, depth);
    this.#tables.endCell(depth);
  }

  #endParagraphIn(format: ParagraphFormat, depth: number): void {
    this.#parts.made.addElement();
    const over = this.anchors.atParagraphEnd();
    if (over) this.#runs.push({ content: over, marks: this.#runs.at(-1)?.marks ?? [] });
    this.#tables.enter(depth);
    this.#tables.push(this.#block(format));
    this.#runs = [];
    this.marker = "";
  }

  #block(format: ParagraphFormat): FlowBlock {
    const { styles } = this.#parts;
    const outline = format.outline ?? styles.outlineOf(format.style);
    const isHeading = outline !== null && this.#hasWords();
    const item = isHeading ? null : this.#item(format);
    const runs = isHeading ? withoutCommonMarks(this.#runs, ["strong", "em", "u", "span"]) : this.#runs;
    const words = item === null && this.#isCounted(format) ? this.marker.replace(/\s+$/u, " ") : "";
    const children: ElementContent[] = nestRuns(words ? [{ content: words, marks: [] }, ...runs] : runs);
    // A work and its chapters have the two highest headings, so the highest in a story is the third.
    const tagName = isHeading ? `h${Math.min(outline + 3, 6)}` : "p";
    const element: Element = { type: "element", tagName, properties: {}, children };
    if (!isHeading && format.align === "center") element.properties.className = ["center"];
    // In a paragraph from right to left, the right is where every line begins.
    if (!isHeading && format.align === "right" && !format.rightToLeft)
      element.properties.className = ["right"];
    if (format.rightToLeft) element.properties.dir = "rtl";
    if (tagName === "p" && !format.align && item === null && format.firstIndent === 0)
      element.properties.dataIndent = format.indent / twipsInMillimetre;
    if (styles.isTitle(format.style)) element.properties.dataTitle = "";
    return { element, item, isQuotation: !isHeading && styles.isQuotation(format.style) };
  }

  #isCounted(format: ParagraphFormat): boolean {
    return format.list > 0 || format.numbering !== null || this.marker.trim() !== "";
  }

  #item(format: ParagraphFormat): ListItem | null {
    const { counter, listOverrides, lists } = this.#parts;
    if (!this.#hasWords()) return null;
    const level = listOverrides.levelOf(format.list, format.level, lists);
    if (level) return counter.item(level, format.level, this.marker);
    if (format.numbering) {
      const { level: depth, ...own } = format.numbering;
      return counter.item({ ...own, key: `pn ${own.format} ${own.start}` }, depth, this.marker);
    }
    return itemOfMarker(this.marker, format.level);
  }

  #hasWords(): boolean {
    return this.#runs.some(({ content }) =>
      typeof content === "string" ? /\S/u.test(content) : content.tagName !== "br",
    );
  }

  /** The same array for the same format, so that runs are joined by looking alone. */
  #marksOf(format: CharacterFormat): TextRun["marks"] {
    if (this.#marked?.format !== format) {
      const marks = marksOf(format, this.#parts.colours.colours);
      const known = this.#marked?.marks;
      const same = known?.length === marks.length && marks.every(({ key }, at) => known[at]?.key === key);
      this.#marked = { format, marks: same && known ? known : marks };
    }
    return this.#marked.marks;
  }
}
