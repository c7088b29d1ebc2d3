import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { everyWord } from "./for-tests/every-word.ts";
import { found, readingOf, storyOf } from "./for-tests/reading-of.ts";

const prose = "The fog had come up from the river before noon, and by three the lamps were lit.";
const apart = (...lines: string[]) => lines.join("\n\n");

describe("lines that say whose part follows", () => {
  it("are asked about once and changed in all places (T37)", () => {
    const text = apart(prose, "~Mina~", prose, "~Jonathan~", prose, "~Mina~", prose);
    const reading = readingOf(text);
    assert.deepEqual(found(reading, "point-of-view"), ["proposed: ~Mina~"]);
    assert.equal(reading.findings.find(({ kind }) => kind === "point-of-view")?.count, 3);
    assert.doesNotMatch(storyOf(text), /<h3|<hr/);
    const accepted = storyOf(text, { "point-of-view-1": "accept" });
    assert.equal(
      accepted.match(/<hr class="scene" data-ornament="">\n<h3>~(?:Mina|Jonathan)~<\/h3>/gu)?.length,
      3,
    );
    everyWord(text);
  });

  for (const line of [
    "Jo's POV:",
    "Jo’s POV",
    "POV: Mina Harker",
    "*Mina's P.O.V.*",
    "[Mina's point of view]",
    "~Mina and Jonathan~",
    "PDV de Mina",
  ]) {
    it(`are seen in ${line} (T37)`, () => {
      const text = apart(prose, line, prose);
      assert.equal(found(readingOf(text), "point-of-view").length, 1);
      const heading = storyOf(text, { "point-of-view-1": "accept" });
      assert.match(heading, /<hr class="scene" data-ornament="">\n<h3>.*<\/h3>/);
    });
  }

  it("have no second break after an ornament (T37)", () => {
    const text = apart(prose, "***", "~Mina~", prose);
    assert.equal(storyOf(text, { "point-of-view-1": "accept" }).match(/<hr/gu)?.length, 1);
  });

  it("are not seen in endings, in one bracketed word or in speech", () => {
    for (const line of ["~fin~", "~The End~", "(Mina)", "~Later~", "“Mina.”", "Mina", "~Ten years on~"])
      assert.deepEqual(found(readingOf(apart(prose, line, prose)), "point-of-view"), [], line);
  });
});

describe("a lone line in capitals", () => {
  it("stays, and may be a heading (T32)", () => {
    const text = apart(prose, "THE SECOND NIGHT", prose);
    assert.deepEqual(found(readingOf(text), "capital-line"), ["unsure: THE SECOND NIGHT"]);
    assert.match(storyOf(text), /<p>THE SECOND NIGHT<\/p>/);
    assert.match(storyOf(text, { "capital-line-1": "accept" }), /<h3>THE SECOND NIGHT<\/h3>/);
    assert.match(storyOf(apart(prose, "GET OUT", prose)), /<p>GET OUT<\/p>/);
  });

  it("is no heading within a paragraph, in speech, as an ending or before nothing (T32)", () => {
    for (const text of [
      apart(prose, "“GET OUT,” SHE SAID", prose),
      apart(prose, "GET OUT!", prose),
      apart(prose, `GET OUT\n${prose}`),
      apart(prose, "THE END", prose),
      apart(prose, "GET OUT"),
      apart(prose, "He said GET OUT", prose),
    ])
      assert.deepEqual(found(readingOf(text), "capital-line"), [], text);
  });
});
