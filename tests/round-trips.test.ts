import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { Root } from "hast";
import { visit } from "unist-util-visit";
import type { DownloadableWork } from "../src/downloads/downloadable-work.ts";
import { writeEpub } from "../src/downloads/epub/write-epub.ts";
import { onePicture, pictureName } from "../src/downloads/for-tests/picture.ts";
import { writeHtml } from "../src/downloads/html/write-html.ts";
import { writeMarkdown } from "../src/downloads/markdown/write-markdown.ts";
import { applyDecisions } from "../src/importing/apply-decisions.ts";
import { readImportedFile } from "../src/importing/read-import.ts";
import { anyNote, anyStory, fixedRuns } from "../src/story-text/for-tests/any-story.ts";
import { anyWords } from "../src/story-text/for-tests/any-text.ts";
import { serialiseStory } from "../src/story-text/serialise.ts";
import { createTranslate } from "../src/ui/translation.ts";
import { urls } from "../src/vocabulary/urls.ts";

const t = createTranslate("en");

/** A chapter as a download tells it. */
type ToldChapter = Pick<
  DownloadableWork["chapters"][number],
  "title" | "summary" | "notes" | "text" | "endNotes"
>;

const note = fc.option(anyNote(), { nil: null, freq: 2 }).map((tree) => (tree ? serialiseStory(tree) : ""));
const chapter: fc.Arbitrary<ToldChapter> = fc.record({
  title: fc.oneof(
    fc.constant(""),
    anyWords.map((words) => words.replace(/\s+/gu, " ").trim()),
  ),
  summary: note,
  notes: note,
  // A chapter has words of its own: one that is nothing but notes or scene breaks belongs to the next (chapter-spans.ts).
  text: anyStory().map((tree) => `<p>One.</p>\n${serialiseStory(withTheOnePicture(tree))}`.trim()),
  endNotes: note,
});

/** Works of one to three chapters, each of which has a story. */
const work: fc.Arbitrary<DownloadableWork> = fc
  .array(chapter, { minLength: 1, maxLength: 3 })
  .map((chapters) => ({
    ...emptyWork,
    chapters: chapters.map((told, index) => ({ id: `c${index}`, position: index + 1, ...told })),
  }));

const emptyWork: DownloadableWork = {
  id: "tide",
  url: "https://archive.example/works/tide",
  archiveName: "The Lighthouse",
  archiveUrl: "https://archive.example",
  title: "The Long Tide",
  language: "en",
  creators: [{ role: "author", name: "wren_h" }],
  gifts: [],
  series: [],
  tags: [],
  rating: "Teen",
  ratingId: "teen",
  warnings: [],
  categories: [],
  madeFrom: [],
  permissions: [],
  summary: "",
  notes: "",
  endNotes: "",
  disclaimer: "",
  dedication: "",
  conventions: "",
  expectedChapters: null,
  complete: false,
  words: 12,
  publishedAt: 0,
  updatedAt: 0,
  chapters: [],
  pictures: [pictureName],
};

/** A picture is known by its bytes, so that only a real one can come back. */
function withTheOnePicture(tree: Root): Root {
  visit(tree, "element", (node) => {
    if (node.tagName === "img") node.properties.src = urls.picture(pictureName);
  });
  // To the importer a paragraph of wide spaces is an empty one.
  visit(tree, "text", (text) => {
    text.value = text.value.replaceAll("\u3000", "・");
  });
  return tree;
}

function comesBack(file: Uint8Array, fileName: string, { chapters }: DownloadableWork): void {
  const { reading } = readImportedFile({ bytes: file, fileName, pastedAs: null }, { abbreviations: [] });
  assert.equal(reading.problem, null);
  const read = applyDecisions(reading, {}).chapters.map((told) => ({
    title: told.title?.text ?? "",
    summary: stored(told.summary?.note),
    notes: stored(told.notes?.note),
    text: stored(told.story),
    endNotes: stored(told.endNotes?.note),
  }));
  assert.deepEqual(
    read,
    chapters.map(({ title, summary, notes, text, endNotes }) => ({ title, summary, notes, text, endNotes })),
  );
}

function stored(tree: Root | undefined): string {
  return tree ? serialiseStory(tree) : "";
}

const runs = { seed: fixedRuns.seed, numRuns: 100 };

describe("any story that is downloaded and brought in again is the same story", () => {
  it("as an e-book (T85)", () => {
    fc.assert(
      fc.property(work, (told) => comesBack(writeEpub(told, t, "en", onePicture), "tide.epub", told)),
      runs,
    );
  });

  it("as Markdown (T85)", () => {
    fc.assert(
      fc.property(work, (told) => comesBack(writeMarkdown(told, t, "en"), "tide.md", told)),
      runs,
    );
  });

  it("as a web page (T85)", () => {
    fc.assert(
      fc.property(work, (told) => comesBack(writeHtml(told, t, "en", onePicture), "tide.html", told)),
      runs,
    );
  });
});

describe("what a download says of a work", () => {
  const told: DownloadableWork = {
    ...emptyWork,
    language: "de-AT",
    creators: [
      { role: "author", name: "marrow & wren" },
      { role: "co-author", name: "Salt, Rope and Tide" },
      { role: "co-author", name: "-- halfpenny --> <3" },
      { role: "translator", name: "Ортанс" },
      { role: "artist", name: "inkfish" },
      { role: "beta", name: "night_owl" },
      { role: "beta", name: "Tam and Jo" },
    ],
    gifts: [
      { name: "saltmarsh", addressedAs: "Tilly" },
      { name: "the Thursday crowd, all of it", addressedAs: null },
    ],
    madeFrom: [
      {
        ...{ kind: "translation", title: "Tide, by Salt --> <3", language: "de", anonymous: false },
        names: ["marrow & wren", "Tam and Jo"],
        address: "https://archive.example/works/7k2mzq04vt?a=1&b=2",
      },
      {
        ...{ kind: "inspired", title: "Song; or Fog", language: "", anonymous: false },
        ...{ names: [], address: "" },
      },
      {
        ...{ kind: "podfic", title: "Salt", language: "en", anonymous: true },
        ...{ names: [], address: "https://archive.example/works/0000000000" },
      },
    ],
    series: [{ title: "Tides & Lights, 2nd watch", number: 12 }],
    tags: [
      {
        id: "fandom",
        kind: "Fandoms",
        names: ["Dracula", "The Phantom of the Opera"],
        side: [],
        mentioned: ["Varney the Vampire"],
      },
      {
        id: "character",
        kind: "Characters",
        names: ["Mina Harker"],
        side: ["Quincey, the son", "Jack; or John"],
        mentioned: ["Lucy"],
      },
      {
        id: "relationship",
        kind: "Relationships",
        names: ["Mina/Jonathan"],
        side: ["Lucy & Mina"],
        mentioned: [],
      },
      {
        id: "additional",
        kind: "Additional tags",
        names: ["slow burn, fast tide; fog", "Hurt/Comfort"],
        side: [],
        mentioned: [],
      },
    ],
    warnings: [
      { name: "Peril at sea", answer: "yes" },
      { name: "Graphic violence", answer: "no" },
      { name: "Underage", answer: "unsaid" },
    ],
    categories: ["F/F", "Gen"],
    permissions: [
      { name: "Podfic", answer: "yes" },
      { name: "After my death", answer: "ask" },
      { name: "Binding, hand-sewn", answer: "no" },
    ],
    summary: "<p>It is <em>foggy</em>.</p>",
    notes: "<p>Mind the step.</p>\n<ul><li>one</li><li>two</li></ul>",
    endNotes: "<p>Goodnight.</p>",
    dedication: "<p>For Tilly.</p>",
    disclaimer: "<p>Not mine.</p>",
    conventions: "<p>Italics = thoughts</p>",
    expectedChapters: 3,
    chapters: [
      { id: "c", position: 1, title: "Salt", summary: "", notes: "", text: "<p>One.</p>", endNotes: "" },
    ],
  };

  for (const locale of ["en", "en-XA"])
    for (const [fileName, bytes] of filesOf(told, locale))
      it(`comes back in its fields from ${fileName}, made in ${locale}`, () => {
        const { reading } = readImportedFile({ bytes, fileName, pastedAs: null }, { abbreviations: [] });
        const { fields } = applyDecisions(reading, {});
        assert.deepEqual(
          {
            title: fields.title?.text,
            creators: fields.creators.map(({ role, name }) => ({ role, name })),
            gifts: fields.gifts.map(({ name, addressedAs }) => ({ name, addressedAs })),
            related: fields.related.map(({ evidence: _, ...other }) => other),
            tags: [fields.fandoms, fields.characters, fields.relationships, fields.additionalTags].map(
              (tags) => tags.map(({ name, weight = "main" }) => ({ name, weight })),
            ),
            categories: fields.categories.map(({ name }) => name),
            permissions: fields.permissions.map(({ name, answer }) => ({ name, answer })),
            series: [fields.series?.title, fields.series?.number],
            warnings: fields.warnings.map(({ words, answer = "yes" }) => ({ name: words, answer })),
            texts: [
              fields.summary,
              fields.notes,
              fields.endNotes,
              fields.dedication,
              fields.disclaimer,
              fields.conventions,
            ].map((passage) => stored(passage?.note)),
            facts: [
              fields.rating?.id,
              fields.language?.tag,
              fields.expectedChapters?.number,
              fields.complete?.complete,
            ],
          },
          {
            title: told.title,
            creators: told.creators,
            gifts: told.gifts,
            related: told.madeFrom.map(({ kind, title, names, language, address }) => ({
              ...{ kind, title, author: names.join(", "), language, address },
            })),
            tags: told.tags.map(({ names, side, mentioned }) => [
              ...names.map((name) => ({ name, weight: "main" })),
              ...side.map((name) => ({ name, weight: "side" })),
              ...mentioned.map((name) => ({ name, weight: "mention" })),
            ]),
            categories: told.categories,
            permissions: told.permissions,
            series: ["Tides & Lights, 2nd watch", 12],
            warnings: told.warnings,
            texts: [
              told.summary,
              told.notes,
              told.endNotes,
              told.dedication,
              told.disclaimer,
              told.conventions,
            ],
            facts: ["teen", "de-AT", 3, false],
          },
        );
      });
});

function filesOf(told: DownloadableWork, locale: string): [string, Uint8Array][] {
  const translate = createTranslate(locale);
  return [
    ["tide.epub", writeEpub(told, translate, locale)],
    ["tide.html", writeHtml(told, translate, locale)],
    ["tide.md", writeMarkdown(told, translate, locale)],
  ];
}
