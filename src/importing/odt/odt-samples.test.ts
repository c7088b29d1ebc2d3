import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { fileRead, storyIn } from "../for-tests/file-reading.ts";

const folder = new URL("../../../../shared/samples/odt/", import.meta.url);
const skip = existsSync(folder) ? false : "the folder of samples is not here";

/** The tags of a sample's story, which are what its makers made it for; the words are theirs. */
function tags(name: string): string {
  const { reading } = fileRead(readFileSync(new URL(`${name}.odt`, folder)), null);
  assert.equal(reading.problem, null);
  return (storyIn(reading).match(/<[^/][^>]*>/gu) ?? []).join("");
}

describe("OpenDocument files that others wrote", { skip }, () => {
  const expected: [name: string, tags: string][] = [
    ["paragraph", "<p><p><p>"],
    ["bold", "<p><strong>"],
    ["italic", "<p><em>"],
    ["headers", "<h3><p><h4><p><h3>"],
    ["blockquote", "<p><blockquote><p>"],
    ["horizontalRule", '<hr class="scene" data-ornament="">'],
    ["listBlocks", "<p><ol><li><br><br><li>"],
    [
      "orderedListMixed",
      '<ol><li><li><li><p><ol><li><p><ol type="a"><li><li><li><li><li><li><ol start="4"><li><li>',
    ],
    [
      "footnote",
      '<p><a class="noteref" id="noteref-1" href="#note-1"><aside class="footnote" id="note-1"><p><a class="noteback" href="#noteref-1">',
    ],
    [
      "endnote",
      '<p><a class="noteref" id="noteref-1" href="#note-1"><aside class="footnote" id="note-1"><p><a class="noteback" href="#noteref-1">',
    ],
  ];
  for (const [name, structure] of expected)
    it(`keep the structure of ${name}`, () => assert.equal(tags(name), structure));

  it("keep pictures", () =>
    assert.match(tags("image"), /^<p><img src="\/pictures\/[\da-f]{64}\.jpg" width="250" height="250">$/u));
});
