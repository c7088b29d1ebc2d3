import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { storyOf } from "../for-tests/reading-of.ts";

const mixed = 'היא אמרה "Hello, Jo!" והלכה.';

describe("two directions of writing (T72)", () => {
  it("are kept apart, and the full stop stays at its end", () => {
    const expected = '<p dir="auto">היא אמרה <bdi>"Hello, Jo!"</bdi> והלכה.</p>';
    assert.equal(storyOf(mixed), expected);
    assert.equal(storyOf(`<p>${mixed}</p>`, {}, "html"), expected);
  });

  it("are isolated inside a paragraph, and a whole paragraph has its own", () => {
    assert.equal(
      storyOf("She said it again: שלום, יוסף. Then she left.\n\nשלום.\n\nThat was the end of the day."),
      '<p>She said it again: <bdi>שלום, יוסף</bdi>. Then she left.</p>\n<p dir="auto">שלום.</p>\n<p>That was the end of the day.</p>',
    );
  });

  it("are left to the browser when that is undone", () => {
    assert.equal(storyOf(mixed, { "direction-1": "undo" }), `<p>${mixed}</p>`);
  });

  it("leave a direction that the page gives", () => {
    assert.match(storyOf(`<p dir="rtl">${mixed}</p>`, {}, "html"), /^<p dir="rtl">.*<bdi>/);
  });
});
