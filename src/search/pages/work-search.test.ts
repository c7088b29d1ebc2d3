import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../tests/archive.ts";
import { urls } from "../../vocabulary/urls.ts";
import { addChapter } from "../../works/add-chapter.ts";
import { chapterFields, giveWork } from "../../works/for-tests/give-work.ts";

describe("searching in one story", () => {
  let archive: TestArchive;
  let author: CastMember;
  let people: (CastMember | null)[];

  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Mina Murray");
    const [beta, reader] = await Promise.all([archive.join("Lucy"), archive.join("Ren")]);
    people = [author, beta, reader, null, await archive.join("Jonathan", "moderator")];
  });
  after(() => archive.close());

  const chapter = (title: string, story: string) => chapterFields({ title, story });
  const open = async (workId: string, text: string, as: CastMember | null = null) => {
    const answer = await archive.get(urls.workSearch(workId, text), as);
    return { status: answer.status, html: await answer.text() };
  };

  it("shows everybody the places of published chapters, each with the way there, and nobody a draft's", async () => {
    const { workId, chapterIds } = await giveWork(archive, author, {}, [
      chapter("Ashore", "<p>A <em>lantern</em> &lt;burned&gt; on the quay.</p>"),
      chapter("Aboard", "<p>No lantern here.</p>"),
    ]);
    await archive.database.write((writer) =>
      addChapter(
        writer,
        author.member,
        workId,
        chapter("Below", "<p>A lantern and a murderer.</p>"),
        Date.now(),
      ),
    );
    await archive.textIndex.learn(workId);
    for (const person of people) {
      const { status, html } = await open(workId, "lantern", person);
      assert.equal(status, 200);
      assert.equal(html.split("<mark>lantern</mark>").length, 3);
      assert.ok(html.includes("&lt;burned&gt;"), "text is text");
      for (const id of chapterIds) assert.ok(html.includes(`${urls.chapter(workId, id)}#:~:text=`));
      assert.ok(!(await open(workId, "murderer", person)).html.includes("<mark>"));
    }
  });

  it("is not there for whom the story is not there", async () => {
    const story = [chapter("", "<p>A lantern for members.</p>")];
    const membersOnly = await giveWork(archive, author, { visibility: "members" }, story);
    const draft = await giveWork(archive, author, {}, story, "draft");
    await archive.textIndex.learnMissing();
    for (const person of people) {
      assert.equal((await open(membersOnly.workId, "lantern", person)).status, person ? 200 : 404);
      assert.equal((await open(draft.workId, "lantern", person)).status, person === author ? 200 : 404);
    }
    assert.equal((await open("nothing000", "lantern")).status, 404);
  });

  it("says so when the author does not want the story to be searched, and offers no field", async () => {
    const { workId } = await giveWork(archive, author, { searchable: false }, [
      chapter("", "<p>A lantern.</p>"),
    ]);
    await archive.textIndex.learn(workId);
    const { html } = await open(workId, "lantern");
    assert.match(html, /does not want this story to be searched/);
    assert.ok(!html.includes("<mark>"));
    assert.ok(!(await (await archive.get(urls.work(workId))).text()).includes(urls.workSearch(workId)));
  });

  it("says what cannot be searched by, whatever is typed", async () => {
    const { workId } = await giveWork(archive, author);
    await archive.textIndex.learn(workId);
    assert.match((await open(workId, "*** word")).html, /Nothing can be searched by <bdi>\*\*\*<\/bdi>/);
    assert.match((await open(workId, "seagull")).html, /No published chapter has <bdi>seagull<\/bdi>/);
    for (const text of [
      '"',
      "NEAR(a b)",
      "\0",
      "<script>alert(1)</script>",
      "a*",
      "'".repeat(3_000),
      "\ud800",
    ]) {
      const { status, html } = await open(workId, text);
      assert.equal(status, 200, text);
      assert.ok(!html.includes("<script>alert"));
    }
    assert.deepEqual(archive.logged, []);
  });
});
