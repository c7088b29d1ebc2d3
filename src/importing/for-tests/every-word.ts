import assert from "node:assert/strict";
import { wordsOf } from "../../story-text/count-words.ts";
import { toPlainText } from "../../story-text/to-plain-text.ts";
import { applyDecisions } from "../apply-decisions.ts";
import { readingOf } from "./reading-of.ts";

/** Asserts that what was lifted and what stayed are together every word of a text, in its order. */
export function everyWord(text: string): void {
  const { story, lifted } = applyDecisions(readingOf(text), {});
  const words = [...lifted.flatMap((passage) => wordsOf(passage.text)), ...wordsOf(toPlainText(story))];
  assert.deepEqual(words, wordsOf(text));
}
