import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createTranslate } from "../../ui/translation.ts";
import { kitchenSink } from "../for-tests/kitchen-sink.ts";
import { writeMarkdown } from "./write-markdown.ts";

const markdown = new TextDecoder().decode(writeMarkdown(kitchenSink, createTranslate("en"), "en"));

describe("a work as Markdown", () => {
  it("has one title, a heading for each chapter and each text beside the story", () => {
    const headings = markdown.split("\n").filter((line) => /^#{1,2} /.test(line));
    assert.deepEqual(headings, [
      "# The Salt Road & Other \\<Tides>",
      "## Summary",
      "## Dedication",
      "## Disclaimer",
      "## How to read this",
      "## Notes",
      "## Chapter 1: Salt & \\<Rope>",
      "## Chapter 2",
      "## End notes",
    ]);
  });

  it("lists gift, credits and warnings", () => {
    for (const said of [
      "A gift for saltmarsh, here called Tilly",
      "Beta read by quillfeather",
      "Peril at sea: yes",
    ])
      assert.ok(markdown.includes(said), said);
  });

  it("keeps italics, and the address as a link", () => {
    assert.match(markdown, /ferryman who is [*_]never[*_] late/);
    assert.ok(markdown.includes("<https://stories.example/works/7k2mzq04vt>"));
  });
});
