import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { everyWord } from "../for-tests/every-word.ts";
import { fieldsIn, storyOf } from "../for-tests/reading-of.ts";

const story = "The fog had come up from the river before noon.\n\nHolmes had not spoken since breakfast.";
const paragraphs = story.split("\n\n").map((words) => `<p>${words}</p>`);

describe("a dedication that opens with For", () => {
  for (const [words, name, addressedAs] of [
    ["For moth_girl, who asked for fog.", "moth_girl", null],
    ["For the marvellous tea_rose, queen of scones and best of listeners!", "tea_rose", null],
    ["For nell1887, on the occasion of her exams being over", "nell1887", null],
    ["For fogLover, because she is wonderful.", "fogLover", null],
    ["For the ever-patient night_owl, without whom there would be no fog at all.", "night_owl", null],
    ["For my dear wren_h, happy birthday!", "wren_h", null],
    ["For lucy_w, you are the best.", "lucy_w", null],
    ["For the wonderful mothlight, who likes her fog thick.", "mothlight", null],
    ["For the lovely Violet Hunter, keeper of cats. I hope you like it Vi.", "Violet Hunter", "Vi"],
    ["For the marvellous tea_rose, queen of scones! I hope it makes you grin Rose.", "tea_rose", "Rose"],
    ["For Ada Finch, who drew the lamp. Enjoy, Addie!", "Ada Finch", "Addie"],
    ["For mothlight, in place of a cake. Hope this cheers you up, Nell!", "mothlight", "Nell"],
    ["For Violet Hunter, keeper of cats, hope you like it Vi!", "Violet Hunter", "Vi"],
  ] as const) {
    it(`is read and kept word for word: ${words}`, () => {
      const text = `Chapter 1\n\n${words}\n\n${story}`;
      const fields = fieldsIn(text);
      assert.deepEqual(
        fields.gifts.map((gift) => [gift.name, gift.addressedAs]),
        [[name, addressedAs]],
      );
      assert.equal(fields.dedication?.text, words);
      assert.equal(storyOf(text), paragraphs.join("\n"));
      everyWord(text);
    });
  }
});

describe("a story that opens with For", () => {
  for (const prose of [
    "For Anna, the winter had been long.",
    "For Anna, who had never seen the sea, the cliffs at Whitby were the end of the world.",
    "For nell1887, the winter had been long.",
    "For Unit K9, who asked nothing, the corridors were home.",
    "For the first time in a year, he slept.",
    "For the housekeeper, who knows everything, there was no comfort in it.",
    "For breakfast, toast.",
    "For once, silence.",
    "For McCoy, a doctor of the old school.",
    "For my sister, Whitby meant rain.",
    "For God’s sake, Watson!",
    "For three days, nothing but fog.",
    "For Mina and Lucy, the summer ended on a Tuesday.",
    "For Anna, London burned. I hope you are content, Mina.",
    "For the poor, who asked no questions, a candle in the window.",
    "For a moment, only the clock. Then the bell rang.",
  ]) {
    it(`is left alone: ${prose}`, () => {
      const text = `Chapter 2\n\n${prose}\n\n${story}`;
      assert.equal(storyOf(text), [`<p>${prose}</p>`, ...paragraphs].join("\n"));
      const { gifts, dedication } = fieldsIn(text);
      assert.deepEqual([gifts, dedication], [[], null]);
    });
  }
});
