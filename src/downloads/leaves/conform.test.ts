import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { h } from "hastscript";
import { conform } from "./conform.ts";
import { writeMarkup } from "./write-markup.ts";

function conformed(...children: Parameters<typeof h>[2][]): string {
  const tree = h("div", {}, ...children);
  conform(tree);
  return writeMarkup(tree, "xhtml").slice("<div>".length, -"</div>".length);
}

describe("conforming to HTML's content models", () => {
  it("leaves right terms and readings as they are", () => {
    const terms = "<dl><dt>Ebb</dt><dt>Neap</dt><dd>Away.</dd></dl>";
    assert.equal(conformed(h("dl", [h("dt", "Ebb"), h("dt", "Neap"), h("dd", "Away.")])), terms);
    const ruby = h("ruby", ["海", h("rp", "("), h("rt", "うみ"), h("rp", ")"), "辺", h("rt", "べ")]);
    assert.equal(conformed(ruby), "<ruby>海<rp>(</rp><rt>うみ</rt><rp>)</rp>辺<rt>べ</rt></ruby>");
  });

  it("gives a lone term a description, a lone description a term, and loose text a place", () => {
    assert.equal(conformed(h("dl", h("dt", "Ebb"))), "<dl><dt>Ebb</dt><dd></dd></dl>");
    assert.equal(conformed(h("dl", h("dd", "Away."))), "<dl><dt></dt><dd>Away.</dd></dl>");
    const loose = h("dl", [h("dt", "Ebb"), " loose ", h("li", "item")]);
    assert.equal(conformed(loose), "<dl><dt>Ebb</dt><dd> loose </dd><dd>item</dd></dl>");
  });

  it("shows a reading without its base in the line", () => {
    assert.equal(conformed(h("ruby", [h("rt", "うみ")])), "<span><span>うみ</span></span>");
    assert.equal(conformed(h("p", h("rp", "("))), "<p><span>(</span></p>");
    assert.equal(conformed(h("ruby", "海")), "<span>海</span>");
  });

  it("keeps a time that is text, and lets marked-up ones be text in a line", () => {
    assert.equal(
      conformed(h("time", "23:04"), h("time", h("em", "late"))),
      "<time>23:04</time><span><em>late</em></span>",
    );
  });
});
