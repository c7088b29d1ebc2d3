import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { samples } from "../../tests/repository.ts";
import { serialiseStory } from "../story-text/serialise.ts";
import { applyDecisions } from "./apply-decisions.ts";
import { fieldsIn, readingOf, storyOf } from "./for-tests/reading-of.ts";

const first = "<p>The fog had come up from the river before <em>noon</em>, and the lamps were lit.</p>";
const second = "<p>Holmes had not spoken since breakfast.</p>";
const story = `${first}\n${second}`;

function summaryOf(page: string) {
  const fields = fieldsIn(page, null);
  return {
    title: fields.title?.text,
    creators: fields.creators.map(({ role, name }) => `${role} ${name}`),
    summary: fields.summary?.text,
    notes: fields.notes?.text,
    endNotes: fields.endNotes?.text,
    fandoms: fields.fandoms.map(({ name }) => name),
    rating: fields.rating?.id,
    warnings: fields.warnings.map(({ words, says }) => [words, says]),
    chapters: [fields.chapterNumber?.number, fields.expectedChapters?.number],
    language: fields.language?.tag,
  };
}

const download = (
  warning: string,
) => `<!DOCTYPE html><html><head><title>Fog - wren_h - Sherlock Holmes</title></head><body>
  <div id="preface"><h2 class="toc-heading">Preface</h2>
  <p class="message"><b>Fog</b><br />Posted originally on the <a href="https://archive.example/">Archive</a>.</p>
  <div class="meta"><dl class="tags">
    <dt>Rating:</dt><dd><a href="#">General Audiences</a></dd>
    <dt>Archive Warning:</dt><dd><a href="#">${warning}</a></dd>
    <dt>Fandom:</dt><dd><a href="#">Sherlock Holmes</a>, <a href="#">Dracula</a></dd>
    <dt>Additional Tags:</dt><dd><a href="#">Fog</a>, <a href="#">Hurt/Comfort</a></dd>
    <dt>Language:</dt><dd>Deutsch</dd>
    <dt>Stats:</dt><dd>Published: 2011-05-02 Words: 1,204 Chapters: 1/3</dd></dl>
    <h1>Fog</h1><div class="byline">by <a rel="author" href="#">wren_h</a></div>
    <p>Summary</p><blockquote class="userstuff"><p>It is foggy.</p><p>Very foggy.</p></blockquote>
    <p>Notes</p><blockquote class="userstuff"><p>Beta'd by <a href="#">night_owl</a>.</p></blockquote>
    <div class="endnote-link">See the end of the work for <a href="#endnotes">more notes</a></div></div></div>
  <div id="chapters" class="userstuff"><h2 class="toc-heading">Fog</h2><div class="userstuff">${story}</div></div>
  <div id="afterword"><h2 class="toc-heading">Afterword</h2><div class="meta"><div id="endnotes">
    <p>End Notes</p><blockquote class="userstuff"><p>Goodnight, all.</p></blockquote></div></div>
    <p class="message">Please <a href="#">drop by the Archive and comment</a>!</p></div></body></html>`;

describe("a work downloaded from AO3", () => {
  it("comes apart into its fields", () => {
    assert.deepEqual(summaryOf(download("Graphic Depictions Of Violence")), {
      title: "Fog",
      creators: ["author wren_h", "beta night_owl"],
      summary: "It is foggy.\n\nVery foggy.",
      notes: "Published: 2011-05-02\n\nBeta'd by night_owl.",
      endNotes: "Goodnight, all.",
      fandoms: ["Sherlock Holmes", "Dracula"],
      rating: "general",
      warnings: [["Graphic Depictions Of Violence", undefined]],
      chapters: [1, 3],
      language: "de",
    });
  });

  it("leaves only the story in the story", () => {
    assert.equal(storyOf(download("Major Character Death"), {}, null), story);
  });

  it("tells that no warning applies from not saying", () => {
    const says = (warning: string) => summaryOf(download(warning)).warnings[0]?.[1];
    assert.equal(says("No Archive Warnings Apply"), "none");
    assert.equal(says("Creator Chose Not To Use Archive Warnings"), "unsaid");
  });

  it("gives each part back to the story when it is undone", () => {
    const page = download("Major Character Death");
    const undone = readingOf(page, null).findings.find(({ becomes }) => becomes === "endNotes");
    assert.match(storyOf(page, { [undone?.id ?? ""]: "undo" }, null), /<p>Goodnight, all\.<\/p>$/);
  });
});

describe("a saved page of AO3", () => {
  const page = `<!DOCTYPE html><html><head><title>Fog - Chapter 2</title></head><body><ul class="navigation actions"><li>Log in</li></ul>
    <dl class="work meta group"><dt class="rating tags">Rating:</dt><dd><ul><li>Mature</li></ul></dd><dt>Fandom:</dt><dd><ul><li>Dracula</li></ul></dd></dl>
    <div id="workskin"><div class="preface group"><h2 class="title heading">Fog</h2><h3 class="byline heading"><a rel="author">wren_h</a></h3>
    <div class="summary module"><h3 class="heading">Summary:</h3><blockquote class="userstuff"><p>It is foggy.</p></blockquote></div></div>
    <div id="chapters" role="article"><h3 class="landmark heading" id="work">Work Text:</h3><div class="userstuff">${story}</div></div>
    <div id="work_endnotes" class="end notes module"><h3 class="heading">Notes:</h3><blockquote class="userstuff"><p>Goodnight.</p></blockquote></div></div></body></html>`;

  it("comes apart into its fields and the story", () => {
    const { title, creators, summary, endNotes, rating, fandoms } = summaryOf(page);
    assert.deepEqual(
      [title, creators, summary, endNotes, rating, fandoms],
      ["Fog", ["author wren_h"], "It is foggy.", "Goodnight.", "mature", ["Dracula"]],
    );
    assert.equal(storyOf(page, {}, null), story);
  });
});

describe("a saved page of eFiction", () => {
  const page = `<html><head><title>Fog by wren_h</title></head><body><div id="menu"><a href="index.php">Home</a></div>
    <div id="pagetitle"><a href="viewstory.php?sid=12">Fog</a> by <a href="viewuser.php?uid=3">wren_h</a></div>
    <div class="notes"><div class="title"><span class="label">Author's Notes: </span></div><div class="noteinfo"><p>Thanks to night_owl for the beta.</p></div></div>
    <div id="story">Chapter 2 of 5<br><br>Disclaimer: ACD owns them all.<br><br>${first}${second}</div><div id="footer">Skin by nobody</div></body></html>`;

  it("names its story and writer, and the story’s own header is read", () => {
    const { title, creators, notes, chapters } = summaryOf(page);
    assert.deepEqual(
      [title, creators, notes, chapters],
      ["Fog", ["author wren_h", "beta night_owl"], "Thanks to night_owl for the beta.", [2, 5]],
    );
    assert.equal(fieldsIn(page, null).disclaimer?.text, "ACD owns them all.");
    assert.equal(storyOf(page, {}, null), story);
  });
});

describe("eFiction’s page for printing", () => {
  const chapter = (title: string, words: string) =>
    `<div class="chaptertitle">${title} by <a href="viewuser.php?uid=3">wren_h</a></div>
    <div class="notes"><div class="title"><span class="label">Author's Notes:</div><div class="noteinfo">Before ${title}.</div></div>
    <div class="chapter"><p>${words}</p></div>
    <div class="notes"><div class="title"><span class="label">End Notes:</div><div class="noteinfo">After ${title}.</div></div>
    <div class="toplink"><a href="#top">Back to index</a></div>`;
  const page = `<html><body><div id="pagetitle"><a href="viewstory.php?sid=12">Fog</a> by <a href="viewuser.php?uid=3">wren_h</a></div>
    <div class="infobox"><div class="content"><span class="label">Summary: </span><p>It is foggy.</p><br />
    <span class="label">Categories:</span> <a href="browse.php?c=1">M/M</a> <span class="label">Characters: </span> Mara, Jo<br />
    <span class="label">Genres: </span>Drama, Mystery<br /><span class="label">Challenges:</span> None<br />
    <span class="label">Completed:</span> Yes <span class="label">Read:</span> 412</div></div>
    <div class="notes"><div class="title"><span class="label">Story Notes:</span></div><div class="noteinfo">Of the work.</div></div>
    <p><b>1.</b> The Quay by wren_h</p><p><b>2.</b> The Boat by wren_h</p>
    ${chapter("The Quay", "Nobody came.")}${chapter("The Boat", "It had gone.")}<div id="copyright">Skin by nobody</div></body></html>`;

  it("has all chapters, each with its own title and notes", () => {
    const { chapters, fields } = applyDecisions(readingOf(page, null), {});
    assert.deepEqual(
      chapters.map(({ title, notes, endNotes, story: told }) => [
        title?.text,
        notes?.text,
        serialiseStory(told).trim(),
        endNotes?.text,
      ]),
      [
        ["The Quay", "Before The Quay.", "<p>Nobody came.</p>", "After The Quay."],
        ["The Boat", "Before The Boat.", "<p>It had gone.</p>", "After The Boat."],
      ],
    );
    const names = (tags: { name: string }[]) => tags.map(({ name }) => name);
    assert.deepEqual(
      [fields.title?.text, fields.summary?.text, fields.notes?.text, fields.complete?.complete],
      ["Fog", "It is foggy.", "Of the work.", true],
    );
    assert.deepEqual([fields.categories, fields.characters, fields.additionalTags].map(names), [
      ["M/M"],
      ["Mara", "Jo"],
      ["Drama", "Mystery"],
    ]);
  });
});

describe("a saved page of FanFiction.net", () => {
  const page = `<html><head><title>Fog Chapter 1, a sherlock holmes fanfic</title></head><body><div id="profile_top"><b class="xcontrast_txt">Fog</b>
    <span class="xcontrast_txt">By:</span> <a class="xcontrast_txt" href="/u/31/wren-h">wren-h</a><div class="xcontrast_txt">It is foggy.</div>
    <span class="xgray xcontrast_txt">Rated: <a>Fiction T</a> - English - Mystery - Chapters: 3 - Words: 4,021</span></div>
    <div class="storytext xcontrast_txt nocopy" id="storytext">${story}</div></body></html>`;

  it("names its story, writer, summary and rating", () => {
    const { title, creators, summary, rating } = summaryOf(page);
    assert.deepEqual([title, creators, summary, rating], ["Fog", ["author wren-h"], "It is foggy.", "teen"]);
    assert.equal(storyOf(page, {}, null), story);
  });
});

describe("a saved journal entry", () => {
  const page = `<html><head><title>longfog: Fog</title></head><body><article class="b-singlepost">
    <span class="ljuser"><a href="#"><b>wren_h</b></a></span><h1 class="b-singlepost-title">Fog (1/3)</h1>
    <div class="b-singlepost-body">Title: Fog<br>Rating: PG<br>Pairing: Holmes/Watson<br><br>${first}${second}</div></article></body></html>`;

  it("names its writer, and its text says the rest", () => {
    const { title, creators, rating, notes } = summaryOf(page);
    assert.deepEqual([title, creators, rating, notes], ["Fog", ["author wren_h"], "teen", "Fog (1/3)"]);
    assert.equal(storyOf(page, {}, null), story);
  });

  it("takes its subject as the title where the text has none", () => {
    const { title, chapters } = summaryOf(page.replace("Title: Fog<br>", ""));
    assert.deepEqual([title, chapters], ["Fog", [1, 3]]);
  });
});

const path = join(samples, "ao3/one-shot.html");
const missing = existsSync(path) ? false : "the sample files do not lie beside this checkout";

describe("a real download from AO3", { skip: missing }, () => {
  it("has every field filled and only story in the story", () => {
    const reading = readingOf(readFileSync(path), null);
    const { fields, story: tree } = applyDecisions(reading, {});
    for (const text of [fields.title, fields.summary, fields.notes, fields.endNotes])
      assert.ok((text?.text ?? "") !== "");
    assert.deepEqual(
      fields.creators.map(({ role }) => role),
      ["author", "beta"],
    );
    assert.equal(fields.complete?.complete, true);
    assert.equal(fields.rating?.id, "teen");
    assert.doesNotMatch(JSON.stringify(tree), /Archive of Our Own|End Notes|drop by the Archive/);
  });
});
