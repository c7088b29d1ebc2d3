import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fieldsIn, readingOf, storyOf } from "./for-tests/reading-of.ts";

const html = (page: string) => storyOf(page, {}, "html");

describe("HTML", () => {
  it("leaves out empty paragraphs between the others (T06)", () => {
    assert.equal(
      html("<p>One.</p><p>&nbsp;</p><p>Two.</p><p>&nbsp;</p><p>Three.</p>"),
      "<p>One.</p>\n<p>Two.</p>\n<p>Three.</p>",
    );
  });

  it("makes scene breaks of larger gaps (T07)", () => {
    const page = "<p>A</p><p></p><p>B</p><p></p><p>b</p><p></p><p></p><p></p><p>C</p>";
    assert.equal(html(page), '<p>A</p>\n<p>B</p>\n<p>b</p>\n<hr class="scene" data-ornament="">\n<p>C</p>');
    assert.match(html("<p>A</p><p>B</p><p>b</p><p></p><p>C</p>"), /<p>b<\/p>\n<hr[^>]*>\n<p>C/);
  });

  it("divides paragraphs at doubled line breaks (T08)", () => {
    assert.equal(html("One.<br><br>Two.<br>Three."), "<p>One.</p>\n<p>Two.<br>Three.</p>");
  });

  it("takes out the margins of paragraphs (T10) and keeps markup", () => {
    assert.equal(html('<p>&nbsp;&nbsp;&nbsp;"Go <i>now</i>."</p>'), '<p>"Go <em>now</em>."</p>');
  });

  it("finds the story in a saved page", () => {
    const page = `<!DOCTYPE html><html><head><title>Fog</title><style>p{}</style></head><body><ul class="navigation"><li>Home</li></ul>
      <main><article><h3>Chapter 2 of 3</h3><p>The fog <em>came</em>.</p></article></main><div id="footer">About us</div><script>x()</script></body></html>`;
    assert.equal(storyOf(page, {}, null), "<p>The fog <em>came</em>.</p>");
    const fields = fieldsIn(page, null);
    assert.deepEqual([fields.chapterNumber?.number, fields.expectedChapters?.number], [2, 3]);
    assert.ok(readingOf(page, null).findings.some(({ kind, was }) => kind === "page-title" && was === "Fog"));
  });

  it("reads the list of tags above a downloaded work", () => {
    const page =
      "<dl><dt>Rating:</dt><dd>Teen And Up Audiences</dd><dt>Fandom:</dt><dd>Dracula</dd><dt>Relationship:</dt><dd>Mina/Jonathan</dd></dl><p>The fog came.</p>";
    const fields = fieldsIn(page, "html");
    assert.deepEqual(
      [fields.rating?.id, fields.fandoms[0]?.name, fields.relationships[0]?.name],
      ["teen", "Dracula", "Mina/Jonathan"],
    );
    assert.equal(html(page), "<p>The fog came.</p>");
  });
});
