import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { leadsElsewhere } from "./guest-words.ts";
import { passagesOf } from "./passages.ts";
import { commentFromTyped, typedFromComment, typedQuote, wordsBesideQuotes } from "./typed-comment.ts";

describe("a typed comment", () => {
  it("makes a quotation of lines that begin with >, and paragraphs of the rest", () => {
    assert.equal(
      commentFromTyped("> The gate was open.\n> \n> Nobody came.\n\nThis line!\nAnd <em>this</em> one."),
      "<blockquote><p>The gate was open.</p><p>Nobody came.</p></blockquote>\n<p>This line!<br>And <em>this</em> one.</p>",
    );
  });

  it("comes back to its writer as they typed it", () => {
    for (const typed of [
      "Plain words.",
      "> The gate was open.\n>\n> Nobody came.\n\nThis line!",
      "One.\n\nTwo <em>and</em> three.",
      "a < b, <3, and R&D",
    ]) {
      const html = commentFromTyped(typed);
      assert.equal(typedFromComment(html), typed);
      assert.equal(commentFromTyped(typedFromComment(html)), html);
    }
  });

  it("keeps no script, no picture and no style, whatever is typed", () => {
    const html = commentFromTyped(
      '<script>alert(1)</script><img src=x onerror=alert(1)>\n\n> <b onclick="x">bold</b>\n\n<p style="color:red">red</p>',
    );
    assert.doesNotMatch(html, /script|img|onclick|style|alert/);
    assert.match(html, /bold.*red/s);
  });

  it("is told of by its own words, and by its quotes where it has no others", () => {
    const quote = commentFromTyped("> The gate was open.");
    assert.equal(wordsBesideQuotes(quote), quote);
    assert.equal(wordsBesideQuotes(`${quote}\n<p>This line!</p>`), "<p>This line!</p>");
    assert.equal(wordsBesideQuotes("<p>Plain.</p>"), "<p>Plain.</p>");
  });

  it("quotes every line of a passage", () => {
    assert.equal(typedQuote("One.\n\nTwo."), "> One.\n>\n> Two.");
  });
});

describe("what a guest writes", () => {
  it("is known to lead elsewhere by whatever a link is written as", () => {
    for (const typed of [
      "see https://example.org",
      "see HTTP://EXAMPLE",
      "www.example.de",
      '<a href="/x">here</a>',
      "cheap-art . com",
      "art (dot) com",
      "write to me@example.xyz",
      "@me@b.c.!",
      "ｗｗｗ．example",
      "discord.gg/abc",
    ])
      assert.ok(leadsElsewhere(typed), typed);
  });

  it("may end a sentence without a space, and hold numbers, marks and faces", () => {
    for (const typed of [
      "He left.Then she came.",
      "It took 3.5 days :) <3",
      "Wow... so good.No words.",
      "e.g. the horse, i.e. Silver",
      "Meet me at 5.",
      "@Rook: yes... @ home @. a@.b",
    ])
      assert.ok(!leadsElsewhere(typed), typed);
  });
});

describe("the passages of a chapter", () => {
  const story =
    '<p>One <em>two</em>.</p>\n<hr class="scene" data-ornament="***">\n<p>Three.</p>\n<p>Four.</p>';

  it("are its paragraphs with words, numbered as they stand", () => {
    assert.deepEqual(
      passagesOf(story).map(({ number, words }) => [number, words]),
      [
        [1, "One two."],
        [3, "Three."],
        [4, "Four."],
      ],
    );
    assert.deepEqual(
      passagesOf(story, new Set([4, 9])).map(({ words }) => words),
      ["Four."],
    );
  });
});
