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
    { id: "violence", name: "Graphic violence", about: "" },
    { id: "death", name: "Major character death", about: "" },
  ],
  categories: [],
  kinds: [],
  publishedChapters: 0,
};

function warningsFrom(line: string) {
  const file = `Title: Fog\nAuthor: wren_h\n${line}\n\nThe fog had come up from the river before noon.`;
  return valuesForNewWork(reviewFacts(readingOf(file), {}), choices, "en").work.warnings;
}

describe("the warnings a file gives", () => {
  for (const [line, answers] of [
    ["Warnings: No Archive Warnings Apply", { violence: "no", death: "no" }],
    ["Warnings: Creator Chose Not To Use Archive Warnings", { violence: "unsaid", death: "unsaid" }],
    ["Warnings: major character death", { death: "yes" }],
    [
      "Warnings: Creator Chose Not To Use Archive Warnings, Graphic violence",
      { violence: "yes", death: "unsaid" },
    ],
    ["Warnings: Major Character Death, No Archive Warnings Apply", { violence: "no", death: "yes" }],
    ["Warnings: too much fog", {}],
    ["Rating: PG", {}],
  ] as const) {
    it(`answer the archive’s own: ${line}`, () => assert.deepEqual(warningsFrom(line), answers));
  }
});
