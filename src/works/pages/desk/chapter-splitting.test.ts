import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../../tests/archive.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { addChapter } from "../../add-chapter.ts";
import { changeChapter } from "../../change-chapter.ts";
import { chapterFields, giveWork } from "../../for-tests/give-work.ts";
import { findAllChapters } from "../../works.ts";

const story = "<p>One.</p>\n<h3>The Mirror</h3>\n<p>Two.</p>\n<p>Three.</p>";

describe("splitting and joining chapters on the desk", () => {
  let archive: TestArchive;
  let author: CastMember;
  let other: CastMember;

  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane");
    other = await archive.join("tessellate");
  });
  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  const give = async (...stories: string[]) => {
    const chapters = stories.map((one) => chapterFields({ story: one }));
    const { workId, chapterIds } = await giveWork(archive, author, { expectedChapters: null }, chapters);
    const [first = "", second = ""] = chapterIds;
    return { workId, first, second };
  };
  const chaptersOf = (workId: string) =>
    findAllChapters(archive.database.reading, { id: workId, mine: true });
  const storiesOf = async (workId: string) => (await chaptersOf(workId)).map((chapter) => chapter.story);
  const show = async (path: string, as: CastMember | null = author) => {
    const answer = await archive.get(path, as);
    return { status: answer.status, html: await answer.text() };
  };
  /** Every field of the page's own form, as a browser would send it. */
  const fieldsOn = (html: string) =>
    Object.fromEntries(
      [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
        name ?? "",
        value ?? "",
      ]),
    );
  const save = (workId: string, chapterId: string, version: number, changed: string) =>
    archive.database.write((writer) =>
      changeChapter(
        writer,
        author.member,
        workId,
        chapterId,
        version,
        chapterFields({ story: changed }),
        Date.now(),
      ),
    );

  it("goes from one chapter to two and back without losing a sign", async () => {
    const { workId, first } = await give(story);
    const splitting = urls.chapterSplitting(workId, first);
    const asked = await show(splitting);
    assert.match(asked.html, /At the heading “The Mirror”, which becomes its title/);
    assert.doesNotMatch(asked.html, /At “Three\.”/);
    const split = await archive.send(splitting, { ...fieldsOn(asked.html), place: "1" }, author);
    assert.equal(split.headers.get("location"), urls.editWork(workId));
    assert.deepEqual(await storiesOf(workId), ["<p>One.</p>", "<p>Two.</p>\n<p>Three.</p>"]);
    const joining = urls.chapterJoining(workId, first);
    assert.ok((await show(urls.editWork(workId))).html.includes(joining));
    const joined = await archive.send(joining, fieldsOn((await show(joining)).html), author);
    assert.equal(joined.headers.get("location"), urls.editWork(workId));
    assert.deepEqual(await storiesOf(workId), [story]);
  });

  it("offers every paragraph to whoever asks for them, and at once where nothing else is", async () => {
    const { workId, first, second } = await give(story, "<p>One.</p>\n<p>Two.</p>");
    assert.match((await show(urls.chapterSplitting(workId, first, 1))).html, /At “Three\.”/);
    assert.match((await show(urls.chapterSplitting(workId, second))).html, /At “Two\.”/);
    for (const wild of ["-1", "99", "x", "1.5"])
      assert.equal(
        (await show(`${urls.chapterSplitting(workId, first)}?paragraphs=${wild}`)).status,
        200,
        wild,
      );
  });

  it("shows the paragraphs of a very long chapter page by page", async () => {
    const { workId, first } = await give(
      Array.from({ length: 1_000 }, (_, index) => `<p>Paragraph ${index}.</p>`).join("\n"),
    );
    const { html } = await show(urls.chapterSplitting(workId, first, 5));
    assert.equal(html.match(/type="radio"/g)?.length, 199);
    assert.match(html, /At “Paragraph 999\.”/);
    assert.ok(html.includes(urls.chapterSplitting(workId, first, 4)));
  });

  it("says that a chapter of one paragraph cannot be split", async () => {
    const { workId, first } = await give("<p>One.</p>");
    assert.match((await show(urls.chapterSplitting(workId, first))).html, /a single paragraph/);
  });

  it("splits nothing without a place, at no place, or after somebody saved the chapter", async () => {
    const { workId, first } = await give(story);
    const path = urls.chapterSplitting(workId, first);
    for (const [place, version, status, sentence] of [
      ["", "1", 422, /Choose where the new chapter begins/],
      ["x", "1", 422, /Choose where the new chapter begins/],
      ["77", "1", 422, /Nothing would stand before that place/],
      ["1", "0", 409, /saved after you opened this page/],
      ["1", "x", 409, /saved after you opened this page/],
    ] as const) {
      const answer = await archive.send(path, { place, version }, author);
      assert.equal(answer.status, status);
      assert.match(await answer.text(), sentence);
    }
    assert.deepEqual(await storiesOf(workId), [story]);
  });

  it("joins nothing when either chapter was changed or moved after the page was opened", async () => {
    const { workId, first, second } = await give(story, "<p>Four.</p>");
    const joining = urls.chapterJoining(workId, first);
    const { html } = await show(joining);
    await save(workId, second, 1, "<p>Five.</p>");
    for (const fields of [fieldsOn(html), { ...fieldsOn(html), next: first }, {}]) {
      const answer = await archive.send(joining, fields, author);
      assert.equal(answer.status, 409);
      assert.match(await answer.text(), /Nothing was joined/);
    }
    assert.deepEqual(await storiesOf(workId), [story, "<p>Five.</p>"]);
  });

  it("says why a draft and a published chapter are not joined", async () => {
    const { workId, first } = await give(story);
    await archive.database.write((writer) =>
      addChapter(writer, author.member, workId, chapterFields(), Date.now()),
    );
    const joining = urls.chapterJoining(workId, first);
    const { html } = await show(joining);
    assert.match(html, /One of the two is published and the other is a draft/);
    assert.doesNotMatch(html, /Join the two chapters/);
    const [one, two] = await chaptersOf(workId);
    const fields = { version: "1", next: two?.id ?? "", "next-version": "1" };
    assert.equal((await archive.send(joining, fields, author)).status, 422);
    assert.equal(one?.story, story);
  });

  it("says whose a note was, by the chapter's title", async () => {
    const { workId, first, second } = await give(story, "<p>Four.</p>");
    await archive.database.write((writer) =>
      changeChapter(
        writer,
        author.member,
        workId,
        second,
        1,
        chapterFields({ title: "R&D <3", notes: "<p>Mind the gap.</p>" }),
        Date.now(),
      ),
    );
    const joining = urls.chapterJoining(workId, first);
    const { html } = await show(joining);
    assert.match(html, /summary and notes stand behind/);
    await archive.send(joining, fieldsOn(html), author);
    const [joined] = await chaptersOf(workId);
    assert.equal(
      joined?.notes,
      "<p>This stood with “Chapter 2: R&amp;D &lt;3” when it was a chapter of its own:</p>\n<p>Mind the gap.</p>",
    );
  });

  it("is for the author alone, and joins nothing to the last chapter", async () => {
    const { workId, first, second } = await give(story, "<p>Four.</p>");
    for (const path of [urls.chapterSplitting(workId, first), urls.chapterJoining(workId, first)]) {
      assert.equal((await show(path, other)).status, 404);
      assert.equal((await archive.send(path, { place: "1", version: "1" }, other)).status, 404);
      assert.notEqual((await show(path, null)).status, 200);
      await archive.send(path, { place: "1", version: "1" });
    }
    assert.equal((await show(urls.chapterJoining(workId, second))).status, 404);
    assert.deepEqual(await storiesOf(workId), [story, "<p>Four.</p>"]);
  });
});
