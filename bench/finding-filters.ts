import { everyWork, type WorkFilter } from "../src/search/work-filter.ts";
import { benchId } from "./finding-archive.ts";

const fandom = (rank: number) => benchId("fandom", rank);
const character = (rank: number) => benchId("character", rank);
const relationship = (rank: number) => benchId("relationship", rank);
const tag = (rank: number) => benchId("additional", rank);
const day = 86_400_000;
const end = Date.UTC(2026, 8, 1);

/** What readers ask for, from everything to next to nothing. */
const wishes: [name: string, wish: Partial<WorkFilter>][] = [
  ["everything, newest first", {}],
  ["everything, longest first", { sort: "words" }],
  ["everything, by title", { sort: "title", descending: false }],
  ["everything, at random", { sort: "random", seed: 7 }],
  ["everything but explicit", { notRatings: ["explicit"] }],
  ["general or teen", { ratings: ["general", "teen"] }],
  ["one rating", { ratings: ["mature"] }],
  ["finished", { complete: true }],
  ["unfinished", { complete: false }],
  ["in English", { languages: ["en"] }],
  ["not in English", { notLanguages: ["en"] }],
  ["in Welsh", { languages: ["cy"] }],
  ["one category", { categories: ["m-m"] }],
  ["no violence", { warnings: [{ id: "graphic-violence", answer: "yes", is: false }] }],
  [
    "three warnings answered no",
    {
      warnings: ["graphic-violence", "non-consent", "underage"].map((id) => ({
        id,
        answer: "no" as const,
        is: true,
      })),
    },
  ],
  ["crossovers", { crossovers: "only" }],
  ["no crossovers", { crossovers: "out" }],
  ["one pairing", { onlyPairing: true }],
  ["5,000 to 40,000 words", { words: { least: 5_000, most: 40_000 } }],
  ["under 1,000 words, longest first", { words: { least: null, most: 1_000 }, sort: "words" }],
  ["one chapter", { chapters: { least: 1, most: 1 } }],
  ["updated in the last two weeks", { updated: { least: end - 14 * day, most: null, lastDays: null } }],
  [
    "posted in one year",
    { posted: { least: Date.UTC(2019, 0, 1), most: Date.UTC(2020, 0, 1), lastDays: null } },
  ],
  ["the largest fandom", { all: [fandom(0)] }],
  ["the second fandom, finished", { all: [fandom(1)], complete: true }],
  ["the tenth fandom", { all: [fandom(10)] }],
  ["the hundredth fandom", { all: [fandom(100)] }],
  ["the thousandth fandom", { all: [fandom(1_000)] }],
  ["a fandom with a synonym and others under it", { all: [fandom(2)] }],
  ["everything but the largest fandom", { none: [fandom(0)] }],
  ["everything but twenty tags", { none: Array.from({ length: 20 }, (_, rank) => tag(rank)) }],
  ["the commonest tag", { all: [tag(0)] }],
  ["the tenth tag", { all: [tag(10)] }],
  ["two common tags", { all: [tag(0), tag(1)] }],
  ["three common tags", { all: [tag(0), tag(1), tag(2)] }],
  ["one of five tags", { any: [[tag(3), tag(4), tag(5), tag(6), tag(7)]] }],
  [
    "one of five fandoms, none of five tags",
    { any: [[0, 3, 5, 7, 9].map(fandom)], none: [1, 2, 3, 4, 5].map(tag) },
  ],
  ["a fandom and a character", { all: [fandom(0), character(1)] }],
  ["a fandom and its pairing, one pairing only", { all: [fandom(0), relationship(0)], onlyPairing: true }],
  [
    "a careful reader",
    {
      all: [fandom(0), tag(2)],
      none: [tag(0), tag(5)],
      ratings: ["general", "teen"],
      languages: ["en"],
      complete: true,
      words: { least: 5_000, most: 40_000 },
      warnings: [{ id: "major-character-death", answer: "yes", is: false }],
      sort: "words",
    },
  ],
  ["a rare tag", { all: [tag(50_000)] }],
  ["a rare tag and a common one", { all: [tag(20_000), tag(0)] }],
  ["a busy writer", { writers: [benchId("pseud", 0)] }],
  ["a quiet writer, by title", { writers: [benchId("pseud", 20_000)], sort: "title" }],
  ["everything but a writer", { notWriters: [benchId("pseud", 0)] }],
  ["what nobody wrote", { all: [tag(100_000), tag(100_001), tag(100_002)] }],
];

export const benchFilters: { name: string; filter: WorkFilter }[] = wishes.map(([name, wish]) => ({
  name,
  filter: { ...everyWork, ...wish },
}));
