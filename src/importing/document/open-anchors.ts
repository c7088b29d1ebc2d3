import { closingAnchor, openingAnchor } from "./anchors.ts";

/** More ranges than this at one place are nobody's comments. */
const mostAtOnce = 100;

/**
 * Sets anchors round the words of ranges that may reach over several paragraphs. In each paragraph a range is opened
 * before its first word and closed after its last, always under the same number.
 */
export class OpenAnchors {
  #wanted = new Set<number>();
  /** Opened in the paragraph and not yet closed. */
  #opened = new Set<number>();

  open(anchor: number): void {
    if (this.#wanted.size < mostAtOnce) this.#wanted.add(anchor);
  }

  close(anchor: number): void {
    this.#wanted.delete(anchor);
  }

  /** What is to stand before the words that come next. */
  beforeWords(): string {
    const over = [...this.#opened].filter((anchor) => !this.#wanted.has(anchor));
    const begun = [...this.#wanted].filter((anchor) => !this.#opened.has(anchor));
    if (over.length === 0 && begun.length === 0) return "";
    this.#opened = new Set(this.#wanted);
    return over.map(closingAnchor).join("") + begun.map(openingAnchor).join("");
  }

  /** What is to stand at the end of a paragraph. */
  atParagraphEnd(): string {
    const over = [...this.#opened].map(closingAnchor).join("");
    this.#opened.clear();
    return over;
  }
}
