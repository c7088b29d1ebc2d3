import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { tinyPng } from "../../plumbing/pictures/for-tests/tiny-pictures.ts";
import { serialiseStory } from "../../story-text/serialise.ts";
import { applyDecisions } from "../apply-decisions.ts";
import type { Decision, Finding } from "../finding.ts";
import { fileRead, storyIn } from "../for-tests/file-reading.ts";
import { type OdtContent, odtOf } from "../for-tests/odt-of.ts";

function story(
  text: string,
  others: Omit<OdtContent, "text"> = {},
  decision?: [Finding["kind"], Decision],
): string {
  const { reading } = fileRead(odtOf({ text, ...others }), null);
  if (!decision) return storyIn(reading);
  const decided = reading.findings.filter(({ kind }) => kind === decision[0]);
  assert.ok(decided.length > 0);
  const decisions = Object.fromEntries(decided.map(({ id }) => [id, decision[1]]));
  return serialiseStory(applyDecisions(reading, decisions).story).trim();
}

function style(family: "text" | "paragraph", name: string, properties: string, more = ""): string {
  return `<style:style style:family="${family}" style:name="${name}" ${more}><style:${family}-properties ${properties}/></style:style>`;
}

const span = (name: string, words: string) => `<text:span text:style-name="${name}">${words}</text:span>`;
const paragraph = (words: string, name = "Standard") => `<text:p text:style-name="${name}">${words}</text:p>`;

describe("words of OpenDocument", () => {
  const automaticStyles = [
    style("text", "I", 'fo:font-style="italic"'),
    style("text", "Upright", 'fo:font-style="normal"'),
    style("text", "B", 'fo:font-weight="bold"'),
    style("text", "U", 'style:text-underline-style="solid"'),
    style("text", "S", 'style:text-line-through-style="solid"'),
    style("text", "Caps", 'fo:font-variant="small-caps"'),
    style("text", "Shout", 'fo:text-transform="uppercase"'),
    style("text", "Up", 'style:text-position="super 58%"'),
    style("text", "Down", 'style:text-position="-33% 58%"'),
    style("text", "Red", 'fo:color="#ff0000"'),
    style("text", "Hidden", 'text:display="none"'),
    style("text", "French", 'fo:language="fr" fo:country="FR"'),
    style("text", "Child", 'fo:font-weight="bold"', 'style:parent-style-name="Emphasis"'),
  ].join("");
  const styles =
    style("text", "Emphasis", 'fo:font-style="italic"') +
    style("paragraph", "Standard", "").replace(
      "<style:paragraph-properties />",
      '<style:text-properties fo:language="en" fo:country="GB"/>',
    );
  const read = (words: string) => story(paragraph(words), { automaticStyles, styles });

  it("keep italic, bold, underline and strike, from parents too (T18, T22, T28)", () => {
    assert.equal(
      read(
        `${span("B", `Stop ${span("I", "now")}.`)} ${span("U", "u")} ${span("S", "idiot")} ${span("Child", "both")}`,
      ),
      "<p><strong>Stop <em>now</em>.</strong> <u>u</u> <s>idiot</s> <strong><em>both</em></strong></p>",
    );
    assert.equal(
      read(span("I", `all ${span("Upright", "but")} this`)),
      "<p><em>all</em> but <em>this</em></p>",
    );
  });

  it("keep small capitals, and letters as they were typed (T27)", () => {
    assert.equal(
      read(`${span("Caps", "Hello")} ${span("Shout", "out")}`),
      '<p><span class="sc">Hello</span> out</p>',
    );
  });

  it("keep raised and lowered signs (T73)", () => {
    assert.equal(read(`4${span("Up", "th")} H${span("Down", "2")}O`), "<p>4<sup>th</sup> H<sub>2</sub>O</p>");
  });

  it("in a colour of their own are a voice (T29)", () => {
    assert.equal(
      read(`It spoke there: ${span("Red", "come")}.`),
      '<p>It spoke there: <span class="voice-1">come</span>.</p>',
    );
  });

  it("in another language say so", () => {
    assert.equal(
      read(`She said ${span("French", "bonsoir")} to him.`),
      '<p>She said <span lang="fr-FR">bonsoir</span> to him.</p>',
    );
  });

  it("that are hidden are left out and said", () => {
    const { reading } = fileRead(
      odtOf({ text: paragraph(`Seen${span("Hidden", " secret")}.`), automaticStyles }),
      null,
    );
    assert.equal(storyIn(reading), "<p>Seen.</p>");
    assert.deepEqual(
      reading.findings.map(({ kind, was }) => [kind, was]),
      [["left-out-of-document", "secret"]],
    );
  });

  it("keep line breaks, spaces and what stands behind a tab", () => {
    assert.equal(
      read("One<text:line-break/>two<text:s/>three<text:tab/>four<text:soft-page-break/>."),
      "<p>One<br>two three four.</p>",
    );
  });

  it("keep a reading over characters (T71)", () => {
    assert.equal(
      read(
        "<text:ruby><text:ruby-base>海</text:ruby-base><text:ruby-text>うみ</text:ruby-text></text:ruby>だ",
      ),
      "<p><ruby>海<rt>うみ</rt></ruby>だ</p>",
    );
  });

  it("keep links to other places and drop those within the document", () => {
    assert.equal(
      read('<text:a xlink:href="https://example.org/a">there</text:a> <text:a xlink:href="#b">here</text:a>'),
      '<p><a href="https://example.org/a">there</a> here</p>',
    );
  });
});

describe("paragraphs of OpenDocument", () => {
  const automaticStyles = [
    style("paragraph", "Middle", 'fo:text-align="center"'),
    style("paragraph", "End", 'fo:text-align="end"'),
    style("paragraph", "Rtl", 'style:writing-mode="rl-tb" fo:text-align="end"'),
    style("paragraph", "Line", 'fo:border-bottom="1pt solid #000000"'),
    style("paragraph", "In", 'fo:margin-left="1cm" fo:text-indent="0cm"'),
    style("paragraph", "Said", "", 'style:parent-style-name="Quotations"'),
    style("paragraph", "Drop", "").replace(
      "<style:paragraph-properties />",
      '<style:paragraph-properties><style:drop-cap style:lines="3"/></style:paragraph-properties>',
    ),
  ].join("");
  const read = (text: string) => story(text, { automaticStyles });

  it("are centred, on the right, from right to left (T62, T63)", () => {
    assert.equal(
      read(paragraph("Sign", "Middle") + paragraph("Yours", "End") + paragraph("Line", "Rtl")),
      '<p class="center">Sign</p>\n<p class="right">Yours</p>\n<p dir="rtl">Line</p>',
    );
  });

  it("leave their emptiness to tell spacing from a scene break (T06, T07)", () => {
    const empty = paragraph("");
    assert.equal(
      read(
        `${paragraph("A")}${empty}${paragraph("B")}${empty.repeat(3)}${paragraph("C")}${empty}${paragraph("D")}`,
      ),
      '<p>A</p>\n<p>B</p>\n<hr class="scene" data-ornament="">\n<p>C</p>\n<p>D</p>',
    );
  });

  it("that are a drawn line are scene breaks (T33)", () => {
    for (const name of ["Horizontal_20_Line", "Line"])
      assert.equal(
        read(paragraph("A") + paragraph("", name) + paragraph("B")),
        '<p>A</p>\n<hr class="scene" data-ornament="">\n<p>B</p>',
      );
  });

  it("are headings by their level (T82), with the number that is counted before them", () => {
    const heading = (level: number, words: string) =>
      `<text:h text:outline-level="${level}">${words}</text:h>`;
    assert.equal(
      read(heading(1, "Fog") + heading(2, "Rain") + paragraph("Words.")),
      "<h3>Fog</h3>\n<h4>Rain</h4>\n<p>Words.</p>",
    );
    const styles =
      '<text:outline-style><text:outline-level-style text:level="1" style:num-format="I" style:num-prefix="Canto " style:num-suffix=":"/></text:outline-style>';
    assert.equal(
      story(heading(1, "Fire") + paragraph("Words.") + heading(1, "Ice") + paragraph("More."), { styles }),
      "<h3>Canto I: Fire</h3>\n<p>Words.</p>\n<h3>Canto II: Ice</h3>\n<p>More.</p>",
    );
  });

  it("are quotations by their style's parents, or when they alone stand in", () => {
    assert.equal(
      read(
        paragraph("A") + paragraph("Said", "Said") + paragraph("B") + paragraph("In", "In") + paragraph("C"),
      ),
      "<p>A</p>\n<blockquote><p>Said</p></blockquote>\n<p>B</p>\n<blockquote><p>In</p></blockquote>\n<p>C</p>",
    );
  });

  it("are whole when their first letter is large (T74)", () => {
    assert.equal(read(paragraph("Once upon", "Drop")), "<p>Once upon</p>");
  });

  it("stand in sections as if there were none", () => {
    assert.equal(
      read(`<text:section><text:section>${paragraph("A")}</text:section></text:section>`),
      "<p>A</p>",
    );
  });
});

describe("lists and tables of OpenDocument", () => {
  const automaticStyles =
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="." text:start-value="3"/><text:list-level-style-number text:level="2" style:num-format="a"/></text:list-style>' +
    '<text:list-style style:name="Dots"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>' +
    '<text:list-style style:name="Words"><text:list-level-style-number text:level="1" style:num-format="1" style:num-prefix="Canto " style:num-suffix=":"/></text:list-style>';
  const read = (text: string) => story(text, { automaticStyles });
  const item = (words: string, inner = "", more = "") =>
    `<text:list-item ${more}>${paragraph(words)}${inner}</text:list-item>`;
  const list = (name: string, items: string, more = "") =>
    `<text:list text:style-name="${name}" ${more}>${items}</text:list>`;

  it("keep their start and their letters, one in the other (T75)", () => {
    assert.equal(
      read(
        list("L", item("Three", `<text:list>${item("In")}</text:list>`) + item("Four")) +
          list("Dots", item("dot")),
      ),
      '<ol start="3"><li><p>Three</p><ol type="a"><li>In</li></ol></li><li>Four</li></ol>\n<ul><li>dot</li></ul>',
    );
  });

  it("leap where an item says so, and go on behind what interrupts them (T75)", () => {
    assert.equal(
      read(
        list("L", item("Three") + item("Nine", "", 'text:start-value="9"')) +
          paragraph("Between") +
          list("L", item("Ten"), 'text:continue-numbering="true"'),
      ),
      '<ol start="3"><li>Three</li></ol>\n<ol start="9"><li>Nine</li></ol>\n<p>Between</p>\n<ol start="10"><li>Ten</li></ol>',
    );
  });

  it("whose marks are words keep the words", () => {
    assert.equal(
      read(list("Words", item("Fire") + item("Ice"))),
      "<p>Canto 1: Fire</p>\n<p>Canto 2: Ice</p>",
    );
  });

  it("set no bold in header cells that are bold throughout", () => {
    const styles = style("text", "B", 'fo:font-weight="bold"');
    const head = `<table:table-header-rows><table:table-row><table:table-cell>${paragraph(span("B", "A"))}</table:table-cell></table:table-row></table:table-header-rows>`;
    assert.equal(
      story(`<table:table>${head}</table:table>`, { automaticStyles: styles }),
      "<table><thead><tr><th>A</th></tr></thead></table>",
    );
  });

  it("keep header rows and spans (T68)", () => {
    const cell = (words: string, more = "") =>
      `<table:table-cell ${more}>${paragraph(words)}</table:table-cell>`;
    const row = (cells: string) => `<table:table-row>${cells}</table:table-row>`;
    assert.equal(
      read(
        `<table:table><table:table-column/><table:table-header-rows>${row(cell("A") + cell("B"))}</table:table-header-rows>${row(cell("up", 'table:number-rows-spanned="2"') + cell("1"))}${row(`<table:covered-table-cell/>${cell("2")}`)}${row(`${cell("wide", 'table:number-columns-spanned="2"')}<table:covered-table-cell/>`)}</table:table>`,
      ),
      '<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td rowspan="2">up</td><td>1</td></tr><tr><td>2</td></tr><tr><td colspan="2">wide</td></tr></tbody></table>',
    );
  });
});

describe("notes, pictures and boxes of OpenDocument", () => {
  it("link footnotes and endnotes with their marks (T69)", () => {
    const note = (kind: string, mark: string, words: string) =>
      `<text:note text:note-class="${kind}"><text:note-citation>${mark}</text:note-citation><text:note-body>${paragraph(words)}</text:note-body></text:note>`;
    assert.equal(
      story(paragraph(`Sea${note("footnote", "1", "Wet.")} end${note("endnote", "i", "Late.")}`)),
      '<p>Sea<a class="noteref" id="noteref-1" href="#note-1">1</a> end<a class="noteref" id="noteref-2" href="#note-2">i</a></p>\n' +
        '<aside class="footnote" id="note-1"><p><a class="noteback" href="#noteref-1">1</a> Wet.</p></aside>\n' +
        '<aside class="footnote" id="note-2"><p><a class="noteback" href="#noteref-2">i</a> Late.</p></aside>',
    );
  });

  it("keep pictures, their descriptions, and that they are decoration (T81)", () => {
    const files = { "Pictures/a.png": tinyPng() };
    const frame = (more: string, inner: string) =>
      paragraph(`<draw:frame ${more}><draw:image xlink:href="Pictures/a.png"/>${inner}</draw:frame>`);
    const { reading, pictures } = fileRead(
      odtOf({ text: frame("", "<svg:desc>A sail</svg:desc>"), files }),
      null,
    );
    assert.equal(pictures.length, 1);
    assert.match(storyIn(reading), /^<p><img src="\/pictures\/[\da-f]{64}\.png" alt="A sail"/u);
    assert.match(story(frame('loext:decorative="true"', ""), { files }), / alt=""/u);
    assert.doesNotMatch(story(frame("", ""), { files }), / alt=/u);
  });

  it("keep a box's text once, before the paragraph it is fixed to", () => {
    const box = `<draw:frame><draw:text-box>${paragraph("Boxed")}</draw:text-box></draw:frame>`;
    assert.equal(story(paragraph(`A${box}`)), "<p>Boxed</p>\n<p>A</p>");
  });

  it("leave out a table of contents that was made, and say so", () => {
    const contents = `<text:table-of-content><text:table-of-content-source/><text:index-body>${paragraph("Fog 1")}</text:index-body></text:table-of-content>`;
    const { reading } = fileRead(odtOf({ text: contents + paragraph("Words.") }), null);
    assert.equal(storyIn(reading), "<p>Words.</p>");
    assert.equal(reading.findings[0]?.becomes, "contents");
  });
});

describe("unsettled changes in OpenDocument", () => {
  const info = "<office:change-info><dc:creator>Jane Realname</dc:creator></office:change-info>";
  const region = (id: string, what: string) =>
    `<text:changed-region text:id="${id}">${what}</text:changed-region>`;
  const changes = `<text:tracked-changes>${region("c1", `<text:insertion>${info}</text:insertion>`)}${region("c2", `<text:deletion>${info}${paragraph("old ")}</text:deletion>`)}</text:tracked-changes>`;
  const changed = `${changes}${paragraph('Keep <text:change-start text:change-id="c1"/>new <text:change-end text:change-id="c1"/><text:change text:change-id="c2"/>end.')}`;

  it("wait for an answer, and either answer is carried out (T76)", () => {
    const { findings } = fileRead(odtOf({ text: changed }), null).reading;
    assert.deepEqual(
      findings.map(({ kind, was, mustAnswer }) => [kind, was.trim(), mustAnswer]),
      [
        ["tracked-insertion", "new", true],
        ["tracked-deletion", "old", true],
      ],
    );
    assert.equal(story(changed, {}, ["tracked-insertion", "reject"]), "<p>Keep old end.</p>");
    assert.equal(story(changed, {}, ["tracked-deletion", "accept"]), "<p>Keep new end.</p>");
  });

  it("bring comments as remarks, never into the story, and never a name (T76, T77)", () => {
    const comment = `<office:annotation office:name="n1"><dc:creator>Jane Realname</dc:creator>${paragraph("Why?")}</office:annotation>`;
    const text =
      changed +
      paragraph(
        `One ${comment}two<office:annotation-end office:name="n1"/> three${comment.replace("n1", "n2")}.`,
      );
    const meta =
      "<meta:initial-creator>Jane Realname</meta:initial-creator><dc:creator>Jane Realname</dc:creator>";
    const { reading } = fileRead(odtOf({ text, meta }), null);
    assert.match(storyIn(reading), /\n<p>One two three\.<\/p>$/u);
    assert.deepEqual(
      reading.findings.filter(({ kind }) => kind === "comment").map(({ was, becomes }) => [was, becomes]),
      [
        ["two", "Why?"],
        ["", "Why?"],
      ],
    );
    assert.doesNotMatch(JSON.stringify(reading), /Realname/u);
  });
});

describe("hostile and broken OpenDocument", () => {
  const words = (value: string) => new TextEncoder().encode(value);
  const problem = (content: OdtContent) => fileRead(odtOf(content), null).reading.problem;

  it("is refused when it is locked, damaged or too deep", () => {
    const manifest = words(
      '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
    );
    assert.equal(problem({ text: paragraph("A"), files: { "META-INF/manifest.xml": manifest } }), "locked");
    assert.equal(problem({ text: paragraph("A"), files: { "content.xml": words("<a><b>") } }), "damaged");
    assert.equal(problem({ text: "<text:span>".repeat(1000) + "</text:span>".repeat(1000) }), "too-deep");
  });

  it("repeats no cell a million times, and no deletion in itself", () => {
    const cells = '<table:table-cell table:number-columns-repeated="1000000"/>';
    assert.equal(
      problem({
        text: `<table:table><table:table-row table:number-rows-repeated="1000000">${cells}</table:table-row></table:table>${paragraph("A")}`,
      }),
      null,
    );
    const loop = `<text:tracked-changes><text:changed-region text:id="a"><text:deletion>${paragraph('x<text:change text:change-id="a"/>')}</text:deletion></text:changed-region></text:tracked-changes>${paragraph('b<text:change text:change-id="a"/>')}`;
    assert.equal(story(loop), "<p>bx</p>");
  });

  it("reads a style that is its own parent", () => {
    assert.equal(
      story(paragraph("A", "P"), {
        automaticStyles: style("paragraph", "P", "", 'style:parent-style-name="P"'),
      }),
      "<p>A</p>",
    );
  });
});
