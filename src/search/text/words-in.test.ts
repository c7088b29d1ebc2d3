import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { cutPassages, longestPhrase } from "./cut-passages.ts";
import { readTerms } from "./read-terms.ts";
import { wordsIn } from "./words-in.ts";

const folded = (text: string) => wordsIn(text).map((word) => word.folded);
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({
    unit: fc.constantFrom(..."aé'’ \n\"“*海がｶﾞ한กิน้ำ\u0301\u00ad\u200bßﬁЙйשָׁלوً١\ud800\udc00\0"),
    maxLength: 200,
  }),
);

describe("taking a text apart", () => {
  it("gives words of letters and digits alone, each where it stands, in order", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let behind = { start: 0, place: -1 };
        for (const word of wordsIn(text)) {
          assert.match(word.folded, /^[\p{L}\p{N}\p{M}]+$/u);
          assert.ok(word.start >= behind.start && word.end > word.start && word.end <= text.length);
          assert.ok(word.place > behind.place);
          behind = word;
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it("takes what it folded apart into the same words again", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const words = folded(text);
        assert.deepEqual(folded(words.join(" ")), words);
      }),
      { numRuns: 2_000 },
    );
  });

  it("leaves every phrase whole in some passage", () => {
    const word = fc.constantFrom("a", "b", "c", "海", "\n\n", "…");
    fc.assert(
      fc.property(fc.array(word, { minLength: 700, maxLength: 2_600 }), fc.nat(), (words, seed) => {
        const text = words.join(" ");
        const all = wordsIn(text);
        const from = seed % Math.max(1, all.length - longestPhrase);
        const row = all.slice(from, from + longestPhrase);
        const first = row[0]?.place ?? 0;
        const whole = cutPassages(text).some(({ position, words: held }) =>
          row.every(({ folded: wanted, place }) => held[place - position] === wanted && first >= position),
        );
        assert.ok(whole);
      }),
      { numRuns: 60 },
    );
  });

  it("gives passages whose texts come apart into their words", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 60 }), (text, times) => {
        for (const passage of cutPassages(text.toWellFormed().repeat(times)))
          assert.deepEqual(
            folded(passage.text),
            passage.words.filter((word) => word !== null),
          );
      }),
      { numRuns: 300 },
    );
  });

  it("reads whatever is typed as a few terms, and repeats what it cannot use", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: "binary", maxLength: 10_000 })), (typed) => {
        const { terms, unusable } = readTerms(typed);
        assert.ok(terms.length <= 10);
        for (const { words } of terms) {
          assert.ok(words.length > 0 && words.length <= longestPhrase);
          for (const word of words) assert.match(word, /^[\p{L}\p{N}\p{M}]+$/u);
        }
        for (const piece of unusable) assert.notEqual(piece, "");
      }),
      { numRuns: 10_000 },
    );
  });
});
