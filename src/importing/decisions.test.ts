import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { wordsOf } from "../story-text/count-words.ts";
import { toPlainText } from "../story-text/to-plain-text.ts";
import { applyDecisions } from "./apply-decisions.ts";
import type { Decisions, FindingKind } from "./finding.ts";
import { readingOf, storyOf } from "./for-tests/reading-of.ts";

/** Our own text of the same kind as the found sample: damaged quotes, lost italics, a header run together. */
const found = `Chapter 1

This is a pressie for the splendid moth_girl, hope you like it Violet. Thank you to night_owl for the beta.
Disclaimer: Drac and its people are not mine
Italics = Thoughts
‘Let me in...'

Lucy heard it *again*, at the glass. ‘Who is there?' she asked.

‘Let me in...'

The ‘visitor' did not answer. Lucy drew the curtain. ‘Not tonight.' Her silent prayer went up with the smoke. ‘Nor any other night, I think.' The dogs' barking stopped.

~*~

‘Let me in...'
`;

describe("decisions", () => {
  it("are taken one by one and compose", () => {
    const story = storyOf(found, { "thought-1": "accept", "quote-repair-1": "accept", "emphasis-1": "undo" });
    assert.match(story, /^<p><em>‘Let me in\.\.\.’<\/em><\/p>\n<p>Lucy heard it \*again\*/);
  });

  it("in any combination keep every word in its order", () => {
    const reading = readingOf(found);
    const { findings } = reading;
    for (let round = 0; round < 200; round++) {
      const decisions: Decisions = {};
      for (const [index, { id, state }] of findings.entries()) {
        if ((round * 7919 + index * 104729) % 3 === 0)
          decisions[id] = state === "applied" ? "undo" : "accept";
      }
      const { story, lifted } = applyDecisions(reading, decisions);
      const words = [...lifted.flatMap(({ text }) => wordsOf(text)), ...wordsOf(toPlainText(story))];
      assert.deepEqual(words.map(plain).sort(), wordsOf(found).map(plain).sort());
    }
  });

  it("of accepting all and undoing none give every offer", () => {
    const reading = readingOf(found);
    const all: Decisions = {};
    for (const { id, state } of reading.findings) all[id] = state === "applied" ? "keep" : "accept";
    const story = toPlainText(applyDecisions(reading, all).story);
    assert.doesNotMatch(story, /'(?!s? barking)/);
  });

  it("about what is not there change nothing", () => {
    const strangers = Object.fromEntries(
      ["thought-99", "constructor", "__proto__"].map((id) => [id, "undo" as const]),
    );
    assert.equal(storyOf(found, strangers), storyOf(found));
  });

  it("survive storing the reading as JSON", () => {
    const reading = readingOf(found);
    assert.deepEqual(JSON.parse(JSON.stringify(reading)), reading);
  });
});

describe("thoughts that lost their italics", () => {
  const { findings } = readingOf(found);
  const of = (kind: string) =>
    findings.filter((finding) => finding.kind === kind).map(({ was, state }) => [was, state]);

  it("are proposed where they are repeated alone or called silent", () => {
    assert.deepEqual(of("thought"), [
      ["‘Let me in...'", "proposed"],
      ["‘Let me in...'", "proposed"],
      ["‘Not tonight.'", "proposed"],
      ["‘Let me in...'", "proposed"],
    ]);
  });

  it("are told from speech, and asked about where nothing tells", () => {
    assert.deepEqual(of("thought-or-speech"), [["‘Nor any other night, I think.'", "unsure"]]);
  });

  it("are not looked for where the writer has no such convention", () => {
    const without = readingOf(found.replace("Italics = Thoughts\n", ""));
    assert.ok(without.findings.every(({ kind }) => kind !== "thought" && kind !== "thought-or-speech"));
  });
});

/** Said of any story: its language, and what a typesetter would offer. */
const unasked: FindingKind[] = ["language", "thought-or-speech", "straight-quotes", "typed-dashes"];

describe("ordinary prose", () => {
  for (const text of [
    "’Tis late, and ’twas later in ’98. The dogs’ owner said so.",
    "'Tis late, and 'twas later in '98. The dogs' owner said so, and O'Brien's.",
    "“First, I ran.\n\n“Then I fell,” said the March Hare.",
    "“She said, ‘Not today.’ And that was that.”",
    "‘I said the dogs’ owner is late,’ said Alice. ‘And you heard me.’",
    "“Hello,” she said. “It’s 5 o’clock… 3 * 4 = 12, and the score is 2-1.”",
    "Il a dit « oui », puis „nein“, puis »vielleicht«. 「はい」",
    "He walked out -- slowly -- and/or quickly; see e.g. www.example.org/a_b/c_d.",
  ]) {
    it(`is left alone: ${text.slice(0, 40)}`, () => {
      const file = `Title: Fog\nItalics = Thoughts\n\nIt began at noon.\n\n${text}`;
      const { findings } = readingOf(file);
      const marks = findings.filter(({ where, kind }) => !unasked.includes(kind) && (where?.block ?? 0) > 2);
      assert.deepEqual(marks, []);
    });
  }
});

function plain(word: string): string {
  return word.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
}
