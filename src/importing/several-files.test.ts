import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { strToU8, zipSync } from "fflate";
import { serialiseStory } from "../story-text/serialise.ts";
import { applyDecisions } from "./apply-decisions.ts";
import { compareNames } from "./compare-names.ts";
import { newProgress, readProgress, whileReporting, writeProgress } from "./import-progress.ts";
import type { ImportSource } from "./import-reading.ts";
import { readImportedFiles } from "./read-import-files.ts";

const lexicon = { abbreviations: [] };

function file(fileName: string, text: string): ImportSource {
  return { bytes: new TextEncoder().encode(text), fileName, pastedAs: null };
}

function zipped(files: Record<string, string>): ImportSource {
  const packed = zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
  );
  return { bytes: packed, fileName: "salt.zip", pastedAs: null };
}

function chaptersOf(first: ImportSource, ...others: ImportSource[]) {
  const { reading } = readImportedFiles([first, ...others], lexicon);
  return applyDecisions(reading, {}).chapters.map(({ title, notes, story }) => ({
    title: title?.text ?? null,
    notes: notes?.text ?? null,
    story: serialiseStory(story).trim(),
  }));
}

const header = (rating: string) => `Title: Salt\nAuthor: Wren\nRating: ${rating}\nChapter Title: `;

describe("several files", () => {
  const one = file("salt 1.txt", `${header("PG")}The harbour\n\nShe ran, and ran.\n\nShe ran on.\n`);
  const two = file("salt 2.txt", `${header("R")}The sea\n\nShe fell, and fell.\n\nShe swam.\n`);

  it("keep the footnotes their texts type, each with its own (T69)", () => {
    const chapters = chaptersOf(
      file("1.txt", "A brig[1] came, and stayed.\n\n[1] A ship.\n"),
      file("2.txt", "A barque[1] came, and left.\n\n[1] Another.\n"),
    );
    for (const { story } of chapters)
      assert.match(story, /href="#note-1">\[1\]<\/a>.*\n<aside class="footnote" id="note-1">/);
    assert.equal(chapters.length, 2);
  });

  it("become the chapters of one story; a header that comes again is taken out, and what differs is kept (T79)", () => {
    const { reading } = readImportedFiles([one, two], lexicon);
    const { chapters, fields } = applyDecisions(reading, {});
    assert.deepEqual(
      chapters.map(({ title, notes, story }) => [title?.text, notes?.text, serialiseStory(story).trim()]),
      [
        ["The harbour", undefined, "<p>She ran, and ran.</p>\n<p>She ran on.</p>"],
        ["The sea", "Rating: R", "<p>She fell, and fell.</p>\n<p>She swam.</p>"],
      ],
    );
    assert.equal(fields.title?.text, "Salt");
    assert.deepEqual(
      fields.creators.map(({ name }) => name),
      ["Wren"],
    );
    const begins = reading.findings.filter(({ kind }) => kind === "file-begins");
    assert.deepEqual(
      begins.map(({ becomes }) => becomes),
      ["salt 2.txt"],
    );
    assert.equal(new Set(reading.findings.map(({ id }) => id)).size, reading.findings.length);
  });

  it("keep their footnotes apart", () => {
    const note = (words: string) =>
      `<p>Salt<sup><a class="noteref" href="#note-1" id="noteref-1">1</a></sup>.</p><aside class="footnote" id="note-1"><p><a class="noteback" href="#noteref-1">1</a> ${words}</p></aside>`;
    const [first, second] = chaptersOf(
      file("1.html", `<html><body>${note("Of the sea.")}</body></html>`),
      file("2.html", `<html><body>${note("Of the earth.")}</body></html>`),
    );
    assert.match(first?.story ?? "", /Of the sea/);
    assert.doesNotMatch(first?.story ?? "", /Of the earth/);
    assert.match(second?.story ?? "", /Of the earth/);
  });

  it("leave out what cannot be read, and say so", () => {
    const picture: ImportSource = {
      bytes: new Uint8Array(4000).map((_, index) => (index * 7) % 32),
      fileName: "cat.jpg",
      pastedAs: null,
    };
    const { reading } = readImportedFiles([picture, one, two], lexicon);
    assert.equal(reading.problem, null);
    assert.deepEqual(
      reading.findings.filter(({ kind }) => kind === "file-left-out").map(({ was }) => was),
      ["cat.jpg"],
    );
    assert.equal(readImportedFiles([picture], lexicon).reading.problem, "not-text");
  });

  it("in a ZIP stand for it, in the order of their numbers, without what systems add", () => {
    const chapters = chaptersOf(
      zipped({
        "Salt/Chapter 10.txt": "Ten ran.\n\nTen fell.\n",
        "Salt/Chapter 2.txt": "Two ran.\n\nTwo fell.\n",
        "Salt/.DS_Store": "xx",
        "__MACOSX/Salt/._Chapter 2.txt": "xx",
        "more.zip": "PK",
      }),
    );
    assert.deepEqual(
      chapters.map(({ story }) => story.split("\n")[0]),
      ["<p>Two ran.</p>", "<p>Ten ran.</p>"],
    );
    const empty = readImportedFiles([zipped({ ".DS_Store": "xx" })], lexicon);
    assert.equal(empty.reading.problem, "empty");
  });

  it("are ordered as people number them", () => {
    assert.deepEqual(["ch10", "Ch 2", "ch9", "ch1"].toSorted(compareNames), ["Ch 2", "ch1", "ch9", "ch10"]);
  });
});

describe("the progress of a reading", () => {
  it("grows from nothing to all, file by file", () => {
    const shared = newProgress();
    const parts: number[] = [];
    const report = (part: number) => {
      writeProgress(shared, { part, stage: "reading" });
      parts.push(readProgress(shared).part);
    };
    whileReporting(report, () =>
      readImportedFiles(
        [
          file("1.html", "<html><body><p>She ran.</p></body></html>"),
          file("2.html", "<html><body><p>She fell.</p></body></html>"),
        ],
        lexicon,
      ),
    );
    assert.ok(parts.length > 2, "it says more than the end");
    assert.deepEqual(parts.toSorted(), parts);
    assert.ok((parts[0] ?? 1) < 0.5 && (parts.at(-1) ?? 0) > 0.9);
  });
});
