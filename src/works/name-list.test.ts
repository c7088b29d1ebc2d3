import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { oneLine, readNames, writeNames } from "./name-list.ts";

describe("a list of names", () => {
  it("is divided by Latin, full-width and ideographic commas", () => {
    assert.deepEqual(readNames("Middlemarch, 红楼梦，紅樓夢、Emma"), [
      "Middlemarch",
      "红楼梦",
      "紅樓夢",
      "Emma",
    ]);
  });

  it("is read in a moment however many quotes are never closed", () => {
    assert.equal(readNames('"a,'.repeat(100_000)).length, 1);
  });

  it("leaves out what is empty and what was named before in other capitals", () => {
    assert.deepEqual(readNames(" , Emma,, EMMA ,  Jane   Eyre,"), ["Emma", "Jane Eyre"]);
  });

  it("keeps the commas of a name in quotes, and the quotes of a name without commas", () => {
    assert.deepEqual(readNames('"Sixpence, Please", "No" means No, Emma'), [
      "Sixpence, Please",
      '"No" means No',
      "Emma",
    ]);
  });

  it("is empty when nothing but space or commas was typed", () => {
    assert.deepEqual(readNames(""), []);
    assert.deepEqual(readNames(" ，、, "), []);
  });

  for (const names of [
    ["Emma", "Sixpence, Please"],
    ['She said "come, now"', "红、楼"],
    ['"Quoted"', "plain"],
    ['"', '""', "'"],
  ])
    it(`is read back as it was written: ${names.join(" | ")}`, () => {
      assert.deepEqual(readNames(writeNames(names)), names);
    });

  it("brings a title that was pasted over two lines onto one", () => {
    assert.equal(oneLine("  The Yellow\n\tHorse "), "The Yellow Horse");
  });
});
