import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { fileRead, storyIn } from "../for-tests/file-reading.ts";

const folder = new URL("../../../../shared/samples/rtf/", import.meta.url);
const skip = existsSync(folder) ? false : "the folder of samples is not here";

function story(name: string): string {
  return storyIn(fileRead(readFileSync(new URL(`${name}.rtf`, folder)), null).reading);
}

describe("RTF files that others wrote", { skip }, () => {
  it("keep accents", () => assert.match(story("accent"), /^<p>le caf\u00e9 o\u00f9 /u));

  it("keep the words of bookmarks and of links to them", () => {
    assert.match(story("bookmark"), /^<p>Bookmark_1<\/p>\n<p>[a-z ]+<\/p>$/u);
  });

  it("keep links", () => assert.match(story("link"), /^<p><a href="http:\/\/[a-z.]+">[a-z]+<\/a><\/p>$/u));

  it("link both footnotes", () => {
    const words = story("footnote");
    assert.equal(words.match(/class="noteref"/gu)?.length, 2);
    assert.equal(words.match(/<aside class="footnote"/gu)?.length, 2);
  });

  it("keep every kind of formatting", () => {
    const tags = story("formatting").match(/<(?:span class="sc"|strong|em|u|s|sup|sub)>/gu);
    assert.deepEqual(tags, [
      '<span class="sc">',
      ..."strong em strong em u s sup sub".split(" ").map((tag) => `<${tag}>`),
    ]);
  });

  it("keep three levels of headings", () => {
    assert.deepEqual(story("heading").match(/<h\d>/gu), ["<h3>", "<h4>", "<h5>"]);
  });

  it("keep pictures", () =>
    assert.match(story("image"), /<img src="\/pictures\/[\da-f]{64}\.jpg" width="250" height="250">/u));

  it("keep lists in lists, their letters and where they start", () => {
    assert.deepEqual(story("list_complex").match(/<(?:ol|ul)[^>]*>/gu), [
      "<ol>",
      '<ol type="a">',
      '<ol type="i">',
      '<ol type="A">',
      '<ol type="I">',
      "<ul>",
      '<ol start="7">',
    ]);
  });
});
