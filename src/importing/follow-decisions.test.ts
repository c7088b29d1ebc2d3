import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { followDecisions } from "./follow-decisions.ts";
import type { ReviewValues } from "./review-values.ts";

function values(work: Partial<ReviewValues["work"]>, titles: Record<string, string> = {}): ReviewValues {
  return {
    work: {
      title: "",
      summary: "",
      notes: "",
      endNotes: "",
      disclaimer: "",
      dedication: "",
      conventions: "",
      rating: "",
      language: "en",
      chapters: "?",
      visibility: "everyone",
      pseuds: [],
      credits: { author: "", beta: "", artist: "", translator: "" },
      gifts: [],
      tags: {},
      sideTags: {},
      mentionedTags: {},
      warnings: {},
      categories: [],
      permissions: {},
      series: { title: "", number: "" },
      moreSeries: [],
      related: [],
      searchable: "yes",
      access: { searchEngines: "", aiCrawlers: "", commentsFrom: "", commentsHeld: "" },
      anonymous: "",
      ...work,
    },
    chapters: Object.fromEntries(
      Object.entries(titles).map(([key, title]) => [key, { title, summary: "", notes: "", endNotes: "" }]),
    ),
    pictures: {},
    mayArchive: false,
  };
}

describe("the fields of a review after new decisions", () => {
  it("follow the file where nobody typed", () => {
    const after = followDecisions(
      values({ notes: "for me>" }),
      values({ notes: "for me>" }),
      values({ notes: "for me" }),
    );
    assert.equal(after.work.notes, "for me");
  });

  it("stay as typed where somebody typed", () => {
    const after = followDecisions(
      values({ notes: "mine" }),
      values({ notes: "for me>" }),
      values({ notes: "for me" }),
    );
    assert.equal(after.work.notes, "mine");
  });

  it("take a name in once, however often the form is sent", () => {
    const [before, after] = [values({}), values({ tags: { fandom: "Dracula" } })];
    const once = followDecisions(values({ tags: { fandom: "Carmilla" } }), before, after);
    assert.equal(once.work.tags.fandom, "Carmilla, Dracula");
    assert.equal(followDecisions(once, before, after).work.tags.fandom, "Carmilla, Dracula");
  });

  it("let a name taken back go, and keep what was typed beside it", () => {
    const [before, after] = [values({ tags: { fandom: "Dracula" } }), values({})];
    const typed = values({ tags: { fandom: "Dracula, Carmilla" } });
    assert.equal(followDecisions(typed, before, after).work.tags.fandom, "Carmilla");
  });

  it("see no change in the spare row of gifts", () => {
    const gift = { name: "Bea", addressedAs: "" };
    const typed = values({ gifts: [gift, { name: "", addressedAs: "" }] });
    assert.deepEqual(followDecisions(typed, values({ gifts: [gift] }), values({})).work.gifts, []);
  });

  it("stay with their chapter, also while its beginning is undone", () => {
    const [one, two] = [values({}, { first: "Salt" }), values({}, { first: "Salt", "heading-2": "Sea" })];
    const typed = values({}, { first: "Salt", "heading-2": "The wide sea" });
    const undone = followDecisions(typed, two, one);
    assert.equal(undone.chapters["heading-2"]?.title, "The wide sea");
    assert.equal(followDecisions(undone, one, two).chapters["heading-2"]?.title, "The wide sea");
    const untyped = followDecisions(two, two, values({}, { first: "Salt", "heading-2": "Ocean" }));
    assert.equal(untyped.chapters["heading-2"]?.title, "Ocean");
  });
});
