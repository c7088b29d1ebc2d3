import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applyDecisions } from "./apply-decisions.ts";
import type { Decisions, Finding } from "./finding.ts";
import { everyWord } from "./for-tests/every-word.ts";
import { found, readingOf, storyOf } from "./for-tests/reading-of.ts";

const story = [
  "The fog had come up from the river before noon, and by three the lamps were lit.",
  "Holmes had not spoken since breakfast. I had long since given up the newspaper.",
  "“Goodnight,” he said at last, and the lamp went out.",
];
const prose = story.join("\n\n");
const asHtml = (paragraphs: string[]) => paragraphs.map((words) => `<p>${words}</p>`).join("\n");

function accepting(text: string, wanted: (finding: Finding) => boolean) {
  const reading = readingOf(text);
  const decisions: Decisions = {};
  for (const finding of reading.findings) if (wanted(finding)) decisions[finding.id] = "accept";
  return applyDecisions(reading, decisions);
}

describe("a note after the story", () => {
  for (const [closing, note] of [
    ["A/N: Sorry for the fog!", "Sorry for the fog!"],
    ["(A/N: Sorry for the fog!)", "Sorry for the fog!"],
    [
      "Author’s note: There will be more.\n\nAnd more after that.",
      "There will be more.\n\nAnd more after that.",
    ],
    ["***\n\nThanks for reading! Reviews are love.", "Thanks for reading! Reviews are love."],
    ["Please review, I live on it.", "Please review, I live on it."],
    ["TBC\n\nEnd notes: Lestrade comes next.", null],
  ] as const) {
    it(`is proposed and stays in the story until then: ${closing.slice(0, 30).replaceAll("\n", " ")}`, () => {
      const text = `${prose}\n\n${closing}`;
      const before = applyDecisions(readingOf(text), {});
      assert.equal(before.fields.endNotes, null);
      everyWord(text);
      if (note === null) return;
      assert.equal(found(readingOf(text), "end-note").length, 1);
      const { fields } = accepting(text, ({ kind }) => kind === "end-note");
      assert.equal(fields.endNotes?.text, note);
      assert.ok(storyOf(text, { "end-note-1": "accept" }).startsWith(asHtml(story)));
      assert.doesNotMatch(storyOf(text, { "end-note-1": "accept" }), /fog!|more|Reviews|review/);
    });
  }

  it("is found in the last paragraph itself", () => {
    const text = `${prose} A/N: That was all.`;
    assert.equal(accepting(text, ({ kind }) => kind === "end-note").fields.endNotes?.text, "That was all.");
    assert.equal(storyOf(text, { "end-note-1": "accept" }), asHtml(story));
  });

  it("offers the credits it gives", () => {
    const text = `${prose}\n\nA/N: Thanks to my beta night_owl, and thanks to Ada Finch for the cover art.`;
    assert.deepEqual(applyDecisions(readingOf(text), {}).fields.creators, []);
    assert.deepEqual(
      accepting(text, ({ kind }) => kind === "credit").fields.creators.map(({ role, name }) => [role, name]),
      [
        ["beta", "night_owl"],
        ["artist", "Ada Finch"],
      ],
    );
  });

  it("says whether the story goes on although a note follows", () => {
    const text = `${prose}\n\nTBC\n\nA/N: Soon.\n\nReviews are love.`;
    assert.equal(accepting(text, ({ kind }) => kind === "ending").fields.complete?.complete, false);
    assert.equal(found(readingOf(text), "end-note").length, 1);
  });

  for (const end of [
    "“Thanks for reading it to me,” she said.",
    "“Note: the fog is gone,” said Holmes.",
    "Thanks were said all round, and the door was shut.",
    `A/N: a note in the midst.\n\n${prose}`,
    "Let me know, he had said; and nobody had let him know.",
  ]) {
    it(`is not seen in a story: ${end.slice(0, 30)}`, () => {
      assert.deepEqual(found(readingOf(`${prose}\n\n${end}`), "end-note"), []);
    });
  }
});

describe("what a mailing list put below a story (T15)", () => {
  for (const footer of [
    "--\nWren's fic: http://fog.example/wren",
    "Yahoo! Groups Links\n\n<*> To visit your group on the web, go to:\n    http://groups.example/longfog\n\nTo unsubscribe from this group, send an email",
    "________________________________\nTo unsubscribe write to longfog-off@lists.example",
  ]) {
    it(`is offered to be taken out: ${footer.slice(0, 20).replaceAll("\n", " ")}`, () => {
      const text = `${prose}\n\n${footer}`;
      assert.equal(found(readingOf(text), "list-footer").length, 1);
      everyWord(text);
      const kept = storyOf(text, { "list-footer-1": "accept" });
      assert.ok(kept.startsWith(asHtml(story)));
      assert.doesNotMatch(kept, /http|unsubscribe/i);
    });
  }

  it("is not seen in a dash", () => {
    assert.deepEqual(found(readingOf(`${prose}\n\n-- and so to bed.`), "list-footer"), []);
  });
});
