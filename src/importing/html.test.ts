import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { wordsOf } from "../story-text/count-words.ts";
import { toPlainText } from "../story-text/to-plain-text.ts";
import { createTranslate } from "../ui/translation.ts";
import { applyDecisions } from "./apply-decisions.ts";
import { sentenceOf } from "./finding-sentences.ts";
import { fieldsIn, found, readingOf, storyOf } from "./for-tests/reading-of.ts";

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

  it("keeps the italics that a page says by its classes alone, as Google Docs and Word save them (T16)", () => {
    const page = `<html><head><style><!-- ol{margin:0} .c0,span.Thought{color:#000;font-weight:400;vertical-align:baseline;font-style:italic}.c3{font-weight:700} --></style></head>
      <body><p class="c1"><span class="c0">Not now</span><span>, she thought.</span> <span class="c3">Go</span>, <span class="Thought">go</span>.</p></body></html>`;
    assert.equal(html(page), "<p><em>Not now</em>, she thought. <strong>Go</strong>, <em>go</em>.</p>");
  });

  it("takes the heading that says what the page is called for the title", () => {
    const page = `<html><head><title>The Long Night - My Stories</title></head><body><h1>The Long Night</h1><p>by Mara</p><h2>The Lamp</h2><p>The fog came.</p></body></html>`;
    assert.equal(storyOf(page, {}, null), "<h4>The Lamp</h4>\n<p>The fog came.</p>");
    assert.equal(fieldsIn(page, null).title?.evidence[0]?.quote, "The Long Night");
    const chapter = page.replaceAll("The Long Night", "Chapter 2");
    assert.equal(fieldsIn(chapter, null).title, null);
  });

  it("finds the story in a saved page", () => {
    const page = `<!DOCTYPE html><html><head><title>Fog</title><style>p{}</style></head><body><ul class="navigation"><li>Home</li></ul>
      <main><article><h3>Chapter 2 of 3</h3><p>The fog <em>came</em>.</p></article></main><div id="footer">About us</div><script>x()</script></body></html>`;
    assert.equal(storyOf(page, {}, null), "<p>The fog <em>came</em>.</p>");
    const fields = fieldsIn(page, null);
    assert.deepEqual([fields.chapterNumber?.number, fields.expectedChapters?.number], [2, 3]);
    assert.ok(readingOf(page, null).findings.some(({ kind, was }) => kind === "page-title" && was === "Fog"));
  });

  it("says of every picture what became of it, and adds no other word to the story", () => {
    const page = `<p>The map <img src="https://pictures.example/old-map.png"> lay there.</p>
      <p><img src="https://pictures.example/1.png" alt="a red sail"> It came.</p>
      <p><a href="https://pictures.example/big"><img src="/2.png" alt="a reef"></a></p>
      <p><img src="local/3.png" alt="a shell"><img src="/rule.gif" alt=""> One. <img src="/rule.gif" alt=""> Two.
      <img src="4.png"></p><picture><img src="/5.png" alt="a gull"></picture>`;
    const pictures = readingOf(page, "html").findings.filter(({ kind }) => kind === "picture");
    assert.deepEqual(
      pictures.map(({ state, was, becomes, count }) => [state, was, becomes, count]),
      [
        ["noted", "https://pictures.example/old-map.png", "namedLink", 1],
        ["noted", "https://pictures.example/1.png", "describedLink", 1],
        ["noted", "/2.png", "description", 1],
        ["noted", "local/3.png", "description", 1],
        ["noted", "/rule.gif", "leftOut", 2],
        ["noted", "4.png", "leftOut", 1],
        ["noted", "/5.png", "leftOut", 1],
      ],
    );
    const said = ["old-map.png", "a red sail", "a reef", "a shell"];
    const words = said.reduce(
      (story, name) => story.replace(name, ""),
      toPlainText(applyDecisions(readingOf(page, "html"), {}).story),
    );
    assert.deepEqual(wordsOf(words), wordsOf("The map lay there. It came. One. Two."));
  });

  it("says of a picture without a description that its file’s name stands in the story", () => {
    const [picture] = readingOf('<p>See <img src="https://pictures.example/map.png">.</p>', "html").findings;
    assert.ok(picture);
    assert.equal(
      sentenceOf(picture, createTranslate("en")),
      "A picture cannot be brought along yet (https://pictures.example/map.png); its address is kept as a link, named by its file name.",
    );
  });

  it("does not say the bytes of a picture that is in the file itself", () => {
    const [picture] = readingOf(
      '<p>See <img src="data:image/png;base64,iVBORw0KGgo=">.</p>',
      "html",
    ).findings;
    assert.deepEqual([picture?.was, picture?.becomes], ["data:image/png;base64", "leftOut"]);
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

describe("links to somebody’s mail", () => {
  it("lose the address and keep their words", () => {
    const html = '<p>Author: <a href="mailto:wren@carfax.example?subject=hi">Wren</a></p><p>She ran.</p>';
    const reading = readingOf(html, "html");
    assert.doesNotMatch(storyOf(html, {}, "html"), /mailto|carfax/u);
    assert.doesNotMatch(JSON.stringify(reading), /wren@/u);
    assert.deepEqual(found(reading, "contact"), ["applied: w…@carfax.example"]);
  });
});
