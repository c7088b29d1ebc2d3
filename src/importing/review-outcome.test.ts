import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { repository } from "../../tests/repository.ts";
import { readStored } from "../story-text/read-stored.ts";
import { toPlainText } from "../story-text/to-plain-text.ts";
import type { Decisions } from "./finding.ts";
import { readingOf } from "./for-tests/reading-of.ts";
import { reviewOutcome } from "./review-outcome.ts";

const fixtures = ["the-second-violin.txt", "the-fletchers-daughter.txt"].map((name) => ({
  name,
  reading: readingOf(new Uint8Array(readFileSync(join(repository, "seeds/imports", name))), null),
}));

/** The marked story as it would be without its marks. */
function withoutMarks(marked: string): string {
  return marked
    .replace(/<\/?mark[^>]*>|<a href="#finding-[^>]*>|<span id="place-[^>]*><\/span>/g, "")
    .replace(/ id="place-[^"]*"/g, "");
}

/** The text as a browser shows it: of several spaces, one. */
function asShown(story: Root): string {
  return toPlainText(story).replace(/ +/g, " ");
}

describe("a review's story", () => {
  for (const { name, reading } of fixtures) {
    it(`differs from what is saved by its marks alone, whatever is decided (${name})`, () => {
      for (let round = 0; round < 24; round++) {
        const decisions: Decisions = {};
        for (const [index, { id, state }] of reading.findings.entries())
          if ((index * 7 + round * 13) % 5 < 2) decisions[id] = state === "applied" ? "undo" : "accept";
        const { story, markedStory } = reviewOutcome(reading, decisions);
        const shown = fromHtml(withoutMarks(markedStory), { fragment: true });
        assert.equal(
          asShown({ type: "root", children: shown.children.filter(({ type }) => type === "element") }),
          asShown(readStored(story)),
        );
        assert.doesNotMatch(markedStory, /[\uFDD0-\uFDD2]/u);
      }
    });

    it(`has one place for every finding that shows, each leading to it (${name})`, () => {
      const { findings, markedStory, lifted } = reviewOutcome(reading, {});
      const html = markedStory + lifted.map((passage) => passage.html).join("");
      for (const { id, place, where } of findings) {
        if (place === null) {
          assert.equal(where, null, `${id} stands somewhere and is not shown`);
          continue;
        }
        assert.equal(html.split(`id="${place}"`).length, 2, place);
      }
    });
  }

  it("marks the characters that an accepted finding changed", () => {
    const reading = readingOf("He said ‘no' and left.\n\nShe said ‘yes' and stayed.\n");
    const [repair] = reading.findings.filter(({ kind }) => kind === "quote-repair");
    assert.ok(repair);
    const { markedStory } = reviewOutcome(reading, { [repair.id]: "accept" });
    assert.match(markedStory, new RegExp(`<mark id="place-${repair.id}"[^>]*><a [^>]*>‘no’</a></mark>`));
  });

  it("keeps a file's own noncharacters from breaking the page", () => {
    const { markedStory } = reviewOutcome(
      readingOf("One \uFDD07\uFDD2two \uFDD19\uFDD2three.\n\nFour.\n"),
      {},
    );
    assert.match(markedStory, /One .*two .*three\./);
  });
});
