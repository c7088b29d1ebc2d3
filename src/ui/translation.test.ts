import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createTranslate, formatDate, formatNumber, translateWith } from "./translation.ts";

describe("translation", () => {
  it("gives an English sentence back as it is", () => {
    assert.equal(createTranslate("en")("Bring a story in"), "Bring a story in");
  });

  it("counts in English", () => {
    const t = createTranslate("en");
    const sentence = "{count, plural, one {# chapter} other {# chapters}}";
    assert.equal(t(sentence, { count: 1 }), "1 chapter");
    assert.equal(t(sentence, { count: 1200 }), "1,200 chapters");
  });

  it("takes a sentence from the catalogue and follows the plural rules of its language", () => {
    const t = translateWith("pl", {
      "{count, plural, one {# word} other {# words}}":
        "{count, plural, one {# słowo} few {# słowa} many {# słów} other {# słowa}}",
    });
    assert.equal(t("{count, plural, one {# word} other {# words}}", { count: 3 }), "3 słowa");
    assert.equal(t("{count, plural, one {# word} other {# words}}", { count: 5 }), "5 słów");
  });

  it("falls back to English when a sentence is missing or broken", () => {
    const t = translateWith("de", { "By {name}": "Von {name" });
    assert.equal(t("By {name}", { name: "Tam" }), "By Tam");
    assert.equal(t("Fandoms"), "Fandoms");
    assert.equal(t("constructor"), "constructor");
  });

  it("leaves less-than signs and apostrophes to the sentence", () => {
    const t = createTranslate("en");
    assert.equal(t("Words < 100 in {name}'s story", { name: "Tam" }), "Words < 100 in Tam's story");
  });

  it("never formats the text of a value", () => {
    assert.equal(createTranslate("en")("By {name}", { name: "{evil}" }), "By {evil}");
  });

  it("refuses a sentence whose value is missing", () => {
    assert.throws(() => createTranslate("en")("By {name}"));
  });

  it("says dates in UTC whatever the server's clock is set to", () => {
    const at = new Date(Date.UTC(2004, 1, 29, 23, 59));
    assert.equal(createTranslate("en")("Since {at, date, long}", { at }), "Since February 29, 2004");
  });

  it("marks and accents every sentence of the pseudo-locale, but not its values", () => {
    const t = createTranslate("en-XA");
    assert.equal(t("Fandoms"), "⟦Fåñðömš⟧");
    assert.equal(t("By {name}", { name: "Tam" }), "⟦Ɓý Tam⟧");
    assert.equal(t("{n, plural, one {# word} other {# words}}", { n: 2 }), "⟦2 ŵöŕðš⟧");
  });
});

describe("formats", () => {
  it("says a day in the locale's words", () => {
    const at = Date.UTC(2026, 10, 22);
    assert.equal(formatDate(at, "en-GB"), "22 November 2026");
    assert.equal(formatDate(at, "de"), "22. November 2026");
  });

  it("says a number with the locale's separators", () => {
    assert.equal(formatNumber(12345, "en"), "12,345");
    assert.equal(formatNumber(12345, "de"), "12.345");
  });
});
