import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { strToU8, zipSync } from "fflate";
import { recogniseSource } from "./recognise.ts";

describe("the kind of a container", () => {
  const kind = (files: Record<string, string>) =>
    recogniseSource({
      bytes: zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
      fileName: null,
      pastedAs: null,
    });

  it("is what its type file says, or what lies in it", () => {
    assert.equal(kind({ mimetype: "application/epub+zip" }), "epub");
    assert.equal(kind({ mimetype: "application/vnd.oasis.opendocument.text\n" }), "odt");
    assert.equal(kind({ "OEBPS/a.xhtml": "", "META-INF/container.xml": "<a/>" }), "epub");
    assert.equal(kind({ "content.xml": "<a/>", "META-INF/manifest.xml": "<a/>" }), "odt");
    assert.equal(kind({ "word/document.xml": "<a/>", "[Content_Types].xml": "<a/>" }), "docx");
    const main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    assert.equal(kind({ "doc.xml": "<a/>", "[Content_Types].xml": `<Types>${main}</Types>` }), "docx");
  });

  it("is a ZIP of files, or unknown for a spreadsheet", () => {
    assert.equal(kind({ "Chapter 1.txt": "Rain.", "Chapter 2.docx": "" }), "zip");
    assert.equal(kind({ "xl/workbook.xml": "<a/>", "[Content_Types].xml": "<Types/>" }), "unknown");
  });
});
