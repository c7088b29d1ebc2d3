import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { unzipSync } from "fflate";
import { createTranslate } from "../../ui/translation.ts";
import { hostileBook, smallBook } from "../for-tests/hostile-book.ts";
import { kitchenSink } from "../for-tests/kitchen-sink.ts";
import { onePicture, pictureFile, pictureName } from "../for-tests/picture.ts";
import { unpack } from "../for-tests/unpack.ts";
import { writeEpub } from "./write-epub.ts";

const t = createTranslate("en");
const book = writeEpub(kitchenSink, t, "en", onePicture);
const open = unpack(book);

describe("an EPUB", () => {
  it("begins with its media type, stored and without extra fields", () => {
    const header = Buffer.from(book);
    assert.equal(header.readUInt32LE(0), 0x04034b50);
    assert.equal(header.readUInt16LE(8), 0, "stored");
    assert.equal(header.readUInt16LE(28), 0, "no extra field");
    assert.equal(header.toString("latin1", 30, 58), "mimetypeapplication/epub+zip");
  });

  it("has the same bytes each time, in every time zone", () => {
    const zone = process.env.TZ;
    try {
      for (const other of ["Pacific/Kiritimati", "America/Los_Angeles"]) {
        process.env.TZ = other;
        assert.deepEqual(writeEpub(structuredClone(kitchenSink), t, "en", onePicture), book);
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it("keeps its identifier when the work grows, and says when it changed", () => {
    const identifier = (text: string) => /<dc:identifier[^>]*>([^<]+)</.exec(text)?.[1];
    const later = unpack(
      writeEpub({ ...kitchenSink, updatedAt: Date.UTC(2025, 0, 1), title: "New" }, t, "en"),
    );
    assert.equal(identifier(open("EPUB/package.opf")), identifier(later("EPUB/package.opf")));
    assert.match(
      identifier(open("EPUB/package.opf")) ?? "",
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab]/,
    );
    assert.match(later("EPUB/package.opf"), /"dcterms:modified">2025-01-01T00:00:00Z</);
  });

  it("holds its pictures under the manifest, byte for byte, and no others", () => {
    const opf = open("EPUB/package.opf");
    assert.ok(opf.includes(`href="pictures/${pictureName}" media-type="image/png"`));
    assert.equal(opf.match(/href="pictures\//g)?.length, 1);
    assert.deepEqual(Buffer.from(unzipSync(book)[`EPUB/pictures/${pictureName}`] ?? []), pictureFile);
    assert.match(open("EPUB/chapter-1.xhtml"), /\[Picture: The &lt;drowned&gt; chart\]/);
  });

  it("names footnotes as e-readers know them, each chapter's in its own file", () => {
    assert.ok(
      open("EPUB/chapter-2.xhtml").includes(
        '<a class="noteref" id="noteref-1" href="#note-1" epub:type="noteref" role="doc-noteref">1</a>',
      ),
    );
    assert.ok(
      open("EPUB/chapter-2.xhtml").includes(
        '<aside class="footnote" id="note-1" epub:type="footnote" role="doc-footnote"><p><a class="noteback" href="#noteref-1" role="doc-backlink">1</a> The tide.</p></aside>',
      ),
    );
  });

  it("credits everyone in the role a library knows", () => {
    const metadata = open("EPUB/package.opf");
    const roles = [...metadata.matchAll(/<dc:(creator|contributor) id="([^"]+)">([^<]+)</g)].map(
      ([, kind, id, name]) => [
        kind,
        name,
        new RegExp(`refines="#${id}" property="role"[^>]*>([a-z]+)<`).exec(metadata)?.[1],
      ],
    );
    assert.deepEqual(roles, [
      ["creator", "marrow &amp; wren", "aut"],
      ["creator", "halfpenny", "aut"],
      ["contributor", "quillfeather", "edt"],
      ["contributor", "inkfish", "art"],
      ["contributor", "Ортанс", "trl"],
      ["contributor", "saltmarsh", "dte"],
      ["contributor", "the Thursday crowd", "dte"],
    ]);
  });

  it("says what a reader with a screen reader can expect", () => {
    const metadata = open("EPUB/package.opf");
    for (const line of ['accessMode">textual', 'accessModeSufficient">textual', 'accessibilityHazard">none'])
      assert.ok(metadata.includes(`property="schema:${line}<`), line);
    assert.match(metadata, /accessibilitySummary">[^<]{20,}</);
  });

  it("lists title leaf, chapters and closing notes in both its contents", () => {
    const expected = ["About this story", "Chapter 1: Salt &amp; &lt;Rope&gt;", "Chapter 2", "End notes"];
    const toc = /epub:type="toc".*?<\/nav>/s.exec(open("EPUB/nav.xhtml"))?.[0] ?? "";
    assert.deepEqual(
      [...toc.matchAll(/<a [^>]*>([^<]+)</g)].map(([, text]) => text),
      expected,
    );
    const labels = [...open("EPUB/toc.ncx").matchAll(/<navLabel><text>([^<]+)</g)].map(([, text]) => text);
    assert.deepEqual(labels, expected);
  });

  it("says before the story what to expect, with each warning's own answer", () => {
    const title = open("EPUB/title.xhtml").replace(/<span data-fact="[^>]*>([^<]*)<\/span>/gu, "$1");
    for (const said of [
      "by marrow &amp; wren and halfpenny",
      "A gift for saltmarsh, here called Tilly",
      "A gift for the Thursday crowd",
      "Beta read by quillfeather",
      "Graphic violence: no",
      "Major character death: not saying",
      "Peril at sea: yes",
      "12,345 words, chapters 2/3, not complete yet",
      "The sea belongs to itself.",
      "For Tilly, who asked for fog.",
      "//slashes// = what the sea says; <em>italics</em> = thoughts",
      '<a href="https://stories.example/works/7k2mzq04vt">',
      'Last changed</dt><dd dir="auto">February 29, 2024',
    ])
      assert.ok(title.includes(said), said);
  });

  it("sets labels in the reader's language and the story in its own", () => {
    const title = unpack(writeEpub(hostileBook, t, "en"))("EPUB/title.xhtml");
    assert.match(title, /<html [^>]*lang="ar" xml:lang="ar" dir="rtl">/);
    assert.match(title, /<section class="title-leaf"[^>]* lang="en" xml:lang="en" dir="ltr">/);
    assert.match(title, /<div lang="ar" xml:lang="ar" dir="rtl"><p>خلاصة/);
  });

  it("fits the cover to the page, and says in words what is on it", () => {
    assert.match(open("EPUB/style.css"), /section\.cover img \{ max-width: 100%;/);
    const alt = "Cover: The Salt Road &amp; Other &lt;Tides&gt;, by marrow &amp; wren and halfpenny";
    assert.ok(open("EPUB/cover.xhtml").includes(`alt="${alt}"`));
    assert.match(open("EPUB/package.opf"), /href="cover\.svg"[^>]* properties="cover-image"/);
  });

  it("turns its pages to the right for a language written from right to left", () => {
    const opf = unpack(writeEpub(hostileBook, t, "en"))("EPUB/package.opf");
    assert.match(opf, /page-progression-direction="rtl"/);
    assert.match(open("EPUB/package.opf"), /page-progression-direction="ltr"/);
  });

  it("shows a scene break's ornament as text, and a plain one as a rule", () => {
    const chapter = open("EPUB/chapter-1.xhtml");
    assert.match(chapter, /<div class="scene" role="separator"[^>]* data-ornament="~\*~"[^>]*>~\*~<\/div>/);
    assert.match(chapter, /<hr class="scene"[^>]*\/>/);
  });

  it("leaves out every character XML cannot hold", () => {
    const chapter = open("EPUB/chapter-1.xhtml");
    assert.match(chapter, /A control {2}character, a lone half {2}and a {2}non-character/);
  });

  it("heads a story told in one piece with its title alone", () => {
    const small = unpack(writeEpub(smallBook, t, "en"))("EPUB/chapter-1.xhtml");
    assert.match(small, new RegExp(`<h2>${smallBook.title}</h2>`));
  });

  it("runs no script and asks nobody for anything", () => {
    const wicked = unpack(writeEpub(hostileBook, t, "en"));
    for (const path of ["EPUB/title.xhtml", "EPUB/chapter-1.xhtml", "EPUB/cover.svg", "EPUB/nav.xhtml"]) {
      assert.doesNotMatch(wicked(path), /<script|javascript:|url\(|@import/);
      assert.doesNotMatch(wicked(path), /(src|xlink:href)="https?:/);
    }
  });
});
