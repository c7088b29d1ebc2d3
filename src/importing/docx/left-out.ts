import type { NewFinding } from "../reading-draft.ts";

type Reason = "hidden" | "contents";

/** What of a document is not brought in, to be said. */
export class LeftOut {
  readonly #words = new Map<Reason, { words: string; times: number }>();

  add(reason: Reason, words: string): void {
    if (words.trim() === "") return;
    const known = this.#words.get(reason);
    if (known) known.times++;
    else this.#words.set(reason, { words: words.trim(), times: 1 });
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
