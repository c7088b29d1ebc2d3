import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { everyWord } from "../for-tests/every-word.ts";
import { fieldsIn, readingOf, storyOf } from "../for-tests/reading-of.ts";

const story = "The fog had come up from the river before noon.\n\nHolmes had not spoken since breakfast.";

function storyWith(...first: string[]): string {
  return [...first, ...story.split("\n\n")].map((words) => `<p>${words}</p>`).join("\n");
}

describe("a single line under a chapter heading that a story could begin with", () => {
  for (const line of [
    "For Mina.",
    "For Mina, with love",
    "This is for Anna.",
    "By Whitby Harbour",
    "1/2",
    "(1 of 3)",
    "Rating: none. The inspector shut his book and looked at the sea.",
    "Rating: five stars",
    "Status: unknown. Nobody had seen the boat since Tuesday.",
  ]) {
    it(`stays in the story until it is accepted: ${line}`, () => {
      const text = `Chapter 2\n\n${line}\n\n${story}`;
      assert.equal(storyOf(text), storyWith(line));
      const { gifts, creators, expectedChapters, rating, notes } = fieldsIn(text);
      assert.deepEqual([gifts, creators, expectedChapters, rating, notes], [[], [], null, null, null]);
      const lifting = readingOf(text).findings.filter(
        ({ state, edits }) => state === "proposed" && edits.some(({ kind }) => kind === "lift-to-field"),
      );
      assert.equal(lifting.length, 1);
      assert.equal(storyOf(text, { [lifting[0]?.id ?? ""]: "accept" }), storyWith());
      everyWord(text);
    });
  }

  for (const lines of [
    "For Mina.\n\nDisclaimer: Not mine.",
    "By Whitby Harbour\nRating: PG",
    "1/2\nRating: PG",
    "For Mina.\nBy Wren Harker",
    "For moth_girl.",
    "by wren_h",
    "A gift for Mina.",
    "Rating: PG",
    "Warnings: fog",
    "Disclaimer: I own nothing. Mr Stoker does.",
  ]) {
    it(`is lifted where more speaks for a header: ${lines.replaceAll("\n", " ")}`, () => {
      assert.equal(storyOf(`Chapter 2\n\n${lines}\n\n${story}`), storyWith());
      everyWord(`Chapter 2\n\n${lines}\n\n${story}`);
    });
  }
});
