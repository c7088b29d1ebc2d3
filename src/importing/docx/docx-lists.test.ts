import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { textOfBlock } from "../block-text.ts";
import { docxOf, paragraph as p, run as r, style } from "../for-tests/docx-of.ts";
import { readingOf, storyOf } from "../for-tests/reading-of.ts";

const level = (number: number, format: string, text: string, start = 1) =>
  `<w:lvl w:ilvl="${number}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const abstract = (id: number, levels: string) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
const list = (id: number, of: number, more = "") =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
const item = (words: string, numId = 1, at = 0, more = "") =>
  p(r(words), `${more}<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${numId}"/></w:numPr>`);
const story = (body: string, numbering: string, styles?: string) =>
  storyOf(docxOf(body, { numbering, ...(styles && { styles }) }), {}, null);

describe("lists in a Word document", () => {
  it("begin where they begin, and count in letters and Roman numbers (T75)", () => {
    const formats = {
      decimal: "",
      lowerLetter: ' type="a"',
      upperLetter: ' type="A"',
      lowerRoman: ' type="i"',
      upperRoman: ' type="I"',
    };
    for (const [format, type] of Object.entries(formats)) {
      const numbering = abstract(0, level(0, format, "%1.", 4)) + list(1, 0);
      assert.equal(
        story(item("One") + item("Two"), numbering),
        `<ol start="4"${type}><li>One</li><li>Two</li></ol>`,
      );
    }
  });

  it("go on counting after a paragraph, and begin anew where they are told to (T75)", () => {
    const numbering =
      abstract(0, level(0, "decimal", "%1.")) +
      list(1, 0) +
      list(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="10"/></w:lvlOverride>');
    assert.equal(
      story(
        item("a") + item("b") + p(r("Between.")) + item("c") + p(r("And.")) + item("d", 2) + item("e", 2),
        numbering,
      ),
      '<ol><li>a</li><li>b</li></ol>\n<p>Between.</p>\n<ol start="3"><li>c</li></ol>\n<p>And.</p>\n<ol start="10"><li>d</li><li>e</li></ol>',
    );
  });

  it("lie in each other as deep as they are", () => {
    const numbering =
      abstract(0, level(0, "decimal", "%1.") + level(1, "bullet", "•") + level(2, "lowerLetter", "%3)")) +
      list(1, 0);
    assert.equal(
      story(
        item("one") + item("two", 1, 1) + item("three", 1, 2) + item("four", 1, 1) + item("five"),
        numbering,
      ),
      '<ol><li><p>one</p><ul><li><p>two</p><ol type="a"><li>three</li></ol></li><li>four</li></ul></li><li>five</li></ol>',
    );
  });

  it("hold together over empty paragraphs, and take in an indented paragraph without a number", () => {
    const numbering = abstract(0, level(0, "decimal", "%1.")) + list(1, 0);
    const more = p(r("More of it."), '<w:numPr><w:numId w:val="0"/></w:numPr><w:ind w:left="720"/>');
    assert.equal(
      story(item("one") + p("") + item("two") + more + item("three"), numbering),
      "<ol><li>one</li><li><p>two</p><p>More of it.</p></li><li>three</li></ol>",
    );
  });

  it("are taken off a paragraph by the number 0, and given by a style (T75)", () => {
    const numbering = abstract(0, level(0, "decimal", "%1.")) + list(1, 0);
    const styles = style("L", "Numbered", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>');
    const listed = (words: string, more = "") => p(r(words), `<w:pStyle w:val="L"/>${more}`);
    assert.equal(
      story(
        listed("one") + listed("plain", '<w:numPr><w:numId w:val="0"/></w:numPr>') + listed("two"),
        numbering,
        styles,
      ),
      '<ol><li>one</li></ol>\n<p>plain</p>\n<ol start="2"><li>two</li></ol>',
    );
  });

  it("keep what is shown before a numbered heading, which nobody typed (T38)", () => {
    const numbering = abstract(0, level(0, "upperRoman", "Chapter %1:")) + list(1, 0);
    const styles = style("H", "heading 1");
    const heading = (words: string) => item(words, 1, 0, '<w:pStyle w:val="H"/>');
    const { blocks } = readingOf(
      docxOf(heading("Salt") + p(r("It rained.")) + heading("Bread"), { numbering, styles }),
      null,
    );
    assert.deepEqual(
      blocks.map(({ node }) => `${node.tagName} ${textOfBlock(node)}`),
      ["h3 Chapter I: Salt", "p It rained.", "h3 Chapter II: Bread"],
    );
    const listed = readingOf(docxOf(p(r("It rained.")) + item("Salt"), { numbering }), null);
    assert.deepEqual(
      listed.blocks.map(({ node }) => `${node.tagName} ${textOfBlock(node)}`),
      ["p It rained.", "p Chapter I: Salt"],
    );
  });

  it("are no lists when a dash begins speech (T52)", () => {
    const numbering = abstract(0, level(0, "bullet", "–")) + list(1, 0);
    assert.equal(
      story(item("Salut, dit-il.") + item("Tu es en retard."), numbering),
      "<p>– Salut, dit-il.</p>\n<p>– Tu es en retard.</p>",
    );
  });

  it("survive numbers that no list has", () => {
    assert.equal(
      story(item("one", 7) + item("two", 1, 99), abstract(0, "") + list(1, 0)),
      "<p>one</p>\n<p>two</p>",
    );
  });
});
