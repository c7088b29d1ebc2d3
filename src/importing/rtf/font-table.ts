import { codepageOf } from "./codepages.ts";
import type { Destination } from "./group.ts";
import { type SignFont, signFontOf } from "./sign-fonts.ts";

export interface RtfFont {
  /** Null for the document's own. */
  codepage: number | null;
  charset: number;
  signs: SignFont;
}

/** Reads `\fonttbl`. */
export class FontTable implements Destination {
  readonly fonts = new Map<number, RtfFont>();
  #current: RtfFont | null = null;
  #name = "";

  word(word: string, parameter: number | null): void {
    if (word === "f" && parameter !== null) {
      this.#current = { codepage: null, charset: 1, signs: null };
      this.#name = "";
      this.fonts.set(parameter, this.#current);
    } else if (this.#current && word === "fcharset" && parameter !== null) {
      this.#current.charset = parameter;
      this.#current.codepage ??= codepageOf(parameter);
    } else if (this.#current && word === "cpg" && parameter !== null) this.#current.codepage = parameter;
  }

  text(words: string): void {
    this.#name += words.slice(0, 100);
    const end = this.#name.indexOf(";");
    if (end < 0 || this.#current === null) return;
    this.#current.signs = signFontOf(this.#name.slice(0, end).trim());
    this.#current = null;
  }
}
