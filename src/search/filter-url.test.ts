import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { canonicalFilter, fallsByItself, queryOfFilter, readFilter } from "./filter-url.ts";
import { everyWork, type Range, sortOrders, type WorkFilter } from "./work-filter.ts";

const now = Date.UTC(2026, 10, 22, 12);
const day = 24 * 60 * 60 * 1000;
const read = (query: string) => readFilter(new URLSearchParams(query), now);

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

const anyFilter: fc.Arbitrary<WorkFilter> = fc
  .record({
    all: few(tagId),
    any: few(fc.array(tagId, { minLength: 1, maxLength: 3 }), 3),
    none: few(tagId),
    ratings: few(rowId),
    notRatings: few(rowId),
    warnings: few(fc.record({ id: rowId, answer: fc.constantFrom("yes", "no", "unsaid"), is: fc.boolean() })),
    categories: few(rowId),
    notCategories: few(rowId),
    languages: few(language),
    notLanguages: few(language),
    writers: few(tagId),
    notWriters: few(tagId),
    complete: fc.option(fc.boolean()),
    crossovers: fc.constantFrom("in", "out", "only"),
    onlyPairing: fc.boolean(),
    words: rangeOf(fc.nat(1_000_000_000)),
    chapters: rangeOf(fc.nat(2_000)),
    posted: rangeOf(moment).map((range) => ({ ...range, lastDays: null })),
    updated: rangeOf(moment).map((range) => ({ ...range, lastDays: null })),
    sort: fc.constantFrom(...sortOrders),
    descending: fc.boolean(),
    seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  })
  .map((filter) => ({
    ...everyWork,
    ...filter,
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
      "with any without rating warning words posted-from updated seed sort order complete q".split(" ");
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.oneof(fc.constantFrom(...names), fc.string()), fc.string({ unit: "binary" }))),
        (parts) => {
          const { filter } = readFilter(new URLSearchParams(parts), now);
          assert.deepEqual(read(queryOfFilter(filter)).filter, filter);
        },
      ),
      { numRuns: 3_000 },
    );
  });
});
