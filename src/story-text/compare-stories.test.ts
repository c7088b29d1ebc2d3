import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type Compared, compareStories, hasChanges } from "./compare-stories.ts";
import { anyStory, fixedRuns } from "./for-tests/any-story.ts";
import { readStored } from "./read-stored.ts";
import { serialiseStory } from "./serialise.ts";
import { storedBlocks } from "./stored-blocks.ts";
import { storyLines } from "./story-lines.ts";

/** A comparison as a person would write it down: [-gone-], {+come+}, =same block, ~set otherwise~. */
function written(compared: Compared[]): string[] {
  return compared.map((item) => {
    if (item.kind === "block") return `=${item.html}`;
    const words = item.pieces.map((piece) => {
      const text = piece.words.map((run) => run.text).join("");
      if (piece.change === "removed") return `[-${text}-]`;
      if (piece.change === "added") return `{+${text}+}`;
      return piece.change !== "reset" ? text : `~${text}~(+${piece.gained} -${piece.lost})`;
    });
    const frame = item.frameBefore === null ? "" : ` (${item.frameBefore} → ${item.frame})`;
    return words.join("") + frame;
  });
}

/** The text of every line of one side, as the comparison tells it. */
function sideOf(compared: Compared[], gone: "removed" | "added"): string[] {
  return compared.flatMap((item) => {
    if (item.kind === "block") return textsOf(item.html);
    if (item.change === gone) return [];
    const pieces = item.pieces.filter(({ change }) => change !== gone);
    return [pieces.flatMap(({ words }) => words.map(({ text }) => text)).join("")];
  });
}

function textsOf(story: string): string[] {
  return storyLines(readStored(story)).map(({ words }) => words.map(({ text }) => text).join(""));
}

describe("comparing two states of a story", () => {
  const cases: [name: string, before: string, after: string, says: string[]][] = [
    [
      "finds a word changed inside a paragraph",
      "<p>The lamp went out.</p>\n<p>She sighed.</p>",
      "<p>The lantern went out.</p>\n<p>She sighed.</p>",
      ["The [-lamp-]{+lantern+} went out.", "=<p>She sighed.</p>"],
    ],
    [
      "takes the blank between two changed words into the change",
      "<p>Once upon a time the lamp went out.</p>",
      "<p>Once upon a night its lantern went out.</p>",
      ["Once upon a [-time the lamp-]{+night its lantern+} went out."],
    ],
    [
      "finds a paragraph that came and one that went",
      "<p>One stood here.</p>\n<p>Two.</p>",
      "<p>Two.</p>\n<p>Three came.</p>",
      ["[-One stood here.-]", "=<p>Two.</p>", "{+Three came.+}"],
    ],
    [
      "says what is set otherwise",
      "<p>It was not a dream at all.</p>",
      "<p>It was <em>not</em> a <strong>dream</strong> at all.</p>",
      ["It was ~not~(+em -) a ~dream~(+strong -) at all."],
    ],
    [
      "says where emphasis lies within emphasis",
      "<p><em>Never, she said, never.</em></p>",
      "<p><em>Never, <em>she said</em>, never.</em></p>",
      ["Never, ~she said~(+upright -), never."],
    ],
    [
      "says that a paragraph is a heading now",
      "<p>The Mirror</p>",
      "<h3>The Mirror</h3>",
      ["The Mirror (p → h3)"],
    ],
    [
      "shows two paragraphs with little in common as one gone and one come",
      "<p>The boat lay in the reeds all night.</p>",
      "<p>Nobody had written for a year, and the lamp was cold.</p>",
      [
        "[-The boat lay in the reeds all night.-]",
        "{+Nobody had written for a year, and the lamp was cold.+}",
      ],
    ],
    [
      "looks into lists and letters",
      '<blockquote class="letter"><p>Dear Mara,</p><p>Come home soon.</p></blockquote>',
      '<blockquote class="letter"><p>Dear Mara,</p><p>Come home at once.</p></blockquote>',
      ["Dear Mara,", "Come home [-soon-]{+at once+}."],
    ],
    [
      "compares scene breaks by their ornaments",
      '<p>One.</p>\n<hr class="scene" data-ornament="***">',
      '<p>One.</p>\n<hr class="scene" data-ornament="~*~">',
      ["=<p>One.</p>", "[-***-]", "{+~*~+}"],
    ],
    [
      "compares scripts without spaces sign by sign",
      "<p>海のうみは青い。</p>",
      "<p>海のうみは赤い。</p>",
      ["海のうみは[-青-]{+赤+}い。"],
    ],
    [
      "finds a line break that came",
      "<p>One two three</p>",
      "<p>One two<br>three</p>",
      ["One two[- -]{+\n+}three"],
    ],
  ];
  for (const [name, before, after, says] of cases)
    it(name, () => assert.deepEqual(written(compareStories(before, after)), says));

  it("says that a picture is another, and that its description changed", () => {
    const figure = (name: string, alt: string) =>
      `<figure class="picture"><img src="/pictures/${name.repeat(64)}.png" alt="${alt}"></figure>`;
    assert.match(written(compareStories(figure("a", "A brig"), figure("b", "A brig"))).join(), /~A brig~/);
    assert.deepEqual(written(compareStories(figure("a", "A brig"), figure("a", "A sloop"))), [
      "[-A brig-]",
      "{+A sloop+}",
    ]);
  });

  it("sees no change where only footnotes are numbered anew", () => {
    const note = (number: number) =>
      `<p>Sea<a class="noteref" id="noteref-${number}" href="#note-${number}">*</a></p>`;
    assert.equal(hasChanges(compareStories(note(1), note(2))), false);
    assert.equal(hasChanges(compareStories(note(1), note(1))), false);
    assert.equal(hasChanges(compareStories(note(1), "")), true);
  });

  it("cuts any stored story into its blocks", () => {
    fc.assert(
      fc.property(anyStory(), (tree) => {
        const story = serialiseStory(tree);
        const blocks = storedBlocks(story);
        assert.equal(blocks.join("\n"), story);
        assert.equal(blocks.length, tree.children.length);
      }),
      fixedRuns,
    );
  });

  it("tells both sides whole, whatever the two are", () => {
    fc.assert(
      fc.property(anyStory(), anyStory(), fc.nat(4), (one, other, shared) => {
        // Half of the pairs have blocks in common, as two states of one story do.
        const mixed = { ...other, children: [...one.children.slice(0, shared), ...other.children] };
        for (const [before, after] of [
          [one, other],
          [one, mixed],
          [mixed, one],
        ] as const) {
          const [was, is] = [serialiseStory(before), serialiseStory(after)];
          const compared = compareStories(was, is);
          assert.deepEqual(sideOf(compared, "added"), textsOf(was));
          assert.deepEqual(sideOf(compared, "removed"), textsOf(is));
        }
      }),
      fixedRuns,
    );
  });

  const words = (count: number, seed: number) => {
    let state = seed;
    const next = () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return state >>> 8;
    };
    return Array.from({ length: count }, () => `w${(next() % 3_000).toString(36)}`);
  };
  const novel = (all: string[], inParagraph = 50) => {
    const paragraphs: string[] = [];
    for (let from = 0; from < all.length; from += inParagraph)
      paragraphs.push(`<p>${all.slice(from, from + inParagraph).join(" ")}.</p>`);
    return paragraphs.join("\n");
  };
  const many = 300_000;
  const novels: [name: string, before: string, after: string][] = [
    ["wholly different ones", novel(words(many, 1)), novel(words(many, 2))],
    [
      "ones that differ a little in every paragraph",
      novel(words(many, 1)),
      novel(words(many, 1).map((word, index) => (index % 40 === 7 ? "changed" : word))),
    ],
    ["ones of a single paragraph", novel(words(many, 1), many), novel(words(many, 2), many)],
    [
      "ones of one word again and again",
      novel(
        words(many, 1).map(() => "word"),
        60,
      ),
      novel(
        words(many, 1).map(() => "word"),
        50,
      ),
    ],
    ["ones of a word a paragraph", novel(words(100_000, 1), 1), novel(words(100_000, 2), 1)],
    ["a long one and a short one", novel(words(many, 1)), novel(words(300, 2))],
  ];
  for (const [name, before, after] of novels)
    it(`compares novels of ${many} words in about a second: ${name}`, (context) => {
      // The processor's time, because the machine may be doing other things.
      const began = process.cpuUsage();
      const compared = compareStories(before, after);
      const { user, system } = process.cpuUsage(began);
      const took = Math.round((user + system) / 1_000);
      context.diagnostic(`${took} ms`);
      assert.ok(hasChanges(compared));
      assert.ok(took < 3_000, `${took} ms`);
    });
});
