import type { Destination } from "./group.ts";

/** Reads `\colortbl`: six hexadecimal digits for each colour, null for the automatic one. */
export class ColourTable implements Destination {
  readonly colours: (string | null)[] = [];
  #channels = { red: 0, green: 0, blue: 0 };
  #isGiven = false;

  word(word: string, parameter: number | null): void {
    if (word !== "red" && word !== "green" && word !== "blue") return;
    this.#channels[word] = Math.min(255, Math.max(0, parameter ?? 0));
    this.#isGiven = true;
  }

  text(words: string): void {
    for (const sign of words) if (sign === ";") this.#end();
  }

  #end(): void {
    const { red, green, blue } = this.#channels;
    const digits = [red, green, blue].map((channel) => channel.toString(16).padStart(2, "0"));
    this.colours.push(this.#isGiven ? digits.join("") : null);
    this.#channels = { red: 0, green: 0, blue: 0 };
    this.#isGiven = false;
  }
}
