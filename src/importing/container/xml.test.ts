import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DamagedContainer } from "../../plumbing/zip/container-refused.ts";
import { StoryTooDeep, StoryTooLarge } from "../../story-text/story-refused.ts";
import { readXmlPieces, xmlTree } from "./xml-tree.ts";

const transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

describe("XML", () => {
  it("is a tree of elements, attributes and joined text", () => {
    assert.deepEqual(
      xmlTree('<?xml version="1.0"?><a b="1&amp;2"><!-- not read -->x &lt; y<c/><![CDATA[<z>]]></a>'),
      {
        name: "a",
        attributes: { b: "1&2" },
        children: ["x < y", { name: "c", attributes: {}, children: [] }, "<z>"],
      },
    );
  });

  it("calls a namespace by our prefix, whatever the file calls it", () => {
    for (const address of [transitional, strict])
      for (const [prefix, colon] of [
        ["w", "w:"],
        ["ns0", "ns0:"],
        ["", ""],
      ] as const) {
        const declared = prefix === "" ? "xmlns" : `xmlns:${prefix}`;
        const tree = xmlTree(`<${colon}p ${declared}="${address}" rsid="1"><${colon}r/></${colon}p>`);
        assert.equal(tree.name, "w:p");
        assert.equal(tree.attributes.rsid, "1");
        assert.deepEqual(tree.children, [{ name: "w:r", attributes: {}, children: [] }]);
      }
  });

  it("resolves attributes, and prefixes declared further in, only there", () => {
    const tree = xmlTree(
      `<x:a xmlns:x="${transitional}" x:id="1"><b xmlns="urn:schemas-microsoft-com:vml" x:id="2" id="3"/><x:c/></x:a>`,
    );
    assert.equal(tree.attributes["w:id"], "1");
    const [inner, after] = tree.children;
    assert.ok(typeof inner === "object" && typeof after === "object");
    assert.equal(inner.name, "v:b");
    assert.equal(inner.attributes["w:id"], "2");
    assert.equal(inner.attributes.id, "3");
    assert.equal(after.name, "w:c");
  });

  it("does not take a strange namespace for ours because of its prefix", () => {
    assert.equal(xmlTree('<w:p xmlns:w="http://example.org/wine"/>').name, "foreign:p");
    assert.equal(xmlTree('<z:p xmlns:z="http://example.org/wine"/>').name, "z:p");
  });

  it("hands over pieces, one after another, and forgets them", () => {
    const taken: string[] = [];
    readXmlPieces("<d><b>\n<p>1</p><s><p>2<s/></p></s></b></d>", new Set(["d", "b", "s"]), (piece) => {
      if (typeof piece !== "string")
        taken.push(`${piece.name} ${String(piece.children[0])} ${piece.children.length}`);
    });
    assert.deepEqual(taken, ["p 1 1", "p 2 2"]);
  });

  it("refuses to expand entities of its own (billion laughs)", () => {
    const laughs = `<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]><lolz>&lol2;</lolz>`;
    assert.throws(() => xmlTree(laughs), DamagedContainer);
    const outside = `<!DOCTYPE x SYSTEM "file:///etc/passwd" [ <!ENTITY xxe SYSTEM "file:///etc/passwd"> ]><x>&xxe;</x>`;
    assert.throws(() => xmlTree(outside), DamagedContainer);
    assert.deepEqual(
      xmlTree('<!DOCTYPE html PUBLIC "-//W3C//DTD" "http://www.w3.org/x.dtd"><x>&xxe;</x>').children,
      ["&xxe;"],
    );
  });

  it("refuses a million tags inside each other at once", () => {
    assert.throws(() => xmlTree("<a>".repeat(1_000_000)), StoryTooDeep);
  });

  it("refuses an attribute longer than any", () => {
    assert.throws(() => xmlTree(`<a b="${"x".repeat(20_000_000)}"/>`), StoryTooLarge);
    assert.throws(() => xmlTree(`<a b="${"&amp;".repeat(2_000_000)}"/>`), StoryTooLarge);
  });

  it("calls XML that breaks off, or is none, damaged", () => {
    for (const broken of ["", "words", "<a><b></b>", "<a>words</a", '<a b="', "<a><!-- "])
      assert.throws(() => xmlTree(broken), DamagedContainer, broken);
  });
});
