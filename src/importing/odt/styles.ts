import { childOf, elementsIn } from "../container/xml-elements.ts";
import type { XmlElement } from "../container/xml-tree.ts";
import { type ListStyle, listStyleOf } from "./list-styles.ts";
import { type TextFormat, textFormatOf } from "./text-format.ts";

/** What a style says of paragraphs. */
export interface ParagraphFormat {
  align: "center" | "right" | null;
  rightToLeft: boolean;
  /** How far all its lines stand in, in millimetres; 0 when its first line stands elsewhere. */
  indent: number;
  /** A line is drawn above or below. */
  hasLine: boolean;
}

interface Style {
  name: string;
  parent: string | undefined;
  isAutomatic: boolean;
  outline: number | null;
  list: string | undefined;
  text: TextFormat;
  paragraph: XmlElement | undefined;
}

const mostAncestors = 20;

/** The styles of a document: automatic ones, and the named ones they are made from (OpenDocument 1.3 part 3, section 16). */
export class Styles {
  readonly #styles = new Map<string, Style>();
  readonly #lists = new Map<string, ListStyle>();
  readonly #texts = new Map<string, TextFormat>();
  #default: Style | null = null;
  /** How headings are counted; null when nothing says so. */
  outline: ListStyle | null = null;

  /** @param holder `office:styles` or `office:automatic-styles` */
  add(holder: XmlElement): void {
    const isAutomatic = holder.name === "office:automatic-styles";
    for (const element of elementsIn(holder)) {
      const name = element.attributes["style:name"] ?? "";
      const family = element.attributes["style:family"] ?? "";
      if (element.name === "text:list-style") this.#lists.set(name, listStyleOf(element));
      else if (element.name === "text:outline-style") this.outline = listStyleOf(element);
      else if (element.name === "style:style")
        this.#styles.set(`${family} ${name}`, styleOf(element, isAutomatic));
      else if (element.name === "style:default-style" && family === "paragraph")
        this.#default = styleOf(element, isAutomatic);
    }
  }

  listStyle(name: string | undefined): ListStyle | null {
    return (name !== undefined && this.#lists.get(name)) || null;
  }

  /** What a style of a family (`text`, `paragraph`) says of characters, its parents' sayings included. */
  textFormat(family: "text" | "paragraph", name: string | undefined): TextFormat {
    const key = `${family} ${name ?? ""}`;
    const known = this.#texts.get(key);
    if (known) return known;
    const base = family === "paragraph" ? (this.#default?.text ?? {}) : {};
    const lineage = this.#lineage(family, name).toReversed();
    const format: TextFormat = Object.assign({}, base, ...lineage.map(({ text }) => text));
    this.#texts.set(key, format);
    return format;
  }

  /** The language most of the document is meant to be in. */
  get language(): string | null {
    return this.textFormat("paragraph", "Standard").language ?? null;
  }

  paragraphFormat(name: string | undefined): ParagraphFormat {
    const lineage = this.#lineage("paragraph", name);
    if (this.#default) lineage.push(this.#default);
    const value = (attribute: string) =>
      lineage.map(({ paragraph }) => paragraph?.attributes[attribute]).find((given) => given !== undefined);
    const align = value("fo:text-align");
    const rightToLeft = /^rl/u.test(value("style:writing-mode") ?? "");
    const border = [value("fo:border-bottom"), value("fo:border-top"), value("fo:border")];
    const isStraight = Math.abs(millimetres(value("fo:text-indent"))) < 0.1;
    return {
      align:
        align === "center"
          ? "center"
          : !rightToLeft && (align === "end" || align === "right")
            ? "right"
            : null,
      rightToLeft,
      indent: isStraight ? millimetres(value("fo:margin-left")) : 0,
      hasLine: border.some((line) => line !== undefined && line !== "none" && line !== "hidden"),
    };
  }

  /** The heading level (1 is the highest) that a paragraph's style gives it; null for none. */
  outlineOf(name: string | undefined): number | null {
    return this.#lineage("paragraph", name).find(({ outline }) => outline !== null)?.outline ?? null;
  }

  /** The list style a paragraph's style names. */
  listNameOf(name: string | undefined): string | undefined {
    return this.#lineage("paragraph", name).find(({ list }) => list !== undefined)?.list;
  }

  isTitle(name: string | undefined): boolean {
    return this.#lineage("paragraph", name).find(({ isAutomatic }) => !isAutomatic)?.name === "Title";
  }

  isQuotation(name: string | undefined): boolean {
    return this.#lineage("paragraph", name).some((style) =>
      /^(?:quotations?|(?:intense )?quote|block ?(?:text|quote|quotation))$/iu.test(style.name),
    );
  }

  isHorizontalLine(name: string | undefined): boolean {
    return this.#lineage("paragraph", name).some((style) => style.name === "Horizontal Line");
  }

  /** The style, and those it is made from. One that a file names but does not hold is one of the usual ones. */
  #lineage(family: string, first: string | undefined): Style[] {
    const lineage: Style[] = [];
    for (let name = first; name && lineage.length < mostAncestors; name = lineage.at(-1)?.parent)
      lineage.push(this.#styles.get(`${family} ${name}`) ?? { ...unknownStyle, name: decoded(name) });
    return lineage;
  }
}

const unknownStyle: Style = {
  ...{ name: "", parent: undefined, isAutomatic: false, outline: null, list: undefined, text: {} },
  paragraph: undefined,
};

function styleOf(element: XmlElement, isAutomatic: boolean): Style {
  const given = element.attributes;
  const outline = Number(given["style:default-outline-level"] || Number.NaN);
  const text = childOf(element, "style:text-properties");
  return {
    name: given["style:display-name"] ?? decoded(given["style:name"] ?? ""),
    parent: given["style:parent-style-name"],
    isAutomatic,
    outline: Number.isInteger(outline) ? outline : null,
    list: given["style:list-style-name"] || undefined,
    text: text ? textFormatOf(text.attributes) : {},
    paragraph: childOf(element, "style:paragraph-properties"),
  };
}

/** Style names write signs that XML names may not hold as `_20_`. */
function decoded(name: string): string {
  return name.replace(/_([\da-f]{2,4})_/giu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

const unitsInMillimetres: Record<string, number> = {
  mm: 1,
  cm: 10,
  in: 25.4,
  pt: 25.4 / 72,
  pc: 25.4 / 6,
  px: 25.4 / 96,
};

function millimetres(length: string | undefined): number {
  const match = /^(-?[\d.]+)(mm|cm|in|pt|pc|px)$/u.exec(length ?? "");
  return match ? Number(match[1]) * (unitsInMillimetres[match[2] ?? ""] ?? 0) : 0;
}
