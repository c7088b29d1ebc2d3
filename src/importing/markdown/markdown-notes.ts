import type { Element, Nodes } from "hast";
import type { FootnoteDefinition, Root } from "mdast";
import { visit } from "unist-util-visit";
import { elementsOf } from "../document/page-elements.ts";

/** A note that is referred to. */
interface MarkdownNote {
  number: number;
  marker: string;
}

/** The footnotes of a Markdown text (GitHub's `[^1]`), numbered in the order in which they are first referred to. */
export class MarkdownNotes {
  readonly #definitions = new Map<string, FootnoteDefinition>();
  readonly #notes = new Map<string, MarkdownNote>();

  constructor(markdown: Root) {
    visit(markdown, "footnoteDefinition", (node) => {
      if (!this.#definitions.has(node.identifier)) this.#definitions.set(node.identifier, node);
    });
  }

  /** The note an identifier means; null when the text has none. */
  refer(identifier: string): (MarkdownNote & { isFirst: boolean }) | null {
    const definition = this.#definitions.get(identifier);
    if (definition === undefined) return null;
    const known = this.#notes.get(identifier);
    if (known) return { ...known, isFirst: false };
    const number = this.#notes.size + 1;
    const label = definition.label ?? identifier;
    // A name such as `ship` only ties the two together; a number or a sign is what a reader saw.
    const note = { number, marker: /^[\d*†‡§#]{1,4}$/u.test(label) ? label : String(number) };
    this.#notes.set(identifier, note);
    return { ...note, isFirst: true };
  }

  /** The notes in their order, those that only other notes refer to included, then those nobody refers to. */
  *written(toHtml: (nodes: Root) => Nodes): Generator<MarkdownNote & { blocks: Element[] }> {
    // Writing a note may refer to another one, which a map's walk then reaches too.
    for (const [identifier, note] of this.#notes)
      yield { ...note, blocks: this.#blocksOf(identifier, toHtml) };
    for (const identifier of this.#definitions.keys()) {
      const note = this.#notes.has(identifier) ? null : this.refer(identifier);
      if (note) yield { ...note, blocks: this.#blocksOf(identifier, toHtml) };
    }
  }

  #blocksOf(identifier: string, toHtml: (nodes: Root) => Nodes): Element[] {
    const tree = toHtml({ type: "root", children: this.#definitions.get(identifier)?.children ?? [] });
    return tree.type === "root" ? elementsOf(tree) : [];
  }
}
