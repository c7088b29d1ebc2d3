import { linkColours, mostVoices } from "../document/voice-colours.ts";
import type { NewFinding } from "../reading-draft.ts";
import type { Layer } from "./nested.ts";

/**
 * Colours that tell one voice from another (T29). Which colour it was does not matter, and a page by night would
 * not stand it; that it differs does.
 */
export class Voices {
  readonly #usual: ReadonlySet<string>;
  readonly #voices = new Map<string, { layer: Layer; letters: number; words: string; times: number }>();
  #letters = 0;

  /** @param usual colours that most of the document is set in */
  constructor(usual: ReadonlySet<string>) {
    this.#usual = usual;
  }

  /** What words of a colour stand in; null when the colour says nothing. */
  voice(colour: string | null, words: string): Layer | null {
    this.#letters += words.length;
    if (colour === null || this.#usual.has(colour) || linkColours.has(colour) || isInkOrPaper(colour))
      return null;
    const known = this.#voices.get(colour) ?? {
      layer: { tagName: "span", properties: {}, isOne: true },
      letters: 0,
      words: "",
      times: 0,
    };
    known.letters += words.length;
    known.words ||= words.trim();
    known.times++;
    this.#voices.set(colour, known);
    return known.layer;
  }

  /** Numbers the voices by their first words, once all of the document is known. */
  settle(): NewFinding[] {
    const colours = [...this.#voices.values()].filter(
      ({ letters, words }) => letters * 2 <= this.#letters && words !== "",
    );
    return colours.slice(0, mostVoices).map(({ layer, words, times }, index): NewFinding => {
      layer.properties.className = [`voice-${index + 1}`];
      return {
        kind: "voice",
        state: "noted",
        was: words,
        becomes: String(index + 1),
        count: times,
      };
    });
  }
}

/** Black, white and the dark greys that templates use for ordinary text. */
function isInkOrPaper(colour: string): boolean {
  const parts = [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const [least, most] = [Math.min(...parts), Math.max(...parts)];
  return most < 0x30 || least > 0xf0 || (most - least < 0x10 && most <= 0x80);
}
