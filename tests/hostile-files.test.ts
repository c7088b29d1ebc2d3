import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { createApp } from "../src/app.ts";
import { readConfig } from "../src/config.ts";
import { bookOf } from "../src/importing/epub/for-tests/book-of.ts";
import { docxOf, paragraph, run, style } from "../src/importing/for-tests/docx-of.ts";
import { novelAsText } from "../src/importing/for-tests/novel.ts";
import { odtOf } from "../src/importing/for-tests/odt-of.ts";
import { openImporter } from "../src/importing/open-importer.ts";
import { openArchive } from "../src/open-archive.ts";
import { registerAccount } from "../src/people/register-account.ts";
import { type Serving, serve } from "../src/plumbing/http/serve.ts";
import { tinyPng } from "../src/plumbing/pictures/for-tests/tiny-pictures.ts";
import { urls } from "../src/vocabulary/urls.ts";
import { type CastMember, openTestArchive, type TestArchive } from "./archive.ts";
import { formIn } from "./form-in.ts";
import { harmsIn } from "./harms-in.ts";
import { blown, type ZipEntry, zipOf } from "./hostile-archives.ts";
import { press } from "./review-desk.ts";
import { startServer } from "./start-server.ts";

type Bytes = Uint8Array | string;
/** A file that is made when its test runs: some are large. */
type HostileFile = { why: string; name: string; bytes: () => Bytes };

const million = 1_000_000;
const words = (text: string) => new TextEncoder().encode(text);
const numbered = (count: number, piece: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => piece(index)).join("");

const contentTypes: ZipEntry = { name: "[Content_Types].xml", content: words("<Types/>") };
const epubMimetype: ZipEntry = { name: "mimetype", content: words("application/epub+zip") };
const odtMimetype: ZipEntry = {
  name: "mimetype",
  content: words("application/vnd.oasis.opendocument.text"),
};
const container: ZipEntry = {
  name: "META-INF/container.xml",
  content: words(
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>',
  ),
};
/** Entries that only name what else is in the file, and the part that holds its story. */
const packages: { ending: string; around: ZipEntry[]; part: string }[] = [
  { ending: "zip", around: [], part: "story.txt" },
  { ending: "docx", around: [contentTypes], part: "word/document.xml" },
  { ending: "odt", around: [odtMimetype], part: "content.xml" },
  { ending: "epub", around: [epubMimetype, container], part: "book.opf" },
];

const laughs = `<!DOCTYPE lolz [<!ENTITY lol "lol">${numbered(
  9,
  (index) => `<!ENTITY lol${index + 1} "${`&lol${index || ""};`.repeat(10)}">`,
)}]>`;
const outside = `<!DOCTYPE x [<!ENTITY lol9 SYSTEM "file:///etc/hostname"><!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]>`;

const compoundFile = (name: string) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(504),
    Buffer.from(name, "utf16le"),
    Buffer.alloc(1024),
  ]);

/** Files that hold no story, each with what is said of it. */
const refused: (HostileFile & { said: RegExp })[] = [
  ...packages.flatMap(({ ending, around, part }) => {
    const said = /far larger than a story|is damaged|larger than a story/;
    return [
      {
        why: "unpacks to a thousand times its size",
        bytes: () => zipOf([...around, { name: part, content: blown(120) }]),
      },
      {
        why: "says that its bomb is small",
        bytes: () => zipOf([...around, { name: part, content: blown(120), says: 1000 }]),
      },
      {
        why: "gives many names to one run of bytes",
        bytes: () => {
          const content = blown(5);
          const others = Array.from({ length: 500 }, (_, index) => ({
            name: `${part}${index}`,
            content,
            at: 0,
          }));
          return zipOf([{ name: part, content }, ...others, ...around]);
        },
      },
      {
        why: "has sixty thousand empty parts",
        bytes: () => {
          const content = new Uint8Array();
          const parts = Array.from({ length: 60_000 }, (_, index) => ({ name: `${part}.${index}`, content }));
          return zipOf([...around, ...parts]);
        },
      },
      {
        why: "is cut short",
        bytes: () => zipOf([...around, { name: part, content: blown(1) }]).subarray(0, 600),
      },
    ].map((file) => ({ ...file, name: `a.${ending}`, said }));
  }),
  {
    why: "holds only ZIPs of ZIPs",
    name: "nested.zip",
    bytes: () => zipOf([{ name: "a.zip", content: zipOf([{ name: "b.zip", content: blown(1) }]) }]),
    said: /There is nothing in it/,
  },
  {
    why: "holds more files than a story has chapters",
    name: "many.zip",
    bytes: () =>
      zipOf(Array.from({ length: 501 }, (_, index) => ({ name: `${index}.txt`, content: words("a") }))),
    said: /larger than a story/,
  },
  ...[laughs, outside].flatMap((declared) => [
    {
      why: `declares entities: ${declared.slice(15, 45)}`,
      name: "a.docx",
      bytes: () =>
        zipOf([
          contentTypes,
          {
            name: "word/document.xml",
            content: words(
              `<?xml version="1.0"?>${declared}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&lol9;</w:t></w:r></w:p></w:body></w:document>`,
            ),
          },
        ]),
      said: /is damaged/,
    },
    {
      why: `declares entities: ${declared.slice(15, 45)}`,
      name: "a.odt",
      bytes: () =>
        zipOf([
          odtMimetype,
          {
            name: "content.xml",
            content: words(
              `${declared}<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:p>&lol9;</text:p></office:text></office:body></office:document-content>`,
            ),
          },
        ]),
      said: /is damaged/,
    },
    {
      why: `declares entities: ${declared.slice(15, 45)}`,
      name: "a.epub",
      bytes: () =>
        bookOf({
          pages: { "a.xhtml": "<p>a</p>" },
          files: {
            "OEBPS/book.opf": `${declared}<package xmlns="http://www.idpf.org/2007/opf">&lol9;</package>`,
          },
        }),
      said: /is damaged/,
    },
  ]),
  {
    why: "is a million tags deep",
    name: "a.html",
    bytes: () => `<!doctype html>${"<b>".repeat(million)}`,
    said: /nested so deeply/,
  },
  {
    why: "is a million tags deep",
    name: "a.docx",
    bytes: () => docxOf("<w:sdt>".repeat(million / 10) + numbered(million / 10, (index) => `<w:x${index}>`)),
    said: /nested so deeply/,
  },
  {
    why: "is a million tags deep",
    name: "a.odt",
    bytes: () => odtOf({ text: numbered(million / 5, (index) => `<text:span n="${index}">`) }),
    said: /nested so deeply/,
  },
  {
    why: "is a million tags deep",
    name: "a.epub",
    bytes: () => bookOf({ pages: { "a.xhtml": numbered(million / 5, (index) => `<div id="d${index}">`) } }),
    said: /nested so deeply/,
  },
  {
    why: "quotes a million times over",
    name: "a.md",
    bytes: () => ">".repeat(million),
    said: /nested so deeply/,
  },
  {
    why: "opens a million groups",
    name: "a.rtf",
    bytes: () => `{\\rtf1 ${"{".repeat(million)}`,
    said: /nested so deeply/,
  },
  {
    why: "is a picture in truth",
    name: "picture.docx",
    bytes: () => tinyPng(),
    said: /This is not text/,
  },
  {
    why: "has no document in it",
    name: "hollow.docx",
    bytes: () => zipOf([contentTypes, { name: "word/styles.xml", content: words("<w:styles/>") }]),
    said: /This is not text|is damaged/,
  },
  {
    why: "is locked with a password",
    name: "locked.docx",
    bytes: () => compoundFile("EncryptedPackage"),
    said: /password|Word before 2007|is damaged/,
  },
  {
    why: "is of the Word of before 2007",
    name: "old.doc",
    bytes: () => compoundFile("WordDocument"),
    said: /Word before 2007|is damaged/,
  },
  {
    why: "has two million empty paragraphs",
    name: "empty.html",
    bytes: () => "<p></p>".repeat(million),
    said: /larger than a story|There is nothing in it/,
  },
  {
    why: "has a million footnotes",
    name: "notes.rtf",
    bytes: () => `{\\rtf1 ${"a{\\footnote b}".repeat(100_000)}}`,
    said: /larger than a story/,
  },
  {
    why: "says of its pictures that they go on for ever",
    name: "bin.rtf",
    bytes: () => `{\\rtf1 {\\pict\\bin4294967295 ${"a".repeat(1000)}}}`,
    said: /There is nothing in it/,
  },
];

const alert = "javascript:alert(1)";
const attack = `<script>alert(1)</script><img src=x onerror=alert(1)><svg onload=alert(1)>"'><iframe src=${alert}>`;
const escaped = attack.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const hostileMarkup = [
  `<p onclick="alert(1)" style="background:url(http://evil.test/a)">Rain <a href="${alert}">one</a> <a href=" java&#10;script:alert(1)">two</a> <a href="data:text/html,x">three</a> <a href="//evil.test">four</a></p>`,
  '<p><img src="http://evil.test/a.png" srcset="http://evil.test/b 2x" alt="x"/> fell <img src="x" onerror="alert(1)" alt="y"/></p>',
  `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script><a xlink:href="${alert}"><text>vector</text></a></svg>`,
  `<math xmlns="http://www.w3.org/1998/Math/MathML" href="${alert}"><mtext>sum</mtext></math>`,
  '<iframe src="http://evil.test"></iframe><object data="http://evil.test"></object><embed src="http://evil.test"/>',
  `<form action="http://evil.test"><input type="image" src="http://evil.test/a" formaction="${alert}"/></form>`,
  '<meta http-equiv="refresh" content="0;url=http://evil.test"/><base href="http://evil.test/"/><link rel="stylesheet" href="http://evil.test/a.css"/>',
  '<style>@import "http://evil.test/a.css"; p { background: url(http://evil.test) }</style>',
  `<table background="http://evil.test/a"><tr><td background="${alert}">cell</td></tr></table>`,
  `<details open="" ontoggle="alert(1)"><summary>more</summary>the end</details>`,
].join("\n");

const pngSaying = (text: string) => tinyPng({ behind: [...words(text)] });

/** Files that hold a story and mean harm with it: they come in, and do none. */
const harmless: (HostileFile & { keeps?: string[] })[] = [
  {
    why: "of scripts",
    name: "a.html",
    bytes: () => `<!doctype html><title>${escaped}</title><body onload="alert(1)">${hostileMarkup}`,
    keeps: ["Rain", "fell", "cell", "the end"],
  },
  {
    why: "of scripts",
    name: "a.md",
    bytes: () =>
      `---\ntitle: "${attack.replaceAll('"', "'")}"\n---\n\n# ${attack}\n\n[link](${alert}) [two](<java\tscript:alert(1)>) ![alt" onerror="alert(1)](http://evil.test/a.png) <${alert}>\n\n[ref]\n\n[ref]: ${alert}\n\n${hostileMarkup}\n\nIt rained[^1].\n\n[^1]: ${attack}\n`,
    keeps: ["It rained"],
  },
  {
    why: "of scripts",
    name: "a.epub",
    bytes: () =>
      bookOf({
        metadata: `<dc:title>${escaped}</dc:title><dc:creator>${escaped}</dc:creator><dc:description>${escaped}</dc:description><dc:subject>${escaped}</dc:subject><dc:source>${alert}</dc:source><dc:language>en" onload="x</dc:language>`,
        pages: { "a.xhtml": `<h1>${escaped}</h1>${hostileMarkup}<script>alert(1)</script><p>It rained.</p>` },
        files: { "OEBPS/style.css": '@import "http://evil.test"; p { background: url(http://evil.test) }' },
      }),
    keeps: ["Rain", "It rained"],
  },
  {
    why: "of scripts",
    name: "a.docx",
    bytes: () =>
      docxOf(
        paragraph(run(escaped), '<w:pStyle w:val="Title"/>') +
          paragraph(
            `<w:hyperlink r:id="bad">${run("one")}</w:hyperlink><w:hyperlink r:id="data">${run("two")}</w:hyperlink>${run(escaped)}<w:r><w:footnoteReference w:id="1"/></w:r>`,
          ) +
          paragraph(
            `<w:commentRangeStart w:id="1"/>${run("It rained.", `<w:color w:val="red;background:url(${alert})"/><w:rFonts w:ascii="${escaped}"/>`)}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r><w:ins w:author="${escaped}">${run(escaped)}</w:ins>`,
          ) +
          paragraph(
            `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "${alert}" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("three")}<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:drawing><wp:inline><wp:docPr descr="${escaped}"/><a:blip r:embed="p"/></wp:inline></w:drawing></w:r><w:r><w:drawing><wp:inline><wp:docPr descr="${escaped}"/><a:blip r:link="out"/></wp:inline></w:drawing></w:r>`,
          ),
        {
          styles: style("Title", "Title"),
          links: { bad: alert, data: "data:text/html,x", out: "http://evil.test/a.png" },
          pictures: { p: pngSaying("<script>alert(1)</script>") },
          footnotes: `<w:footnote w:id="1">${paragraph(run(escaped))}</w:footnote>`,
          comments: `<w:comment w:id="1" w:author="${escaped}">${paragraph(run(escaped))}</w:comment>`,
          core: `<dc:title>${escaped}</dc:title><dc:creator>${escaped}</dc:creator>`,
        },
      ),
    keeps: ["It rained."],
  },
  {
    why: "of scripts",
    name: "a.odt",
    bytes: () =>
      odtOf({
        meta: `<dc:title>${escaped}</dc:title><meta:initial-creator>${escaped}</meta:initial-creator>`,
        styles: `<style:style style:name="A" style:family="text"><style:text-properties fo:color="red;background:url(x)"/></style:style>`,
        text: `<text:p>${escaped}<text:a xlink:href="${alert}">one</text:a> It rained. <text:span text:style-name="A">red</text:span><text:note text:id="n1"><text:note-citation>1</text:note-citation><text:note-body><text:p>${escaped}</text:p></text:note-body></text:note><office:annotation><dc:creator>${escaped}</dc:creator><text:p>${escaped}</text:p></office:annotation><draw:frame><draw:image xlink:href="http://evil.test/a.png"/><svg:title>${escaped}</svg:title></draw:frame><draw:frame><draw:image xlink:href="Pictures/a.svg"/><svg:desc>${escaped}</svg:desc></draw:frame></text:p><office:scripts><office:event-listeners>x</office:event-listeners></office:scripts>`,
        files: { "Pictures/a.svg": words('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>') },
      }),
    keeps: ["It rained."],
  },
  {
    why: "of scripts",
    name: "a.rtf",
    bytes: () =>
      `{\\rtf1\\ansi{\\info{\\title ${attack}}{\\author ${attack}}}{\\fonttbl{\\f0 ${attack};}}\\f0 It rained. ${attack}{\\field{\\*\\fldinst HYPERLINK "${alert}"}{\\fldrslt one}}{\\field{\\*\\fldinst INCLUDEPICTURE "http://evil.test/a.png"}{\\fldrslt two}}{\\object\\objemb{\\*\\objdata 0105}}{\\footnote ${attack}}{\\*\\annotation ${attack}}\\u-10179?\\u99999999999?\\u-99999?\\'zz\\bin-5 \\uc4294967295\\par}`,
    keeps: ["It rained."],
  },
  {
    why: "of scripts",
    name: "a.txt",
    bytes: () =>
      `Title: ${attack}\nAuthor: ${attack} <x@example.org>\nFandom: ${attack}\nSummary: ${attack}\nRating: ${attack}\nA/N: ${attack}\nBeta: ${attack}\n\nChapter 1: ${attack}\n\nIt rained. [url=${alert}]one[/url] [img]http://evil.test/a.png[/img] *${attack}*\n\n${attack}\n`,
    keeps: ["It rained."],
  },
  {
    why: "named a Word document that is a page",
    name: "page.docx",
    bytes: () => `<!doctype html><body><p>It rained.${attack}</p>`,
    keeps: ["It rained."],
  },
  {
    why: "asking for files outside of itself",
    name: "outside.epub",
    bytes: () =>
      bookOf({
        pages: {
          "a.xhtml":
            '<p>It rained all night, and nobody slept.</p><p>She looked out<img src="../../../../../../../../etc/hostname" alt="a"/><img src="file:///etc/hostname" alt="b"/><img src="/etc/hostname" alt="c"/></p>',
          "../../../../../../../../etc/hostname": "x",
        },
        manifest:
          '<item id="o" href="file:///etc/hostname" media-type="application/xhtml+xml"/><item id="u" href="http://evil.test/a.xhtml" media-type="application/xhtml+xml"/>',
        files: { "../../../../../../../../tmp/pressie-was-here": "x", "/tmp/pressie-was-here": "x" },
      }),
    keeps: ["It rained all night"],
  },
  {
    why: "whose styles, lists and notes go round in circles",
    name: "circles.docx",
    bytes: () =>
      docxOf(
        paragraph(run("It rained."), '<w:pStyle w:val="A"/>') +
          paragraph(
            run("Again."),
            '<w:pStyle w:val="C"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
          ) +
          paragraph(run("x").replace("</w:r>", '<w:footnoteReference w:id="1"/></w:r>')),
        {
          styles:
            style("A", "A", '<w:basedOn w:val="B"/><w:next w:val="A"/>') +
            style("B", "B", '<w:basedOn w:val="A"/><w:link w:val="A"/>') +
            style("C", "C", '<w:basedOn w:val="C"/>') +
            '<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
          numbering:
            '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
          footnotes: `<w:footnote w:id="1"><w:p><w:r><w:t>n</w:t><w:footnoteReference w:id="1"/></w:r></w:p></w:footnote>`,
        },
      ),
    keeps: ["It rained.", "Again."],
  },
  {
    why: "whose styles and changes go round in circles",
    name: "circles.odt",
    bytes: () =>
      odtOf({
        styles:
          '<style:style style:name="A" style:family="paragraph" style:parent-style-name="B"/><style:style style:name="B" style:family="paragraph" style:parent-style-name="A"/>',
        text: '<text:tracked-changes><text:changed-region text:id="c"><text:deletion><office:change-info/><text:p>x<text:change text:change-id="c"/></text:p></text:deletion></text:changed-region></text:tracked-changes><text:p text:style-name="A">It rained.<text:change text:change-id="c"/></text:p><text:p>a<text:s text:c="1000000000"/>b</text:p><table:table><table:table-row table:number-rows-repeated="1000000000"><table:table-cell table:number-columns-repeated="1000000000" table:number-columns-spanned="1000000000"><text:p>cell</text:p></table:table-cell></table:table-row></table:table>',
      }),
    keeps: ["It rained.", "cell"],
  },
  {
    why: "whose spine goes round in circles",
    name: "circles.epub",
    bytes: () =>
      bookOf({
        pages: { "a.xhtml": "<p>It rained.</p>" },
        files: {
          "OEBPS/book.opf": `<package xmlns="http://www.idpf.org/2007/opf" version="2.0"><metadata/><manifest><item id="a" href="a.xhtml" fallback="b" media-type="application/xhtml+xml"/><item id="b" href="a.xhtml" fallback="a" media-type="x/y"/></manifest><spine>${'<itemref idref="a"/><itemref idref="b"/>'.repeat(100)}</spine></package>`,
        },
      }),
    keeps: ["It rained."],
  },
  {
    why: "with a table wider than the world",
    name: "wide.html",
    bytes: () =>
      `<!doctype html><p>It rained.</p><table>${'<tr><td colspan="1000000000" rowspan="1000000000">cell'.repeat(200)}</table>`,
    keeps: ["It rained."],
  },
  {
    why: "with a picture that would fill a memory",
    name: "huge.docx",
    bytes: () =>
      docxOf(
        paragraph(
          `${run("It rained.")}<w:r><w:drawing><wp:inline><wp:docPr descr="a wall"/><a:blip r:embed="p"/></wp:inline></w:drawing></w:r>`,
        ),
        { pictures: { p: tinyPng({ width: 60_000, height: 60_000 }) } },
      ),
    keeps: ["It rained.", "a wall"],
  },
  {
    why: "of five hundred pictures",
    name: "album.html",
    bytes: () => {
      const picture = Buffer.from(pngSaying("<script>alert(1)</script>")).toString("base64");
      return `<!doctype html><p>It rained.</p>${numbered(500, (index) => `<p><img src="data:image/png;base64,${picture}" alt="${index}"></p>`)}`;
    },
    keeps: ["It rained."],
  },
  {
    why: "of five hundred chapters",
    name: "chapters.zip",
    bytes: () =>
      zipOf(
        Array.from({ length: 500 }, (_, index) => ({ name: `${index}.txt`, content: words("It rained.\n") })),
      ),
    keeps: ["It rained."],
  },
  {
    why: "that is one line of a million letters",
    name: "line.txt",
    bytes: () => "It rained. ".repeat(100_000),
    keeps: ["It rained."],
  },
  {
    why: "of thirty thousand brackets",
    name: "brackets.md",
    bytes: () => `It rained.\n\n${"[".repeat(30_000)}\n\n${"*".repeat(30_000)}\n\n${"(".repeat(30_000)}`,
    keeps: ["It rained."],
  },
  {
    why: "that asks a thousand questions",
    name: "comments.docx",
    bytes: () =>
      docxOf(
        paragraph(run("It rained.")) +
          numbered(
            500,
            (index) =>
              `<w:p><w:ins w:id="${index}">${run("a")}</w:ins><w:del w:id="${index}"><w:r><w:delText>b</w:delText></w:r></w:del></w:p>`,
          ),
      ),
    keeps: ["It rained."],
  },
  {
    why: "of lists two hundred deep",
    name: "lists.docx",
    bytes: () =>
      docxOf(
        paragraph(run("It rained.")) +
          numbered(600, (index) =>
            paragraph(run("a"), `<w:numPr><w:ilvl w:val="${index % 200}"/><w:numId w:val="1"/></w:numPr>`),
          ),
        {
          numbering:
            '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="99999999999"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        },
      ),
    keeps: ["It rained."],
  },
];

const hostileNames = [
  `<script>alert(1)</script>.txt`,
  `"><img src=x onerror=alert(1)>.txt`,
  "a\u202Etxt.exe",
  "../../../../etc/passwd",
  "..\\..\\boot.ini",
  "line\r\nX-Injected: yes\n.txt",
  `${"long".repeat(2_500)}.txt`,
  "\u0000.txt",
  "constructor",
  "a\ud800b.txt",
];

describe("a hostile file", () => {
  let archive: TestArchive;
  let serving: Serving;
  let writer: CastMember;
  let address: string;
  before(async () => {
    archive = await openTestArchive();
    writer = await archive.join("Quillfeather");
    serving = await serve(archive.app.fetch, archive.visitorPages, "127.0.0.1", 0);
    address = `http://127.0.0.1:${serving.port}`;
  });
  after(async () => {
    await serving.close(0);
    // What is wrong with a file is no fault of the archive's.
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  const get = (path: string) => fetch(address + path, { headers: { cookie: writer.cookie } });
  /** Sends a file as a browser would, and asks for another page before it is read. */
  async function send(name: string, bytes: Bytes): Promise<Response> {
    const body = new FormData();
    body.append("file", new File([typeof bytes === "string" ? bytes : new Uint8Array(bytes)], name));
    const headers = { cookie: writer.cookie, origin: address };
    const sent = fetch(address + urls.imports(), { method: "POST", redirect: "manual", headers, body });
    const meanwhile = await get(urls.newImport());
    assert.equal(meanwhile.status, 200);
    return sent;
  }

  /** What came of it: the page that says no, or the review. */
  async function broughtIn(name: string, bytes: Bytes): Promise<{ path: string | null; html: string }> {
    const answer = await send(name, bytes);
    if (answer.status === 422) return { path: null, html: await answer.text() };
    assert.equal(answer.status, 303, await answer.clone().text());
    const path = answer.headers.get("location") ?? "";
    await archive.importer.jobs.settled();
    const page = await get(path);
    assert.equal(page.status, 200);
    return { path, html: await page.text() };
  }

  // Nothing of these comes to the database but that they were refused.
  const alike = process.env.PRESSIE_TEST_POSTGRES ? "readers of files know no database" : false;
  for (const { why, name, bytes, said } of refused)
    it(`that ${why} is refused in words: ${name}`, { skip: alike }, async () => {
      const { html } = await broughtIn(name, bytes());
      assert.match(html, said);
      assert.doesNotMatch(html, /Look through what came in/);
      assert.deepEqual(harmsIn(html), []);
    });

  for (const { why, name, bytes, keeps = [] } of harmless)
    it(`${why} is read and does no harm: ${name}`, async () => {
      const { path, html } = await broughtIn(name, bytes());
      assert.match(html, /Look through what came in/);
      assert.deepEqual(harmsIn(html), []);
      for (const kept of keeps) assert.ok(html.includes(kept), kept);
      const hostname = (await readFile("/etc/hostname", "utf8").catch(() => "")).trim();
      const [stored] = await archive.database.reading
        .selectFrom("imports")
        .select("reading")
        .where("id", "=", path?.split("/").at(-1) ?? "")
        .execute();
      assert.ok(stored && stored.reading !== "");
      if (hostname.length > 3) assert.ok(!stored.reading.includes(hostname), "no file outside was read");
      assert.ok(!(await readdir(tmpdir())).includes("pressie-was-here"), "no file outside was written");
      await saveAndLook(path ?? "", html);
    });

  /** Answers whatever must be answered, saves, and looks at the work as its writer and readers see it. */
  async function saveAndLook(path: string, html: string): Promise<void> {
    const answered = Object.fromEntries(
      [...html.matchAll(/value="decide:accept:([^"]+)"/g)].flatMap(([, groups = ""]) =>
        groups.split(",").map((group) => [`decide-all-${group}`, "accept"]),
      ),
    );
    const form = { ...formIn(html, path), title: "Rain", ...answered };
    for (const [name] of Object.entries(form)) if (/alt/.test(name)) Object.assign(form, { [name]: "words" });
    const saved = await press(archive, writer, path, "save", form);
    const shown = await saved.clone().text();
    assert.ok(saved.status === 303 || saved.status === 422, shown);
    assert.deepEqual(harmsIn(shown), []);
    if (saved.status === 303) {
      const preview = await get(saved.headers.get("location") ?? "");
      assert.equal(preview.status, 200);
      assert.deepEqual(harmsIn(await preview.text()), []);
    }
  }

  it("is looked at by something that knows harm", () => {
    for (const markup of hostileMarkup.split("\n").slice(0, -2))
      assert.notDeepEqual(harmsIn(markup), [], markup);
    assert.deepEqual(harmsIn('<p><a href="https://example.org">a</a><img src="/pictures/a.png">'), []);
  });

  for (const name of hostileNames)
    it(`with a name that means harm is shown without it: ${JSON.stringify(name).slice(0, 40)}`, async () => {
      const answer = await archive.send(
        urls.imports(),
        { file: new File(["It rained all night."], name) },
        writer,
      );
      assert.equal(answer.status, 303);
      const path = answer.headers.get("location") ?? "";
      const html = await (await get(path)).text();
      assert.match(html, /It rained all night/);
      assert.deepEqual(harmsIn(html), []);
      assert.doesNotMatch(html, /[\u202A-\u202E\uD800]|(?:long){100}/u);
      const given = await get(urls.importOriginal(path.split("/").at(-1) ?? ""));
      assert.equal(await given.text(), "It rained all night.");
      assert.equal(given.headers.get("x-injected"), null);
      assert.match(given.headers.get("content-disposition") ?? "", /^attachment;/);
      assert.equal(given.headers.get("x-content-type-options"), "nosniff");
    });

  it("that fills a thread's memory is given up, and the next is read", async () => {
    const importer = openImporter({ resourceLimits: { maxOldGenerationSizeMb: 24 } });
    const app = createApp({ ...archive, importer });
    const ask = (path: string, init: RequestInit = {}) =>
      Promise.resolve(
        app.fetch(
          new Request(`http://archive.test${path}`, {
            ...init,
            headers: { cookie: writer.cookie, origin: "http://archive.test", host: "archive.test" },
          }),
        ),
      );
    const bring = async (text: string) => {
      const body = new FormData();
      body.append("file", new File([text], "a.txt"));
      const answer = await ask(urls.imports(), { method: "POST", body });
      if (answer.status !== 303) return answer.text();
      await importer.jobs.settled();
      return (await ask(answer.headers.get("location") ?? "")).text();
    };
    assert.match(await bring(novelAsText(40, 150_000)), /took too long or too much room/);
    assert.match(await bring("It rained all night."), /Look through what came in/);
    await importer.close();
  });
});

const inLinux = process.platform === "linux" && !process.env.PRESSIE_TEST_POSTGRES;

describe("an upload without end", {
  skip: inLinux ? false : "the memory of a process is read as Linux tells it",
}, () => {
  let folder: string;
  let cookie = "";
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "pressie-hostile-"));
    const archive = await openArchive(readConfig({ PRESSIE_DATA: folder }), () => {});
    const registration = { email: "a@example.org", password: "four ordinary words", pseudName: "Author" };
    const { cookies } = await registerAccount(archive.library, archive.database, registration, Date.now());
    cookie = cookies.map((one) => one.split(";")[0]).join("; ");
    await archive.close();
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it("is cut off at the limit, whether it says its length or not, and costs little memory", async () => {
    const { server, origin } = await startServer(folder);
    const exited = once(server, "exit");
    try {
      const memory = async () =>
        Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${server.pid}/status`, "utf8"))?.[1]) * 1024;
      const idle = await memory();
      const headers = { cookie, origin, "content-type": "multipart/form-data; boundary=x" };
      const said = await upload(origin, { ...headers, "content-length": "2000000000" });
      assert.equal(said.status, 413);
      const chunked = await upload(origin, headers);
      assert.ok(chunked.sent < 200_000_000, `${chunked.sent} bytes were taken`);
      assert.equal(chunked.status, 413);
      const limit = 10_000_000;
      const grown = (await memory()) - idle;
      assert.ok(grown < 15 * limit, `${grown} bytes more`);
      assert.equal((await fetch(origin)).status, 200);
    } finally {
      server.kill("SIGKILL");
      await exited;
    }
  });
});

/** Sends a body that has no end, until it is answered or cut off. */
async function upload(
  origin: string,
  headers: Record<string, string>,
): Promise<{ status: number; sent: number }> {
  const piece = Buffer.alloc(1_000_000, 0x61);
  return new Promise((resolve) => {
    let sent = 0;
    let status = 0;
    const asked = request(origin + urls.imports(), { method: "POST", headers });
    const done = () => {
      asked.destroy();
      resolve({ status, sent });
    };
    asked.on("response", (answer) => {
      status = answer.statusCode ?? 0;
      done();
    });
    asked.on("error", done);
    const more = () => {
      while (!asked.destroyed && sent < 2_000_000_000) {
        sent += piece.length;
        if (!asked.write(piece)) return;
      }
    };
    asked.on("drain", more);
    asked.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n');
    more();
  });
}
