import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { directionOf } from "../ui/translation.ts";
import { wellFormedLanguage } from "./language-tag.ts";

describe("the direction of a language", () => {
  it("follows the script, not the language alone", () => {
    const directions = {
      ar: "rtl",
      he: "rtl",
      fa: "rtl",
      ur: "rtl",
      yi: "rtl",
      dv: "rtl",
      "az-Arab": "rtl",
    } as const;
    for (const [tag, direction] of Object.entries(directions)) assert.equal(directionOf(tag), direction, tag);
    for (const tag of ["en", "ja", "az", "he-Latn", "und", "not a tag", ""])
      assert.equal(directionOf(tag), "ltr", tag);
  });

  it("spells a tag canonically and knows what is none", () => {
    assert.equal(wellFormedLanguage("EN-gb"), "en-GB");
    assert.equal(wellFormedLanguage("english (british)"), "und");
  });
});
