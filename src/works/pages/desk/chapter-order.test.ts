import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { formOf } from "../../../plumbing/http/form-values.ts";
import { orderWished, placeField } from "./chapter-order.ts";

/** What the form of chapters a, b, c, d sends when their numbers are these. */
function numbered(...numbers: string[]): string {
  const letters = ["a", "b", "c", "d"];
  const form = formOf(numbers.map((number, index) => [placeField(letters[index] ?? ""), number]));
  return orderWished(form, letters).join("");
}

/** What the button of a chapter sends. */
function moved(chapter: string, way: string): string {
  return orderWished(
    formOf([
      ["move", way],
      ["chapter", chapter],
    ]),
    ["a", "b", "c", "d"],
  ).join("");
}

describe("the order a writer asks for", () => {
  it("is that of the numbers, whatever numbers they are", () => {
    assert.equal(numbered("4", "3", "2", "1"), "dcba");
    assert.equal(numbered("10", "20", "-5", "15.5"), "cadb");
  });

  it("puts the moved chapter on the place it was given, and the one that stood there beside it", () => {
    assert.equal(numbered("1", "2", "1", "4"), "cabd");
    assert.equal(numbered("3", "2", "3", "4"), "bcad");
    assert.equal(numbered("1", "2", "3", "1"), "dabc");
    assert.equal(numbered("4", "2", "3", "4"), "bcda");
  });

  it("leaves a chapter in place whose number is none", () => {
    assert.equal(numbered("1", "", "three", "4"), "abcd");
  });

  it("moves one chapter one place by its button, and none past the ends", () => {
    assert.equal(moved("c", "up"), "acbd");
    assert.equal(moved("a", "down"), "bacd");
    assert.equal(moved("a", "up"), "abcd");
    assert.equal(moved("d", "down"), "abcd");
    assert.equal(moved("gone", "up"), "abcd");
  });
});
