import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createTranslate } from "../../ui/translation.ts";
import { hostileBook, smallBook } from "../for-tests/hostile-book.ts";
import { kitchenSink } from "../for-tests/kitchen-sink.ts";
import { onePicture, pictureFile } from "../for-tests/picture.ts";
import { writeHtml } from "./write-html.ts";

const t = createTranslate("en");
const page = new TextDecoder().decode(writeHtml(kitchenSink, t, "en", onePicture));

describe("a work as one web page", () => {
  it("needs nothing from anywhere, and forbids asking", () => {
    const hostile = new TextDecoder().decode(writeHtml(hostileBook, t, "en"));
    for (const html of [page, hostile]) {
      assert.doesNotMatch(
        html,
        /<(script|img src="(?!data:image\/png;base64,)|iframe|object|link rel="stylesheet")|@import|url\(|javascript:|\son\w+=/,
      );
      assert.match(html, /content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"/);
    }
  });

  it("has a contents list whose every line leads somewhere", () => {
    const contents = /<nav.*<\/nav>/s.exec(page)?.[0] ?? "";
    const targets = [...contents.matchAll(/<a href="#([^"]+)"/g)].map(([, id]) => id);
    assert.deepEqual(targets, ["chapter-1", "chapter-2", "end-notes"]);
    for (const id of targets) assert.ok(page.includes(` id="${id}"`), id);
  });

  it("holds its pictures, and the words of one that is missing", () => {
    assert.ok(
      page.includes(
        `src="data:image/png;base64,${pictureFile.toString("base64")}" alt="The harbour at night"`,
      ),
    );
    assert.ok(page.includes("[Picture: The &lt;drowned&gt; chart]"));
    const without = new TextDecoder().decode(writeHtml(kitchenSink, t, "en"));
    assert.doesNotMatch(without, /<img/);
    assert.ok(without.includes("[Picture: The harbour at night]"));
  });

  it("ties every footnote to its place, whatever the chapter, under one id each", () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
    const noteLinks = [...page.matchAll(/href="#(note[^"]+)"/g)].map(([, id]) => id);
    assert.equal(noteLinks.length, 7);
    for (const id of noteLinks) assert.ok(ids.includes(id), id);
  });

  it("has no contents for a single chapter", () => {
    assert.doesNotMatch(new TextDecoder().decode(writeHtml(smallBook, t, "en")), /<nav/);
  });

  it("carries credits, warnings, both kinds of notes and where it came from", () => {
    for (const said of [
      'Beta read by <span data-fact="beta">quillfeather</span>',
      "not saying",
      "Thank you for walking",
      "Mind the tide",
      "The Lantern Room",
    ])
      assert.ok(page.includes(said), said);
  });

  it("writes HTML: no names from EPUB or XML in it", () => {
    assert.doesNotMatch(page, /epub:|xml:lang|xmlns/);
    assert.doesNotMatch(page, /<(?!br|hr|img)[a-z0-9]+( [^>]*)?\/>/);
  });
});
