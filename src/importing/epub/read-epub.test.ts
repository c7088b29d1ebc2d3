import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { samples } from "../../../tests/repository.ts";
import { cleanStory } from "../../story-text/clean.ts";
import { serialiseStory } from "../../story-text/serialise.ts";
import { applyDecisions } from "../apply-decisions.ts";
import { chaptersIn, fileRead } from "../for-tests/file-reading.ts";
import { type BookParts, bookOf } from "./for-tests/book-of.ts";

const read = (parts: BookParts) => fileRead(bookOf(parts), "book.epub");
const stories = (parts: BookParts) => chaptersIn(read(parts).reading);
const outcome = (parts: BookParts) => applyDecisions(read(parts).reading, {});

describe("an e-book", () => {
  it("is read in the order of its spine, each leaf with a heading a chapter", () => {
    const { chapters } = outcome({
      pages: {
        "b.xhtml": "<h2>Chapter 1: Salt</h2><p>The tide <i>came</i>.</p>",
        "a.xhtml": "<div><div><h1>Fog</h1><p>It went.</p></div></div>",
        "a2.xhtml": "<p>And came again.</p>",
        "c.xhtml": "<h2>Chapter Three</h2><h3>Ashes</h3><p>Nothing was left.</p>",
      },
    });
    assert.deepEqual(
      chapters.map(({ title }) => title?.text),
      ["Salt", "Fog", "Ashes"],
    );
    assert.deepEqual(
      stories({
        pages: {
          "b.xhtml": "<h2>Chapter 1: Salt</h2><p>The tide <i>came</i>.</p>",
          "a.xhtml": "<h1>Fog</h1><p>It went.</p>",
          "a2.xhtml": "<p>And came again.</p>",
        },
      }),
      ["<p>The tide <em>came</em>.</p>", "<p>It went.</p>\n<p>And came again.</p>"],
    );
  });

  it("says by its metadata what the work is", () => {
    const { fields } = outcome({
      metadata: `<dc:title>The Long Tide</dc:title><dc:creator opf:role="aut">Wren &amp; Sons</dc:creator><dc:contributor opf:role="trl">night_owl</dc:contributor>
        <dc:contributor opf:role="bkp">calibre (6.1)</dc:contributor><dc:language>de</dc:language><dc:subject>Slow Burn</dc:subject><dc:subject>Fog, mostly</dc:subject>
        <dc:description>&lt;p&gt;It is &lt;em&gt;foggy&lt;/em&gt;.&lt;/p&gt;</dc:description><meta name="calibre:series" content="Tides"/><meta name="calibre:series_index" content="2.0"/>`,
      pages: { "a.xhtml": "<p>Der Nebel kam.</p>" },
    });
    assert.deepEqual(
      [
        fields.title?.text,
        fields.summary?.text,
        fields.series?.title,
        fields.series?.number,
        fields.language?.tag,
      ],
      ["The Long Tide", "It is foggy.", "Tides", 2, "de"],
    );
    assert.deepEqual(
      fields.creators.map(({ role, name }) => `${role} ${name}`),
      ["author Wren & Sons", "translator night_owl"],
    );
    assert.deepEqual(
      fields.additionalTags.map(({ name }) => name),
      ["Slow Burn", "Fog, mostly"],
    );
  });

  it("leaves out cover, title page and contents, and says how many", () => {
    const { reading } = read({
      metadata: "<dc:title>The Long Tide</dc:title><dc:creator>Wren</dc:creator>",
      guide: '<reference type="copyright-page" href="rights.xhtml"/>',
      pages: {
        "cover.xhtml": '<svg xmlns="http://www.w3.org/2000/svg"><image href="cover.jpg"/></svg>',
        "title.xhtml": "<h1>The Long Tide</h1><p>by Wren</p>",
        "toc.xhtml":
          '<h2>Contents</h2><p><a href="a.xhtml">Salt</a></p><p><a href="b.xhtml">Fog</a></p><p><a href="c.xhtml">Ashes</a></p>',
        "rights.xhtml": "<p>All wrongs reserved.</p>",
        "a.xhtml": "<h2>Salt</h2><p>One.</p>",
      },
    });
    assert.deepEqual(chaptersIn(reading), ["<p>One.</p>"]);
    assert.equal(reading.findings.find(({ kind }) => kind === "left-out-of-page")?.count, 4);
  });

  it("takes a first leaf with words for story, whatever picture stands in it", () => {
    const words = "<p>It rained.<img src='rain.png'/></p>";
    assert.match(stories({ pages: { "a.xhtml": words } })[0] ?? "", /It rained\./);
    const [story = ""] = stories({ pages: { "a.xhtml": words, "b.xhtml": "<p>It stopped.</p>" } });
    assert.match(story, /It rained\.[\s\S]*It stopped\./);
  });

  it("believes a book that calls a leaf with words its cover, unless it holds nothing else", () => {
    const guide = '<reference type="cover" href="a.xhtml"/>';
    const words = "<p>It rained.</p>";
    assert.deepEqual(stories({ guide, pages: { "a.xhtml": words, "b.xhtml": "<p>It stopped.</p>" } }), [
      "<p>It stopped.</p>",
    ]);
    assert.deepEqual(stories({ guide, pages: { "a.xhtml": words, "b.xhtml": "<p> </p>" } }), [words]);
    assert.deepEqual(
      stories({ metadata: "<dc:title>Rain</dc:title>", pages: { "a.xhtml": "<p>Rain</p>" } }),
      ["<p>Rain</p>"],
    );
  });

  it("reads in its style sheet what its classes mean for words", () => {
    const [story] = stories({
      manifest: '<item id="css" href="style.css" media-type="text/css"/>',
      files: {
        "OEBPS/style.css":
          "/* calibre */ .calibre1 { font-style: italic } span.sc, .x { font-variant: small-caps; color: red } .c{text-align:center} .up { vertical-align: super } i.calibre9 { font-style: normal; }",
      },
      pages: {
        "a.xhtml":
          '<p class="c">fin</p><p>She <span class="calibre1">never</span> said <span class="x">Hello</span> to the 4<span class="up">th</span> <b class="sc">man</b>.</p>',
      },
    });
    assert.equal(
      story,
      '<p class="center">fin</p>\n<p>She <em>never</em> said <span class="sc">Hello</span> to the 4<sup>th</sup> <strong>man</strong>.</p>',
    );
  });

  it("ties notes to their places across files (T69)", () => {
    const notes = `<section epub:type="endnotes"><h2>Notes</h2><ol><li id="n1"><p>A <i>ship</i>. <a href="a.xhtml#r1">↩</a></p></li>
      <li id="n2" epub:type="endnote"><p><a href="b.xhtml#r2">2</a> In May.</p></li></ol></section>`;
    assert.deepEqual(
      stories({
        pages: {
          "a.xhtml": '<h2>Salt</h2><p>The Gull<sup><a id="r1" href="notes.xhtml#n1">1</a></sup> sank.</p>',
          "b.xhtml":
            '<h2>Fog</h2><p>It was late<a id="r2" epub:type="noteref" href="notes.xhtml#n2">2</a>.</p>',
          "notes.xhtml": notes,
        },
      }),
      [
        '<p>The Gull<a class="noteref" href="#note-1" id="noteref-1">1</a> sank.</p><aside class="footnote" id="note-1"><p><a class="noteback" href="#noteref-1">1</a> A <i>ship</i>.</p></aside>',
        '<p>It was late<a class="noteref" href="#note-1" id="noteref-1">2</a>.</p><aside class="footnote" id="note-1"><p><a class="noteback" href="#noteref-1">2</a> In May.</p></aside>',
      ].map((story) => cleanStory(story).trim()),
    );
  });

  it("leaves links that are no notes where they are", () => {
    const [story = ""] = stories({
      pages: {
        "a.xhtml": '<p>See <a href="#x">1</a> and <a href="b.xhtml">2</a>.</p><p id="x">Nothing.</p>',
      },
    });
    assert.equal(story, "<p>See 1 and 2.</p>\n<p>Nothing.</p>");
  });

  it("reads what only XML means by itself", () => {
    assert.deepEqual(
      stories({
        pages: {
          "a.xhtml": '<p><a id="x"/>One<br></br>two.</p><div/><p><i/>Three <![CDATA[<3 & more]]>.</p>',
        },
      }),
      ["<p>One<br>two.</p>\n<p>Three &lt;3 &amp; more.</p>"],
    );
  });

  it("is locked when something other than fonts is encrypted", () => {
    const pages = { "a.xhtml": "<p>One.</p>" };
    const encryption = (algorithm: string) =>
      `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="${algorithm}"/></enc:EncryptedData></encryption>`;
    const problem = (files: Record<string, string>) => read({ pages, files }).reading.problem;
    assert.equal(problem({ "META-INF/rights.xml": "<rights/>" }), "locked");
    assert.equal(
      problem({ "META-INF/encryption.xml": encryption("http://www.w3.org/2001/04/xmlenc#aes128-cbc") }),
      "locked",
    );
    assert.equal(
      problem({ "META-INF/encryption.xml": encryption("http://www.idpf.org/2008/embedding") }),
      null,
    );
  });
});

describe("a hostile e-book", () => {
  const pages = { "a.xhtml": "<p>One.</p>" };
  const problem = (parts: BookParts) => read(parts).reading.problem;

  it("is refused without a package, and empty with a spine to nothing", () => {
    assert.equal(
      problem({ pages, files: { "META-INF/container.xml": "<container/>", "OEBPS/book.opf": "" } }),
      "damaged",
    );
    const opf =
      '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="no.xhtml" media-type="application/xhtml+xml"/><item id="b" href="../../../etc/passwd" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/><itemref idref="c"/></spine></package>';
    assert.equal(problem({ pages, files: { "OEBPS/book.opf": opf } }), "empty");
  });

  it("expands no entities", () => {
    const bomb =
      '<!DOCTYPE package [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><package>&b;</package>';
    assert.equal(problem({ pages, files: { "OEBPS/book.opf": bomb } }), "damaged");
    const [story] = stories({ pages: { "a.xhtml": "<p>&b; and &nbsp;x</p>" } });
    assert.match(story ?? "", /&amp;b; and/);
  });

  it("repeats no leaf, however often its spine does", () => {
    const refs = '<itemref idref="a"/>'.repeat(10_000);
    const opf = `<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine>${refs}</spine></package>`;
    assert.deepEqual(stories({ pages, files: { "OEBPS/book.opf": opf } }), ["<p>One.</p>"]);
  });

  it("is refused when it has more leaves than any story has chapters", () => {
    const leaf = (_: unknown, index: number) => [`p${index}.xhtml`, "<h2>Fog</h2><p>Word.</p>"];
    assert.equal(problem({ pages: Object.fromEntries(Array.from({ length: 9000 }, leaf)) }), "too-large");
    assert.equal(problem({ pages: Object.fromEntries(Array.from({ length: 200 }, leaf)) }), null);
  });
});

const path = join(samples, "ao3/one-shot.epub");
const missing = existsSync(path) ? false : "the sample files do not lie beside this checkout";

describe("a real e-book from AO3", { skip: missing }, () => {
  it("says what the page of the same work says", () => {
    const book = applyDecisions(fileRead(readFileSync(path), "one-shot.epub").reading, {});
    const page = applyDecisions(
      fileRead(readFileSync(path.replace(/epub$/u, "html")), "one-shot.html").reading,
      {},
    );
    const said = ({ fields }: typeof book) => ({
      title: fields.title?.text,
      summary: fields.summary?.text,
      notes: fields.notes?.text,
      endNotes: fields.endNotes?.text,
      creators: fields.creators.map(({ role, name }) => `${role} ${name}`),
      tags: [fields.fandoms, fields.relationships, fields.characters, fields.additionalTags].map((tags) =>
        tags.map(({ name }) => name),
      ),
      facts: [
        fields.rating?.id,
        fields.language?.tag,
        fields.complete?.complete,
        fields.expectedChapters?.number,
      ],
      warnings: fields.warnings.map(({ words }) => words),
    });
    assert.deepEqual(said(book), said(page));
    assert.ok(serialiseStory(book.story) === serialiseStory(page.story), "the stories differ");
    assert.equal(book.chapters.length, 1);
  });
});
