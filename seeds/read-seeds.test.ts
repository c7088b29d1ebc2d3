import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { cleanNote, cleanStory } from "../src/story-text/clean.ts";
import { countWords } from "../src/story-text/count-words.ts";
import { readStored } from "../src/story-text/read-stored.ts";
import { repository } from "../tests/repository.ts";
import { readSeeds, SeedsUnreadable } from "./read-seeds.ts";

const folder = join(repository, "seeds");
const seeds = await readSeeds(folder);
const chapters = seeds.works.flatMap((work) =>
  work.chapters.map((chapter, index) => ({ name: `${work.slug}, chapter ${index + 1}`, ...chapter })),
);
const notes = [
  seeds.welcome,
  seeds.rules,
  ...seeds.accounts.flatMap((account) => account.pseuds.map((pseud) => pseud.about)),
  ...[...seeds.works, ...chapters].flatMap((part) => [part.summary, part.notes, part.endNotes]),
  ...seeds.works.flatMap((work) => [work.disclaimer, work.dedication, work.conventions]),
].filter((note) => note !== "");

/** The text as the HTML standard's parser sees it; refuses what that parser had to repair. */
function parseWellFormed(html: string): Root {
  return fromHtml(html, {
    fragment: true,
    onerror(fault) {
      assert.fail(`line ${fault.line}: ${fault.reason}`);
    },
  });
}

describe("the seed archive", () => {
  it("has an owner, a moderator, and a person who writes under two names", () => {
    const roles = seeds.accounts.map((account) => account.role);
    assert.deepEqual(roles.filter((role) => role === "owner").length, 1);
    assert.deepEqual(roles.filter((role) => role === "moderator").length, 1);
    assert.ok(seeds.accounts.some((account) => account.pseuds.length > 1));
  });

  it("gives every name to one account only", () => {
    const names = seeds.accounts.flatMap((account) => account.pseuds.map((pseud) => pseud.name));
    assert.deepEqual(names, [...new Set(names)]);
  });

  it("lists every chapter file that lies in a work's folder", async () => {
    for (const work of seeds.works) {
      const files = await readdir(join(folder, "works", work.slug));
      assert.equal(work.chapters.length, files.length - 1, work.slug);
    }
  });

  it("never has more chapters than a work is to have, nor an update before the beginning", () => {
    for (const work of seeds.works) {
      assert.ok(work.expectedChapters === null || work.chapters.length <= work.expectedChapters, work.slug);
      assert.ok(work.updatedDaysAgo <= work.publishedDaysAgo, work.slug);
    }
  });

  it("shows a draft, a story for members, a gift, and unfinished stories of both kinds", () => {
    assert.ok(seeds.works.some((work) => work.status === "draft"));
    assert.ok(seeds.works.some((work) => work.visibility === "members"));
    assert.ok(seeds.works.some((work) => work.gifts.length > 0));
    assert.ok(seeds.works.some((work) => work.expectedChapters === null));
    assert.ok(seeds.works.some((work) => work.chapters.length < (work.expectedChapters ?? 0)));
  });

  it("keeps its promise of a drabble: exactly a hundred words", () => {
    const drabble = seeds.works.find((work) => work.additionalTags.includes("Drabble"));
    assert.ok(drabble?.chapters[0]);
    assert.equal(countWords(readStored(drabble.chapters[0].html)), 100);
  });
});

describe("the text of the seeds", () => {
  for (const { name, html } of chapters) {
    it(`is well-formed and already in the stored form: ${name}`, () => {
      parseWellFormed(html);
      assert.equal(cleanStory(html), html);
    });
  }

  it("has notes that are well-formed and already in the stored form", () => {
    for (const note of notes) {
      parseWellFormed(note);
      assert.equal(cleanNote(note), note);
    }
  });
});

/** An editor that "repairs" these files on saving would take away what they are for. */
describe("the damaged files to import", () => {
  it("keeps the scrape's run-together header, its mixed quotes and its lost italics", async () => {
    const scrape = await readFile(join(folder, "imports", "the-second-violin.txt"), "utf8");
    assert.match(scrape, /^Chapter One of Two$/m);
    assert.match(scrape, /^Italics = Thoughts $/m);
    assert.equal(scrape.match(/^‘I ought to have gone back up the path[^’\n]*'$/gm)?.length, 4);
    assert.doesNotMatch(scrape, /’|\*|<em>/);
  });

  it("keeps the list message's hard wrapping, its labels and its Windows-1252 bytes", async () => {
    const bytes = await readFile(join(folder, "imports", "the-fletchers-daughter.txt"));
    assert.throws(() => new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    const message = new TextDecoder("windows-1252").decode(bytes);
    for (const label of ["Title", "Author", "Fandom", "Rating", "Summary", "Disclaimer"]) {
      assert.match(message, new RegExp(`^${label}: `, "m"));
    }
    assert.match(message, /fiancée/);
    assert.ok(message.split("\n").every((line) => line.length <= 72));
  });
});

describe("reading seeds", () => {
  const person = { email: "one@example.org", role: "owner", language: "en", pseuds: [{ name: "One" }] };
  const archive = {
    name: "A",
    language: "en",
    welcome: "W",
    rules: "R",
    abbreviations: [],
    accounts: [person],
  };
  const no = "no";
  const work = {
    title: "T",
    language: "en",
    authorPseud: "One",
    fandoms: ["F"],
    rating: "general",
    warnings: { "graphic-violence": no, "major-character-death": no, "non-consent": no, underage: no },
    categories: ["gen"],
    expectedChapters: 1,
    publishedDaysAgo: 1,
    updatedDaysAgo: 1,
    visibility: "everyone",
    status: "published",
    chapters: [{ file: "chapter-1.html" }],
  };

  async function readWith(workJson: unknown, files: Record<string, string>) {
    const scratch = await mkdtemp(join(tmpdir(), "pressie-seeds-"));
    const workFolder = join(scratch, "works", "story");
    try {
      await mkdir(workFolder, { recursive: true });
      await writeFile(join(scratch, "archive.json"), JSON.stringify(archive));
      await writeFile(join(workFolder, "work.json"), JSON.stringify(workJson));
      for (const [name, text] of Object.entries(files)) await writeFile(join(workFolder, name), text);
      return await readSeeds(scratch);
    } finally {
      await rm(scratch, { recursive: true });
    }
  }

  it("gives the text of a work with its description", async () => {
    const { works } = await readWith(work, { "chapter-1.html": "<p>Hello.</p>\n" });
    assert.equal(works[0]?.slug, "story");
    assert.equal(works[0]?.chapters[0]?.html, "<p>Hello.</p>");
  });

  it("names a chapter file that is missing", async () => {
    await assert.rejects(readWith(work, {}), (error) => {
      assert.ok(error instanceof SeedsUnreadable);
      assert.match(error.message, /story.chapter-1\.html cannot be read/);
      return true;
    });
  });

  it("refuses a writer without an account", async () => {
    const stranger = { ...work, authorPseud: "Nobody" };
    await assert.rejects(
      readWith(stranger, { "chapter-1.html": "<p>Hello.</p>" }),
      /nobody writes as “Nobody”/,
    );
  });

  it("refuses a misspelt field instead of ignoring it", async () => {
    const misspelt = { ...work, endnotes: "<p>Bye.</p>" };
    await assert.rejects(readWith(misspelt, { "chapter-1.html": "<p>Hello.</p>" }), /endnotes/);
  });
});
