import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../tests/archive.ts";
import { urls } from "../../vocabulary/urls.ts";
import { chapterFields, giveWork } from "../for-tests/give-work.ts";
import { removeWork } from "../remove-work.ts";
import type { Visibility } from "../work.ts";

type Viewer = "author" | "beta reader" | "reader" | "stranger" | "moderator";
const everybody: Viewer[] = ["author", "beta reader", "reader", "stranger", "moderator"];
const members: Viewer[] = ["author", "beta reader", "reader", "moderator"];

/** Each work's news has a word of its own, and only these may come upon it. */
const table: {
  word: string;
  visibility: Visibility;
  state: "draft" | "published" | "removed";
  seenBy: Viewer[];
}[] = [
  { word: "Amberlight", visibility: "everyone", state: "published", seenBy: everybody },
  { word: "Brackwater", visibility: "members", state: "published", seenBy: members },
  { word: "Cinderquill", visibility: "link", state: "published", seenBy: everybody },
  { word: "Duskmantle", visibility: "private", state: "published", seenBy: ["author"] },
  { word: "Emberwick", visibility: "everyone", state: "draft", seenBy: ["author"] },
  { word: "Fallowmere", visibility: "everyone", state: "removed", seenBy: [] },
];

describe("news of a work", () => {
  let archive: TestArchive;
  let author: CastMember;
  const cast = new Map<Viewer, CastMember | null>();
  const works = new Map<string, string>();
  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane");
    cast.set("author", author);
    const betaReader = await archive.join("megan_peta");
    cast.set("beta reader", betaReader);
    cast.set("reader", await archive.join("tessellate"));
    cast.set("stranger", null);
    cast.set("moderator", await archive.join("saltmarsh", "moderator"));
    for (const { word, visibility, state } of table) {
      const credits = [{ role: "beta" as const, name: betaReader.name }];
      const fields = { title: `The ${state} ${visibility}`, visibility, credits };
      const stays = state === "draft" ? "draft" : "published";
      const { workId } = await giveWork(archive, author, fields, [chapterFields()], stays);
      works.set(word, workId);
      await archive.send(urls.newNews(workId), { text: `Posting resumes in ${word}.` }, author);
      if (state === "removed")
        await archive.database.write((writer) => removeWork(writer, author.member, workId, Date.now()));
    }
  });
  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  const workOf = (word: string) => works.get(word) ?? "";
  const page = async (path: string, viewer: Viewer) => {
    const answer = await archive.get(path, cast.get(viewer));
    return { status: answer.status, html: await answer.text() };
  };
  const newsIdsOf = async (workId: string) =>
    (
      await archive.database.reading
        .selectFrom("news")
        .select("id")
        .where("work_id", "=", workId)
        .orderBy("posted_at")
        .execute()
    ).map(({ id }) => id);

  for (const viewer of everybody)
    it(`is seen by the ${viewer} where the work is, and leaves no trace elsewhere`, async () => {
      for (const { word, seenBy } of table) {
        const { html } = await page(urls.work(workOf(word)), viewer);
        assert.equal(html.includes(word), seenBy.includes(viewer), word);
      }
      for (const path of [
        urls.home(),
        urls.newest(),
        urls.works(),
        urls.worksFeed(),
        urls.writer(author.pseudId),
      ]) {
        const { html } = await page(path, viewer);
        for (const { word } of table) assert.ok(!html.includes(word), `${word} on ${path}`);
      }
    });

  it("is in no download", async () => {
    const answer = await archive.get(urls.download(workOf("Amberlight"), "text"));
    assert.equal((await answer.text()).includes("Amberlight"), false);
  });

  it("is posted, changed and taken back by the authors of the work alone", async () => {
    const workId = workOf("Amberlight");
    const [newsId = ""] = await newsIdsOf(workId);
    for (const viewer of everybody.filter((one) => one !== "author"))
      for (const path of [
        urls.newNews(workId),
        urls.editNews(workId, newsId),
        urls.newsRemoval(workId, newsId),
      ]) {
        const [shown, sent] = viewer === "stranger" ? [303, 401] : [404, 404];
        assert.equal((await page(path, viewer)).status, shown);
        assert.equal((await archive.send(path, { text: "Not mine." }, cast.get(viewer))).status, sent);
      }
    assert.equal((await archive.get(urls.editNews(workOf("Brackwater"), newsId), author)).status, 404);
    assert.deepEqual(await newsIdsOf(workId), [newsId]);
  });

  it("shows the newest and folds the earlier away; a visitor's kept page is not old", async () => {
    const { workId } = await giveWork(archive, author, { title: "The Chronicle" });
    const read = async () => (await page(urls.work(workId), "stranger")).html;
    assert.doesNotMatch(await read(), /id="news"/);
    await archive.send(urls.newNews(workId), { text: "The first." }, author);
    assert.match(await read(), /The first\./);
    await archive.send(
      urls.newNews(workId),
      { text: "The <em>second</em>.<script>alert(1)</script>" },
      author,
    );
    const html = await read();
    assert.ok(html.indexOf("<em>second</em>") < html.indexOf("Earlier news"));
    assert.ok(html.indexOf("Earlier news") < html.indexOf("The first."));
    assert.doesNotMatch(html, /alert\(1\)<\/script>/);
    const [first = ""] = await newsIdsOf(workId);
    await archive.send(urls.editNews(workId, first), { text: "The first, put right.", version: "1" }, author);
    assert.match(await read(), /put right/);
    const overtaken = await archive.send(
      urls.editNews(workId, first),
      { text: "Late.", version: "1" },
      author,
    );
    assert.equal(overtaken.status, 409);
    assert.match(await overtaken.text(), /put right/);
    await archive.send(urls.newsRemoval(workId, first), {}, author);
    assert.doesNotMatch(await read(), /put right|Earlier news/);
  });

  it("must say something, and hands back what was typed", async () => {
    const workId = workOf("Amberlight");
    const refused = await archive.send(urls.newNews(workId), { text: " \n " }, author);
    assert.equal(refused.status, 422);
    assert.match(await refused.text(), /There are no words in it yet/);
  });

  it("is a fact of a published work, and none of a draft", async () => {
    const facts = async (word: string) =>
      (
        await archive.database.reading
          .selectFrom("events")
          .select("type")
          .where("subject", "=", `work:${workOf(word)}`)
          .execute()
      ).map(({ type }) => type);
    assert.ok((await facts("Brackwater")).includes("news-posted"));
    assert.ok(!(await facts("Emberwick")).includes("news-posted"));
  });
});
