import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { applyDecisions } from "../src/importing/apply-decisions.ts";
import { textOfBlock } from "../src/importing/block-text.ts";
import type { Decisions } from "../src/importing/finding.ts";
import { fileRead } from "../src/importing/for-tests/file-reading.ts";
import { wordsOf } from "../src/story-text/count-words.ts";
import { fixedRuns } from "../src/story-text/for-tests/any-story.ts";
import { anyText } from "../src/story-text/for-tests/any-text.ts";

/** Lines that passes look for: headers, breaks, endings, notes, letters, chats, verse, quoted mail. */
const telling =
  "Title: The Long Tide (1/3)|Author: Wren <wren@x.example>|Rating: PG-13|Summary: It is foggy.|Disclaimer: Not mine.|by Wren|Chapter 2: Salt|~*~|***|-page break-|*** Three weeks later ***|TBC...|The End|(A/N: sorry!)|> quoted|>From the hill|mara [23:04]: you up?|jo: no|14 June|Dear Jo,|Yours,|    M.|word[1] and|[1] A ship.|MARA: (laughing) No.|[i]Oh[/i]|caf=E9 he said=2E=20|The doors were only a sug-|gestion of doors.|ItÃ¢â‚¬â„¢s|“First.|``Hi,'' `yes'|Mara’s POV:|_Not now_, she thought.|--|Yahoo! Groups Links|｜海《うみ》".split(
    "|",
  );
const lines = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: anyText },
    { weight: 4, arbitrary: fc.constantFrom(...telling) },
    { weight: 2, arbitrary: fc.constant("") },
  ),
  { minLength: 1, maxLength: 30 },
);
const file = lines.map((all) => all.join("\n"));
const runs = { seed: fixedRuns.seed, numRuns: 150, interruptAfterTimeLimit: 8000 };

describe("any text file that is brought in", () => {
  it("has every one of its words in the base text, in order", () => {
    fc.assert(
      fc.property(file, (text) => {
        const { reading } = fileRead(text, "any.txt");
        const base = reading.blocks.map(({ node }) => textOfBlock(node)).join("\n");
        assert.deepEqual(wordsOf(base), reading.problem === null ? wordsOf(text) : []);
      }),
      runs,
    );
  });

  it("is a story of exactly its words, in order, when every finding is undone", () => {
    fc.assert(
      fc.property(file, (text) => {
        const { reading } = fileRead(text, "any.txt");
        if (reading.problem !== null) return;
        const decisions: Decisions = Object.fromEntries(reading.findings.map(({ id }) => [id, "undo"]));
        const story = applyDecisions(reading, decisions).story;
        const shown = story.children.map((node) => (node.type === "element" ? drawn(node) : "")).join("\n");
        assert.deepEqual(wordsOf(shown), wordsOf(text));
      }),
      runs,
    );
  });
});

/** A block's words; a scene break's are its ornament. */
function drawn(node: Parameters<typeof textOfBlock>[0]): string {
  return node.tagName === "hr" ? String(node.properties.dataOrnament ?? "") : textOfBlock(node);
}
