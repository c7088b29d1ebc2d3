import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { repository } from "../../tests/repository.ts";
import { wordsOf } from "../story-text/count-words.ts";
import { serialiseStory } from "../story-text/serialise.ts";
import { toPlainText } from "../story-text/to-plain-text.ts";
import { applyDecisions } from "./apply-decisions.ts";
import type { Decisions } from "./finding.ts";
import { found } from "./for-tests/reading-of.ts";
import { readImport } from "./read-import.ts";

const lexicon = {
  abbreviations: [
    { abbreviation: "ACD", kind: "fandom", name: "Another of that name" },
    { abbreviation: "ACD Holmes", kind: "fandom", name: "Sherlock Holmes - Arthur Conan Doyle" },
    { abbreviation: "PotO", kind: "fandom", name: "The Phantom of the Opera - Gaston Leroux" },
  ],
};

function seed(fileName: string, charset: string) {
  const bytes = new Uint8Array(readFileSync(join(repository, "seeds/imports", fileName)));
  const reading = readImport({ bytes, fileName, pastedAs: null }, lexicon);
  const outcome = (decisions: Decisions = {}) => applyDecisions(reading, decisions);
  const everyWord = (decisions: Decisions = {}) => {
    const { story, lifted } = outcome(decisions);
    return [...lifted.flatMap(({ text }) => wordsOf(text)), ...wordsOf(toPlainText(story))];
  };
  // Marks of emphasis are no part of the words they stand around, and the header's address is private.
  const text = new TextDecoder(charset)
    .decode(bytes)
    .replace(/(?<!\w)_|_(?!\w)/g, "")
    .replace("quillfeather@example.org", "");
  return { reading, outcome, everyWord, words: wordsOf(text) };
}

function people(creators: { role: string; name: string }[]): string[] {
  return creators.map(({ role, name }) => `${role} ${name}`);
}

describe("The Second Violin, as it was found", () => {
  const { reading, outcome, everyWord, words } = seed("the-second-violin.txt", "utf-8");

  it("fills its fields from the header that ran together", () => {
    const { fields } = outcome();
    assert.deepEqual([fields.chapterNumber?.number, fields.expectedChapters?.number], [1, 2]);
    assert.equal(fields.complete?.complete, false);
    assert.deepEqual(
      fields.gifts.map(({ name, addressedAs }) => [name, addressedAs]),
      [["lamp_and_ladle", "Bea"]],
    );
    assert.equal(
      fields.dedication?.text,
      "For the marvellous lamp_and_ladle, queen of soup and best of listeners, on the occasion of her exams being OVER! I hope it makes you grin Bea.",
    );
    assert.deepEqual(people(fields.creators), ["beta inkstained_otter"]);
    assert.equal(
      fields.disclaimer?.text,
      "ACD Holmes and PotO are not mine, I only let them in out of the rain :-)",
    );
    assert.equal(fields.conventions?.text, "Italics = Thoughts");
    assert.match(fields.notes?.text ?? "", /^Heaps of thanks go to .* what a mezzanine was }$/);
    assert.equal(fields.title, null);
  });

  it("proposes both fandoms from their abbreviations, the longer one where two fit", () => {
    assert.deepEqual(
      outcome().fields.fandoms.map(({ name, from, state }) => [name, from, state]),
      [
        ["Sherlock Holmes - Arthur Conan Doyle", "ACD Holmes", "proposed"],
        ["The Phantom of the Opera - Gaston Leroux", "PotO", "proposed"],
      ],
    );
  });

  it("shows the stray brace as unexplained and leaves nothing unread", () => {
    assert.deepEqual(found(reading, "unexplained"), ["noted: }"]);
    assert.deepEqual(found(reading, "header-unread"), []);
  });

  it("keeps every word in its order, whatever is accepted", () => {
    const everything = Object.fromEntries(reading.findings.map(({ id }) => [id, "accept" as const]));
    assert.deepEqual(everyWord(), words);
    assert.deepEqual(everyWord({ ...everything, "unexplained-1": "keep" }), words);
  });
});

describe("The Fletcher’s Daughter, as a mailing list sent it", () => {
  const { reading, outcome, everyWord, words } = seed("the-fletchers-daughter.txt", "windows-1252");

  it("fills every labelled field once", () => {
    const { fields } = outcome();
    assert.equal(reading.source.charset?.charset, "windows-1252");
    assert.equal(fields.title?.text, "The Fletcher's Daughter");
    assert.deepEqual(people(fields.creators), ["author Quillfeather", "beta Wat"]);
    assert.deepEqual(
      fields.fandoms.map(({ name }) => name),
      ["Robin Hood (the ballads)"],
    );
    assert.deepEqual(
      fields.relationships.map(({ name }) => name),
      ["Robin/Marian"],
    );
    assert.deepEqual([fields.rating?.id, fields.rating?.from], ["teen", "PG"]);
    assert.equal(
      fields.summary?.text,
      "The silver arrow had to be made by somebody. Marian would like to know who, and who is paying for it.",
    );
    assert.equal(fields.disclaimer?.text, "Nobody owns Robin Hood. The Sheriff has tried.");
    assert.deepEqual(fields.notes?.text.split("\n\n"), [
      "Rating: PG (one arrow, one kiss)",
      "Archive: Yes, just tell me where it's going",
      "Feedback: Adored. Flames will be used to toast crumpets.",
      "Thanks: To Wat, for beta reading and for knowing which end the feathers go.",
    ]);
    assert.deepEqual(
      fields.contacts.map(({ address }) => address),
      ["quillfeather@example.org"],
    );
  });

  it("lifts the list’s own line above the header, and it can be put back", () => {
    const line = "From the Sherwood list archive, message 412";
    assert.deepEqual(found(reading, "list-line"), [`applied: ${line}`]);
    assert.deepEqual(outcome().lifted[0]?.text, line);
    assert.ok(toPlainText(outcome({ "list-line-1": "undo" }).story).startsWith(line));
  });

  it("joins the hard wraps and lists the emphasis it applied", () => {
    const html = serialiseStory(outcome().story);
    assert.match(html, /<p>The fletcher's daughter did not look up\. .* how to do her job\.<\/p>/);
    assert.match(html, /She was someone's fiancée that month/);
    assert.deepEqual(found(reading, "emphasis"), [
      "applied: *meant*",
      "applied: *low*",
      "applied: _it's good, but it talks too much_",
      "applied: *told*",
      "applied: *wouldn't*",
    ]);
    assert.equal(html.match(/<em>/g)?.length, 5);
  });

  it("keeps both ornaments and takes the signature’s dashes for none", () => {
    assert.deepEqual(found(reading, "scene-break"), ["applied: ******", "applied: * * *"]);
    assert.equal(serialiseStory(outcome().story).match(/<hr/g)?.length, 2);
  });

  it("proposes to take out the list’s footer, and the ending stays", () => {
    const accepted = outcome({ "list-footer-1": "accept" }).story;
    assert.match(toPlainText(outcome().story), /whistle three times/);
    assert.match(toPlainText(accepted), /~fin~\s*$/);
    assert.deepEqual(found(reading, "ending"), ["proposed: ~fin~"]);
  });

  it("keeps every word in its order", () => {
    assert.deepEqual(everyWord(), words);
    assert.deepEqual(everyWord({ "list-footer-1": "accept" }).toSorted(), words.toSorted());
  });
});
