import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { serialiseStory } from "../../story-text/serialise.ts";
import { applyDecisions } from "../apply-decisions.ts";
import { bookOf } from "../epub/for-tests/book-of.ts";
import { fileRead } from "../for-tests/file-reading.ts";

function chaptersOf(file: string | Uint8Array, name: string) {
  const { chapters } = applyDecisions(fileRead(file, name).reading, {});
  return chapters.map(({ title, summary, notes, endNotes, story }) => [
    title?.text ?? null,
    summary?.text ?? null,
    notes?.text ?? null,
    serialiseStory(story).trim(),
    endNotes?.text ?? null,
  ]);
}

const expected = [
  ["Salt", "It begins.", null, "<p>One <em>tide</em>.</p>", "Sorry!"],
  [null, null, "Thanks to night_owl.", "<p>Two.</p>\n<p>And more.</p>", null],
  ["Ashes", null, null, "<p>Three.</p>", null],
];

const preface = `<div id="preface"><h2 class="toc-heading">Preface</h2><p class="message"><b>Fog</b><br/>Posted originally on the <a href="https://archive.example/">Archive</a>.</p>
  <div class="meta"><dl class="tags"><dt>Rating:</dt><dd>Mature</dd><dt>Fandom:</dt><dd>Dracula</dd><dt>Series:</dt><dd>Part 2 of <a href="#">Tides</a></dd><dt>Collections:</dt><dd><a href="#">Yule 2011</a></dd>
  <dt>Stats:</dt><dd>Published: 2011-05-02 Completed: 2012-01-01 Words: 9 Chapters: 3/3</dd></dl><h1>Fog</h1><div class="byline">by <a rel="author" href="#">wren_h</a> for <a href="#">Mina</a></div>
  <p>Summary</p><blockquote class="userstuff"><p>It is foggy.</p></blockquote></div></div>`;
const meta = (title: string, inside = "") =>
  `<div class="meta group"><h2 class="heading">${title}</h2>${inside}</div>`;
const quote = (label: string, words: string) =>
  `<p>${label}</p><blockquote class="userstuff"><p>${words}</p></blockquote>`;
const first = `${meta("Chapter 1: Salt", `${quote("Chapter Summary", "It begins.")}<div class="endnote-link">See the end of the chapter for <a href="#endnotes1">notes</a></div>`)}
  <div class="userstuff"><p>One <em>tide</em>.</p></div><div class="meta" id="endnotes1">${quote("Chapter End Notes", "Sorry!")}</div>`;
const second = `${meta("Chapter 2", quote("Chapter Notes", "Thanks to night_owl."))}<div class="userstuff"><p>Two.</p>`;
const third = `${meta("Chapter 3: Ashes")}<div class="userstuff"><p>Three.</p></div>`;
const afterword = `<div id="afterword"><h2 class="toc-heading">Afterword</h2><div class="meta"><div id="endnotes">${quote("End Notes", "Goodnight, all.")}</div></div><p class="message">Please drop by!</p></div>`;

describe("AO3's download of several chapters", () => {
  const page = `<!DOCTYPE html><html><head><title>Fog - wren_h - Dracula</title></head><body>${preface}<div id="chapters" class="userstuff">${first}${second}<p>And more.</p></div>${third}</div>${afterword}</body></html>`;

  it("comes apart into its chapters with their own titles, summaries and notes", () => {
    assert.deepEqual(chaptersOf(page, "fog.html"), expected);
  });

  it("says of the work what stands before and after", () => {
    const { fields } = applyDecisions(fileRead(page, "fog.html").reading, {});
    assert.deepEqual(
      [
        fields.title?.text,
        fields.summary?.text,
        fields.endNotes?.text,
        fields.rating?.id,
        fields.expectedChapters?.number,
      ],
      ["Fog", "It is foggy.", "Goodnight, all.", "mature", 3],
    );
    assert.deepEqual([fields.series?.title, fields.series?.number], ["Tides", 2]);
    assert.doesNotMatch(fields.notes?.text ?? "", /Series/);
    assert.match(fields.notes?.text ?? "", /Collections: Yule 2011/);
    assert.match(fields.notes?.text ?? "", /^Published: 2011-05-02, Completed: 2012-01-01$/m);
    assert.deepEqual([fields.complete?.complete, fields.chapterNumber?.number], [true, 1]);
    assert.deepEqual(
      fields.creators.map(({ role, name }) => `${role} ${name}`),
      ["author wren_h"],
    );
    assert.deepEqual(
      fields.gifts.map(({ name }) => name),
      ["Mina"],
    );
  });

  it("comes apart the same way as an e-book that calibre divided and whose classes it renamed", () => {
    const renamed = (part: string) =>
      part
        .replaceAll(/class="(?:meta group|meta)"/g, 'class="calibre1"')
        .replaceAll("<p>", '<p class="calibre7">');
    const box = (inside: string) => `<div class="userstuff1" id="chapters">${renamed(inside)}</div>`;
    const book = bookOf({
      pages: {
        "a.xhtml": `${renamed(preface)}<div class="userstuff1" id="chapters"><div class="calibre1"></div></div>`,
        "b.xhtml": box(first),
        "c.xhtml": box(`${second}</div>`),
        "c2.xhtml": box(`<div class="userstuff2"><p>And more.</p></div>`),
        "d.xhtml": `${box(third)}<div id="afterword"><div class="calibre8"></div></div>`,
        "e.xhtml": renamed(afterword),
      },
    });
    assert.deepEqual(chaptersOf(book, "fog.epub"), expected);
  });
});

describe("AO3's page of an entire work", () => {
  const module = (kind: string, label: string, words: string) =>
    `<div class="${kind} module"><h3 class="heading">${label}:</h3><blockquote class="userstuff"><p>${words}</p></blockquote></div>`;
  const chapter = (number: number, title: string, before: string, story: string, after = "") =>
    `<div class="chapter" id="chapter-${number}"><div class="chapter preface group"><h3 class="title"><a href="/works/1/chapters/${number}">Chapter ${number}</a>${title}</h3>${before}</div>
    <div class="userstuff module" role="article"><h3 class="landmark heading" id="work">Chapter Text</h3>${story}</div>${after ? `<div class="chapter preface group">${after}</div>` : ""}</div>`;
  const page = `<!DOCTYPE html><html><head><title>Fog</title></head><body><dl class="work meta group"><dt>Rating:</dt><dd><ul><li>Mature</li></ul></dd><dt>Fandom:</dt><dd><ul><li>Dracula</li></ul></dd></dl>
    <div id="workskin"><div class="preface group"><h2 class="title heading">Fog</h2><h3 class="byline heading"><a rel="author">wren_h</a></h3>${module("summary", "Summary", "It is foggy.")}</div>
    <div id="chapters" role="article">
    ${chapter(1, ": Salt", `${module("summary", "Summary", "It begins.")}`, "<p>One <em>tide</em>.</p>", module("end notes", "Notes", "Sorry!"))}
    ${chapter(2, "", module("notes", "Notes", "Thanks to night_owl."), "<p>Two.</p><p>And more.</p>")}
    ${chapter(3, ": Ashes", "", "<p>Three.</p>")}</div>
    <div id="work_endnotes" class="end notes module"><h3 class="heading">Notes:</h3><blockquote class="userstuff"><p>Goodnight, all.</p></blockquote></div></div></body></html>`;

  it("comes apart into its chapters with their own titles, summaries and notes", () => {
    assert.deepEqual(chaptersOf(page, "fog.html"), expected);
    const { fields } = applyDecisions(fileRead(page, "fog.html").reading, {});
    assert.deepEqual(
      [fields.title?.text, fields.summary?.text, fields.endNotes?.text, fields.notes],
      ["Fog", "It is foggy.", "Goodnight, all.", null],
    );
  });
});
