import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { found, readingOf, storyOf } from "../for-tests/reading-of.ts";

const folder = "../shared/samples/docx";
const skip = existsSync(folder) ? false : `the samples are not at ${folder}`;

/** What must be in the story of each sample, as its elements. */
const structures: Record<string, RegExp[]> = {
  "comments.docx": [/^<p>Ouch\.<\/p>$/u],
  "endnotes.docx": [/Ouch<a class="noteref".*<aside class="footnote" id="note-2">/su],
  "footnote-hyperlink.docx": [/<aside class="footnote".*<a href="http:\/\/www\.example\.com">Example<\/a>/su],
  "footnotes.docx": [/Ouch<a class="noteref".*<aside class="footnote" id="note-2">/su],
  "pandoc-block_quotes.docx": [/^<h4>/u, /(?:<blockquote><p>.*<\/blockquote>.*){2}/su],
  "pandoc-char_styles.docx": [
    /<em>.* an <strong>italic style<\/strong>\.<\/em>/u,
    /<em>with some<\/em> words/u,
  ],
  "pandoc-comments_warning.docx": [/^<p>This is a comment with some formatting/u],
  "pandoc-deep_normalize.docx": [/<ol>.*<ol type="a">.*<ol type="i">.*<em>at <strong>/su],
  "pandoc-definition_list.docx": [/<dl><dt>Term 1<\/dt><dd>.*<em>inline markup<\/em>.*<code>/su],
  "pandoc-drop_cap.docx": [/<p>Drop cap\.<\/p>/u, /<p>Drop cap in margin\.<\/p>/u],
  "pandoc-enumerated_headings.docx": [/<h3>1 H1<\/h3>.*<h4>1\.1 H2<\/h4>.*<h5>1\.1\.1 H3<\/h5>/su],
  "pandoc-headers.docx": [/<h3>.*<h4>.*<h5>.*<h6>.*<h6>/su, /<p>Seventh level<\/p>/u],
  "pandoc-i18n_blocks.docx": [/<h3>.*<h4>.*<blockquote>.*<ul><li>/su],
  "pandoc-image.docx": [/<img src="\/pictures\/[\da-f]{64}\.jpg" alt="He realizes/u],
  "pandoc-inline_formatting.docx": [/class="sc".*<s>.*<u>.*<em>.*<sup>.*<sub>.*<br>/su],
  "pandoc-link_in_notes.docx": [/<aside class="footnote".*<a href="http:\/\/wikipedia\.org\/">/su],
  "pandoc-lists.docx": [/<ol><li>one.*<ol type="a">.*<ul>.*<ul>.*<ul>.*<p>Sub paragraph<\/p>/su],
  "simple-list.docx": [/^<ul><li>Apple<\/li><li>Banana<\/li><\/ul>$/u],
  "single-paragraph.docx": [/^<p>Walking on imported air<\/p>$/u],
  "strict-format.docx": [/^<p>Test<\/p>$/u],
  "strikethrough.docx": [/<s>Today's Special: Salmon<\/s> Sold out/u],
  "tables.docx": [/<thead><tr><th scope="col">Top left.*<tbody><tr><td>Bottom left/su],
  "text-box.docx": [/^<p>Datum plane<\/p>$/u],
  "tiny-picture.docx": [/<img src="\/pictures\/[\da-f]{64}\.png" width="10" height="10">/u],
  "underline.docx": [/<strong>The <u>Sunset<\/u> Tree<\/strong>/u],
};

describe("the sample documents", { skip }, () => {
  for (const [name, patterns] of Object.entries(structures))
    it(`read ${name} as it is built`, () => {
      const story = storyOf(readFileSync(`${folder}/${name}`), {}, null);
      for (const pattern of patterns) assert.match(story, pattern);
    });

  it("put both comments of comments.docx before the author", () => {
    const reading = readingOf(readFileSync(`${folder}/comments.docx`), null);
    assert.deepEqual(found(reading, "comment"), ["unsure: Ouch", "unsure: "]);
  });

  it("find nothing in the one that is empty", () => {
    assert.equal(readingOf(readFileSync(`${folder}/empty.docx`), null).problem, "empty");
  });

  it("are all looked at", () => {
    const names = readdirSync(folder).filter((name) => name.endsWith(".docx") && name !== "empty.docx");
    assert.deepEqual(names.toSorted(), Object.keys(structures).toSorted());
  });
});
