import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { samples } from "../../tests/repository.ts";
import { wordsOf } from "../story-text/count-words.ts";
import { toPlainText } from "../story-text/to-plain-text.ts";
import { applyDecisions } from "./apply-decisions.ts";
import { readImport } from "./read-import.ts";

const path = join(samples, "found/chapter-one-of-two.txt");
const missing = existsSync(path) ? false : "the sample files do not lie beside this checkout";
const lexicon = {
  abbreviations: [
    { abbreviation: "BtVS", kind: "fandom", name: "Buffy the Vampire Slayer" },
    { abbreviation: "AtS", kind: "fandom", name: "Angel: the Series" },
  ],
};

function readSample() {
  const bytes = readFileSync(path);
  return { bytes, reading: readImport({ bytes, fileName: "found.txt", pastedAs: null }, lexicon) };
}

describe("the story found as a scrape", { skip: missing }, () => {
  it("arrives with its header as fields", () => {
    const { bytes, reading } = readSample();
    const { fields } = applyDecisions(reading, {});
    assert.equal(fields.chapterNumber?.number, 1);
    assert.equal(fields.expectedChapters?.number, 2);
    assert.equal(fields.complete?.complete, false);
    assert.deepEqual(
      fields.gifts.map(({ name, addressedAs }) => [name, addressedAs]),
      [["spikeslovebite", "Tam"]],
    );
    assert.deepEqual(
      fields.creators.map(({ role, name }) => [role, name]),
      [["beta", "megan_peta"]],
    );
    // The file's own words stay in the file: what was lifted must stand there word for word.
    const words = bytes.toString("utf8");
    for (const passage of [fields.dedication, fields.disclaimer])
      assert.ok(passage && words.includes(passage.text), "kept word for word");
    assert.match(fields.dedication?.text ?? "", /^This is .* spikeslovebite .*Tam\.$/);
    assert.match(fields.disclaimer?.text ?? "", /^BtVS and AtS .*\^_\^$/);
    assert.equal(fields.conventions?.text, "Italics = Thoughts");
    assert.deepEqual(
      fields.fandoms.map(({ name, state }) => [name, state]),
      [
        ["Buffy the Vampire Slayer", "proposed"],
        ["Angel: the Series", "proposed"],
      ],
    );
  });

  it("keeps every word in its order", () => {
    const { bytes, reading } = readSample();
    const { story, lifted } = applyDecisions(reading, {});
    const found = [...lifted.flatMap(({ text }) => wordsOf(text)), ...wordsOf(toPlainText(story))];
    assert.deepEqual(found, wordsOf(bytes.toString("utf8")));
  });

  it("shows the stray bracket and keeps it until it is taken out", () => {
    const { reading } = readSample();
    const stray = reading.findings.filter(({ kind }) => kind === "unexplained");
    assert.deepEqual(
      stray.map(({ was, state }) => [was, state]),
      [[">", "noted"]],
    );
    assert.match(applyDecisions(reading, {}).fields.notes?.text ?? "", /for me>$/);
    assert.match(applyDecisions(reading, { "unexplained-1": "accept" }).fields.notes?.text ?? "", /for me$/);
  });

  it("makes thirty-six paragraphs and not one scene break", () => {
    const { story } = applyDecisions(readSample().reading, {});
    const names = story.children.flatMap((child) => (child.type === "element" ? [child.tagName] : []));
    assert.equal(names.length, 36);
    assert.ok(names.every((name) => name === "p"));
  });

  it("proposes six thoughts and is unsure of four", () => {
    const { findings } = readSample().reading;
    const thoughts = findings.filter(({ kind }) => kind === "thought");
    assert.equal(thoughts.length, 6);
    assert.ok(thoughts.every(({ state }) => state === "proposed"));
    assert.equal(
      thoughts.filter(({ reasons }) => reasons.some((r) => r.why === "repeated" && r.times === 5)).length,
      5,
    );
    assert.equal(
      thoughts.filter(({ reasons }) => !reasons.some((r) => r.why === "repeated")).length,
      1,
      "the plea that is called silent",
    );
    const unsure = findings.filter(({ kind }) => kind === "thought-or-speech");
    assert.deepEqual(
      unsure.map(({ state }) => state),
      ["unsure", "unsure", "unsure", "unsure"],
    );
  });

  it("offers to close thirteen quotations as they were opened", () => {
    const { findings } = readSample().reading;
    const repairs = findings.filter(({ kind }) => kind === "quote-repair");
    assert.equal(repairs.length, 13);
    assert.ok(repairs.every(({ state }) => state === "proposed"));
  });
});
