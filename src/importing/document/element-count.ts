import { StoryTooLarge } from "../../story-text/story-refused.ts";

/** As many as HTML may have (story-text/parse-html.ts): a novel of 500,000 words has half as many. */
const mostElements = 500_000;
const mostNotes = 9999;
const mostCharacters = 8_000_000;

/** Counts what a reader makes, so that a small file does not become a large tree. */
export class ElementCount {
  #elements = 0;
  #characters = 0;
  #notes = 0;

  /** @throws {StoryTooLarge} */
  addElement(): void {
    if (++this.#elements > mostElements) throw new StoryTooLarge(mostCharacters);
  }

  /** @throws {StoryTooLarge} beyond the numbers that footnotes may have */
  addNote(): void {
    if (++this.#notes > mostNotes) throw new StoryTooLarge(mostCharacters);
  }

  /** @throws {StoryTooLarge} */
  addCharacters(count: number): void {
    this.#characters += count;
    if (this.#characters > mostCharacters) throw new StoryTooLarge(mostCharacters);
  }
}
