import assert from "node:assert/strict";
import { wordsOf } from "../../story-text/count-words.ts";
import { toPlainText } from "../../story-text/to-plain-text.ts";
import { applyDecisions } from "../apply-decisions.ts";
import { textOfBlock } from "../block-text.ts";
import { readingOf } from "./reading-of.ts";

/** Asserts that what was lifted and what stayed are together every word of a text, each in its place. */
export function everyWord(text: string): void {
  const reading = readingOf(text);
  const { story, lifted } = applyDecisions(reading, {});
  const base = reading.blocks.map(({ node }) => textOfBlock(node));
  assert.deepEqual(wordsOf(base.join("\n")), wordsOf(text));
  const stayed = [...base];
  for (const { range, text: words } of lifted.toReversed()) {
    const { block, from, to } = range;
    assert.deepEqual(wordsOf(words), wordsOf((base[block] ?? "").slice(from, to)));
    stayed[block] = `${stayed[block]?.slice(0, from)}\n${stayed[block]?.slice(to)}`;
  }
  assert.deepEqual(wordsOf(toPlainText(story)), wordsOf(stayed.join("\n")));
}
