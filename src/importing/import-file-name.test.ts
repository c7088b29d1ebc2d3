import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { importFileName } from "./import-file-name.ts";

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
