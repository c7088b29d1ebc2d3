import type { Element } from "hast";
import { childOf, elementsIn, wordsIn } from "../container/xml-elements.ts";
import type { XmlElement } from "../container/xml-tree.ts";
import { withoutAnchors } from "../document/anchors.ts";
import { noteBlock, noteReference } from "../document/note-elements.ts";
import { OpenAnchors } from "../document/open-anchors.ts";
import { nestRuns, type TextRun, withoutCommonMarks } from "../document/text-runs.ts";
import { beginComment } from "./comments.ts";
import type { Flow, ListPlace } from "./flow.ts";
import { blocksOfList } from "./lists.ts";
import type { OdtParts } from "./odt-parts.ts";
import { pictureOf } from "./pictures.ts";
import { tableOf } from "./tables.ts";
import { marksOf, type TextFormat } from "./text-format.ts";
import { readTrackedChanges } from "./tracked-changes.ts";

/** What holds no words of the story. */
const wordless =
  /^(?:office:(?:forms|event-listeners)|svg:(?:title|desc)|text:(?:.*-(?:decls|source)|page-number|script|soft-page-break|.*-mark|.*-mark-(?:start|end)|bookmark|bookmark-(?:start|end)))$/u;

/** The paragraph being written: its own element, and what it says of all its characters. */
interface OpenParagraph {
  source: XmlElement;
  format: TextFormat;
}

/** Writes one text, the story's or that of a note, a cell, an item or a box, block by block. */
export class FlowWriter implements Flow {
  readonly blocks: Element[] = [];
  readonly parts: OdtParts;
  readonly anchors: OpenAnchors;
  readonly place: ListPlace | null;
  marker = "";
  isHeading = false;
  #runs: TextRun[] = [];
  /** What was last seen of the line is a break. */
  #isAfterBreak = false;
  /** Something other than breaks is seen of the paragraph. */
  #hasWords = false;
  #open: OpenParagraph | null = null;
  #language: string | null;

  /** @param anchors those of the text around, for what stands in its order (cells, items) */
  constructor(parts: OdtParts, anchors = new OpenAnchors(), place: ListPlace | null = null) {
    this.parts = parts;
    this.anchors = anchors;
    this.place = place;
    this.#language = parts.styles.language;
  }

  within(place?: ListPlace): FlowWriter {
    return new FlowWriter(this.parts, this.anchors, place);
  }

  block(element: XmlElement): void {
    const { name } = element;
    if (name === "text:p" || name === "text:h") this.#paragraph(element);
    else if (name === "text:list") for (const block of blocksOfList(element, this)) this.blocks.push(block);
    else if (name === "table:table") this.blocks.push(tableOf(element, this));
    else if (name === "text:table-of-content") this.parts.leftOut.add("contents", wordsIn(element));
    else if (name === "text:tracked-changes") readTrackedChanges(element, this.parts);
    else if (name === "text:change") this.#deletion(element, {});
    else if (
      name.startsWith("draw:") ||
      name.startsWith("text:change-") ||
      name.startsWith("office:annotation")
    )
      this.#loose(element);
    else if (!wordless.test(name)) for (const child of elementsIn(element)) this.block(child);
  }

  /** A picture or a box fixed to a page, or a mark between paragraphs. */
  #loose(element: XmlElement): void {
    this.#inline(element, {});
    if (this.#hasWords) this.#finish();
  }

  #paragraph(source: XmlElement): void {
    const outer = this.#open;
    const format = this.parts.styles.textFormat("paragraph", source.attributes["text:style-name"]);
    this.#open = { source, format };
    this.#words(source, format);
    this.#finish();
    this.#open = outer;
  }

  #words(element: XmlElement, format: TextFormat): void {
    for (const child of element.children) {
      if (typeof child === "string") this.#text(child, format);
      else this.#inline(child, format);
    }
  }

  #text(words: string, format: TextFormat): void {
    if (format.hidden) {
      this.parts.leftOut.add("hidden", words);
      return;
    }
    this.parts.made.addElement();
    this.parts.made.addCharacters(words.length);
    const content = this.anchors.beforeWords() + withoutAnchors(words);
    this.#add({ content, marks: marksOf(format, this.#language) });
  }

  #element(element: Element, format: TextFormat): void {
    if (format.hidden) return;
    this.parts.made.addElement();
    const before = this.anchors.beforeWords();
    if (before) this.#add({ content: before, marks: [] });
    this.#add({
      content: element,
      marks: element.tagName === "br" ? marksOf(format, this.#language) : [],
    });
  }

  #inline(element: XmlElement, format: TextFormat): void {
    const { name, attributes } = element;
    switch (name) {
      case "text:span": {
        const own = this.parts.styles.textFormat("text", attributes["text:style-name"]);
        this.#words(element, { ...format, ...own });
        return;
      }
      case "text:a":
        this.#words(element, { ...format, link: linkOf(attributes["xlink:href"]) ?? format.link ?? null });
        return;
      case "text:s":
        this.#spaces(Math.min(100, Number(attributes["text:c"] ?? 1) || 1), format);
        return;
      case "text:tab":
        this.#text(this.#isAfterBreak ? "\u00a0".repeat(4) : "\t", format);
        return;
      case "text:line-break":
        this.#element({ type: "element", tagName: "br", properties: {}, children: [] }, format);
        return;
      case "text:note":
        this.#note(element, format);
        return;
      case "text:ruby":
        this.#ruby(element, format);
        return;
      case "draw:frame":
        this.#frame(element, format);
        return;
      case "office:annotation": {
        const anchor = beginComment(element, this.parts);
        if (anchor !== null) this.anchors.open(anchor);
        return;
      }
      case "office:annotation-end":
        this.#close(this.parts.comments.get(attributes["office:name"] ?? ""));
        return;
      case "text:change-start":
      case "text:change-end": {
        const change = this.parts.changes.get(attributes["text:change-id"] ?? "");
        if (change && name === "text:change-start") this.anchors.open(change.anchor);
        else this.#close(change?.anchor);
        return;
      }
      case "text:change":
        this.#deletion(element, format);
        return;
      default:
        if (wordless.test(name)) return;
        if (name.startsWith("draw:")) this.#box(element);
        else this.#words(element, format);
    }
  }

  #close(anchor: number | undefined): void {
    if (anchor !== undefined) this.anchors.close(anchor);
  }

  /** Spaces that begin a line set it in; others are as many as a line shows. */
  #spaces(count: number, format: TextFormat): void {
    const begins = this.#isAfterBreak || !this.#hasWords;
    this.#text((begins ? "\u00a0" : " ").repeat(count), format);
  }

  /** Says at once what it changes: a paragraph of a hundred thousand tabs is not looked through at each. */
  #add(run: TextRun): void {
    this.#runs.push(run);
    const { content } = run;
    if (typeof content === "string" && !/\S/u.test(content)) return;
    this.#isAfterBreak = typeof content !== "string" && content.tagName === "br";
    if (!this.#isAfterBreak) this.#hasWords = true;
  }

  #note(element: XmlElement, format: TextFormat): void {
    const citation = childOf(element, "text:note-citation");
    const body = childOf(element, "text:note-body");
    this.parts.made.addNote();
    const number = this.parts.notes.length + 1;
    const marker = (citation && wordsIn(citation).trim()) || String(number);
    const writer = new FlowWriter(this.parts);
    // A note in a note would come before the one it is in, so its place is taken first.
    const place = this.parts.notes.push(noteBlock(number, marker, [])) - 1;
    if (body) for (const child of elementsIn(body)) writer.block(child);
    this.parts.notes[place] = noteBlock(number, marker, writer.blocks);
    this.#element(noteReference(number, marker), format);
  }

  #ruby(element: XmlElement, format: TextFormat): void {
    const [base, reading] = ["text:ruby-base", "text:ruby-text"].map((name) => childOf(element, name));
    if (!base || !reading) {
      this.#words(element, format);
      return;
    }
    const rt: Element = {
      ...{ type: "element", tagName: "rt", properties: {} },
      children: [{ type: "text", value: wordsIn(reading) }],
    };
    const children = [{ type: "text" as const, value: wordsIn(base) }, rt];
    this.#element({ type: "element", tagName: "ruby", properties: {}, children }, format);
  }

  #frame(element: XmlElement, format: TextFormat): void {
    const picture = pictureOf(element, this.parts);
    if (picture) this.#element(picture, format);
    this.#box(element);
  }

  /** A box's text stands once, before the paragraph it is fixed to. */
  #box(element: XmlElement): void {
    const writer = new FlowWriter(this.parts);
    for (const child of elementsIn(element)) if (child.name !== "draw:image") writer.block(child);
    this.blocks.push(...writer.blocks);
  }

  /** Deleted words come back to where they were; their first and last paragraphs are parts of those around. */
  #deletion(element: XmlElement, format: TextFormat): void {
    const change = this.parts.changes.get(element.attributes["text:change-id"] ?? "");
    if (!change?.deleted) return;
    const deleted = elementsIn(change.deleted).filter(({ name }) => name !== "office:change-info");
    // Each stands in the text once, whatever a file says.
    change.deleted = null;
    this.anchors.open(change.anchor);
    for (const [index, block] of deleted.entries()) {
      const isWords = block.name === "text:p" || block.name === "text:h";
      if (this.#open === null || !isWords || (index > 0 && index < deleted.length - 1)) this.block(block);
      else {
        if (index > 0) this.#finish();
        this.#words(block, format);
      }
    }
    this.anchors.close(change.anchor);
  }

  #finish(): void {
    const over = this.anchors.atParagraphEnd();
    if (over) this.#add({ content: over, marks: this.#runs.at(-1)?.marks ?? [] });
    const hasWords = this.#hasWords;
    const runs = this.#runs;
    this.#runs = [];
    this.#isAfterBreak = false;
    this.#hasWords = false;
    this.#push(runs, hasWords);
  }

  #push(runs: TextRun[], hasWords: boolean): void {
    const { styles, headings, made } = this.parts;
    made.addElement();
    const source = this.#open?.source;
    const name = source?.attributes["text:style-name"];
    const format = styles.paragraphFormat(name);
    if (!hasWords && (format.hasLine || styles.isHorizontalLine(name))) {
      this.blocks.push({ type: "element", tagName: "hr", properties: {}, children: [] });
      return;
    }
    const level = hasWords ? headingLevel(source, styles.outlineOf(name)) : null;
    const counted =
      source?.name === "text:h" && level !== null && this.marker === "" ? headings.before(source, level) : "";
    const marker = this.marker || counted;
    if (hasWords) this.marker = "";
    const own =
      level === null && !this.isHeading ? runs : withoutCommonMarks(runs, ["strong", "em", "u", "span"]);
    const element: Element = {
      type: "element",
      // A work and its chapters have the two highest headings, so the highest in a story is the third.
      tagName: level === null ? "p" : `h${Math.min(level + 2, 6)}`,
      properties: {},
      children: nestRuns(marker ? [{ content: marker, marks: [] }, ...own] : own),
    };
    if (level === null && format.align) element.properties.className = [format.align];
    if (format.rightToLeft) element.properties.dir = "rtl";
    if (styles.isTitle(name)) element.properties.dataTitle = "";
    if (level === null && styles.isQuotation(name)) this.#quote(element);
    else {
      if (level === null && !format.align) element.properties.dataIndent = format.indent;
      this.blocks.push(element);
    }
  }

  #quote(element: Element): void {
    const last = this.blocks.at(-1);
    if (last?.tagName === "blockquote") last.children.push(element);
    else this.blocks.push({ type: "element", tagName: "blockquote", properties: {}, children: [element] });
  }
}

function headingLevel(source: XmlElement | undefined, ofStyle: number | null): number | null {
  if (source?.name !== "text:h") return ofStyle;
  const level = Number(source.attributes["text:outline-level"] ?? 1);
  return Number.isInteger(level) && level >= 1 ? level : 1;
}

function linkOf(address: string | undefined): string | null {
  return address !== undefined && /^(?:https?:|mailto:)/iu.test(address.trim()) ? address.trim() : null;
}
