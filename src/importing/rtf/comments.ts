import type { DocumentRemark } from "../document/source-document.ts";

/** A comment whose words are not yet read. */
type Comment = Extract<DocumentRemark, { kind: "comment" }>;

/** The comments of a document, by the numbers that `\atrfstart`, `\atrfend` and `\atnref` give them. */
export class Comments {
  readonly #remarks: DocumentRemark[];
  readonly #byNumber = new Map<string, Comment>();

  constructor(remarks: DocumentRemark[]) {
    this.#remarks = remarks;
  }

  /** The anchor of the comment with this number. */
  anchorOf(number: string): number {
    return this.#comment(number.trim()).anchor;
  }

  /** @param number "" for a comment on a place, which no range names */
  setWords(number: string, words: string): void {
    this.#comment(number.trim()).words = words;
  }

  #comment(number: string): Comment {
    const known = this.#byNumber.get(number);
    if (known && number !== "") return known;
    const comment: Comment = { kind: "comment", anchor: this.#remarks.length, words: "" };
    this.#remarks.push(comment);
    this.#byNumber.set(number, comment);
    return comment;
  }
}
