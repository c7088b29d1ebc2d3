import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../../../tests/archive.ts";
import { newId } from "../../../../vocabulary/ids.ts";
import { urls } from "../../../../vocabulary/urls.ts";
import { changeChapter } from "../../../change-chapter.ts";
import { chapterFields, giveWork } from "../../../for-tests/give-work.ts";
import type { ChapterFields } from "../../../work-fields.ts";

/** Stands in an earlier state alone. */
const secret = "Amberlight";
const start = Date.UTC(2026, 10, 22, 14, 2);

describe("the page of earlier versions", () => {
  let archive: TestArchive;
  let author: CastMember;
  const cast: Record<string, CastMember | null> = { stranger: null };

  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane");
    cast["beta reader"] = await archive.join("megan_peta");
    cast.reader = await archive.join("tessellate");
    cast.moderator = await archive.join("saltmarsh", "moderator");
  });
  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  /** A chapter with so many states, a minute between them. */
  const give = async (states: ChapterFields[], stays?: "draft") => {
    const { workId, chapterIds } = await giveWork(
      archive,
      author,
      { credits: [{ role: "beta", name: "megan_peta" }] },
      states.slice(0, 1),
      stays,
      start,
    );
    const chapterId = chapterIds[0] ?? "";
    for (const [index, fields] of states.slice(1).entries()) await save(workId, chapterId, index + 1, fields);
    return { workId, chapterId };
  };
  const save = (workId: string, chapterId: string, version: number, fields: ChapterFields) =>
    archive.database.write((writer) =>
      changeChapter(writer, author.member, workId, chapterId, version, fields, start + version * 60_000),
    );
  const show = async (path: string, as: CastMember | null = author) => {
    const answer = await archive.get(path, as);
    return { status: answer.status, headers: answer.headers, html: await answer.text() };
  };
  const titleOf = async (chapterId: string) => {
    const { title } = await archive.database.reading
      .selectFrom("chapters")
      .select("title")
      .where("id", "=", chapterId)
      .executeTakeFirstOrThrow();
    return title;
  };
  const before2 = "<p>The lamp went out.</p>\n<p>She sighed.</p>";
  const after2 = "<p>The lantern went <em>out</em>.</p>\n<p>She sighed.</p>\n<p>Nobody came.</p>";

  it("lists the versions by time with what changed, and compares now with before", async () => {
    const { workId, chapterId } = await give([
      chapterFields({ story: before2 }),
      chapterFields({ story: after2, title: "The Lamp" }),
    ]);
    const { html } = await show(urls.chapterRevisions(workId, chapterId));
    for (const words of [
      "November 22, 2026 at 2:02",
      "stands now",
      "<li>6 words</li>",
      "<li>8 words</li>",
      "<li>2 words more</li>",
      "<li>title changed</li>",
      "<li>story changed</li>",
    ])
      assert.ok(html.includes(words), words);
    const text = html.replace(/<span class="visually-hidden"[^>]*>[^<]*<\/span>/g, "");
    assert.ok(text.includes("The <del>lamp</del><ins>lantern</ins> went "));
    assert.match(
      text,
      /<span class="words-reset"><em>out<\/em><\/span> <span class="change-note"[^>]*>\(now in italics\)/,
    );
    assert.ok(text.includes("<ins>Nobody came.</ins>"));
    assert.match(html, /Removed: .*lamp.* End of what was removed\./);
    const edit = await show(urls.editChapter(workId, chapterId));
    assert.ok(
      edit.html.includes(`<a href="${urls.chapterRevisions(workId, chapterId)}">Earlier versions (1)</a>`),
    );
  });

  it("says that there are none yet, and the chapter's form does not lead there", async () => {
    const { workId, chapterId } = await give([chapterFields()]);
    assert.match((await show(urls.chapterRevisions(workId, chapterId))).html, /no earlier versions yet/);
    assert.doesNotMatch((await show(urls.editChapter(workId, chapterId))).html, /Earlier versions/);
  });

  it("compares any two, the older first, and shows one whole", async () => {
    const { workId, chapterId } = await give(
      ["One", "Two", "Three"].map((title) => chapterFields({ title })),
      "draft",
    );
    const compared = async (before: number, after: number) =>
      (await show(urls.chapterRevisions(workId, chapterId, { before, after }))).html;
    for (const html of [await compared(1, 3), await compared(3, 1)])
      assert.match(html, /<del>.*One.*<\/del>.*<ins>.*Three.*<\/ins>/);
    const whole = await compared(1, 1);
    assert.match(whole, /<h3[^>]*>One<\/h3>/);
    assert.doesNotMatch(whole, /<del>/);
    for (const wild of ["?before=99&after=x", "?before=-1&page=0", "?page=999", "?after=1"])
      assert.equal((await show(urls.chapterRevisions(workId, chapterId) + wild)).status, 200, wild);
  });

  it("lists many page by page, and folds what did not change", async () => {
    const story = (last: string) =>
      [...Array.from({ length: 40 }, (_, index) => `<p>Paragraph ${index}.</p>`), `<p>${last}</p>`].join(
        "\n",
      );
    const { workId, chapterId } = await give(
      Array.from({ length: 25 }, (_, index) => chapterFields({ story: story(`It ended so, ${index}.`) })),
    );
    const third = await show(urls.chapterRevisions(workId, chapterId, { page: 3 }));
    assert.equal(third.html.match(/class="revision-time"/g)?.length, 5);
    assert.match(third.html, /… 39 paragraphs unchanged …/);
    assert.equal(third.html.match(/<option/g)?.length, 50);
  });

  it("brings a version back, and what stood is kept", async () => {
    const { workId, chapterId } = await give(["One", "Two"].map((title) => chapterFields({ title })));
    const answer = await archive.send(
      urls.chapterRestoration(workId, chapterId),
      { version: "2", revision: "1" },
      author,
    );
    assert.equal(answer.headers.get("location"), urls.chapterRevisions(workId, chapterId));
    assert.equal(await titleOf(chapterId), "One");
    const { html } = await show(urls.chapterRevisions(workId, chapterId));
    assert.equal(html.match(/class="revision-time"/g)?.length, 3);
  });

  it("brings nothing back over a newer save, and says so", async () => {
    const { workId, chapterId } = await give(["One", "Two"].map((title) => chapterFields({ title })));
    await save(workId, chapterId, 2, chapterFields({ title: "Three" }));
    const send = (fields: Record<string, string>) =>
      archive.send(urls.chapterRestoration(workId, chapterId), fields, author);
    for (const version of ["2", "", "x"]) {
      const answer = await send({ version, revision: "1" });
      assert.equal(answer.status, 409);
      assert.match(await answer.text(), /nothing was brought back/);
    }
    for (const revision of ["77", "", "x"])
      assert.equal((await send({ version: "3", revision })).status, 404);
    assert.equal(await titleOf(chapterId), "Three");
  });

  it("does not take a story from readers", async () => {
    const { workId, chapterId } = await give([chapterFields({ story: "" }), chapterFields()], "draft");
    await archive.send(urls.publication(workId), {}, author);
    const answer = await archive.send(
      urls.chapterRestoration(workId, chapterId),
      { version: "2", revision: "1" },
      author,
    );
    assert.equal(answer.status, 422);
    assert.match(await answer.text(), /that version has no story/);
  });

  it("shows hostile words as words", async () => {
    const words = "&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; \u202eevil\u202c";
    const { workId, chapterId } = await give([
      chapterFields({
        title: "<b onload=x>'\"",
        story: `<p>${words} stayed here.</p>`,
        notes: "<p>&lt;/del&gt;</p>",
      }),
      chapterFields({
        title: "</ins><script>alert(2)</script>",
        story: `<p>${words} went <a href="https://x.example/?a=1&amp;b=&quot;&lt;i&gt;">here</a>.</p>\n<p>&lt;img src=x onerror=y&gt;</p>`,
      }),
    ]);
    const { html } = await show(urls.chapterRevisions(workId, chapterId));
    const scripts = [...html.matchAll(/<script(?![^>]* src="\/assets\/)/g)];
    assert.deepEqual(scripts, []);
    assert.doesNotMatch(html, /<b onload|<img src=x/);
    assert.ok(html.includes("&lt;script&gt;alert(2)&lt;/script&gt;"));
    assert.ok(html.includes("&lt;img src=x onerror=y&gt;"));
    assert.ok(html.includes("&lt;/del&gt;"));
  });

  for (const viewer of ["beta reader", "reader", "moderator", "stranger"])
    it(`is for the author alone: nothing of it exists for the ${viewer}`, async () => {
      const as = cast[viewer] ?? null;
      for (const stays of ["draft", undefined] as const) {
        const { workId, chapterId } = await give(
          [chapterFields({ title: secret, story: `<p>${secret}.</p>` }), chapterFields()],
          stays,
        );
        const never = newId();
        const chosen = { before: 1, after: 2 };
        const asked = await show(urls.chapterRevisions(workId, chapterId, chosen), as);
        const other = await show(urls.chapterRevisions(workId, never, chosen), as);
        assert.equal(asked.status, other.status);
        assert.equal(asked.html.replaceAll(chapterId, "·"), other.html.replaceAll(never, "·"));
        const sent = await archive.send(
          urls.chapterRestoration(workId, chapterId),
          { version: "2", revision: "1" },
          as,
        );
        if (as) assert.deepEqual([asked.status, sent.status], [404, 404]);
        else assert.ok(asked.status !== 200 && sent.status !== 404 && sent.status !== 500);
        assert.equal(await titleOf(chapterId), "");
        // And no other page knows what stood there once.
        for (const path of [
          urls.work(workId),
          urls.chapter(workId, chapterId),
          urls.wholeWork(workId),
          urls.chapterIndex(workId),
          urls.download(workId, "epub"),
          urls.download(workId, "text"),
          urls.works(),
          urls.worksFeed(),
          urls.works(`text=${secret}`),
          urls.writer(author.pseudId),
        ])
          assert.ok(
            !(await show(path, as)).html
              .replaceAll(`text=${secret}`, "")
              .replaceAll(`"${secret}"`, "")
              .includes(`${secret}.`),
            path,
          );
      }
    });
});
