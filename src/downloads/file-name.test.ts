import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fileName } from "./file-name.ts";

describe("a file name from a title", () => {
  it("keeps a title in any script", () => {
    for (const title of ["The Salt Road", "Соль и верёвка", "鏡の中の人", "مرآة الملح", "Café 👩‍👩‍👧"])
      assert.equal(fileName(title, "epub", "id"), `${title}.epub`);
  });

  it("puts a space where a system would see a separator or refuse the character", () => {
    assert.equal(fileName('A/B: "C" <D>? |*\\', "txt", "id"), "A B C D.txt");
  });

  it("never climbs, hides or starts with a dot", () => {
    assert.equal(fileName("../../etc/passwd", "txt", "id"), "etc passwd.txt");
    assert.equal(fileName(".hidden.", "txt", "id"), "hidden.txt");
  });

  it("takes away marks that could disguise the extension", () => {
    assert.equal(fileName("photo\u202egpj.exe\u0000\n", "epub", "id"), "photogpj.exe.epub");
  });

  it("uses the other name when nothing is left or Windows forbids it", () => {
    for (const title of ["", "...", "???", "CON", "lpt1"])
      assert.equal(fileName(title, "md", "7k2mzq04vt"), "7k2mzq04vt.md");
  });

  it("cuts a long title between whole letters", () => {
    const name = fileName("👩‍👩‍👧".repeat(50), "epub", "id");
    assert.ok(Buffer.byteLength(name) <= 200);
    assert.match(name, /^(👩‍👩‍👧)+\.epub$/u);
  });
});
