import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../../tests/archive.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { chapterFields, giveWork, storyOf } from "../../for-tests/give-work.ts";

const kilobyte = 1024;

describe("the reading pages", () => {
  let archive: TestArchive;
  let author: CastMember;

  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Tam");
  });

  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  const read = async (path: string, as: CastMember | null = null) => {
    const response = await archive.get(path, as);
    assert.equal(response.status, 200, path);
    return response.text();
  };

  const twoChapters = () =>
    giveWork(
      archive,
      author,
      {
        title: "Chapter One of Two",
        summary: "<p>A horse is sold.</p>",
        notes: "<p>The other half will be along.</p>",
        endNotes: "<p>Thank you for staying.</p>",
        disclaimer: "<p>Not mine.</p>",
        dedication: "<p>For you, Tam.</p>",
        conventions: "<p>Italics = Thoughts</p>",
        ratingId: "teen",
        expectedChapters: 3,
        credits: [
          { role: "beta", name: "megan_peta" },
          { role: "artist", name: "Jory" },
          { role: "translator", name: "Hilde" },
        ],
        gifts: [{ name: "spikeslovebite", addressedAs: "Tam" }],
        tags: [
          { kindId: "fandom", name: "Treasure Island" },
          { kindId: "character", name: "Jim Hawkins" },
          { kindId: "relationship", name: "Jim & Silver" },
          { kindId: "additional", name: "Debts" },
        ],
        warnings: [
          { warningId: "graphic-violence", answer: "yes" },
          { warningId: "major-character-death", answer: "no" },
          { warningId: "non-consent", answer: "unsaid" },
        ],
        categoryIds: ["gen"],
      },
      [
        chapterFields({ title: "Three Crowns", notes: "<p>Sorry it is late.</p>", story: storyOf(1200) }),
        chapterFields({ title: "The Gate", endNotes: "<p>Horses are patient.</p>" }),
      ],
    );

  it("puts every credit, the gift and what a reader must know on the title page, before the way in", async () => {
    const { workId, chapterIds } = await twoChapters();
    const body = await read(urls.work(workId));
    const text = textOf(body);
    for (const words of [
      "Treasure Island",
      "Chapter One of Two",
      "by Tam",
      "Translated by Hilde",
      "With art by Jory",
      "Beta read by megan_peta",
      "A gift for spikeslovebite, here called Tam",
      "For you, Tam.",
      "Teen",
      "Graphic violence: yes",
      "Major character death: no",
      "Rape or non-consent: not saying",
      "Underage sex: not saying",
      "1,210 words",
      "2/3 chapters, not complete yet",
      "English",
    ])
      assert.ok(
        text.indexOf(words) !== -1 && text.indexOf(words) < text.indexOf("Read from chapter 1"),
        words,
      );
    for (const words of [
      "A horse is sold.",
      "The other half will be along.",
      "Italics = Thoughts",
      "Not mine.",
      "Gen",
      "Jim Hawkins",
      "Jim & Silver",
      "Debts",
      "Three Crowns",
      "The Gate",
    ])
      assert.ok(text.includes(words), words);
    for (const address of [
      ...chapterIds.map((id) => urls.chapter(workId, id)),
      urls.wholeWork(workId),
      urls.chapterIndex(workId),
      urls.download(workId, "epub"),
      urls.writer(author.pseudId),
    ])
      assert.ok(body.includes(`href="${address}"`), address);
    assert.ok(!body.includes(urls.editWork(workId)));
  });

  it("puts nothing but the author's own notes between the head of a chapter and its words", async () => {
    const { workId, chapterIds } = await twoChapters();
    const body = await read(urls.chapter(workId, chapterIds[0] ?? ""));
    const between = body.slice(
      body.indexOf("</header>", body.indexOf("chapter-head")),
      body.indexOf('<div class="story"'),
    );
    assert.equal(textOf(between), "From the author, before this chapter Sorry it is late.");
  });

  it("leads from chapter to chapter, and ends the last with its notes, thanks and gift", async () => {
    const { workId, chapterIds } = await twoChapters();
    const [firstId = "", lastId = ""] = chapterIds;
    const first = await read(urls.chapter(workId, firstId));
    assert.match(
      first,
      new RegExp(`<a href="${urls.chapter(workId, lastId)}" rel="next" class="button button-main">`),
    );
    assert.ok(!first.includes('rel="prev"') && !first.includes("colophon"));
    const last = await read(urls.chapter(workId, lastId));
    assert.match(last, new RegExp(`<a href="${urls.chapter(workId, firstId)}" rel="prev">`));
    assert.ok(!last.includes('rel="next"'));
    const ending = textOf(last.slice(last.indexOf('class="story"')));
    for (const words of [
      "Horses are patient.",
      "Thank you for staying.",
      "Beta read by megan_peta",
      "A gift for",
    ])
      assert.ok(ending.includes(words), words);
  });

  it("gives the author links to change things, and nobody else", async () => {
    const { workId, chapterIds } = await twoChapters();
    const chapter = urls.chapter(workId, chapterIds[0] ?? "");
    const reader = await archive.join("tessellate");
    assert.ok((await read(urls.work(workId), author)).includes(urls.editWork(workId)));
    assert.ok((await read(chapter, author)).includes(urls.editChapter(workId, chapterIds[0] ?? "")));
    assert.ok(!(await read(urls.work(workId), reader)).includes("/edit"));
    assert.ok(!(await read(chapter, reader)).includes("/edit"));
  });

  it("previews a draft as it will be, says that it is one, and offers no downloads", async () => {
    const { workId } = await giveWork(archive, author, { expectedChapters: 2 }, [chapterFields()], "draft");
    const body = await read(urls.work(workId), author);
    assert.match(textOf(body), /This is a draft.*10 words.*1\/2 chapters, not complete yet/s);
    assert.ok(!body.includes(urls.download(workId, "epub")));
  });

  it("opens a draft without a title or a chapter that has words", async () => {
    const { workId, chapterIds } = await giveWork(
      archive,
      author,
      { title: "", authorPseudIds: [], tags: [] },
      [chapterFields({ story: "" })],
      "draft",
    );
    for (const path of [
      urls.work(workId),
      urls.chapter(workId, chapterIds[0] ?? ""),
      urls.wholeWork(workId),
      urls.chapterIndex(workId),
    ])
      assert.ok((await read(path, author)).includes("Without a title yet"), path);
  });

  it("lists chapters with their dates and lengths", async () => {
    const { workId } = await twoChapters();
    const text = textOf(await read(urls.chapterIndex(workId)));
    assert.match(text, /1 Three Crowns 1,200 \w+ \d+, \d{4} 2 The Gate 10 \w+ \d+, \d{4}/);
  });

  it("carries no script but those that tell of a story’s end and quote what is marked, and has one h1 and no gap in its headings", async () => {
    const { workId, chapterIds } = await twoChapters();
    const single = await giveWork(archive, author);
    for (const path of [
      urls.work(workId),
      urls.chapter(workId, chapterIds[0] ?? ""),
      urls.wholeWork(workId),
      urls.chapterIndex(workId),
      urls.chapter(single.workId, single.chapterIds[0] ?? ""),
      urls.wholeWork(single.workId),
      urls.home(),
      urls.newest(),
      urls.fandoms(),
      urls.writer(author.pseudId),
      urls.about(),
    ]) {
      const body = await read(path);
      assert.ok(!withoutItsOwnScripts(body).includes("<script"), path);
      const levels = [...body.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
      assert.equal(levels[0], 1, path);
      assert.equal(levels.filter((level) => level === 1).length, 1, path);
      for (const [index, level] of levels.entries()) assert.ok(level <= (levels[index - 1] ?? 0) + 1, path);
    }
    const whole = await read(urls.wholeWork(workId));
    assert.equal([...whole.matchAll(/<h2 id="chapter-\d/g)].length, 2);
  });

  it("weighs less than 60 kB with the style sheet and without the story", async () => {
    const story = storyOf(20_000);
    const tags = Array.from({ length: 60 }, (_, number) => ({
      kindId: "additional",
      name: `A tag of some length ${number}`,
    }));
    const { workId, chapterIds } = await giveWork(
      archive,
      author,
      { tags: [{ kindId: "fandom", name: "Treasure Island" }, ...tags] },
      [chapterFields({ story }), ...Array.from({ length: 40 }, () => chapterFields())],
    );
    const chapter = await read(urls.chapter(workId, chapterIds[0] ?? ""));
    const [, styleSheet = ""] = chapter.match(/rel="stylesheet" href="([^"]+)"/) ?? [];
    const style = Buffer.byteLength(await read(styleSheet));
    assert.ok(style > kilobyte);
    assert.ok(Buffer.byteLength(chapter) - Buffer.byteLength(story) + style < 60 * kilobyte);
    assert.ok(Buffer.byteLength(await read(urls.work(workId))) + style < 60 * kilobyte);
  });

  for (const { language, direction, title, words } of [
    { language: "he", direction: "rtl", title: "מה שכתוב על הבקבוק", words: "<p>שתי אותי.</p>" },
    { language: "zh-Hant", direction: "ltr", title: "行李", words: "<p>他把行李放下。</p>" },
  ])
    it(`says the language and direction of a story in ${language}`, async () => {
      const { workId, chapterIds } = await giveWork(archive, author, { title, language, summary: words }, [
        chapterFields({ title, story: words }),
      ]);
      const chapter = await read(urls.chapter(workId, chapterIds[0] ?? ""));
      const whole = await read(urls.wholeWork(workId));
      for (const body of [chapter, whole]) {
        assert.ok(body.includes(`<div class="story" lang="${language}" dir="${direction}">${words}`));
        assert.ok(body.includes('<html lang="en" dir="ltr">'));
      }
      const work = await read(urls.work(workId));
      assert.ok(work.includes(`<h1 lang="${language}" dir="auto">${title}</h1>`));
      assert.ok(work.includes(`<div class="note" lang="${language}" dir="${direction}">${words}`));
    });

  it("shows hostile words as words", async () => {
    const script = "<script>alert(1)</script>";
    const image = `"><img src=x onerror=alert(1)>`;
    const { workId, chapterIds } = await giveWork(
      archive,
      author,
      {
        title: script,
        language: image,
        credits: [{ role: "beta", name: image }],
        gifts: [{ name: script, addressedAs: image }],
        tags: [
          { kindId: "fandom", name: `${script} ${image}` },
          { kindId: "additional", name: image },
        ],
      },
      [chapterFields({ title: image }), chapterFields({ title: script })],
    );
    const paths = [
      urls.home(),
      urls.newest(),
      urls.fandoms(),
      urls.writer(author.pseudId),
      urls.work(workId),
      urls.wholeWork(workId),
      urls.chapterIndex(workId),
      urls.chapter(workId, chapterIds[0] ?? ""),
      urls.chapter(workId, chapterIds[1] ?? ""),
    ];
    for (const path of paths) {
      const body = await read(path);
      assert.ok(!withoutItsOwnScripts(body).includes("<script") && !body.includes("<img"), path);
      assert.ok(body.includes("&lt;script&gt;alert(1)") || body.includes("&lt;img src=x"), path);
    }
  });

  it("takes any nonsense for an id as something that never was", async () => {
    for (const nonsense of [
      "%00",
      "%ff",
      "..%2f..",
      "x".repeat(5_000),
      "' or 1=1 --",
      "__proto__",
      "%E2%80%AE",
    ]) {
      for (const path of [
        `/works/${nonsense}`,
        `/works/${nonsense}/chapters/${nonsense}`,
        `/tags/${nonsense}`,
        `/writers/${nonsense}`,
      ])
        assert.equal((await archive.get(path)).status, 404, path);
    }
  });
});

/** The words of a page as they are read, without its tags. */
function textOf(html: string): string {
  return html
    .replace(/^[^<]*>/, "")
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&amp;", "&")
    .replaceAll("&#39;", "'")
    .replace(/\s+/g, " ")
    .replace(/ (?=[,.:])/g, "")
    .trim();
}

/** A page without the scripts that a story's page has, by their very addresses (docs/decisions/0029 and 0031). */
function withoutItsOwnScripts(html: string): string {
  return html.replace(
    /<script type="module" src="\/assets\/(?:story-end|quote)\.js\?v=[0-9a-f]{12}"><\/script>/g,
    "",
  );
}
