import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { repository } from "../../../tests/repository.ts";
import { allowedNames } from "../../story-text/allowed-html.ts";
import { cleanStory } from "../../story-text/clean.ts";
import { readStored } from "../../story-text/read-stored.ts";
import { toPlainText } from "../../story-text/to-plain-text.ts";
import { createTranslate } from "../../ui/translation.ts";
import { pictureWords } from "../picture-words.ts";
import { storyStyle } from "./story-style.ts";

const read = (path: string) => readFileSync(join(repository, path), "utf8");
const page = read("docs/story-text.md");
const sheets = {
  "public/pressie.css": storyRules(read("public/pressie.css")),
  "the style of downloads": storyStyle,
};
const t = createTranslate("en");

const src = `/pictures/${"a".repeat(64)}.png`;
const mark = '<a class="noteref" id="noteref-1" href="#note-1">1</a>';
const note =
  '<aside class="footnote" id="note-1"><p><a class="noteback" href="#noteref-1">1</a> A ship.</p></aside>';
const line = (inside: string) => `<p>${inside}</p>`;
const all = (first: number, last: number, make: (each: number) => string) =>
  Array.from({ length: last - first + 1 }, (_, index) => make(first + index));

/**
 * For the first cell of each row on the page: the construct as it is stored, how plain text says it, and the
 * selectors under which both style sheets set it. A construct without selectors is shown by browsers as it should be.
 */
const constructs: Record<string, { stored: string; plain: string; styled: string[] }> = {
  "`<p>`": { stored: "<p>a<br>b</p>", plain: "a\nb", styled: [] },
  '`<p class="center">`, `<p class="right">`': {
    stored: '<p class="center">a</p>\n<p class="right">b</p>',
    plain: "a\n\nb",
    styled: [".center", ".right"],
  },
  '`<p class="verse">` with `<span class="in1">` … `in4`': {
    stored: `<p class="verse">a<br>${all(1, 4, (step) => `<span class="in${step}">b</span>`).join("<br>")}</p>`,
    plain: "a\n    b\n        b\n            b\n                b",
    styled: [".verse", ...all(1, 4, (step) => `.in${step}`)],
  },
  '`<hr class="scene" data-ornament="~*~">`': {
    stored: '<hr class="scene" data-ornament="~*~">\n<hr class="scene" data-ornament="">',
    plain: "~*~\n\n* * *",
    styled: [".scene"],
  },
  "`<h3>` … `<h6>`": {
    stored: all(3, 6, (rank) => `<h${rank}>a</h${rank}>`).join("\n"),
    plain: "a\n\na\n\na\n\na",
    styled: ["h3", "h4", "h5", "h6"],
  },
  "`<blockquote>`": { stored: "<blockquote><p>a</p></blockquote>", plain: "    a", styled: ["blockquote"] },
  '`<blockquote class="letter">`': {
    stored: '<blockquote class="letter"><p>a</p></blockquote>',
    plain: "    a",
    styled: [".letter"],
  },
  '`<figure class="post">`': {
    stored: '<figure class="post"><p>a</p></figure>',
    plain: "    a",
    styled: [".post"],
  },
  '`<figure class="picture">` with `<img>` and `<figcaption>`': {
    stored: `<figure class="picture"><img src="${src}" alt="A lamp"><figcaption>a</figcaption></figure>`,
    plain: "[Picture: A lamp]\na",
    styled: [".picture", "figcaption"],
  },
  "`<aside>`": { stored: "<aside><p>a</p></aside>", plain: "a", styled: ["aside"] },
  '`<aside class="footnote" id="note-1">` with `<a class="noteback" href="#noteref-1">`': {
    stored: `${line(`a${mark}`)}\n${note}`,
    plain: "a[1]\n\n[1] A ship.",
    styled: [".footnote", ".noteback"],
  },
  "`<ul>`, `<ol start type>`, `<li>`": {
    stored: '<ul><li>a</li></ul>\n<ol start="3" type="a"><li>b</li></ol>',
    plain: "- a\n\nc. b",
    styled: [],
  },
  '`<ol class="chat">` with `<b>` and `<time>`': {
    stored: '<ol class="chat"><li><b>mara</b> <time>23:04</time> up?</li></ol>',
    plain: "mara 23:04 up?",
    styled: [".chat", "time"],
  },
  "`<dl>`, `<dt>`, `<dd>`": {
    stored: "<dl><dt>a</dt><dd>b</dd></dl>",
    plain: "a\n    b",
    styled: ["dt", "dd"],
  },
  "`<table>`, `<caption>`, `<thead>`, `<tbody>`, `<tr>`, `<th scope>`, `<td colspan rowspan>`": {
    stored:
      '<table><caption>a</caption><thead><tr><th scope="col">b</th></tr></thead><tbody><tr><td colspan="2" rowspan="2">c</td></tr></tbody></table>',
    plain: "a\nb\nc",
    styled: ["table", "caption", "th", "td"],
  },
  '`<pre>`, `<pre role="img" aria-label="…">`': {
    stored: '<pre>  a\n b</pre>\n<pre role="img" aria-label="a box">+-+</pre>',
    plain: "  a\n b\n\n+-+",
    styled: ["pre"],
  },
  "`<details>`, `<summary>`": {
    stored: "<details><summary>a</summary><p>b</p></details>",
    plain: "a\n\nb",
    styled: ["details", "summary"],
  },
  "`<em>`, `<strong>`": {
    stored: line("<em>a <em>b</em></em> <strong>c</strong>"),
    plain: "*a _b_* **c**",
    styled: ["em", "em em", "strong"],
  },
  "`<s>`": { stored: line("<s>a</s>"), plain: "a", styled: ["s"] },
  "`<u>`, `<small>`, `<sub>`, `<sup>`, `<cite>`, `<bdi>`": {
    stored: line("<u>a</u><small>b</small><sub>c</sub><sup>d</sup><cite>e</cite><bdi>f</bdi>"),
    plain: "abcdef",
    styled: ["u", "small", "sub", "sup", "cite"],
  },
  "`<q>`": { stored: line("<q>a</q>"), plain: "“a”", styled: [] },
  "`<code>`": { stored: line("<code>a</code>"), plain: "a", styled: ["code"] },
  '`<abbr title="…">`': { stored: line('<abbr title="b">a</abbr>'), plain: "a", styled: ["abbr"] },
  "`<ruby>`, `<rt>`, `<rp>`": {
    stored: line("<ruby>海<rp>(</rp><rt>うみ</rt><rp>)</rp></ruby>"),
    plain: "海(うみ)",
    styled: ["rt"],
  },
  '`<span class="sc">`': { stored: line('<span class="sc">a</span>'), plain: "A", styled: [".sc"] },
  '`<span class="voice-1">` … `voice-9`': {
    stored: line(all(1, 9, (voice) => `<span class="voice-${voice}">a</span>`).join("")),
    plain: "aaaaaaaaa",
    styled: all(1, 9, (voice) => `.voice-${voice}`),
  },
  // A mode's meaning stands in the writer's conventions and its marks in the text itself.
  '`<span class="mode-telepathy">` and the like': {
    stored: line('<span class="mode-telepathy">//a//</span>'),
    plain: "//a//",
    styled: [],
  },
  '`<a class="noteref" id="noteref-1" href="#note-1">`': {
    stored: `${line(`a${mark}`)}\n${note}`,
    plain: "a[1]\n\n[1] A ship.",
    styled: [".noteref"],
  },
  '`<img src="/pictures/…" alt width height>`': {
    stored: line(
      `<img src="${src}" alt="b" width="3" height="4"><img src="${src}" alt=""><img src="${src}">`,
    ),
    plain: "[Picture: b][Picture]",
    styled: ["img"],
  },
  "`<a href>`": { stored: line('<a href="https://x.example/">a</a>'), plain: "a", styled: [] },
};

describe("every construct of the stored form", () => {
  const rows = [...page.matchAll(/^\| (`<.*?) \| /gm)].map(([, cell = ""]) => cell);

  it("has its row in docs/story-text.md, and every row its place here", () => {
    assert.ok(rows.length > 25);
    assert.deepEqual(rows.toSorted(), Object.keys(constructs).toSorted());
    const stored = Object.values(constructs)
      .map((each) => each.stored)
      .join("");
    const named = new Set([...stored.matchAll(/<([a-z0-9]+)/g)].map(([, name = ""]) => name));
    assert.deepEqual([...named].toSorted(), allowedNames("story").toSorted());
  });

  for (const [row, { stored, plain, styled }] of Object.entries(constructs)) {
    it(`is stored, written as plain text and styled on every page: ${row}`, () => {
      assert.equal(cleanStory(stored), stored);
      const picture = (alt: string | null) => pictureWords(alt, t);
      assert.equal(toPlainText(readStored(stored), { picture }), plain);
      for (const selector of styled)
        for (const [name, sheet] of Object.entries(sheets)) {
          assert.match(sheet, selectorIn(selector), `${selector} in ${name}`);
        }
    });
  }

  it("would be missed: the search finds no selector that is not there", () => {
    for (const sheet of Object.values(sheets)) {
      for (const absent of [".nonsense", "em strong", ".voice-10", ".voice", "marquee"])
        assert.doesNotMatch(sheet, selectorIn(absent), absent);
    }
  });

  it("tells no two voices apart by colour alone", () => {
    for (const [name, sheet] of Object.entries(sheets)) {
      const looks = all(1, 9, (voice) => declarationsFor(sheet, `voice-${voice}`));
      assert.equal(new Set(looks).size, 9, `${name}: ${looks.join(" | ")}`);
      for (const look of looks) assert.notEqual(look, "", name);
    }
  });
});

/** The rules of the site's sheet that set stories; a selector elsewhere sets something else. */
function storyRules(sheet: string): string {
  return [...sheet.matchAll(/^[^{}]*\.story[^{}]*\{[^}]*\}/gm)].map(([rule]) => rule).join("\n");
}

function selectorIn(selector: string): RegExp {
  const escaped = selector.replace(/[.[\]]/g, "\\$&").replaceAll(" ", "\\s+");
  return new RegExp(`(?<![\\w.-])(?:[a-z]+(?=\\.))?${escaped}(?![\\w-])(?=[^{}]*\\{)`);
}

/** Everything said of a class but its colour. */
function declarationsFor(sheet: string, className: string): string {
  return [...sheet.matchAll(/([^{}]*)\{([^{}]*)\}/g)]
    .filter(([, selectors = ""]) => new RegExp(`\\.${className}(?!\\d)`).test(selectors))
    .flatMap(([, , body = ""]) => body.split(";").map((each) => each.trim()))
    .filter((each) => each !== "" && !each.startsWith("color"))
    .join("; ");
}
