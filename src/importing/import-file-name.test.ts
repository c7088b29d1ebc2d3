import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { importFileName, pastedFileName } from "./import-file-name.ts";

describe("a file's name", () => {
  it("loses its folders and what cannot be seen", () => {
    assert.equal(importFileName("../../etc/passwd"), "passwd");
    assert.equal(importFileName("C:\\stories\\one.txt"), "one.txt");
    assert.equal(importFileName("story\u202Etxt.exe"), "storytxt.exe");
    assert.equal(importFileName("a\u0000b\nc.txt"), "abc.txt");
  });

  it("keeps every script, and its extension when it is long", () => {
    assert.equal(importFileName("قصة.txt"), "قصة.txt");
    assert.equal(importFileName(`${"😀".repeat(300)}.html`), `${"😀".repeat(195)}.html`);
  });

  it("is never empty", () => {
    for (const name of ["", "..", "/", "\u202E"]) assert.equal(importFileName(name), "story.txt");
  });
});

describe("the name of a paste", () => {
  const nameOf = (text: string, pastedAs: "text" | "html" = "text") =>
    pastedFileName({ bytes: new TextEncoder().encode(text), pastedAs });

  it("is its first words, whole", () => {
    assert.equal(nameOf("\n***\n The Lantern: Room \nby me"), "The Lantern Room.txt");
    assert.equal(
      nameOf("It was a dark and stormy night, and nobody slept"),
      "It was a dark and stormy night, and.txt",
    );
    assert.equal(nameOf("雨".repeat(60)), `${"雨".repeat(40)}.txt`);
  });

  it("is read past the tags of pasted HTML, and never empty", () => {
    assert.equal(nameOf("<p class='a'><b>Sixpence</b>, please</p>", "html"), "Sixpence.html");
    assert.equal(nameOf("* * *"), "pasted.txt");
  });
});
