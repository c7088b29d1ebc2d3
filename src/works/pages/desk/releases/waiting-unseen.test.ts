import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../../../tests/archive.ts";
import { newId } from "../../../../vocabulary/ids.ts";
import { urls } from "../../../../vocabulary/urls.ts";
import { addChapter } from "../../../add-chapter.ts";
import { chapterFields, giveWork, storyOf } from "../../../for-tests/give-work.ts";
import { announced } from "../../../releases/announcement.ts";
import { planQueue, planRelease } from "../../../releases/plan-release.ts";
import { releaseDue } from "../../../releases/release-due.ts";

type Viewer = "author" | "beta reader" | "reader" | "stranger" | "moderator";
const viewers: Viewer[] = ["author", "beta reader", "reader", "stranger", "moderator"];
const hour = 3_600_000;
/** Words of the one chapter that readers have, and of each that waits. */
const wordsOut = 10;
const wordsWaiting = 7;

/** A chapter that waits is there for nobody but the authors of its work: no page, count, feed, file, index or search tells. */
describe("a chapter that waits for its time", () => {
  let archive: TestArchive;
  const cast = new Map<Viewer, CastMember | null>();
  let author: CastMember;
  let workId = "";
  const waiting = { dated: "", queued: "" };
  const secret = { dated: "Emberwick", queued: "Fallowmere" };
  const due = Date.now() + hour;

  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane");
    const betaReader = await archive.join("megan_peta");
    cast.set("author", author);
    cast.set("beta reader", betaReader);
    cast.set("reader", await archive.join("tessellate"));
    cast.set("stranger", null);
    cast.set("moderator", await archive.join("saltmarsh", "moderator"));
    const credits = [{ role: "beta" as const, name: betaReader.name }];
    ({ workId } = await giveWork(archive, author, { title: "The Patient", credits, expectedChapters: null }));
    const add = (word: string) =>
      archive.database.write((writer) =>
        addChapter(
          writer,
          author.member,
          workId,
          chapterFields({ title: `${word} begins`, story: storyOf(wordsWaiting, word) }),
          Date.now(),
        ),
      );
    waiting.dated = await add(secret.dated);
    waiting.queued = await add(secret.queued);
    await archive.database.write(async (writer) => {
      const now = Date.now();
      const time = { dueAt: due, timeZone: "UTC" };
      await planRelease(writer, author.member, workId, waiting.dated, time, announced, now);
      const rhythm = { kind: "days" as const, every: 1, from: "2001-01-01", hour: 0, minute: 0 };
      const queue = { rhythm, timeZone: "UTC", announcement: announced };
      await planQueue(writer, author.member, workId, queue, [waiting.queued], now);
    });
    await archive.textIndex.learnMissing();
  });
  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  const read = async (path: string, viewer: Viewer) => {
    const answer = await archive.get(path, cast.get(viewer));
    return { status: answer.status, text: await answer.text() };
  };
  const everywhere = () => [
    urls.home(),
    urls.newest(),
    urls.fandoms(),
    urls.writer(author.pseudId),
    urls.works(),
    urls.works("words=11.."),
    urls.works(`text=${secret.dated}`),
    urls.works(`text=${secret.queued}`),
    urls.worksFeed(),
    urls.workSearch(workId, secret.dated),
    urls.workSearch(workId, secret.queued),
    ...["text", "html", "markdown"].map((format) => urls.download(workId, format)),
  ];

  for (const viewer of viewers) {
    it(`leaves no trace for the ${viewer} where readers look`, async () => {
      for (const path of everywhere()) {
        const { text } = await read(path, viewer);
        // What was typed to search for stands in its field.
        const said = text.replaceAll(/value="[^"]*"/g, "").replaceAll(/(?:text|title|href)=[^\s>]*/g, "");
        for (const word of Object.values(secret))
          assert.ok(
            !said.includes(`${word} begins`) && !said.includes(`${word} ${word}`),
            `${word} on ${path}`,
          );
      }
      assert.match((await read(urls.home(), viewer)).text, new RegExp(`<li>${wordsOut} words</li>`));
      assert.doesNotMatch((await read(urls.works("words=11.."), viewer)).text, /The Patient/);
      for (const word of Object.values(secret))
        assert.doesNotMatch((await read(urls.works(`text=${word}`), viewer)).text, /The Patient/);
    });

    it(`is ${viewer === "author" ? "there for the author, with its time" : `as absent for the ${viewer} as one that never was`}`, async () => {
      for (const id of Object.values(waiting)) {
        const [asked, never] = [
          await read(urls.chapter(workId, id), viewer),
          await read(urls.chapter(workId, newId()), viewer),
        ];
        assert.equal(asked.status, viewer === "author" ? 200 : never.status);
      }
      for (const path of [urls.work(workId), urls.wholeWork(workId), urls.chapterIndex(workId)]) {
        const { text } = await read(path, viewer);
        for (const word of Object.values(secret))
          assert.equal(text.includes(word), viewer === "author", `${word} on ${path}`);
      }
      for (const path of [
        urls.releasePlan(workId),
        urls.chapterRelease(workId, waiting.dated),
        urls.editWork(workId),
      ])
        assert.equal((await read(path, viewer)).status === 200, viewer === "author", path);
    });
  }

  it("is there for everybody once its time has come", async () => {
    assert.equal(
      await releaseDue(archive.database, due, (_, cause) => assert.fail(String(cause))),
      1 + queuedBy(due),
    );
    for (const viewer of viewers)
      assert.equal((await read(urls.chapter(workId, waiting.dated), viewer)).status, 200);
    assert.match((await read(urls.home(), "stranger")).text, /<li>(?:17|24) words<\/li>/);
  });

  /** Midnight may lie within the hour before the chapter's own time. */
  function queuedBy(moment: number): number {
    return new Date(moment).getUTCDate() === new Date(moment - hour).getUTCDate() ? 0 : 1;
  }
});
