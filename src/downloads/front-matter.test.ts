import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createTranslate } from "../ui/translation.ts";
import { smallBook } from "./for-tests/hostile-book.ts";
import { kitchenSink } from "./for-tests/kitchen-sink.ts";
import { frontMatter } from "./front-matter.ts";
import { wordsOf } from "./sentence.ts";

const t = createTranslate("en");
const front = frontMatter(kitchenSink, t, "en");

describe("what stands before the story", () => {
  it("names authors together and thanks every helper by role", () => {
    assert.equal(wordsOf(front.byline ?? []), "by marrow & wren and halfpenny");
    assert.deepEqual(front.credits.map(wordsOf), [
      "A translation of Die lange Flut by A. & B., https://archive.example/works/flut?a=1&b=2",
      "Inspired by A <b>Song</b> by Anonymous",
      "Translated by Ортанс",
      "Art by inkfish",
      "Beta read by quillfeather",
    ]);
  });

  it("names a gift's receiver, and the name the dedication uses when it is another", () => {
    assert.deepEqual(front.gifts.map(wordsOf), [
      "A gift for saltmarsh, here called Tilly",
      "A gift for the Thursday crowd",
    ]);
    const gifts = [{ name: "Tam", addressedAs: "Tam" }];
    assert.deepEqual(frontMatter({ ...kitchenSink, gifts }, t, "en").gifts.map(wordsOf), ["A gift for Tam"]);
  });

  it("spells out a language that has no name", () => {
    const { facts } = frontMatter({ ...kitchenSink, language: "en-x-pirate" }, t, "en");
    assert.deepEqual(facts.find(({ label }) => label === "Language")?.values.map(wordsOf), ["en-x-pirate"]);
  });

  it("says how far a story has come", () => {
    const length = (change: Partial<typeof kitchenSink>) =>
      frontMatter({ ...kitchenSink, ...change }, t, "en")
        .facts.find(({ label }) => label === "Length")
        ?.values.map(wordsOf);
    assert.deepEqual(length({}), ["12,345 words, chapters 2/3, not complete yet"]);
    assert.deepEqual(length({ expectedChapters: null }), ["12,345 words, chapters 2/?, not complete yet"]);
    assert.deepEqual(length({ expectedChapters: 2, complete: true, words: 1 }), [
      "1 word, chapters 2/2, complete",
    ]);
  });

  it("leaves out what the author left empty, rather than a heading over nothing", () => {
    const small = frontMatter(smallBook, t, "en");
    assert.deepEqual(small.passages, []);
    assert.deepEqual(
      small.facts.map(({ label }) => label),
      ["Language", "Length", "Published", "Last changed"],
    );
  });

  it("gives dates in the reader's way and in UTC, wherever the archive stands", () => {
    const published = (locale: string) =>
      frontMatter(kitchenSink, t, locale).facts.at(-2)?.values.map(wordsOf);
    assert.deepEqual(published("en-GB"), ["5 November 2004"]);
    assert.deepEqual(published("de"), ["5. November 2004"]);
  });

  it("passes every sentence of ours, and no word of the author's, through the translation", () => {
    const pseudo = frontMatter(kitchenSink, createTranslate("en-XA"), "en-XA");
    const ours = [
      ...[pseudo.byline ?? [], ...pseudo.gifts, ...pseudo.credits].map(wordsOf),
      pseudo.provenance,
      ...pseudo.passages.map(({ heading }) => heading),
    ];
    for (const sentence of ours) assert.match(sentence, /^⟦.*⟧$/u);
    assert.equal(pseudo.title, kitchenSink.title);
    const tagKinds = kitchenSink.tags.map(({ kind }) => kind);
    for (const { label } of pseudo.facts) if (!tagKinds.includes(label)) assert.match(label, /^⟦.*⟧$/u);
  });
});
