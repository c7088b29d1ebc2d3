import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { docxOf, paragraph as p, run as r, style } from "../for-tests/docx-of.ts";
import { found, readingOf, storyOf } from "../for-tests/reading-of.ts";

const story = (body: string, parts: Parameters<typeof docxOf>[1] = {}): string =>
  storyOf(docxOf(body, parts), {}, null);
const reading = (body: string, parts: Parameters<typeof docxOf>[1] = {}) =>
  readingOf(docxOf(body, parts), null);
const breakTo = (type: string) => `<w:r><w:br w:type="${type}"/></w:r>`;

describe("words in a Word document", () => {
  it("keeps paragraphs, line breaks and the space of tabs", () => {
    assert.equal(
      story(
        p(`${r("It rained.")}<w:r><w:br/><w:t>It</w:t><w:tab/><w:t>poured.</w:t><w:cr/></w:r>`) +
          p(r("It stopped.")),
      ),
      "<p>It rained.<br>It poured.</p>\n<p>It stopped.</p>",
    );
  });

  it("keeps italics, bold, underlines, struck-out words, and those twice struck (T28)", () => {
    const body = p(
      [
        r("a ", "<w:i/>"),
        r("b ", "<w:b/>"),
        r("c ", '<w:u w:val="single"/>'),
        r("d ", "<w:strike/>"),
        r("e", "<w:dstrike/>"),
      ].join(""),
    );
    assert.equal(story(body), "<p><em>a</em> <strong>b</strong> <u>c</u> <s>d e</s></p>");
  });

  it("keeps an italic over runs, with what is bold in it (T18)", () => {
    const body = p(
      r("Not ", "<w:i/>") + r("ever", "<w:i/><w:b/>") + r(" again", "<w:i/>") + r(", she thought."),
    );
    assert.equal(story(body), "<p><em>Not <strong>ever</strong> again</em>, she thought.</p>");
  });

  it("keeps small capitals, and capitals that are only a look, as they were typed (T27)", () => {
    const body = p(`${r("Hello", "<w:smallCaps/>")}${r(". ")}${r("Go", "<w:caps/>")}${r(".")}`);
    assert.equal(story(body), '<p><span class="sc">Hello</span>. <span class="sc">Go</span>.</p>');
  });

  it("keeps raised and lowered letters (T73)", () => {
    const raised = '<w:vertAlign w:val="superscript"/>';
    const body = p(
      r("4") +
        r("th", raised) +
        r(" H") +
        r("2", '<w:vertAlign w:val="subscript"/>') +
        r("O x") +
        r("2", '<w:position w:val="6"/>'),
    );
    assert.equal(story(body), "<p>4<sup>th</sup> H<sub>2</sub>O x<sup>2</sup></p>");
  });

  it("sets an italic word upright in a paragraph whose style is italic, and lets the run itself decide", () => {
    const styles =
      style("Letter", "Letter", "<w:rPr><w:i/></w:rPr>") +
      style("Stress", "Stress", "<w:rPr><w:i/></w:rPr>", "character");
    const body = p(
      r("Come ") +
        r("home", '<w:rStyle w:val="Stress"/>') +
        r(", ") +
        r("do", '<w:i w:val="0"/>') +
        r(" so", "<w:i/>"),
      '<w:pStyle w:val="Letter"/>',
    );
    assert.equal(story(body, { styles }), "<p><em>Come</em> home<em>,</em> do <em>so</em></p>");
  });

  it("takes what a style takes from the style it is based on, and what the document says of all", () => {
    const styles =
      "<w:docDefaults><w:rPrDefault><w:rPr><w:b/></w:rPr></w:rPrDefault></w:docDefaults>" +
      style("A", "A", "<w:rPr><w:i/><w:b/></w:rPr>") +
      style("B", "B", '<w:basedOn w:val="A"/>') +
      style("Circle", "Circle", '<w:basedOn w:val="Circle"/>');
    assert.equal(story(p(r("x"), '<w:pStyle w:val="B"/>'), { styles }), "<p><strong><em>x</em></strong></p>");
    assert.equal(story(p(r("x"), '<w:pStyle w:val="Circle"/>'), { styles }), "<p><strong>x</strong></p>");
  });

  it("drops fonts, sizes, highlights and justified lines (T83)", () => {
    const look =
      '<w:rFonts w:ascii="Arial"/><w:sz w:val="40"/><w:color w:val="000000"/><w:highlight w:val="yellow"/>';
    assert.equal(story(p(r("Rain.", look), '<w:jc w:val="both"/><w:spacing w:line="480"/>')), "<p>Rain.</p>");
  });

  it("tells voices apart by colour, but not links, greys, or the colour of nearly everything (T29)", () => {
    const red = '<w:color w:val="C00000"/>';
    const body =
      p(
        r("You came, she said. ") +
          r("I did.", red) +
          r(" And then? ") +
          r("Then", '<w:color w:val="008000"/>'),
      ) +
      p(
        r("Nothing. ") +
          r("Grey", '<w:color w:val="404040"/>') +
          r(" and ") +
          r("blue", '<w:color w:val="0563C1"/>') +
          r("No.", red),
      );
    assert.equal(
      story(body),
      '<p>You came, she said. <span class="voice-1">I did.</span> And then? <span class="voice-2">Then</span></p>\n' +
        '<p>Nothing. Grey and blue<span class="voice-1">No.</span></p>',
    );
    assert.deepEqual(found(reading(body), "voice"), ["noted: I did.", "noted: Then"]);
    assert.equal(story(p(r("All of it is red.", red))), "<p>All of it is red.</p>");
    assert.equal(
      story(p(r("Mostly red it is,", red) + r(" no")) + p(r("x"))),
      "<p>Mostly red it is, no</p>\n<p>x</p>",
    );
  });

  it("marks words in another language, not in another country's form of the same", () => {
    const body = p(
      r("She said ", '<w:lang w:val="en-GB"/>') +
        r("Schadenfreude", '<w:lang w:val="de-DE"/>') +
        r(" in the ", '<w:lang w:val="en-US"/>') +
        r("12", '<w:lang w:val="fr-FR"/>') +
        r(" rooms.", '<w:lang w:val="en-GB"/>'),
    );
    const styles =
      '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>';
    assert.equal(
      story(body, { styles }),
      '<p>She said <span lang="de-DE">Schadenfreude</span> in the 12 rooms.</p>',
    );
  });

  it("reads what programs write for symbols, hyphens and forms", () => {
    const sym = (font: string, char: string) => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;
    const body = p(
      `${r("a")}<w:r><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t></w:r>${sym("Wingdings", "F04A")}${sym("Symbol", "F061")}${sym("Wingdings", "F0FC")}${r("J", '<w:rFonts w:ascii="Wingdings"/>')}`,
    );
    assert.equal(story(body), "<p>a‑bc☺α✓☺</p>");
    const form = (shown: string, inside: string) =>
      `<w:sdt><w:sdtPr>${shown}</w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`;
    assert.equal(
      story(form("", p(r("Kept, ") + form("", r("too")) + form("<w:showingPlcHdr/>", r("Click here"))))),
      "<p>Kept, too</p>",
    );
  });

  it("keeps ruby, also the older way in a field (T71)", () => {
    const ruby = `<w:r><w:ruby><w:rubyPr/><w:rt>${r("うみ")}</w:rt><w:rubyBase>${r("海")}</w:rubyBase></w:ruby></w:r>`;
    assert.equal(story(p(ruby)), "<p><ruby>海<rt>うみ</rt></ruby></p>");
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const field = `${mark("begin")}<w:r><w:instrText>EQ \\* jc2 \\* hps10 \\o\\ad(\\s\\up 9(うみ),海)</w:instrText></w:r>${mark("end")}`;
    assert.equal(story(p(field + r("だ"))), "<p><ruby>海<rt>うみ</rt></ruby>だ</p>");
  });

  it("keeps the direction of paragraphs, so that words that run against it are set apart (T72)", () => {
    const body = p(r("היא אמרה ", "<w:rtl/>") + r("Hello, Jo") + r(" והלכה.", "<w:rtl/>"), "<w:bidi/>");
    assert.match(story(body), /^<p dir="rtl">היא אמרה <bdi>Hello, Jo<\/bdi> והלכה\.<\/p>$/u);
  });

  it("takes bold and italics of words from right to left from their own switches", () => {
    assert.match(
      story(p(r("שלום", "<w:rtl/><w:b/><w:iCs/>"), "<w:bidi/>")),
      /<p dir="rtl"><em>שלום<\/em><\/p>/u,
    );
  });

  it("keeps the letters of formulas", () => {
    assert.equal(story(p(`${r("So ")}<m:oMath><m:r><m:t>E=mc²</m:t></m:r></m:oMath>`)), "<p>So E=mc²</p>");
  });

  it("leaves hidden words out, and says so", () => {
    const body = p(r("Seen.") + r(" Unseen.", "<w:vanish/>"));
    assert.equal(story(body), "<p>Seen.</p>");
    assert.deepEqual(found(reading(body), "left-out-of-document"), ["noted: Unseen."]);
  });

  it("cannot be fooled by characters that are our own anchors", () => {
    assert.equal(story(p(r("a\uFDD30\uFDD5b"))), "<p>a0b</p>");
  });

  it("reads the strict format, and files that name their prefixes otherwise", () => {
    const namespace = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    assert.equal(story(p(r("Rain.", "<w:i/>")), { namespace }), "<p><em>Rain.</em></p>");
  });
});

describe("links and fields in a Word document", () => {
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const instruction = (words: string) => `<w:r><w:instrText>${words}</w:instrText></w:r>`;
  const linkLook = '<w:color w:val="FF0000"/><w:u w:val="single"/>';

  it("keeps a link by its relationship, without the looks of links", () => {
    const body = p(
      `${r("See ")}<w:hyperlink r:id="l">${r("the ", linkLook)}${r("sea", `<w:i/>${linkLook}`)}</w:hyperlink>${r(".")}`,
    );
    assert.equal(
      story(body, { links: { l: "https://example.org/sea" } }),
      '<p>See <a href="https://example.org/sea">the <em>sea</em></a>.</p>',
    );
  });

  it("drops links inside the document, and those that could do harm, never their words", () => {
    const link = (attributes: string) => p(`<w:hyperlink ${attributes}>${r("there")}</w:hyperlink>`);
    assert.equal(story(link('w:anchor="b"')), "<p>there</p>");
    assert.equal(story(link('r:id="l"'), { links: { l: "javascript:alert(1)" } }), "<p>there</p>");
    assert.equal(story(link('r:id="missing"')), "<p>there</p>");
  });

  it("keeps the result of a field, not its instruction, and follows a HYPERLINK", () => {
    const field = `${mark("begin")}${instruction(' HYPERLINK "https://example.org/" ')}${mark("separate")}${r("home")}${mark("end")}`;
    assert.equal(
      story(p(`${r("Go ")}${field}${r(" now")}`)),
      '<p>Go <a href="https://example.org/">home</a> now</p>',
    );
    const nested = `${mark("begin")}${instruction("IF ")}${mark("begin")}${instruction("PAGE")}${mark("separate")}${r("3")}${mark("end")}${instruction(" = 3")}${mark("separate")}${r("yes")}${mark("end")}`;
    assert.equal(story(p(r("a ") + nested + r(" b"))), "<p>a yes b</p>");
    assert.equal(story(p(`<w:fldSimple w:instr="DATE">${r("June")}</w:fldSimple>`)), "<p>June</p>");
  });
});

describe("paragraphs in a Word document", () => {
  it("keeps headings by their style's own name, whatever its id, by an outline level, and never as h1 (T82)", () => {
    const styles =
      style("berschrift1", "heading 1", "<w:rPr><w:b/></w:rPr>") +
      style("Mine", "My chapters", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>') +
      style("Plain", "Plain", '<w:basedOn w:val="berschrift1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>');
    const body =
      p(r("One"), '<w:pStyle w:val="berschrift1"/>') +
      p(r("Two"), '<w:pStyle w:val="Mine"/>') +
      p(r("Three"), '<w:outlineLvl w:val="2"/>') +
      p(r("Text"), '<w:pStyle w:val="Plain"/>') +
      p(r("No such style"), '<w:pStyle w:val="Heading7"/>');
    assert.equal(
      story(body, { styles }),
      "<h3>One</h3>\n<h4>Two</h4>\n<h5>Three</h5>\n<p><strong>Text</strong></p>\n<p>No such style</p>",
    );
  });

  it("takes a title that comes first as the title, and a later one as a heading", () => {
    const styles = style("T", "Title") + style("A", "Author");
    const title = (words: string) => p(r(words), '<w:pStyle w:val="T"/>');
    const file = docxOf(
      title("Salt") + p(r("Mara"), '<w:pStyle w:val="A"/>') + p(r("It rained.")) + title("Later"),
      { styles },
    );
    assert.equal(storyOf(file, {}, null), "<p>It rained.</p>\n<h3>Later</h3>");
    const { recognised } = readingOf(file, null);
    assert.deepEqual(
      recognised.map(({ field, evidence }) => `${field}: ${evidence.quote}`),
      ["title: Salt", "creators: Mara"],
    );
  });

  it("takes the line below a title for a byline, never for another title", () => {
    const styles = style("T", "Title");
    const title = p(r("Salt"), '<w:pStyle w:val="T"/>');
    const saidIn = (...lines: string[]) =>
      readingOf(docxOf(title + lines.map((line) => p(r(line))).join(""), { styles }), null).recognised.map(
        ({ field, evidence }) => `${field}: ${evidence.quote}`,
      );
    assert.deepEqual(saidIn("by Mara", "It rained."), ["creators: by Mara", "title: Salt"]);
    assert.deepEqual(
      saidIn("by Mara", "Fandom: The Sea", "Rating: Teen", "It rained.").at(-1),
      "title: Salt",
    );
  });

  it("proposes a chapter at each heading of the highest level, when there are several (T38)", () => {
    const styles = style("H1", "heading 1") + style("H2", "heading 2");
    const at = (words: string, id: string) => p(r(words), `<w:pStyle w:val="${id}"/>`);
    const several = (...levels: string[]) =>
      found(
        readingOf(
          docxOf(levels.map((id, index) => at(`Lamp ${"abc"[index]}`, id) + p(r("It rained."))).join(""), {
            styles,
          }),
          null,
        ),
        "chapter-heading",
      );
    assert.deepEqual(
      several("H1", "H1", "H1"),
      ["Lamp a", "Lamp b", "Lamp c"].map((name) => `proposed: ${name}`),
    );
    assert.deepEqual(several("H1", "H2"), []);
  });

  it("sets neighbouring paragraphs of a quote style in one quotation, and drops the style's looks", () => {
    const styles =
      style("Q", "Quote", '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:i/></w:rPr>') +
      style("Q2", "My quotes", '<w:basedOn w:val="Q"/>');
    const quote = (words: string, id: string) => p(r(words), `<w:pStyle w:val="${id}"/>`);
    assert.equal(
      story(p(r("He read:")) + quote("One.", "Q") + quote("Two.", "Q2") + p(r("He wept.")), { styles }),
      "<p>He read:</p>\n<blockquote><p>One.</p><p>Two.</p></blockquote>\n<p>He wept.</p>",
    );
  });

  it("keeps centred lines and those at the end (T62)", () => {
    const aligned = (align: string, more = "") => p(r(align), `${more}<w:jc w:val="${align}"/>`);
    assert.equal(
      story(aligned("center") + aligned("right") + aligned("end") + aligned("left")),
      '<p class="center">center</p>\n<p class="right">right</p>\n<p class="right">end</p>\n<p>left</p>',
    );
  });

  it("takes single empty paragraphs as space, and more of them as a scene break (T06, T07)", () => {
    const empty = p("");
    assert.equal(
      story(p(r("A.")) + empty + p(r("B.")) + p(r("\u00a0")) + p(r("C.")) + empty + empty + p(r("D."))),
      '<p>A.</p>\n<p>B.</p>\n<p>C.</p>\n<hr class="scene" data-ornament="">\n<p>D.</p>',
    );
  });

  it("takes a line drawn under an empty paragraph, under a text, or as a shape as a scene break", () => {
    const rule = '<w:pBdr><w:bottom w:val="single"/></w:pBdr>';
    const box =
      '<w:pBdr><w:top w:val="single"/><w:left w:val="single"/><w:bottom w:val="single"/><w:right w:val="single"/></w:pBdr>';
    const hr = '<hr class="scene" data-ornament="">';
    assert.equal(story(p(r("A.")) + p("", rule) + p(r("B."))), `<p>A.</p>\n${hr}\n<p>B.</p>`);
    assert.equal(story(p(r("A."), rule) + p(r("B."))), `<p>A.</p>\n${hr}\n<p>B.</p>`);
    const shape = p('<w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r>');
    assert.equal(story(p(r("A.")) + shape + p(r("B."))), `<p>A.</p>\n${hr}\n<p>B.</p>`);
    assert.equal(story(p(r("A."), box) + p(r("B."))), "<p>A.</p>\n<p>B.</p>");
  });

  it("ignores a page break inside a sentence, and parts paragraphs at one after it (T39)", () => {
    assert.equal(story(p(r("The tide") + breakTo("page") + r("turned."))), "<p>The tide turned.</p>");
    assert.equal(
      story(p(r("It turned.") + breakTo("page") + r("Later."))),
      "<p>It turned.</p>\n<p>Later.</p>",
    );
    assert.equal(story(p(breakTo("page") + r("Later."))), "<p>Later.</p>");
  });

  it("joins a drop cap to its paragraph without a space (T74)", () => {
    for (const kind of ["drop", "margin"]) {
      const cap = p(
        r("O", '<w:position w:val="-12"/><w:sz w:val="112"/>'),
        `<w:framePr w:dropCap="${kind}" w:lines="3"/>`,
      );
      assert.equal(story(cap + p(r("nce upon"))), "<p>Once upon</p>");
    }
  });

  it("leaves the word processor's table of contents out, and says so (T38)", () => {
    const styles = style("TOC1", "toc 1") + style("TOCHeading", "TOC Heading");
    const body =
      p(r("Contents"), '<w:pStyle w:val="TOCHeading"/>') +
      p(r("One 3"), '<w:pStyle w:val="TOC1"/>') +
      p(r("It rained."));
    assert.equal(story(body, { styles }), "<p>It rained.</p>");
    assert.deepEqual(found(reading(body, { styles }), "left-out-of-document"), ["noted: Contents"]);
  });

  it("reads a text box once, after the paragraph it hangs on", () => {
    const box = `<w:txbxContent>${p(r("DANGER"))}</w:txbxContent>`;
    const body = p(
      `${r("A sign")}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice>` +
        `<mc:Fallback><w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>${r(" hung there.")}`,
    );
    assert.equal(story(body), "<p>A sign hung there.</p>\n<p>DANGER</p>");
  });

  it("takes the plainer form of what it does not understand", () => {
    const emoji =
      '<mc:AlternateContent><mc:Choice Requires="w16se"><x/></mc:Choice><mc:Fallback><w:t>😀</w:t></mc:Fallback></mc:AlternateContent>';
    assert.equal(story(p(`${r("Hi ")}<w:r>${emoji}</w:r>`)), "<p>Hi 😀</p>");
  });
});
