import type { Element } from "hast";
import { shownNumber } from "../document/list-numbers.ts";
import { noteBlock, noteReference } from "../document/note-elements.ts";
import { textIn } from "../document/page-elements.ts";
import type { Destination, RtfGroup } from "./group.ts";
import { plainParagraph } from "./paragraph-format.ts";
import type { RtfParts } from "./rtf-parts.ts";
import { TextFlow } from "./text-flow.ts";

/** Reads `\footnote`: a note, and the reference to it in the text around. `\ftnalt` makes it an endnote. */
export class Note extends TextFlow implements Destination {
  readonly #notesParts: RtfParts;
  #kind: "footnote" | "endnote" = "footnote";

  constructor(parts: RtfParts) {
    super(parts);
    this.#notesParts = parts;
  }

  override word(word: string, parameter: number | null, group: RtfGroup): void {
    if (word === "ftnalt") this.#kind = "endnote";
    else if (word !== "chftn") super.word(word, parameter, group);
  }

  ended(outer: RtfGroup): void {
    const { notes, noteCounts, made } = this.#notesParts;
    const blocks = this.finished(plainParagraph);
    const sign = outer.flow.awaitsNote ? null : outer.flow.takeSign(blocks[0] ? textIn(blocks[0]) : "");
    outer.flow.awaitsNote = false;
    if (sign === null) noteCounts[this.#kind]++;
    // Word counts endnotes in Roman digits unless a file says otherwise, which sets them apart from footnotes.
    const marker = sign ?? shownNumber(noteCounts[this.#kind], this.#kind === "endnote" ? "i" : "1");
    made.addNote();
    const number = notes.length + 1;
    withoutSign(blocks[0], sign);
    notes.push(noteBlock(number, marker, blocks));
    outer.flow.add(noteReference(number, marker), outer);
  }
}

/** A note begins with its own sign, which the link back shows already. */
function withoutSign(first: Element | undefined, sign: string | null): void {
  const holder = first?.children[0];
  const inner = holder?.type === "element" ? holder.children[0] : holder;
  if (inner?.type !== "text") return;
  const words = inner.value.replace(/^\s+/u, "");
  inner.value = (sign !== null && words.startsWith(sign) ? words.slice(sign.length) : words).replace(
    /^\s+/u,
    "",
  );
}
