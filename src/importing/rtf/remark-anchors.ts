import { closingAnchor, openingAnchor } from "../document/anchors.ts";
import type { DocumentRemark } from "../document/source-document.ts";
import type { CharacterFormat } from "./character-format.ts";

interface OpenRemark {
  kind: "insertion" | "deletion";
  author: number;
  anchor: number;
}

/**
 * Sets anchors round changed and commented words of one text. Within a paragraph each range is opened before its
 * first word and closed after its last; in the next paragraph it is opened again under the same number.
 */
export class RemarkAnchors {
  readonly #remarks: DocumentRemark[];
  /** The change going on, which the next words may continue in the next paragraph. */
  #changes: OpenRemark[] = [];
  readonly #comments = new Set<number>();
  /** The anchors opened in the paragraph and not yet closed. */
  #opened: number[] = [];

  /** @param remarks the document's, to which new ones are added */
  constructor(remarks: DocumentRemark[]) {
    this.#remarks = remarks;
  }

  /** What is to stand before words of this format. */
  before({ inserted, deleted }: CharacterFormat): string {
    const changes: OpenRemark[] = [];
    if (inserted !== null) changes.push(this.#change("insertion", inserted));
    if (deleted !== null) changes.push(this.#change("deletion", deleted));
    this.#changes = changes;
    const wanted = [...this.#comments, ...changes.map(({ anchor }) => anchor)];
    const over = this.#opened.filter((anchor) => !wanted.includes(anchor));
    const begun = wanted.filter((anchor) => !this.#opened.includes(anchor));
    this.#opened = wanted;
    return over.map(closingAnchor).join("") + begun.map(openingAnchor).join("");
  }

  /** What is to stand at the end of a paragraph. */
  atParagraphEnd(): string {
    const over = this.#opened.map(closingAnchor).join("");
    this.#opened = [];
    return over;
  }

  openComment(anchor: number): void {
    this.#comments.add(anchor);
  }

  closeComment(anchor: number): void {
    this.#comments.delete(anchor);
  }

  #change(kind: "insertion" | "deletion", author: number): OpenRemark {
    const known = this.#changes.find((change) => change.kind === kind && change.author === author);
    if (known) return known;
    const anchor = this.#remarks.length;
    this.#remarks.push({ kind, anchor });
    return { kind, author, anchor };
  }
}
