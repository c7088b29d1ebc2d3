import { childOf, elementsIn } from "../container/xml-elements.ts";
import type { XmlElement } from "../container/xml-tree.ts";
import { wordValue } from "./elements.ts";
import { type ParagraphProperties, paragraphProperties, uponParagraph } from "./paragraph-properties.ts";
import { noProperties, type RunProperties, runProperties, upon } from "./run-properties.ts";

/** What a paragraph's style says it is; its looks are then no longer worth keeping. */
export type StyleRole =
  | { is: "heading"; level: number }
  | { is: "title" | "author" | "quote" | "contents" | "continued" | "term" | "definition" | "code" }
  | { is: "body" };

export interface WordStyle {
  role: StyleRole;
  run: RunProperties;
  paragraph: ParagraphProperties;
}

const plainStyle: WordStyle = { role: { is: "body" }, run: noProperties, paragraph: {} };

/** Whether a style is nothing but looks, which its words then carry themselves. */
export function isBody({ role }: WordStyle): boolean {
  return role.is === "body" || role.is === "continued";
}

/** Styles may be based on each other in a circle; nobody bases them on each other further than this. */
const longestChain = 20;

/** The styles of a document by their ids (ECMA-376 part 1, 17.7). */
export class StyleSheet {
  readonly defaults: RunProperties;
  readonly #elements = new Map<string, XmlElement>();
  readonly #read = new Map<string, WordStyle>();
  readonly #defaultParagraph: string | undefined;

  constructor(tree: XmlElement | null) {
    const root = tree ?? undefined;
    this.defaults = runProperties(childOf(root, "w:docDefaults", "w:rPrDefault", "w:rPr"));
    for (const style of root ? elementsIn(root) : []) {
      const id = style.attributes["w:styleId"];
      if (style.name !== "w:style" || id === undefined) continue;
      this.#elements.set(id, style);
      const isDefault = /^(?:1|true|on)$/u.test(style.attributes["w:default"] ?? "");
      if (isDefault && style.attributes["w:type"] === "paragraph") this.#defaultParagraph = id;
    }
  }

  /** The style of a paragraph that names this one, or none. */
  paragraph(id: string | undefined): WordStyle {
    return this.#style(id !== undefined && this.#elements.has(id) ? id : this.#defaultParagraph);
  }

  /** The style of a run that names this one, or none. */
  character(id: string | undefined): WordStyle {
    return this.#style(id);
  }

  #style(id: string | undefined): WordStyle {
    const known = id === undefined ? plainStyle : this.#read.get(id);
    if (known || id === undefined) return known ?? plainStyle;
    const read = this.#resolve(id);
    this.#read.set(id, read);
    return read;
  }

  #resolve(id: string): WordStyle {
    const chain: XmlElement[] = [];
    for (
      let style = this.#elements.get(id);
      style && chain.length < longestChain && !chain.includes(style);
      style = this.#elements.get(wordValue(childOf(style, "w:basedOn")) ?? "")
    )
      chain.unshift(style);
    return chain.reduce((base, style): WordStyle => {
      const paragraph = uponParagraph(base.paragraph, paragraphProperties(childOf(style, "w:pPr")));
      return {
        role: roleOf(style, paragraph) ?? base.role,
        run: upon(base.run, runProperties(childOf(style, "w:rPr"))),
        paragraph,
      };
    }, plainStyle);
  }
}

/**
 * Built-in styles keep their English names in every language (17.7.4.9); ids and other names do not. The other names
 * are LibreOffice's and pandoc's.
 */
const roles: { name: RegExp; is: Exclude<StyleRole["is"], "heading" | "body"> }[] = [
  { name: /^title$/u, is: "title" },
  { name: /^author$/u, is: "author" },
  { name: /^(?:(?:intense )?quote|block ?quotes?|block text|quotations?)$/u, is: "quote" },
  { name: /^(?:toc (?:\d|heading)|contents (?:\d{1,2}|heading)|table of figures)$/u, is: "contents" },
  { name: /^list (?:paragraph|continue(?: \d)?)$/u, is: "continued" },
  { name: /^definition term$/u, is: "term" },
  { name: /^definition$/u, is: "definition" },
  { name: /^(?:html (?:code|typewriter|keyboard|sample)|verbatim char|source text)$/u, is: "code" },
];

/** Null when a style says no more than the one it is based on. */
function roleOf(style: XmlElement, { outlineLevel }: ParagraphProperties): StyleRole | null {
  const name = (wordValue(childOf(style, "w:name")) ?? "").toLowerCase();
  const level = /^heading ([1-9])$/u.exec(name)?.[1];
  if (level) return { is: "heading", level: Number(level) };
  const role = roles.find((known) => known.name.test(name));
  if (role) return { is: role.is };
  if (outlineLevel === undefined) return null;
  return outlineLevel < 9 ? { is: "heading", level: outlineLevel + 1 } : { is: "body" };
}
