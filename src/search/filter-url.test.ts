import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { canonicalFilter, queryOfFilter, readFilter } from "./filter-url.ts";
import { fallsByItself } from "./meant-order.ts";
import { tidyText } from "./text-words.ts";
import { type DateRange, everyWork, type Range, sortOrders, type WorkFilter } from "./work-filter.ts";

const day = 24 * 60 * 60 * 1000;
const read = (query: string) => readFilter(new URLSearchParams(query));

const letters = [..."0123456789abcdefghjkmnpqrstvwxyz"];
const tagId = fc.string({ unit: fc.constantFrom(...letters), minLength: 10, maxLength: 10 });
const rowId = fc.constantFrom("general", "teen", "f-f", "graphic-violence", "underage", "2");
const language = fc.constantFrom("en", "pt-BR", "zh-Hans", "de", "gsw");
const few = <Value>(one: fc.Arbitrary<Value>, maxLength = 4) => fc.array(one, { maxLength });
const rangeOf = (bound: fc.Arbitrary<number>): fc.Arbitrary<Range> =>
  fc
    .tuple(fc.option(bound), fc.option(bound))
    .map(([one, other]) =>
      one !== null && other !== null
        ? { least: Math.min(one, other), most: Math.max(one, other) }
        : { least: one, most: other },
    );
const moment = fc.oneof(
  fc.integer({ min: Date.UTC(1950, 0), max: Date.UTC(2200, 0) }),
  fc.integer({ min: -7_000, max: 60_000 }).map((days) => days * day),
  fc.integer({ min: -7_000, max: 60_000 }).map((days) => days * day - 1),
);

const datesOf: fc.Arbitrary<DateRange> = fc.oneof(
  { weight: 2, arbitrary: rangeOf(moment).map((range) => ({ ...range, lastDays: null })) },
  fc.integer({ min: 1, max: 36_500 }).map((lastDays) => ({ least: null, most: null, lastDays })),
);
const anyText = fc.oneof(
  fc.constantFrom("", "", 'lantern "cold stone"', "石 灯籠", "lant*", "ไฟ"),
  fc.string({ unit: "binary", maxLength: 40 }).map(tidyText),
);

const anyFilter: fc.Arbitrary<WorkFilter> = fc
  .record({
    all: few(tagId),
    any: few(fc.array(tagId, { minLength: 1, maxLength: 3 }), 3),
    main: few(tagId),
    mentioned: few(tagId),
    none: few(tagId),
    notMentioned: few(tagId),
    ratings: few(rowId),
    notRatings: few(rowId),
    warnings: few(fc.record({ id: rowId, answer: fc.constantFrom("yes", "no", "unsaid"), is: fc.boolean() })),
    categories: few(rowId),
    notCategories: few(rowId),
    languages: few(language),
    notLanguages: few(language),
    writers: few(tagId),
    notWriters: few(tagId),
    giftsTo: few(tagId),
    series: few(tagId),
    pictures: fc.option(fc.boolean()),
    audio: fc.option(fc.boolean()),
    text: anyText,
    complete: fc.option(fc.boolean()),
    crossovers: fc.constantFrom("in", "out", "only"),
    onlyPairing: fc.boolean(),
    words: rangeOf(fc.nat(1_000_000_000)),
    chapters: rangeOf(fc.nat(2_000)),
    posted: datesOf,
    updated: datesOf,
    sort: fc.constantFrom(...sortOrders),
    descending: fc.boolean(),
    seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  })
  .map((filter) => ({
    ...everyWork,
    ...filter,
    sort: filter.sort === "relevance" && filter.text === "" ? "updated" : filter.sort,
    descending: filter.sort === "random" ? fallsByItself("random") : filter.descending,
    seed: filter.sort === "random" ? filter.seed : 0,
  }));

const sets = (filter: WorkFilter) => ({
  ...filter,
  ...Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]) =>
      Array.isArray(value)
        ? [
            [
              name,
              [
                ...new Set(
                  value.map((one) => JSON.stringify(Array.isArray(one) ? [...new Set(one)].sort() : one)),
                ),
              ].sort(),
            ],
          ]
        : [],
    ),
  ),
});

describe("a filter as an address", () => {
  it("asks for no text where there are only quotation marks", () => {
    for (const text of ['"', '""', "“ ”"])
      assert.equal(readFilter(new URLSearchParams({ text })).filter.text, "", text);
  });

  it("comes back as it was, whatever was asked for", () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const { filter: back, problems } = read(queryOfFilter(filter));
        assert.deepEqual(problems, []);
        assert.deepEqual(sets(back), sets(filter));
      }),
      { numRuns: 2_000 },
    );
  });

  it("is the same for the same wish, in whatever order it was made", () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const turned = { ...filter, all: filter.all.toReversed(), any: filter.any.toReversed() };
        assert.equal(queryOfFilter(turned), queryOfFilter(filter));
        assert.equal(queryOfFilter(canonicalFilter(filter)), queryOfFilter(filter));
      }),
    );
  });

  it("is empty when everything is asked for", () => {
    assert.equal(queryOfFilter(everyWork), "");
    assert.deepEqual(read(""), { filter: everyWork, problems: [] });
  });

  it("can be read by a person", () => {
    const filter: WorkFilter = {
      ...everyWork,
      all: ["7k2mzq04vt"],
      ratings: ["teen", "general"],
      warnings: [{ id: "character-death", answer: "yes", is: false }],
      complete: true,
      words: { least: 5_000, most: 40_000 },
      updated: { least: Date.UTC(2026, 0, 1), most: null, lastDays: null },
    };
    assert.equal(
      queryOfFilter(filter),
      "with=7k2mzq04vt&rating=general.teen&not-warning=character-death_yes&complete=yes&words=5000..40000&updated=2026-01-01..",
    );
  });

  it("takes what the form sends: fields of one name, empty ones, two fields a range", () => {
    const { filter, problems } = read(
      "rating=teen&rating=general&words-from=5k&words-to=&posted-from=2026&posted-to=2026-03&complete=any&order=",
    );
    assert.deepEqual(problems, []);
    assert.equal(queryOfFilter(filter), "rating=general.teen&words=5000..&posted=2026-01-01..2026-03-31");
  });

  it("keeps a time that goes with the day it is asked on as it was said", () => {
    for (const said of ["2w", "1m", "3y", "10d", "15d"]) {
      const { filter, problems } = read(`posted=${said}`);
      assert.deepEqual(problems, []);
      assert.equal(queryOfFilter(filter), `posted=${said}`);
    }
    assert.deepEqual(read("updated=14d").filter.updated, { least: null, most: null, lastDays: 14 });
    assert.equal(queryOfFilter(read("updated-last=14d&updated-from=2020").filter), "updated=2w");
    for (const nonsense of ["0d", "99999y", "2h"])
      assert.equal(read(`posted=${nonsense}`).problems.length, 1);
  });

  it("puts the best match first where words are asked for, unless another order is", () => {
    assert.equal(read("text=cold+stone").filter.sort, "relevance");
    assert.equal(queryOfFilter({ ...everyWork, text: "stone", sort: "relevance" }), "text=stone");
    assert.equal(queryOfFilter({ ...everyWork, text: "stone" }), "text=stone&sort=updated");
    assert.equal(read("sort=relevance").filter.sort, "updated");
  });

  it("tells what it cannot read, and keeps the rest", () => {
    const { filter, problems } = read(
      "with=dracula&complete=yes&words=many&sort=best&colour=blue&posted=2026-02-31&warning=underage_perhaps&seed=x",
    );
    assert.equal(queryOfFilter(filter), "complete=yes");
    assert.deepEqual(
      problems.map(({ kind, part, value }) => `${kind} ${part} ${value}`),
      [
        "malformed with dracula",
        "malformed warning underage_perhaps",
        "malformed words many",
        "malformed posted 2026-02-31",
        "malformed sort best",
        "unknown-part colour blue",
      ],
    );
  });

  it("holds the longest of everything", () => {
    const longest: WorkFilter = {
      ...everyWork,
      all: Array.from({ length: 200 }, (_, number) => String(number).padStart(10, "0")),
      text: "🜂".repeat(200),
      posted: { least: -1, most: 12_345_678_901_234, lastDays: null },
      updated: { least: -1, most: 12_345_678_901_234, lastDays: null },
      words: { least: 999_999_998, most: 999_999_999 },
      sort: "random",
      seed: 2 ** 32 - 1,
    };
    const { filter } = read(queryOfFilter(longest));
    assert.ok(queryOfFilter(filter).length <= 1_800);
    assert.equal([...filter.text].length, 120);
  });

  it("never grows past 2 kB, and says so when it would", () => {
    const ids = Array.from({ length: 500 }, (_, number) => String(number).padStart(10, "0"));
    const { filter, problems } = read(`with=${ids.join(".")}&any=${ids.join(".")}&without=${ids.join(".")}`);
    assert.ok(queryOfFilter(filter).length <= 1_800);
    assert.deepEqual(
      problems.map(({ kind }) => kind),
      ["too-long"],
    );
  });

  it("never fails", () => {
    const names =
      "with main mention any without not-mention rating warning words posted-from posted-last updated gift-to series pictures audio text seed sort order complete q".split(
        " ",
      );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.oneof(fc.constantFrom(...names), fc.string()), fc.string({ unit: "binary" }))),
        (parts) => {
          const { filter } = readFilter(new URLSearchParams(parts));
          assert.deepEqual(read(queryOfFilter(filter)).filter, filter);
        },
      ),
      { numRuns: 3_000 },
    );
  });
});
