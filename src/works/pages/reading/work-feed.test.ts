import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../../tests/archive.ts";
import { changePreferences } from "../../../people/preferences.ts";
import { changeSettings } from "../../../plumbing/settings/settings.ts";
import { urls } from "../../../vocabulary/urls.ts";
import { addChapter } from "../../add-chapter.ts";
import { changeChapter } from "../../change-chapter.ts";
import { chapterFields, giveWork } from "../../for-tests/give-work.ts";
import { postNews } from "../../news/post-news.ts";
import { publishChapter } from "../../publish-chapter.ts";
import { announced, quiet } from "../../releases/announcement.ts";
import type { Visibility } from "../../sql/works-tables.ts";

describe("the feed of a work", () => {
  let archive: TestArchive;
  let author: CastMember;
  let reader: CastMember;
  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane");
    reader = await archive.join("tessellate");
  });
  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  const start = Date.parse("2026-03-01T12:00Z");
  const hour = 3_600_000;
  const feedOf = async (workId: string, as: CastMember | null = null) =>
    (await archive.get(urls.workFeed(workId), as)).text();
  const titlesIn = (feed: string) =>
    [...feed.matchAll(/<entry>.*?<title[^>]*>(.*?)<\/title>/gs)].map(([, title]) => title);

  it("has its chapters and its news, the newest first, and no chapter that came out in silence", async () => {
    const { workId, chapterIds } = await giveWork(
      archive,
      author,
      { title: "Birds", expectedChapters: null },
      [chapterFields({ title: "Tern", summary: "<p>They meet.</p>" })],
      "published",
      start,
    );
    const give = (title: string, announcement: typeof announced, at: number) =>
      archive.database.write(async (writer) => {
        const id = await addChapter(writer, author.member, workId, chapterFields({ title }), at);
        await publishChapter(writer, author.member, workId, id, at, announcement);
        return id;
      });
    await give("Gull", announced, start + hour);
    const silent = await give("Owl", quiet, start + 2 * hour);
    await archive.database.write(async (writer) => {
      await postNews(writer, author.member, workId, "<p>A week’s rest.</p>", start + 3 * hour);
      await addChapter(writer, author.member, workId, chapterFields({ title: "Draft" }), start);
    });
    for (const as of [null, reader, author]) {
      const feed = await feedOf(workId, as);
      assert.deepEqual(titlesIn(feed), ["News of Birds", "Birds, chapter 2: Gull", "Birds, chapter 1: Tern"]);
      assert.match(feed, /They meet/);
      assert.match(feed, /A week’s rest/);
      assert.match(feed, /<name>Marchpane<\/name>/);
      assert.match(feed, new RegExp(`${urls.chapter(workId, chapterIds[0] ?? "")}"`));
    }
    // What is changed and announced readers are told of, be it for the first time.
    await archive.database.write((writer) =>
      changeChapter(
        writer,
        author.member,
        workId,
        silent,
        1,
        chapterFields({ title: "Barn Owl" }),
        start + 4 * hour,
        announced,
      ),
    );
    assert.equal(titlesIn(await feedOf(workId))[0], "Birds, chapter 3: Barn Owl");
    assert.match(await (await archive.get(urls.work(workId))).text(), new RegExp(urls.workFeed(workId)));
  });

  it("is there for whom the work is", async () => {
    const expected: [Visibility, number, number, number][] = [
      ["everyone", 200, 200, 200],
      ["members", 404, 200, 200],
      ["link", 200, 200, 200],
      ["private", 404, 404, 200],
    ];
    for (const [visibility, ...statuses] of expected) {
      const { workId } = await giveWork(archive, author, { visibility });
      for (const [index, as] of [null, reader, author].entries())
        assert.equal((await archive.get(urls.workFeed(workId), as)).status, statuses[index], visibility);
    }
    const draft = await giveWork(archive, author, {}, undefined, "draft");
    assert.equal((await archive.get(urls.workFeed(draft.workId), author)).status, 404);
  });

  it("names nobody where the work names nobody, not even to its author", async () => {
    await archive.database.write((writer) => changeSettings(writer, { anonymousWorks: "allowed" }, start));
    const { workId } = await giveWork(archive, author, { anonymous: true });
    assert.doesNotMatch(await feedOf(workId, author), /Marchpane/);
  });

  it("asks robots what the pages of the work ask, and is not sent again to who has it", async () => {
    const { workId } = await giveWork(archive, author);
    const answer = await archive.get(urls.workFeed(workId));
    assert.equal(answer.headers.get("x-robots-tag"), "noindex, noai, noimageai");
    assert.equal(answer.headers.get("tdm-reservation"), "1");
    const tag = answer.headers.get("etag") ?? "";
    assert.equal((await archive.get(urls.workFeed(workId), null, { "if-none-match": tag })).status, 304);
  });

  it("is beside pages that tell times by the clock a reader chose", async () => {
    const { workId } = await giveWork(
      archive,
      author,
      {},
      undefined,
      "published",
      Date.parse("2026-03-01T20:00Z"),
    );
    await archive.send(urls.comments(workId), { comment: "Oh!", pseud: reader.pseudId }, reader);
    await archive.database.write(async (writer) => {
      await changePreferences(writer, author.member.accountId, { timeZone: "Asia/Tokyo" });
      await writer
        .updateTable("comments")
        .set({ created_at: Date.parse("2026-03-05T20:00Z") })
        .where("work_id", "=", workId)
        .execute();
    });
    for (const [path, theirs, hers] of [
      [urls.comments(workId), "Mar 5, 2026", "Mar 6, 2026"],
      [urls.work(workId), "March 1, 2026", "March 2, 2026"],
    ] as const) {
      assert.ok((await (await archive.get(path, reader)).text()).includes(theirs), path);
      const text = await (await archive.get(path, author)).text();
      assert.ok(text.includes(hers) && !text.includes(theirs), path);
    }
  });
});
