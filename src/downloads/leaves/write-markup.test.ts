import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { h } from "hastscript";
import { writeMarkup } from "./write-markup.ts";

describe("writing a leaf as markup", () => {
  it("writes XML that HTML readers take too: void elements closed, all others with an end tag", () => {
    assert.equal(writeMarkup(h("p", [h("br"), h("em")]), "xhtml"), "<p><br/><em></em></p>");
  });

  it("gives each language twice in XHTML and once in HTML", () => {
    assert.equal(writeMarkup(h("p", { lang: "ja" }), "xhtml"), '<p lang="ja" xml:lang="ja"></p>');
    assert.equal(writeMarkup(h("p", { lang: "ja" }), "html"), '<p lang="ja"></p>');
  });

  it("leaves a bare attribute none, an unknown one out and an unknown element's content in", () => {
    const tree = h("div", [
      h("details", { open: true }),
      h("p", { onClick: "x()", style: "color:red" }, h("marquee", "Hi")),
    ]);
    assert.equal(writeMarkup(tree, "xhtml"), '<div><details open="open"></details><p>Hi</p></div>');
  });

  it("leaves out a value HTML would not take", () => {
    const tree = h("ol", { start: "three", type: "a", dir: "up", lang: "no tag" });
    assert.equal(writeMarkup(tree, "xhtml"), '<ol type="a"></ol>');
  });

  it("escapes text and values, and drops what XML cannot hold", () => {
    const tree = h("p", { title: 'a"<&' }, "]]> & \u0000\u000b\ud800<b>\u00a0");
    assert.equal(writeMarkup(tree, "xhtml"), '<p title="a&quot;&lt;&amp;">]]&gt; &amp; &lt;b&gt;\u00a0</p>');
  });
});
