import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { serialiseStory } from "../../story-text/serialise.ts";
import { applyDecisions } from "../apply-decisions.ts";
import type { Decisions } from "../finding.ts";
import { docxOf, paragraph as p, run as r } from "../for-tests/docx-of.ts";
import { found, readingOf, storyOf } from "../for-tests/reading-of.ts";
import { readImportedFile } from "../read-import.ts";

const story = (body: string, parts: Parameters<typeof docxOf>[1] = {}, decisions: Decisions = {}): string =>
  storyOf(docxOf(body, parts), decisions, null);

/** One red point; made by hand after the PNG specification. */
const point = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC",
  "base64",
);

describe("tables in a Word document", () => {
  const cell = (inside: string, properties = "") =>
    `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${inside}</w:tc>`;
  const row = (cells: string, properties = "") =>
    `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells}</w:tr>`;
  const table = (rows: string, look = "") => `<w:tbl><w:tblPr>${look}</w:tblPr>${rows}</w:tbl>`;

  it("keep their header row, by its mark or by their look (T68)", () => {
    const body = row(cell(p(r("b"))));
    const expected =
      '<table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>';
    assert.equal(story(table(row(cell(p(r("a"))), "<w:tblHeader/>") + body)), expected);
    assert.equal(story(table(row(cell(p(r("a")))) + body, '<w:tblLook w:firstRow="1"/>')), expected);
    assert.equal(story(table(row(cell(p(r("a")))) + body, '<w:tblLook w:val="0020"/>')), expected);
    assert.equal(
      story(table(body, '<w:tblLook w:firstRow="1"/>')),
      "<table><tbody><tr><td>b</td></tr></tbody></table>",
    );
  });

  it("keep cells that reach over columns and rows, and several paragraphs in one (T68)", () => {
    const rows =
      row(cell(p(r("wide")), '<w:gridSpan w:val="2"/>') + cell(p(r("tall")), '<w:vMerge w:val="restart"/>')) +
      row(cell(p(r("a")) + p(r("b"))) + cell(p(r("c"))) + cell(p(""), "<w:vMerge/>"));
    assert.equal(
      story(table(rows)),
      '<table><tbody><tr><td colspan="2">wide</td><td rowspan="2">tall</td></tr><tr><td><p>a</p><p>b</p></td><td>c</td></tr></tbody></table>',
    );
  });

  it("keep a table in a table", () => {
    const inner = table(row(cell(p(r("in")))));
    assert.match(
      story(table(row(cell(inner + p("")) + cell(p(r("out")))))),
      /<td>.*<table>.*in.*<\/table>.*<td>out<\/td>/u,
    );
  });
});

describe("notes in a Word document", () => {
  const mark = "<w:r><w:footnoteRef/></w:r>";
  const footnotes =
    `<w:footnote w:type="separator" w:id="-1">${p(r("never shown"))}</w:footnote>` +
    `<w:footnote w:id="7">${p(mark + r(" A ship, ") + r("old", "<w:i/>"))}</w:footnote>` +
    `<w:footnote w:id="2">${p(r("* A star.")) + p(r("Two of them."))}</w:footnote>`;
  const refer = (id: number, more = "", after = "") =>
    `<w:r><w:footnoteReference w:id="${id}"${more}/>${after}</w:r>`;

  it("are linked both ways, in the order of the text, with the marks that were typed (T69)", () => {
    const typed = refer(2, ' w:customMarkFollows="1"', "<w:t>*</w:t>");
    assert.equal(
      story(p(r("She sailed") + refer(7) + r(" and saw") + typed + r(".")), { footnotes }),
      '<p>She sailed<a class="noteref" id="noteref-1" href="#note-1">1</a> and saw<a class="noteref" id="noteref-2" href="#note-2">*</a>.</p>\n' +
        '<aside class="footnote" id="note-1"><p><a class="noteback" href="#noteref-1">1</a> A ship, <em>old</em></p></aside>\n' +
        '<aside class="footnote" id="note-2"><p><a class="noteback" href="#noteref-2">*</a> A star.</p><p>Two of them.</p></aside>',
    );
  });

  it("tell endnotes from footnotes by their numbers (T69)", () => {
    const endnotes = `<w:endnote w:id="1">${p(r("Last."))}</w:endnote>`;
    const kept = story(p(`${r("A")}${refer(7)}${r("b")}<w:r><w:endnoteReference w:id="1"/></w:r>`), {
      footnotes,
      endnotes,
    });
    assert.match(kept, />1<\/a>b<a class="noteref" id="noteref-2" href="#note-2">i<\/a>/u);
    assert.match(kept, /href="#noteref-2">i<\/a> Last\./u);
  });

  it("leave a reference to no note out, and follow links in notes", () => {
    assert.equal(story(p(r("A") + refer(99) + r("b")), { footnotes }), "<p>Ab</p>");
    const linked = `<w:footnote w:id="1">${p(`${mark}<w:hyperlink r:id="l">${r("there")}</w:hyperlink>`)}</w:footnote>`;
    const kept = story(p(r("A") + refer(1)), { footnotes: linked, links: { l: "https://example.org/" } });
    assert.match(kept, /<a href="https:\/\/example.org\/">there<\/a>/u);
  });
});

describe("pictures in a Word document", () => {
  const drawing = (about: string) =>
    `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1"${about}</wp:docPr><a:graphic><a:blip r:embed="pic"/></a:graphic></wp:inline></w:drawing></w:r>`;
  const pictures = { pic: point };

  it("are kept with their description, without one, or as decoration (T81)", () => {
    const kept = (about: string) => story(p(drawing(about)), { pictures });
    assert.match(
      kept(' descr="A red point">'),
      /^<p><img src="\/pictures\/[\da-f]{64}\.png" alt="A red point" width="1" height="1"><\/p>$/u,
    );
    assert.match(kept(">"), /^<p><img src="\/pictures\/[\da-f]{64}\.png" width="1" height="1"><\/p>$/u);
    const decorative = '><a:extLst><a:ext><adec:decorative val="1"/></a:ext></a:extLst>';
    assert.match(kept(decorative), /alt=""/u);
  });

  it("are kept once, however often they are shown", () => {
    const bytes = docxOf(p(drawing(">")) + p(drawing(">")), { pictures });
    const file = readImportedFile({ bytes, fileName: null, pastedAs: null }, { abbreviations: [] });
    assert.equal(file.pictures.length, 1);
  });

  it("are kept from the older drawing language too", () => {
    const shape = p('<w:r><w:pict><v:shape alt="A point"><v:imagedata r:id="pic"/></v:shape></w:pict></w:r>');
    assert.match(story(shape, { pictures }), /alt="A point"/u);
  });

  it("become their description when no browser could show them", () => {
    assert.equal(
      story(p(r("See: ") + drawing(' descr="A map">')), { pictures: { pic: Buffer.from("EMF") } }),
      "<p>See: A map</p>",
    );
  });
});

describe("changes and comments in a Word document", () => {
  const ins = (inside: string, author = "Jane Realname") =>
    `<w:ins w:id="1" w:author="${author}">${inside}</w:ins>`;
  const del = (words: string, author = "Jane Realname") =>
    `<w:del w:id="2" w:author="${author}"><w:r><w:delText xml:space="preserve">${words}</w:delText></w:r></w:del>`;

  it("stand both in the text until somebody accepts or rejects them (T76)", () => {
    const file = docxOf(p(r("The ") + del("grey ") + ins(r("red ")) + r("sea.")));
    const reading = readingOf(file, null);
    const changes = reading.findings.filter(({ kind }) => kind.startsWith("tracked"));
    assert.deepEqual(
      changes.map(({ kind, was, mustAnswer }) => ({ kind, was, mustAnswer })),
      [
        { kind: "tracked-deletion", was: "grey", mustAnswer: true },
        { kind: "tracked-insertion", was: "red", mustAnswer: true },
      ],
    );
    const decided = (decision: "accept" | "reject") =>
      serialiseStory(
        applyDecisions(reading, Object.fromEntries(changes.map(({ id }) => [id, decision]))).story,
      ).trim();
    assert.equal(decided("accept"), "<p>The red sea.</p>");
    assert.equal(decided("reject"), "<p>The grey sea.</p>");
  });

  it("are one when one person made them one after another, over runs and paragraphs (T76)", () => {
    const file = docxOf(
      p(r("A ") + ins(r("b")) + ins(r(" c", "<w:i/>"))) + p(ins(r("d")) + r(" e") + ins(r("f"), "Other")),
    );
    assert.deepEqual(found(readingOf(file, null), "tracked-insertion"), ["unsure: b c d", "unsure: f"]);
  });

  it("part a paragraph, or make two of them one, as it is decided (T76)", () => {
    const decided = (mark: string, decision: "accept" | "reject") => {
      const file = docxOf(
        p(r("The tide "), `<w:rPr><w:${mark} w:id="1" w:author="J"/></w:rPr>`) + p(r("turned.")),
      );
      const reading = readingOf(file, null);
      const decisions = Object.fromEntries(reading.findings.map(({ id }) => [id, decision]));
      assert.deepEqual(
        reading.findings.filter(({ mustAnswer }) => mustAnswer).map(({ was }) => was),
        ["¶ turned."],
      );
      return serialiseStory(applyDecisions(reading, decisions).story).trim();
    };
    assert.equal(decided("ins", "accept"), "<p>The tide</p>\n<p>turned.</p>");
    assert.equal(decided("ins", "reject"), "<p>The tide turned.</p>");
    assert.equal(decided("del", "accept"), "<p>The tide turned.</p>");
    assert.equal(decided("del", "reject"), "<p>The tide</p>\n<p>turned.</p>");
    const whole = p(ins(r("New.")), '<w:rPr><w:ins w:id="1" w:author="J"/></w:rPr>') + p(r("Old."));
    assert.deepEqual(found(readingOf(docxOf(whole), null), "tracked-insertion"), ["unsure: New."]);
  });

  it("know moved words as taken away there and put here (T76)", () => {
    const moved = `<w:moveFrom w:id="1" w:author="J">${r("away ")}</w:moveFrom>${r("x ")}<w:moveTo w:id="2" w:author="J">${r("here")}</w:moveTo>`;
    const reading = readingOf(docxOf(p(moved)), null);
    assert.deepEqual(found(reading, "tracked-deletion"), ["unsure: away"]);
    assert.deepEqual(found(reading, "tracked-insertion"), ["unsure: here"]);
  });

  it("keep a change of a text box to its own words (T76)", () => {
    const box = `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p(ins(r("boxed")))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
    const reading = readingOf(docxOf(p(`${r("A ")}${ins(box + r("b"))}${r(" c")}`) + p(r("Later."))), null);
    assert.deepEqual(found(reading, "tracked-insertion"), ["unsure: b", "unsure: boxed"]);
  });

  it("put comments before the author, and never into the story or with a name (T76)", () => {
    const comments = `<w:comment w:id="0" w:author="Beta Reader" w:initials="BR">${p(r("Too")) + p(r("grey?"))}</w:comment>`;
    const body = p(
      `${r("The ")}<w:commentRangeStart w:id="0"/>${r("grey")}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>${r(" sea.")}`,
    );
    const reading = readingOf(docxOf(body, { comments }), null);
    const [comment, ...others] = reading.findings.filter(({ kind }) => kind === "comment");
    assert.equal(others.length, 0);
    assert.deepEqual([comment?.was, comment?.becomes, comment?.mustAnswer], ["grey", "Too grey?", true]);
    assert.ok(!JSON.stringify(reading).includes("Beta Reader"));
    assert.equal(story(body, { comments }), "<p>The grey sea.</p>");
  });
});

describe("the properties of a Word document", () => {
  const core = "<dc:creator>Jane Realname</dc:creator><cp:lastModifiedBy>Author</cp:lastModifiedBy>";
  const app = "<Company>Harbour &amp; Sons</Company>";

  it("are never kept, and a name from them that stands in the story is shown to the author (T77)", () => {
    const silent = readingOf(
      docxOf(p(r("The author of it all was a gull. Jane was there.")), { core, app }),
      null,
    );
    assert.ok(!JSON.stringify(silent).includes("Realname"));
    assert.deepEqual(found(silent, "name-in-text"), []);
    const named = readingOf(docxOf(p(r("For Harbour &amp; Sons, by jane realname.")), { core, app }), null);
    assert.deepEqual(found(named, "name-in-text"), ["noted: jane realname", "noted: Harbour & Sons"]);
  });
});

describe("a file that says it is a Word document", () => {
  const problem = (bytes: Uint8Array, fileName = "story.docx") =>
    readImportedFile({ bytes, fileName, pastedAs: null }, { abbreviations: [] }).reading;

  it("is refused when its text is missing, broken off, or full of entities", () => {
    const good = docxOf(p(r("Rain.")));
    assert.equal(problem(good).problem, null);
    assert.equal(problem(good.subarray(0, good.length - 40)).problem, "damaged");
    assert.equal(problem(docxOf("<w:p><!-- ")).problem, "damaged");
    assert.equal(
      problem(docxOf("</w:body></w:document><!DOCTYPE a [<!ENTITY b 'c'>]><w:document><w:body>")).problem,
      "damaged",
    );
    assert.equal(problem(docxOf(p(""))).problem, "empty");
  });

  it("is refused when it bursts or is nested without end, in little time", () => {
    assert.equal(problem(docxOf(p(r(" ".repeat(20_000_000))))).problem, "unpacks-too-large");
    assert.equal(problem(docxOf("<w:sdt>".repeat(1_000_000))).problem, "too-deep");
  });

  it("is read when one paragraph holds more line breaks than a stack could", () => {
    const breaks = "<w:r><w:br/></w:r>".repeat(150_000);
    assert.equal(problem(docxOf(p(r("A.") + breaks + r("B.")))).problem, null);
  });

  it("is read as what it is when it is a page or a text", () => {
    assert.equal(problem(Buffer.from("<html><body><p>Rain.</p></body></html>")).source.kind, "html");
    assert.equal(problem(Buffer.from("Rain.")).source.kind, "text");
  });

  it("says that a password, or an older Word, stands before it", () => {
    const compound = (stream: string) =>
      Buffer.concat([
        Buffer.from("d0cf11e0a1b11ae1", "hex"),
        Buffer.alloc(512),
        Buffer.from(stream, "utf16le"),
      ]);
    assert.equal(problem(compound("EncryptedPackage")).problem, "locked");
    assert.equal(problem(compound("WordDocument")).problem, "old-word");
    assert.equal(problem(compound("Workbook")).problem, "not-text");
  });
});
