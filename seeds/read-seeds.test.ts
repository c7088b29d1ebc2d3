import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { Element, Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toText } from "hast-util-to-text";
import { visit } from "unist-util-visit";
import { readSeeds, SeedsUnreadable } from "./read-seeds.ts";

const folder = import.meta.dirname;
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

const inline = "em strong s u small sub sup code abbr cite q a span br ruby rt rp".split(" ");
const noteElements = new Set([...inline, "p", "ul", "ol", "li", "blockquote"]);
const storyElements = new Set([
  ...noteElements,
  ..."hr figure aside h3 h4 h5 h6 pre dl dt dd details summary table thead tbody tr th td".split(" "),
]);
const storyClasses =
  /^(p\.(center|right|verse)|span\.(sc|voice-[1-9]|in[1-4])|blockquote\.letter|ol\.chat|figure\.post|hr\.scene)$/;

/** The text as the HTML standard's parser sees it; refuses what that parser had to repair. */
function parseWellFormed(html: string, name: string): Nodes {
  return fromHtml(html, {
    fragment: true,
    onerror(fault) {
      assert.fail(`${name}: ${fault.reason} at line ${fault.line}`);
    },
  });
}

function elementsOf(tree: Nodes): Element[] {
  const found: Element[] = [];
  visit(tree, "element", (element) => {
    found.push(element);
  });
  return found;
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
    const text = toText(parseWellFormed(drabble.chapters[0].html, drabble.slug));
    assert.equal(text.match(/\S+/g)?.length, 100);
  });
});

describe("the text of the seeds", () => {
  for (const { name, html } of chapters) {
    it(`is well-formed and within the story subset: ${name}`, () => {
      for (const element of elementsOf(parseWellFormed(html, name))) {
        assert.ok(storyElements.has(element.tagName), `${name}: <${element.tagName}>`);
        for (const className of [element.properties.className ?? []].flat()) {
          assert.match(`${element.tagName}.${className}`, storyClasses);
        }
      }
    });
  }

  it("has notes within the smaller subset for notes", () => {
    for (const note of notes) {
      for (const element of elementsOf(parseWellFormed(note, note))) {
        assert.ok(noteElements.has(element.tagName), note);
      }
    }
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
