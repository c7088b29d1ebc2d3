import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { directionOf, negotiateLocale } from "./negotiate-locale.ts";

describe("choosing the interface's locale", () => {
  it("speaks English when nothing is asked or nothing asked is spoken", () => {
    assert.equal(negotiateLocale(null), "en");
    assert.equal(negotiateLocale(""), "en");
    assert.equal(negotiateLocale("tlh, xx;q=0.5"), "en");
    assert.equal(negotiateLocale("*"), "en");
  });

  it("keeps the reader's own region for dates and numbers", () => {
    assert.equal(negotiateLocale("tlh, en-NZ;q=0.8, en;q=0.7"), "en-NZ");
  });

  it("follows weights, and takes weight 0 as a refusal", () => {
    assert.equal(negotiateLocale("en-GB;q=0.2, en-AU;q=0.9"), "en-AU");
    assert.equal(negotiateLocale("en-GB;q=0, en-AU;q=0.1"), "en-AU");
  });

  it("lets a test ask for the pseudo-locale", () => {
    assert.equal(negotiateLocale("en-XA"), "en-XA");
  });

  it("survives nonsense", () => {
    assert.equal(negotiateLocale(";;;q=,,\u0000,é".repeat(400)), "en");
  });
});

describe("direction of a language", () => {
  it("knows the scripts that run from right to left", () => {
    for (const language of ["ar", "he", "fa", "ur", "yi", "az-Arab"])
      assert.equal(directionOf(language), "rtl");
    for (const language of ["en", "zh", "az", "", "not a tag"]) assert.equal(directionOf(language), "ltr");
  });
});
