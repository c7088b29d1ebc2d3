import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { cleanNote, cleanStory } from "./clean.ts";
import { numberNotesOn } from "./footnote-ids.ts";

const reference = (number: number, mark = String(number), id = true) =>
  `<a class="noteref"${id ? ` id="noteref-${number}"` : ""} href="#note-${number}">${mark}</a>`;
const note = (number: number, words: string, mark = String(number)) =>
  `<aside class="footnote" id="note-${number}"><p><a class="noteback" href="#noteref-${number}">${mark}</a> ${words}</p></aside>`;

describe("footnotes in a story", () => {
  it("are kept with their marks, both links and their ids", () => {
    const story = `<p>A brig${reference(1, "[*]")}, of course.</p>\n${note(1, "A ship.", "[*]")}`;
    assert.equal(cleanStory(story), story);
  });

  it("are numbered in order of first reference, wherever the notes stand", () => {
    assert.equal(
      cleanStory(`<p>a${reference(7)} b${reference(3)}</p>${note(3, "Three.")}${note(7, "Seven.")}`),
      `<p>a${reference(1, "7")} b${reference(2, "3")}</p>\n${note(2, "Three.", "3")}\n${note(1, "Seven.", "7")}`,
    );
  });

  it("have a way back from the first of several references", () => {
    assert.equal(
      cleanStory(`<p>a${reference(1)} b${reference(1)}</p>${note(1, "Both.")}`),
      `<p>a${reference(1)} b${reference(1, "1", false)}</p>\n${note(1, "Both.")}`,
    );
  });

  it("leave the words of a reference without a note, and of a note without a reference", () => {
    assert.equal(
      cleanStory(`<p>a${reference(4)}b</p>${note(5, "Nobody asked.")}`),
      '<p>a4b</p>\n<aside class="footnote"><p>5 Nobody asked.</p></aside>',
    );
    assert.equal(
      cleanStory(`<p>a${reference(4)}</p><p><a class="noteback" href="#noteref-4">4</a> Lost.</p>`),
      "<p>a4</p>\n<p>4 Lost.</p>",
    );
  });

  it("belong to the first of two notes that claim one number", () => {
    assert.equal(
      cleanStory(`<p>a${reference(1)}</p>${note(1, "First.")}${note(1, "Second.")}`),
      `<p>a${reference(1)}</p>\n${note(1, "First.")}\n<aside class="footnote"><p>1 Second.</p></aside>`,
    );
  });

  it("join what a lost link parted", () => {
    assert.equal(
      cleanStory(`<p><em>a</em><a class="noteref" href="#note-1"><em>b</em></a></p>`),
      "<p><em>ab</em></p>",
    );
  });

  it("are words in a note about the work", () => {
    assert.equal(cleanNote(`<p>a${reference(1)}</p>${note(1, "x")}`), "<p>a1</p>\n<p>1 x</p>");
  });

  it("have ids of their own where several chapters stand together, and only they", () => {
    const other = 'a &lt;a id="note-1"&gt; <a href="https://x.example/%20id=note-1">b</a> id="note-1"';
    const chapter = `<p>a${reference(1)} ${other}</p>\n${note(1, 'See href="#note-1".')}`;
    const moved = `<p>a${reference(3, "1")} ${other}</p>\n${note(3, 'See href="#note-1".', "1")}`;
    const two = `<p>a${reference(1)} b${reference(2)}</p>\n${note(1, "x")}\n${note(2, "y")}`;
    const [first, second, third] = numberNotesOn([two, chapter, chapter]);
    assert.equal(first, two);
    assert.equal(second, moved);
    assert.equal(third, moved.replaceAll("-3", "-4"));
    assert.equal(cleanStory(second), chapter, "tidied by itself, a chapter has its own numbers again");
  });
});
