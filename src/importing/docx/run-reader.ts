import type { Element } from "hast";
import { element } from "../../story-text/elements.ts";
import { childOf, elementsIn, wordsIn } from "../container/xml-elements.ts";
import type { XmlElement } from "../container/xml-tree.ts";
import { chosenAlternative } from "./alternate-content.ts";
import { plainWords } from "./comments.ts";
import { readDrawing, readShapes } from "./drawings.ts";
import { isOn, wordValue } from "./elements.ts";
import { type Field, fieldLink, fieldRuby } from "./fields.ts";
import { LineWriter, type Link, type Look } from "./line-writer.ts";
import type { OpenLine } from "./open-line.ts";
import { type RunFormat, runFormat } from "./run-format.ts";
import { noProperties, runProperties } from "./run-properties.ts";
import { isBody, type WordStyle } from "./styles.ts";
import { isSymbolFont, symbolOf } from "./symbols.ts";
import type { WordContext } from "./word-context.ts";

/** Reads what stands in paragraphs. Fields may stay open from one paragraph to the next. */
export class RunReader {
  readonly #context: WordContext;
  readonly #fields: Field[] = [];

  constructor(context: WordContext) {
    this.#context = context;
  }

  newLine(style: WordStyle): OpenLine {
    return { words: this.#newWords(), before: [], boxes: [], hasRule: false, style };
  }

  read(parent: XmlElement, line: OpenLine, link: Link | null = null): void {
    for (const child of elementsIn(parent)) this.#readPiece(child, line, link);
  }

  #newWords(): LineWriter {
    return new LineWriter(this.#context);
  }

  #readPiece(piece: XmlElement, line: OpenLine, link: Link | null): void {
    switch (piece.name) {
      case "w:r":
        this.#readRun(piece, line, link);
        break;
      case "w:hyperlink":
        this.read(piece, line, this.#linkOf(piece) ?? link);
        break;
      case "w:fldSimple":
        this.read(piece, line, fieldLink(piece.attributes["w:instr"] ?? "") ?? link);
        break;
      case "w:ins":
      case "w:moveTo":
        this.#readChange("insertion", piece, line, link);
        break;
      case "w:del":
      case "w:moveFrom":
        this.#readChange("deletion", piece, line, link);
        break;
      case "w:sdt":
        // A form that nobody has filled in shows what it wants.
        if (!isOn(childOf(piece, "w:sdtPr", "w:showingPlcHdr"))) this.read(piece, line, link);
        break;
      case "w:sdtContent":
      case "w:smartTag":
      case "w:customXml":
      case "w:dir":
      case "w:bdo":
        this.read(piece, line, link);
        break;
      case "mc:AlternateContent": {
        const chosen = chosenAlternative(piece);
        if (chosen) this.read(chosen, line, link);
        break;
      }
      case "m:oMath":
      case "m:oMathPara":
        line.words.text(plainWords(piece), { format: noFormat(line, this.#context), link });
        break;
      case "w:commentRangeStart": {
        const id = piece.attributes["w:id"] ?? "";
        const words = this.#context.comments.get(id);
        if (words !== undefined) this.#context.trail.openComment(id, words);
        break;
      }
      case "w:commentRangeEnd":
        this.#context.trail.closeComment(piece.attributes["w:id"] ?? "");
        break;
    }
  }

  #readChange(kind: "insertion" | "deletion", piece: XmlElement, line: OpenLine, link: Link | null): void {
    const { trail } = this.#context;
    const anchor = trail.openChange(kind, piece.attributes["w:author"] ?? "");
    this.read(piece, line, link);
    trail.close(anchor);
  }

  #readRun(run: XmlElement, line: OpenLine, link: Link | null): void {
    const properties = childOf(run, "w:rPr");
    const character = this.#context.styles.character(wordValue(childOf(properties, "w:rStyle")));
    const format: RunFormat = {
      ...runFormat({
        defaults: this.#context.styles.defaults,
        // What the style of a heading or a quotation looks like is said by the heading or the quotation.
        paragraphStyle: isBody(line.style) ? line.style.run : noProperties,
        characterStyle: character.run,
        direct: runProperties(properties),
      }),
      code: character.role.is === "code",
    };
    this.#readContents(elementsIn(run), line, format, link);
  }

  #readContents(contents: XmlElement[], line: OpenLine, format: RunFormat, link: Link | null): void {
    for (const [index, child] of contents.entries()) {
      if (child.name === "w:fldChar") this.#readFieldMark(child, line, format);
      else if (child.name === "w:instrText" || child.name === "w:delInstrText")
        this.#instruct(wordsIn(child));
      else if (this.#fields.some(({ phase }) => phase === "instruction")) continue;
      else if (child.name === "w:footnoteReference" || child.name === "w:endnoteReference") {
        const isTyped = /^(?:1|true|on)$/u.test(child.attributes["w:customMarkFollows"] ?? "");
        const typed = isTyped
          ? contents
              .slice(index + 1)
              .map(plainWords)
              .join("")
              .trim()
          : "";
        if (this.#readReference(child, line, typed) && typed !== "") return;
      } else this.#readContent(child, line, { format, link: this.#fieldLink() ?? link });
    }
  }

  #readContent(child: XmlElement, line: OpenLine, look: Look): void {
    switch (child.name) {
      case "w:t":
      case "w:delText":
        this.#text(wordsIn(child), line, look);
        break;
      case "w:tab":
      case "w:ptab":
        this.#text("\t", line, look);
        break;
      case "w:noBreakHyphen":
        this.#text("\u2011", line, look);
        break;
      case "w:sym": {
        const code = Number.parseInt(child.attributes["w:char"] ?? "", 16);
        if (code > 0) this.#text(symbolOf(child.attributes["w:font"] ?? "", code), line, look);
        break;
      }
      case "w:br":
      case "w:cr":
        this.#break(child, line, look);
        break;
      case "w:ruby":
        line.words.element(this.#ruby(child, line), look);
        break;
      case "w:drawing":
        readDrawing(child, line, this.#context);
        break;
      case "w:pict":
      case "w:object":
        readShapes(child, line, look, this.#context);
        break;
      case "w:commentReference": {
        const id = child.attributes["w:id"] ?? "";
        const words = this.#context.comments.get(id);
        if (words !== undefined) this.#context.trail.commentAt(id, words);
        break;
      }
      case "mc:AlternateContent": {
        const chosen = chosenAlternative(child);
        if (chosen) this.#readContents(elementsIn(chosen), line, look.format, look.link);
        break;
      }
    }
  }

  #text(words: string, line: OpenLine, look: Look): void {
    const { format } = look;
    if (format.hidden) this.#context.leftOut.add("hidden", words);
    else if (isSymbolFont(format.font)) {
      const { font } = format;
      line.words.text(
        words.replace(/[^\s]/gu, (sign) => symbolOf(font, sign.codePointAt(0) ?? 0)),
        look,
      );
    } else line.words.text(words, look);
  }

  /**
   * A new page in the midst of a sentence is an accident of layout (T39); after one, what follows is a paragraph of
   * its own, as it is to the eye.
   */
  #break(child: XmlElement, line: OpenLine, look: Look): void {
    const type = child.attributes["w:type"] ?? "textWrapping";
    if (type === "textWrapping") line.words.element(element("br", {}, []), look);
    else if (/[.!?…:)\]"”’»*~]\s*$/u.test(line.words.endsWith)) {
      line.before.push(line.words);
      line.words = this.#newWords();
    } else if (!line.words.isEmpty) line.words.text(" ", look);
  }

  #readFieldMark(mark: XmlElement, line: OpenLine, format: RunFormat): void {
    const field = this.#fields.at(-1);
    switch (mark.attributes["w:fldCharType"]) {
      case "begin":
        this.#fields.push({ instruction: "", phase: "instruction", link: null });
        break;
      case "separate":
        if (field) Object.assign(field, { phase: "result", link: fieldLink(field.instruction) });
        break;
      case "end": {
        this.#fields.pop();
        const ruby = field?.phase === "instruction" ? fieldRuby(field.instruction) : null;
        if (ruby) line.words.element(rubyOf(ruby.base, ruby.reading), { format, link: null });
        break;
      }
    }
  }

  #instruct(words: string): void {
    const field = this.#fields.at(-1);
    if (field?.phase === "instruction") field.instruction += words;
  }

  #fieldLink(): Link | null {
    return this.#fields.findLast(({ link }) => link !== null)?.link ?? null;
  }

  #linkOf(hyperlink: XmlElement): Link | null {
    const id = hyperlink.attributes["r:id"];
    const target =
      id === undefined ? undefined : this.#context.word.relationshipsOf(this.#context.part).get(id);
    if (!target?.isOutside || target.target === "") return null;
    const place = hyperlink.attributes["w:anchor"];
    return { href: place && !target.target.includes("#") ? `${target.target}#${place}` : target.target };
  }

  /** Gives whether there was such a note; its mark as a link stands where the reference stood. */
  #readReference(reference: XmlElement, line: OpenLine, typed: string): boolean {
    const kind = reference.name === "w:footnoteReference" ? "footnotes" : "endnotes";
    const referred = this.#context.notes.refer(kind, reference.attributes["w:id"] ?? "", typed);
    if (referred === null) return false;
    const { number, mark } = referred.note;
    const id = referred.isFirst ? { id: `noteref-${number}` } : {};
    const properties = { className: ["noteref"], href: `#note-${number}`, ...id };
    line.words.element(element("a", properties, [{ type: "text", value: mark }]));
    return true;
  }

  #ruby(ruby: XmlElement, line: OpenLine): Element {
    const [base, reading] = ["w:rubyBase", "w:rt"].map((name) => {
      const inner = this.newLine(line.style);
      const part = childOf(ruby, name);
      if (part) this.read(part, inner);
      return inner.words.finish();
    });
    return element("ruby", {}, [...(base ?? []), element("rt", {}, reading ?? [])]);
  }
}

function noFormat(line: OpenLine, { styles }: WordContext): RunFormat {
  const sources = { characterStyle: noProperties, direct: noProperties, defaults: styles.defaults };
  return runFormat({
    ...sources,
    paragraphStyle: isBody(line.style) ? line.style.run : noProperties,
  });
}

function rubyOf(base: string, reading: string): Element {
  const [text, over] = [base, reading].map((value) => ({ type: "text", value }) as const);
  return element("ruby", {}, [...(text ? [text] : []), element("rt", {}, over ? [over] : [])]);
}
