import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { cleanStory } from "./clean.ts";
import { countWords, wordsOf } from "./count-words.ts";
import { readStored } from "./read-stored.ts";
import { toMarkdown } from "./to-markdown.ts";
import { toPlainText } from "./to-plain-text.ts";

const story = (html: string) => readStored(cleanStory(html));

describe("a story in other forms", () => {
  it("counts words as readers of AO3 know them", () => {
    assert.deepEqual(wordsOf("don’t well-known no--never"), ["dont", "wellknown", "no", "never"]);
    assert.equal(countWords(story("<p>One<br>two</p><hr data-ornament='xXx'><p>th<em>ree</em></p>")), 3);
    assert.equal(countWords(story("<p><ruby>海<rt>うみ</rt></ruby>へ行く ok</p>")), 5);
  });

  it("becomes plain text that keeps its shape", () => {
    assert.equal(
      toPlainText(
        story(
          '<p>She <em>ran</em>.</p><hr data-ornament="~*~"><hr><blockquote class="letter"><p>Dear Jo,<br>come.</p></blockquote><ol start="3" type="a"><li>x<li>y</ol><p><span class="sc">Hello</span> <ruby>海<rt>うみ</rt></ruby></p>',
        ),
      ),
      "She ran.\n\n~*~\n\n* * *\n\n    Dear Jo,\n    come.\n\nc. x\nd. y\n\nHELLO 海(うみ)",
    );
  });

  it("loses neither italics nor notes nor pictures in plain text that marks them", () => {
    const name = `/pictures/${"a".repeat(64)}.png`;
    const tree = story(
      `<p><em>He had said <em>never</em>.</em> <strong>Stop <em>now</em>.</strong> A brig<a class="noteref" href="#note-1">1</a></p><pre>   <em>x</em>\n x</pre><p><img src="${name}" alt="A brig"><img src="${name}" alt=""> <img src="${name}"></p><figure class="picture"><img src="${name}" alt="Two"><figcaption>By Jo</figcaption></figure><aside class="footnote" id="note-1"><p><a class="noteback" href="#noteref-1">1</a> A ship.</p></aside>`,
    );
    const picture = (alt: string | null) => (alt === null ? "[Picture]" : `[Picture: ${alt}]`);
    assert.equal(
      toPlainText(tree, { picture }),
      "*He had said _never_.* **Stop *now*.** A brig[1]\n\n   x\n x\n\n[Picture: A brig] [Picture]\n\n[Picture: Two]\nBy Jo\n\n[1] A ship.",
    );
    assert.equal(toPlainText(tree), "He had said never. Stop now. A brig1\n\n   x\n x\n\nBy Jo\n\n1 A ship.");
  });

  it("becomes Markdown, and HTML where Markdown has no words", () => {
    assert.equal(
      toMarkdown(
        story(
          '<p>1. <em>a</em> *b* <u>c</u></p><p class="center">d</p><hr data-ornament="* * *"><hr data-ornament="~*~">',
        ),
      ),
      '1\\. *a* \\*b\\* <u>c</u>\n\n<p class="center">d</p>\n\n* * *\n\n<hr class="scene" data-ornament="~*~">\n',
    );
    assert.equal(toMarkdown(story("<p><ruby>海<rt>うみ</rt></ruby></p>")), "<ruby>海<rt>うみ</rt></ruby>\n");
  });
});
