import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createTranslate } from "../ui/translation.ts";
import type { FilterNames } from "./filter-names.ts";
import { filterSentence } from "./filter-sentence.ts";
import { everyWork, type WorkFilter } from "./work-filter.ts";

const named = (kindId: string, ...names: string[]) =>
  names.map((name) => [name, { id: name, kindId, name }] as const);
const row = (id: string, name: string) => ({ id, name, retired: false });

const names: FilterNames = {
  kinds: [
    { id: "fandom", name: "Fandom", plural: "Fandoms", weighted: true },
    { id: "character", name: "Character", plural: "Characters", weighted: true },
    { id: "relationship", name: "Relationship", plural: "Relationships", weighted: true },
    { id: "additional", name: "Tag", plural: "Tags", weighted: false },
  ],
  ratings: [row("general", "General"), row("teen", "Teen")],
  warnings: [row("death", "major character death")],
  categories: [row("gen", "Gen")],
  tags: new Map([
    ...named("fandom", "Dracula", "Treasure Island"),
    ...named("character", "Mina Harker", "Lucy"),
    ...named("relationship", "Mina/Lucy"),
    ...named("additional", "Angst"),
  ]),
  writers: new Map([["w", "Marchpane"]]),
  recipients: new Map([
    ["tam", "Tam"],
    ["inky", "Inky"],
  ]),
  series: new Map([["s", "The Lantern Keepers"]]),
};

const say = (filter: Partial<WorkFilter>) =>
  filterSentence({ t: createTranslate("en"), locale: "en" }, { ...everyWork, ...filter }, names);

describe("a filter in a sentence", () => {
  it("says what the issue says", () => {
    assert.equal(
      filterSentence(
        { t: createTranslate("en"), locale: "en" },
        {
          ...everyWork,
          all: ["Dracula"],
          main: ["Mina Harker"],
          complete: true,
          warnings: [{ id: "death", answer: "yes", is: false }],
          words: { least: 5_000, most: 40_000 },
        },
        names,
        (name, sort) => (sort === "fandom" ? `*${name}*` : name),
      ),
      "Complete works in *Dracula* with Mina Harker as a main character, without major character death, 5,000 to 40,000 words, newest first",
    );
  });

  it("says every part of it", () => {
    const cases: [Partial<WorkFilter>, string][] = [
      [{}, "Works, newest first"],
      [
        { all: ["Dracula", "Treasure Island", "Angst"] },
        "Works in Dracula and Treasure Island with Angst, newest first",
      ],
      [{ complete: false, writers: ["w"] }, "Unfinished works by Marchpane, newest first"],
      [{ any: [["Lucy", "Mina Harker"]] }, "Works, with Lucy or Mina Harker, newest first"],
      [{ none: ["Angst", "Lucy"] }, "Works, without Lucy or Angst, newest first"],
      [{ ratings: ["teen", "general"], notRatings: [] }, "Works, rated General or Teen, newest first"],
      [{ categories: ["gen"], languages: ["de"] }, "Works, in the category Gen, in German, newest first"],
      [
        { crossovers: "out", onlyPairing: true },
        "Works, no crossovers, with one relationship only, newest first",
      ],
      [{ words: { least: 1, most: 1 } }, "Works, exactly 1 word, newest first"],
      [{ words: { least: null, most: 900 } }, "Works, at most 900 words, newest first"],
      [{ chapters: { least: 1, most: null } }, "Works, at least 1 chapter, newest first"],
      [
        { posted: { least: Date.UTC(2026, 0, 1), most: Date.UTC(2026, 0, 2) - 1, lastDays: null } },
        "Works, posted on January 1, 2026, newest first",
      ],
      [
        { updated: { least: Date.UTC(2026, 0, 1), most: null, lastDays: null } },
        "Works, updated since January 1, 2026, newest first",
      ],
      [
        { warnings: [{ id: "death", answer: "no", is: true }] },
        "Works, where the writer says there is no major character death, newest first",
      ],
      [
        { main: ["Dracula", "Lucy", "Mina Harker", "Mina/Lucy", "Angst"] },
        "Works mainly in Dracula with Lucy and Mina Harker as main characters, with Mina/Lucy as a main relationship, mainly about Angst, newest first",
      ],
      [
        { all: ["Angst"], main: ["Lucy"], writers: ["w"] },
        "Works with Angst by Marchpane, with Lucy as a main character, newest first",
      ],
      [{ mentioned: ["Lucy"] }, "Works, at least mentioning Lucy, newest first"],
      [
        { none: ["Angst"], notMentioned: ["Lucy", "Dracula"] },
        "Works, without Angst, not even mentioning Dracula or Lucy, newest first",
      ],
      [{ giftsTo: ["tam", "inky"] }, "Works, gifts to Inky or Tam, newest first"],
      [{ series: ["s"] }, "Works, in the series The Lantern Keepers, newest first"],
      [{ pictures: true, audio: false }, "Works, with pictures, without sound, newest first"],
      [
        { posted: { least: null, most: null, lastDays: 14 } },
        "Works, posted in the last 2 weeks, newest first",
      ],
      [
        { updated: { least: null, most: null, lastDays: 365 } },
        "Works, updated in the last year, newest first",
      ],
      [
        { text: '"cold stone"', sort: "relevance" },
        "Works, with the words “cold stone” in the text, best match first",
      ],
      [
        { text: 'lant* "cold stone"', sort: "kudos" },
        "Works, with the words “lant*” and “cold stone” in the text, most kudos first",
      ],
      [{ text: "stone", sort: "hits" }, "Works, with the word “stone” in the text, most read first"],
      [{ sort: "words", descending: false }, "Works, shortest first"],
      [{ sort: "random", seed: 7 }, "Works, in random order"],
    ];
    for (const [filter, sentence] of cases) assert.equal(say(filter), sentence);
  });

  it("speaks of nothing that has no name for the person", () => {
    assert.equal(say({ all: ["hidden"], none: ["Angst"] }), "Works, without Angst, newest first");
  });
});
