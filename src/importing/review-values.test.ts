import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { WorkChoices } from "../works/work-choices.ts";
import { readingOf } from "./for-tests/reading-of.ts";
import { reviewFacts } from "./review-outcome.ts";
import { valuesForNewWork } from "./review-values.ts";

const choices: WorkChoices = {
  pseuds: [],
  ratings: [],
  warnings: [
    { id: "graphic-violence", name: "Graphic violence", about: "" },
    { id: "death", name: "Major character death", about: "" },
  ],
  permissions: [],
  categories: [
    { id: "m-m", name: "M/M", about: "" },
    { id: "gen", name: "Gen", about: "" },
  ],
  kinds: [],
  series: { titles: [], place: null, otherPlaces: [] },
  publishedChapters: 0,
  mayBeAnonymous: false,
  decidesAnonymity: true,
  refused: [],
  asked: [],
  related: [],
  ownTitles: [],
  coAuthors: [],
};

function warningsFrom(line: string) {
  return valuesFrom(line).warnings;
}

function valuesFrom(line: string) {
  const file = `Title: Fog\nAuthor: wren_h\n${line}\n\nThe fog had come up from the river before noon.`;
  return valuesForNewWork(reviewFacts(readingOf(file), {}), choices, "en").work;
}

describe("the warnings a file gives", () => {
  for (const [line, answers] of [
    ["Warnings: No Archive Warnings Apply", { "graphic-violence": "no", death: "no" }],
    [
      "Warnings: Creator Chose Not To Use Archive Warnings",
      { "graphic-violence": "unsaid", death: "unsaid" },
    ],
    ["Warnings: major character death", { death: "yes" }],
    [
      "Warnings: Creator Chose Not To Use Archive Warnings, Graphic violence",
      { "graphic-violence": "yes", death: "unsaid" },
    ],
    [
      "Warnings: Major Character Death, No Archive Warnings Apply",
      { "graphic-violence": "no", death: "yes" },
    ],
    ["Warnings: Graphic Depictions Of Violence", { "graphic-violence": "yes" }],
    ["Warnings: too much fog", {}],
    ["Rating: PG", {}],
  ] as const) {
    it(`answer the archive’s own: ${line}`, () => assert.deepEqual(warningsFrom(line), answers));
  }
});

describe("the categories a file names", () => {
  it("are the archive’s own by their names, and additional tags where it has none of that name", () => {
    const { categories, tags } = valuesFrom("Genre: Drama\nCategory: m/m, Crack");
    assert.deepEqual(categories, ["m-m"]);
    assert.equal(tags.additional, "Drama, Crack");
  });
});
