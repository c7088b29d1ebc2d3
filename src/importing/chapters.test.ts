import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readStored } from "../story-text/read-stored.ts";
import { serialiseStory } from "../story-text/serialise.ts";
import { applyDecisions } from "./apply-decisions.ts";
import type { BaseBlock, ImportReading } from "./import-reading.ts";
import type { NewFinding, NewRecognition } from "./reading-draft.ts";
import { ReadingDraft } from "./reading-draft.ts";

type Found = [NewFinding, ...NewRecognition[]];

/** A reading of stored HTML with some findings, as any source may make one. */
function readingWith(html: string, ...found: Found[]): ImportReading {
  const blocks = readStored(html).children.flatMap((node): BaseBlock[] =>
    node.type === "element" ? [{ kind: "block", node, gapBefore: 0 }] : [],
  );
  const draft = new ReadingDraft(blocks);
  for (const [finding, ...recognitions] of found) draft.add(finding, ...recognitions);
  return {
    version: 1,
    source: { kind: "html", fileName: null, charset: null },
    problem: null,
    stop: null,
    blocks,
    findings: draft.findings,
    recognised: draft.recognised,
  };
}

/** The heading in a block begins a chapter and is its title. */
function heading(block: number, length: number): Found {
  const range = { block, from: 0, to: length };
  return [
    {
      kind: "chapter-heading",
      state: "applied",
      where: range,
      edits: [
        { kind: "begin-chapter", block },
        { kind: "lift-to-field", field: "chapterTitle", ...range, value: range },
      ],
    },
    { field: "chapterTitle", passages: [range] },
  ];
}

const told = "<p>Chapter 1</p><p>She ran.</p><p>Chapter 2</p><p>She fell.</p>";

function chaptersOf(reading: ImportReading, decisions = {}) {
  return applyDecisions(reading, decisions).chapters.map(({ key, title, story }) => [
    key,
    title?.text ?? null,
    serialiseStory(story).trim(),
  ]);
}

describe("the chapters of a file", () => {
  it("begin where findings say so, each with its own title", () => {
    assert.deepEqual(chaptersOf(readingWith(told, heading(0, 9), heading(2, 9))), [
      ["first", "Chapter 1", "<p>She ran.</p>"],
      ["chapter-heading-2", "Chapter 2", "<p>She fell.</p>"],
    ]);
  });

  it("become one again when a beginning is undone", () => {
    const reading = readingWith(told, heading(0, 9), heading(2, 9));
    assert.deepEqual(chaptersOf(reading, { "chapter-heading-2": "undo" }), [
      ["first", "Chapter 1", "<p>She ran.</p>\n<p>Chapter 2</p>\n<p>She fell.</p>"],
    ]);
  });

  it("take what stands between them and their story along: a header, the title of a part", () => {
    const reading = readingWith(
      "<p>Part</p><p>Chapter 1</p><p>She ran.</p><p>Chapter 2</p>",
      heading(0, 4),
      heading(1, 9),
      heading(3, 9),
    );
    assert.deepEqual(chaptersOf(reading), [
      ["first", "Part\n\nChapter 1", "<p>She ran.</p>"],
      ["chapter-heading-3", "Chapter 2", ""],
    ]);
  });

  it("hold the notes they refer to, wherever those stood", () => {
    const reference = (number: number) =>
      `<sup><a class="noteref" href="#note-${number}" id="noteref-${number}">${number}</a></sup>`;
    const note = (number: number, words: string) =>
      `<aside class="footnote" id="note-${number}"><p><a class="noteback" href="#noteref-${number}">${number}</a> ${words}</p></aside>`;
    const reading = readingWith(
      `<p>She ran${reference(1)}.</p><p>Chapter 2</p><p>She fell${reference(2)}.</p>${note(1, "Fast.")}${note(2, "Far.")}`,
      heading(1, 9),
    );
    const [first, second] = chaptersOf(reading);
    assert.match(String(first?.[2]), /She ran.*Fast\./s);
    assert.doesNotMatch(String(first?.[2]), /Far\./);
    assert.match(String(second?.[2]), /She fell.*Far\./s);
  });
});
