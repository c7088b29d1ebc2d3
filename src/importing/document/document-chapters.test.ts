import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fromHtml } from "hast-util-from-html";
import { serialiseStory } from "../../story-text/serialise.ts";
import { applyDecisions } from "../apply-decisions.ts";
import type { Decisions } from "../finding.ts";
import type { ImportReading } from "../import-reading.ts";
import type { PageRole, PageSection } from "./page-section.ts";
import { readDocument } from "./read-document.ts";
import { plainDocument } from "./source-document.ts";

function section(role: PageRole, html: string, beginsChapter?: true): PageSection {
  const nodes = fromHtml(html, { fragment: true }).children;
  return { role, nodes, ...(beginsChapter && { beginsChapter }) };
}

function readingOf(...sections: PageSection[]): ImportReading {
  const read = readDocument(plainDocument(sections), { abbreviations: [] });
  assert.ok(typeof read !== "string");
  return {
    version: 1,
    source: { kind: "html", fileName: null, charset: null },
    problem: null,
    stop: read.stop,
    blocks: read.draft.blocks,
    findings: read.draft.findings,
    recognised: read.draft.recognised,
  };
}

function chaptersOf(reading: ImportReading, decisions: Decisions = {}) {
  return applyDecisions(reading, decisions).chapters.map(({ title, notes, endNotes, story }) => ({
    title: title?.text ?? null,
    notes: notes?.text ?? null,
    endNotes: endNotes?.text ?? null,
    story: serialiseStory(story).trim(),
  }));
}

const book = [
  section("title", "<p>Salt</p>"),
  section("chapterTitle", "<p>The harbour</p>", true),
  section("story", "<p>She ran.</p><p>* * *</p><p>She ran on.</p>"),
  section("chapterTitle", "<p>The sea</p>", true),
  section("chapterNotes", "<p>Thank you all.</p>"),
  section("story", "<p>She fell.</p><p>* * *</p><p>She swam.</p>"),
];

describe("a document with chapters", () => {
  it("keeps each with its own title and notes, and reads the marks of every one", () => {
    const reading = readingOf(...book);
    assert.deepEqual(chaptersOf(reading), [
      {
        title: "The harbour",
        notes: null,
        endNotes: null,
        story: '<p>She ran.</p>\n<hr class="scene" data-ornament="* * *">\n<p>She ran on.</p>',
      },
      {
        title: "The sea",
        notes: "Thank you all.",
        endNotes: null,
        story: '<p>She fell.</p>\n<hr class="scene" data-ornament="* * *">\n<p>She swam.</p>',
      },
    ]);
    assert.equal(applyDecisions(reading, {}).fields.title?.text, "Salt");
  });

  it("is one chapter when the beginning of the second is undone", () => {
    const reading = readingOf(...book);
    const [begin] = reading.findings.filter(({ kind }) => kind === "chapter-begins");
    assert.equal(begin?.was, "The sea");
    assert.equal(chaptersOf(reading, { [begin.id]: "undo" }).length, 1);
  });

  it("takes a header that comes again out of the later chapter, and keeps what differs as its notes (T79)", () => {
    const header = (rating: string) => `<p>Title: Salt</p><p>Author: Wren</p><p>Rating: ${rating}</p>`;
    const reading = readingOf(
      section("story", `${header("PG")}<p>She ran, and ran, and ran.</p>`, true),
      section("story", `${header("R")}<p>She fell, and fell, and fell.</p>`, true),
    );
    const [first, second] = chaptersOf(reading);
    assert.equal(first?.story, "<p>She ran, and ran, and ran.</p>");
    assert.equal(second?.story, "<p>She fell, and fell, and fell.</p>");
    assert.match(second?.notes ?? "", /^Rating: R$/);
    const { fields } = applyDecisions(reading, {});
    assert.deepEqual(
      fields.creators.map(({ name }) => name),
      ["Wren"],
    );
    const kinds = reading.findings.map(({ kind }) => kind);
    assert.ok(kinds.includes("repeated-header") && kinds.includes("repeated-header-differs"), kinds.join());
  });
});
