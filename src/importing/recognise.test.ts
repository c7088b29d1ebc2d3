import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { strToU8, zipSync } from "fflate";
import { readImportedFile } from "./read-import.ts";
import { recogniseSource } from "./recognise.ts";

describe("the kind of a container", () => {
  const kind = (files: Record<string, string>, fileName: string | null = null) =>
    recogniseSource({
      bytes: zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
      fileName,
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

  it("is a Word document by its name, where the part with its text is lost", () => {
    const types = { "[Content_Types].xml": "<Types/>" };
    assert.equal(kind({ ...types, "docProps/app.xml": "<a/>" }, "Tide.DOCX"), "docx");
    assert.equal(kind({ "word/styles.xml": "<a/>" }, "tide.docx"), "docx");
    assert.equal(kind({ "Chapter 1.txt": "Rain." }, "tide.docx"), "zip");
    assert.equal(kind({ "[Content_Types].xml": "<Types>spreadsheetml</Types>" }, "tide.docx"), "unknown");
    const bytes = zipSync({ "[Content_Types].xml": strToU8("<Types/>") });
    const source = { bytes, fileName: "tide.docx", pastedAs: null };
    assert.equal(readImportedFile(source, { abbreviations: [] }).reading.problem, "damaged");
  });

  it("is a ZIP of files, or unknown for a spreadsheet", () => {
    assert.equal(kind({ "Chapter 1.txt": "Rain.", "Chapter 2.docx": "" }), "zip");
    assert.equal(kind({ "xl/workbook.xml": "<a/>", "[Content_Types].xml": "<Types/>" }), "unknown");
  });
});
