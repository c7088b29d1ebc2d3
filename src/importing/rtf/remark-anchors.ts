import { OpenAnchors } from "../document/open-anchors.ts";
import type { DocumentRemark } from "../document/source-document.ts";
import type { CharacterFormat } from "./character-format.ts";

interface Change {
  kind: "insertion" | "deletion";
  author: number;
  anchor: number;
}

/** Sets anchors round the changed and commented words of one text. Changes are how characters are set (`\revised`). */
export class RemarkAnchors {
  readonly #remarks: DocumentRemark[];
  readonly #anchors = new OpenAnchors();
  /** The changes going on, which the next words may continue, in the next paragraph too. */
  #changes: Change[] = [];

  /** @param remarks the document's, to which new ones are added */
  constructor(remarks: DocumentRemark[]) {
    this.#remarks = remarks;
  }

  /** What is to stand before words of this format. */
  before({ inserted, deleted }: CharacterFormat): string {
    if (inserted !== null || deleted !== null || this.#changes.length > 0) {
      const changes: Change[] = [];
      if (inserted !== null) changes.push(this.#change("insertion", inserted));
      if (deleted !== null) changes.push(this.#change("deletion", deleted));
      for (const change of this.#changes) if (!changes.includes(change)) this.#anchors.close(change.anchor);
      for (const { anchor } of changes) this.#anchors.open(anchor);
      this.#changes = changes;
    }
    return this.#anchors.beforeWords();
  }

  /** What is to stand at the end of a paragraph. */
  atParagraphEnd(): string {
    return this.#anchors.atParagraphEnd();
  }

  openComment(anchor: number): void {
    this.#anchors.open(anchor);
  }

  closeComment(anchor: number): void {
    this.#anchors.close(anchor);
  }

  #change(kind: Change["kind"], author: number): Change {
    const known = this.#changes.find((change) => change.kind === kind && change.author === author);
    if (known) return known;
    const anchor = this.#remarks.length;
    this.#remarks.push({ kind, anchor });
    return { kind, author, anchor };
  }
}
