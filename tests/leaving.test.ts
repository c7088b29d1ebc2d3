import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { postComment } from "../src/comments/post-comment.ts";
import { formats } from "../src/downloads/formats.ts";
import { orphanAccountId } from "../src/people/orphan-account.ts";
import { followFacts } from "../src/plumbing/events/follow-facts.ts";
import { reactions } from "../src/reactions.ts";
import { urls } from "../src/vocabulary/urls.ts";
import { addChapter } from "../src/works/add-chapter.ts";
import { acceptInvitation } from "../src/works/answer-invitation.ts";
import { changeChapter } from "../src/works/change-chapter.ts";
import { chapterFields, giveWork } from "../src/works/for-tests/give-work.ts";
import { keepAutosave } from "../src/works/keep-autosave.ts";
import { attachOriginal, keepOriginal } from "../src/works/originals.ts";
import { postNews } from "../src/works/post-news.ts";
import { removeChapter } from "../src/works/remove-chapter.ts";
import type { WorkFields } from "../src/works/work-fields.ts";
import { type CastMember, castPassword, openTestArchive, type TestArchive } from "./archive.ts";
import { carriedBy, tracesInFiles, tracesInTables } from "./traces.ts";

/** Words that no sentence of the archive has. */
const name = "Quillerine Ostrobothnia";

describe("leaving", () => {
  let archive: TestArchive;
  let author: CastMember;
  let reader: CastMember;

  before(async () => {
    archive = await openTestArchive();
    reader = await archive.join("megan_peta");
  });
  after(() => archive.close());

  /** Carries out what follows the facts, as a running archive does. */
  const follow = async () => {
    const follower = followFacts(archive.database, "reactions", reactions(archive), (sentence, cause) => {
      archive.logged.push(`${sentence}: ${cause}`);
    });
    await follower.caughtUp();
    await follower.stop();
  };
  const comment = async (who: CastMember, workId: string, words: string) => {
    const settings = await archive.settings.current();
    const said = {
      ...{ workId, chapterId: null, parentId: null },
      ...{ under: { pseudId: who.pseudId }, text: `<p>${words}</p>` },
    };
    await archive.database.write((writer) => postComment(writer, who.member, said, settings, Date.now()));
  };

  /** A work with something in every table that can hold something of a work; `word` is in all its texts. */
  async function fullWork(who: CastMember, word: string, fields: Partial<WorkFields> = {}) {
    const { database, files } = archive;
    const { workId, chapterIds } = await giveWork(
      archive,
      who,
      { title: `The ${word} lantern`, series: { title: `Lamps of ${word}`, number: 1 }, ...fields },
      [chapterFields({ title: `${word} one`, story: `<p>${word} burned low.</p>` })],
    );
    const [chapterId = ""] = chapterIds;
    const now = Date.now();
    const bytes = new TextEncoder().encode(`${word} as it was brought in by ${who.name}`);
    const given = { bytes, fileName: `${word}.txt`, mediaType: "text/plain" };
    const originalId = await keepOriginal(database, files, who.member, given, now);
    await database.write(async (writer) => {
      const changed = chapterFields({ title: word, story: `<p>${word} burned on.</p>` });
      await changeChapter(writer, who.member, workId, chapterId, 1, changed, now);
      await addChapter(writer, who.member, workId, chapterFields({ story: `<p>${word} drafted.</p>` }), now);
      const bin = await addChapter(
        writer,
        who.member,
        workId,
        chapterFields({ story: `<p>${word}.</p>` }),
        now,
      );
      await removeChapter(writer, who.member, workId, bin, now);
      await attachOriginal(writer, who.member, originalId, workId, chapterId);
      await postNews(writer, who.member, workId, `<p>News of ${word}.</p>`, now);
      const sent = {
        id: `${word.toLowerCase()}000000000000`.slice(0, 20),
        stamp: "0".repeat(20),
        after: [],
        version: 0,
      };
      await keepAutosave(
        writer,
        who.member,
        { form: "work", workId },
        { ...sent, fields: { whole: JSON.stringify([["title", `${word} typed`]]) } },
        { autosavesKept: 200, autosaveMegabytes: 50 },
        now,
      );
    });
    await comment(who, workId, `Thank you, says who wrote ${word}.`);
    await comment(reader, workId, `I liked ${word}.`);
    await archive.send(urls.kudos(workId), {}, reader);
    await archive.textIndex.learn(workId);
    for (const { id } of formats) await archive.get(urls.download(workId, id));
    await archive.get(urls.work(workId));
    return { workId, chapterId };
  }

  /** Every page, feed and file that has to do with a work, as anybody may ask for it. */
  async function everythingOf(workId: string, chapterId: string): Promise<string> {
    const paths = [
      ...[urls.home(), urls.newest(), urls.works(), urls.worksFeed(), urls.works("sort=author")],
      ...[
        urls.work(workId),
        urls.wholeWork(workId),
        urls.chapterIndex(workId),
        urls.chapter(workId, chapterId),
      ],
      ...formats.map(({ id }) => urls.download(workId, id)),
    ];
    const texts: string[] = [];
    for (const path of paths)
      for (const as of [null, reader]) texts.push(`${path}\n${await carriedBy(await archive.get(path, as))}`);
    return texts.join("\n");
  }

  describe("an orphaned work", () => {
    let workId: string;
    let chapterId: string;

    before(async () => {
      author = await archive.join(name);
      ({ workId, chapterId } = await fullWork(author, "Zephyrwick"));
      assert.match(await everythingOf(workId, chapterId), new RegExp(name));
    });

    it("says beforehand, counted, what will happen", async () => {
      const text = await (await archive.get(urls.orphaning(workId), author)).text();
      assert.match(text, /The one published chapter stays/);
      assert.match(text, /2 chapters that are drafts or in the trash are deleted/);
      assert.match(text, /One earlier version is deleted/);
      assert.match(text, /One comment of yours under it stays, without your name/);
    });

    it("does not exist for anybody else to give up", async () => {
      for (const path of [urls.orphaning(workId), urls.withdrawal(workId)])
        for (const send of [false, true]) {
          const answer = send ? await archive.send(path, {}, reader) : await archive.get(path, reader);
          assert.equal(answer.status, 404, path);
        }
    });

    it("stays, and nothing leads from it to its writer", async () => {
      assert.equal((await archive.send(urls.orphaning(workId), {}, author)).status, 303);
      await follow();
      const text = await everythingOf(workId, chapterId);
      assert.ok(!text.includes(name));
      assert.ok(!text.includes(author.pseudId));
      assert.match(text, /a former author/);
      assert.match(text, /Zephyrwick burned on/);
      assert.equal((await archive.get(urls.editWork(workId), author)).status, 404);
      const rows = archive.database.reading;
      const work = await rows
        .selectFrom("works")
        .selectAll()
        .where("id", "=", workId)
        .executeTakeFirstOrThrow();
      assert.equal(work.account_id, orphanAccountId);
    });

    it("leaves the name only on the rows of the account itself", async () => {
      const ids = [name, author.pseudId, author.member.accountId];
      const traces = await tracesInTables(archive, ids);
      const own = /^(accounts|credentials|sessions|pseuds|sqlite_\w+)\./;
      assert.deepEqual(
        traces.filter((trace) => !own.test(trace)),
        [],
      );
    });

    it("forgets what nobody could read again", async () => {
      const files = await tracesInFiles(archive, ["Zephyrwick as it was brought in", "Zephyrwick drafted"]);
      assert.deepEqual(files, []);
      assert.deepEqual(await tracesInTables(archive, ["Zephyrwick drafted", "Zephyrwick burned low"]), []);
    });

    it("is kept by an account that nobody can sign in to", async () => {
      for (const email of [orphanAccountId, "orphan@example.org"])
        for (const password of ["", castPassword]) {
          const answer = await archive.send(urls.signIn(), { email, password });
          assert.equal(
            answer.headers.getSetCookie().some((cookie) => cookie.includes("session")),
            false,
          );
        }
      const letters = (await archive.post.outbox()).length;
      await archive.send(urls.forgottenPassword(), { email: orphanAccountId });
      assert.equal((await archive.post.outbox()).length, letters);
    });

    it("goes on under its other author when there is one", async () => {
      const other = await archive.join("Nettie Sparrow");
      const shared = await giveWork(archive, author, { credits: [{ role: "author", name: other.name }] });
      await archive.database.write((writer) =>
        acceptInvitation(
          writer,
          other.member,
          { workId: shared.workId, pseudId: other.pseudId, role: "author" },
          Date.now(),
        ),
      );
      const asked = await archive.get(urls.orphaning(shared.workId), author);
      assert.equal(asked.headers.get("location"), urls.leaving(shared.workId));
    });

    it("cannot be what no reader has", async () => {
      const draft = await giveWork(archive, author, {}, [chapterFields()], "draft");
      const asked = await archive.send(urls.orphaning(draft.workId), {}, author);
      assert.equal(asked.status, 303);
      assert.equal((await archive.get(urls.editWork(draft.workId), author)).status, 200);
    });
  });

  describe("a withdrawn work", () => {
    it("is nowhere: in no table, no file, no page, no feed, no download", async () => {
      const writer = await archive.join("Gone Girlinger");
      const { workId, chapterId } = await fullWork(writer, "Vorpalglimmer", {
        summary: "<p>Vorpalglimmer in short.</p>",
      });
      const words = ["Vorpalglimmer"];
      assert.notDeepEqual(await tracesInTables(archive, words), []);
      const asked = await (await archive.get(urls.withdrawal(workId), writer)).text();
      assert.match(asked, /All its 3 chapters are deleted/);
      assert.match(asked, /All 2 comments under it are deleted/);
      assert.equal((await archive.send(urls.withdrawal(workId), {}, writer)).status, 303);
      await follow();
      assert.deepEqual(await tracesInTables(archive, words), []);
      assert.ok(!(await everythingOf(workId, chapterId)).includes("Vorpalglimmer"));
      if (archive.database.engine === "sqlite") await archive.database.scrub();
      assert.deepEqual(await tracesInFiles(archive, words), []);
      const never = await archive.get(urls.work("0000000000"));
      const gone = await archive.get(urls.work(workId));
      assert.equal(gone.status, never.status);
      assert.equal((await gone.text()).replaceAll(workId, "0000000000"), await never.text());
      assert.equal((await archive.send(urls.withdrawal(workId), {}, writer)).status, 404);
      assert.deepEqual(archive.logged, []);
    });
  });
});
