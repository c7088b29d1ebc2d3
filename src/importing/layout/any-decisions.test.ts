import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { ElementContent, RootContent } from "hast";
import { textOf } from "../../story-text/count-words.ts";
import { parseHtml } from "../../story-text/parse-html.ts";
import { applyDecisions } from "../apply-decisions.ts";
import type { Decision } from "../finding.ts";
import { readingOf } from "../for-tests/reading-of.ts";
import { reviewOutcome } from "../review-outcome.ts";

/** Passages of every kind of layout; any of them may follow any other. */
const passages = [
  "Holmes lit the lamp and *said* nothing -- not a word . . . not one.",
  "\"'Tis late,\" said Mina, ``very late,'' and the dogs' owner left at '98, 'n' all.",
  "14 June\n\nDear Mina,\n\nCome home.\n\n    Yours,\n    Jonathan",
  "mina [23:04]: you up?\nlucy: no\nlucy: obviously",
  "ada: hello\nbess: hello again\nada: and goodbye",
  "Lucy W. @lucy_w\nThe tide is late again #whitby\n12 likes · 3 reposts",
  "The sea\n    the sea\n\nand I",
  "The sea is grey,\nthe sea is wide,\nand I am waiting\nfor the tide,\n\nthe boat is late,\nthe boat is gone,\nand I am waiting\nall alone",
  "MINA: (laughing) No, I will not go there, not for all the tea in\nLUCY: Yes you will. You will go there, and you will like it very\nMINA: I have never liked it in my life, and you know that full",
  "+------------+\n|  HP:  10   |\n|  MP:   3   |\n+------------+",
  "It was a brig[1] of the line, and a barque[2], and a yawl[7].\n\n[1] A ship.\n[2] Another.",
  "He never named the star* again.\n\n*A yellow one.",
  "｜海《うみ》と漢字《かんじ》と[[rb:空 > そら]]を見た。",
  'היא אמרה "Hello, Jo!" והלכה.',
  `${" ".repeat(32)}NO ENTRY`,
  "> quoted once\n> and again\n\n***\n\n_Gone_, ‘he' said.  Twice.",
];

const story = fc.shuffledSubarray(passages, { minLength: 1 }).map((chosen) => chosen.join("\n\n"));
const choices = fc.array(fc.constantFrom<Decision>("keep", "undo", "accept", "reject"), {
  minLength: 12,
  maxLength: 60,
});

function decided(text: string, chosen: Decision[]) {
  const reading = readingOf(text);
  const decisions: Record<string, Decision> = {};
  for (const [index, { id }] of reading.findings.entries())
    decisions[id] = chosen[index % chosen.length] ?? "keep";
  return { reading, decisions };
}

/** The letters and digits in their order: marks and spaces may change, words may not. */
function words(text: string): string {
  return text.replaceAll("[[rb:", "").replace(/[^\p{L}\p{N}]/gu, "");
}

function textOfAll(nodes: (RootContent | ElementContent)[]): string {
  return nodes
    .map((node) =>
      node.type === "text" ? node.value : node.type === "element" ? textOfAll(node.children) : "",
    )
    .join("");
}

describe("whatever is decided about whatever layout", () => {
  it("loses no word and moves none", () => {
    fc.assert(
      fc.property(story, choices, (text, chosen) => {
        const { reading, decisions } = decided(text, chosen);
        const outcome = applyDecisions(reading, decisions);
        assert.equal(outcome.lifted.map((passage) => passage.text).join(""), "");
        assert.equal(words(textOfAll(outcome.story.children)), words(text));
      }),
      { numRuns: 300 },
    );
  });

  it("shows the same story in its review, with the places marked", () => {
    fc.assert(
      fc.property(story, choices, (text, chosen) => {
        const { reading, decisions } = decided(text, chosen);
        const { story: plain, markedStory } = reviewOutcome(reading, decisions);
        assert.equal(words(textOf(parseHtml(markedStory))), words(textOf(parseHtml(plain))));
      }),
      { numRuns: 100 },
    );
  });
});
