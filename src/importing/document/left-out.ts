import type { NewFinding } from "../reading-draft.ts";

/** Why words of a document are no part of its story: it hides them, made them itself, or repeats them on every page. */
type Reason = "hidden" | "contents" | "margins";

const shownOfWords = 300;

/** What of a document is not brought in, to be said. */
export class LeftOut {
  readonly #words = new Map<Reason, { words: string; times: number }>();
  readonly #shownOf: number;

  /** @param shownOf the words of so many places are shown: a Word document tells what it hides run by run */
  constructor(shownOf = Number.POSITIVE_INFINITY) {
    this.#shownOf = shownOf;
  }

  add(reason: Reason, given: string): void {
    const words = given.trim();
    if (words === "") return;
    const known = this.#words.get(reason) ?? { words: "", times: 0 };
    known.times++;
    if (known.times <= this.#shownOf && known.words.length < shownOfWords)
      known.words += `${known.words && " … "}${words.slice(0, shownOfWords)}`;
    this.#words.set(reason, known);
  }

  findings(): NewFinding[] {
    return [...this.#words].map(
      ([becomes, { words, times }]): NewFinding => ({
        kind: "left-out-of-document",
        state: "noted",
        was: words,
        becomes,
        count: times,
      }),
    );
  }
}
