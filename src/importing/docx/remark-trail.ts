import { closingAnchor, openingAnchor } from "../document/anchors.ts";
import type { DocumentRemark } from "../document/source-document.ts";

type Change = { kind: "insertion" | "deletion"; author: string; anchor: number };

/**
 * Sets the anchors of changes and comments. An anchor is set only with the words it stands before, so that a remark
 * about nothing leaves none, and changes that one person made one after another are one: Word parts them at every
 * run and paragraph.
 */
export class RemarkTrail {
  readonly remarks: DocumentRemark[];
  #opening: number[] = [];
  #closing: number[] = [];
  #lastChange: Change | null = null;
  #break: number | null = null;
  readonly #comments = new Map<string, number>();

  constructor(remarks: DocumentRemark[] = []) {
    this.remarks = remarks;
  }

  /** For words that stand elsewhere in the end (a text box): remarks that are open here do not reach them. */
  apart(): RemarkTrail {
    return new RemarkTrail(this.remarks);
  }

  openChange(kind: Change["kind"], author: string): number {
    const last = this.#lastChange;
    if (last?.kind === kind && last.author === author && this.#closing.includes(last.anchor)) {
      this.#closing = this.#closing.filter((anchor) => anchor !== last.anchor);
      return last.anchor;
    }
    const anchor = this.#add((index) => ({ kind, anchor: index }));
    this.#lastChange = { kind, author, anchor };
    this.#opening.push(anchor);
    return anchor;
  }

  openComment(id: string, words: string): void {
    if (this.#comments.has(id)) return;
    const anchor = this.#add((index) => ({ kind: "comment", anchor: index, words }));
    this.#comments.set(id, anchor);
    this.#opening.push(anchor);
  }

  closeComment(id: string): void {
    const anchor = this.#comments.get(id);
    if (anchor !== undefined) this.close(anchor);
  }

  /** The end of a paragraph that somebody put in or took out: it is found by the first words after it. */
  changeBreak(kind: "inserted-break" | "deleted-break"): void {
    this.#break = this.#add((anchor) => ({ kind, anchor }));
  }

  /** A comment on a place without words has no range, and still waits for its answer. */
  commentAt(id: string, words: string): void {
    if (this.#comments.has(id)) return;
    this.#comments.set(
      id,
      this.#add((index) => ({ kind: "comment", anchor: index, words })),
    );
  }

  close(anchor: number): void {
    if (this.#opening.includes(anchor)) this.#opening = this.#opening.filter((open) => open !== anchor);
    else if (!this.#closing.includes(anchor)) this.#closing.push(anchor);
  }

  /** The anchors that stand before the next words; "" nearly always. */
  beforeWords(): string {
    if (this.#closing.length === 0 && this.#opening.length === 0 && this.#break === null) return "";
    const anchors = this.atEnd() + this.#opening.map(openingAnchor).join("");
    this.#opening = [];
    if (this.#break === null) return anchors;
    const first = this.#break;
    this.#break = null;
    this.#closing.push(first);
    return anchors + openingAnchor(first);
  }

  /** The anchors that stand after the last words. */
  atEnd(): string {
    const anchors = this.#closing.map(closingAnchor).join("");
    this.#closing = [];
    return anchors;
  }

  #add(remark: (anchor: number) => DocumentRemark): number {
    const anchor = this.remarks.length;
    this.remarks.push(remark(anchor));
    return anchor;
  }
}
