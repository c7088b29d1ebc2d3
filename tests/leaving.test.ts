import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { countWords, takeNameFromTalk, takeWordsFromTalk } from "../src/comments/leave-talk.ts";
import { postComment } from "../src/comments/post-comment.ts";
import { formats } from "../src/downloads/formats.ts";
import { forgetAnswers } from "../src/importing/forget-answers.ts";
import { closeAccount } from "../src/leaving/close-account.ts";
import type { OtherRooms } from "../src/leaving/other-rooms.ts";
import type { Fate } from "../src/leaving/own-work-to-leave.ts";
import { addPseud } from "../src/people/add-pseud.ts";
import { orphanAccountId } from "../src/people/orphan-account.ts";
import { followFacts } from "../src/plumbing/events/follow-facts.ts";
import { reactions } from "../src/reactions.ts";
import { urls } from "../src/vocabulary/urls.ts";
import { addChapter } from "../src/works/add-chapter.ts";
import { acceptInvitation } from "../src/works/answer-invitation.ts";
import { keepAutosave } from "../src/works/autosaves/keep-autosave.ts";
import { changeChapter } from "../src/works/change-chapter.ts";
import { removeChapter } from "../src/works/chapters/remove-chapter.ts";
import { chapterFields, giveWork } from "../src/works/for-tests/give-work.ts";
import { forgetFiles } from "../src/works/forget-files.ts";
import { postNews } from "../src/works/news/post-news.ts";
import { attachOriginal, keepOriginal } from "../src/works/originals.ts";
import type { WorkFields } from "../src/works/work-fields.ts";
import { type CastMember, castPassword, openTestArchive, type TestArchive } from "./archive.ts";
import { carriedBy, everyColumn, tracesInFiles, tracesInTables } from "./traces.ts";

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

  describe("a closed account", () => {
    const leaverName = "Thistlemere Quackenbush";
    const secondName = "Ondine Marlspike";

    /** Somebody with something of everything, in their own works and in those of others. */
    async function leaver(called: string) {
      const who = await archive.join(called);
      const other = await archive.join(`Mossop ${called.length}`);
      const orphaned = await fullWork(who, "Pellucidwick");
      const withdrawn = await fullWork(who, "Obsidianwick");
      const shared = await giveWork(archive, who, { credits: [{ role: "author", name: other.name }] });
      const thanks = await giveWork(archive, other, {
        gifts: [{ name: called, addressedAs: "" }],
        credits: [{ role: "beta", name: called }],
      });
      await archive.database.write(async (writer) => {
        const now = Date.now();
        await acceptInvitation(
          writer,
          other.member,
          { workId: shared.workId, pseudId: other.pseudId, role: "author" },
          now,
        );
        await acceptInvitation(
          writer,
          who.member,
          { workId: thanks.workId, pseudId: who.pseudId, role: "beta" },
          now,
        );
        await addPseud(writer, who.member.accountId, `${secondName} ${called}`, now);
      });
      await comment(who, thanks.workId, "What a story.");
      await archive.send(urls.savedFilters(), { name: `Of ${called}`, query: "words=1.." }, who);
      await archive.send(urls.imports(), { text: `Pellucidwick, brought in by ${called}` }, who);
      await archive.send(urls.kudos(thanks.workId), {}, who);
      await archive.send(urls.forgottenPassword(), { email: who.email });
      const fates: Record<string, string> = {
        [`fate-${orphaned.workId}`]: "orphan",
        [`fate-${withdrawn.workId}`]: "withdraw",
        [`fate-${shared.workId}`]: "hand-over",
      };
      return { who, other, orphaned, withdrawn, shared, thanks, fates };
    }

    it("leaves no name, address, id or withdrawn word in any table, file or page", async () => {
      const { who, orphaned, withdrawn, shared, thanks, fates } = await leaver(leaverName);
      const chosen = { ...fates, comments: "stay" };
      const told = await (await archive.send(urls.closing(), { ...chosen, step: "tell" }, who)).text();
      assert.match(told, /One work stays for its readers/);
      assert.match(told, /Your shelves, .* are deleted/);
      assert.ok((await (await archive.get(urls.closing(), who)).text()).includes(urls.copy()));
      assert.match(told, /One work is deleted with everything under it/);
      assert.match(told, /One work goes on under its other authors/);
      const wrong = { ...chosen, step: "close", password: "not my password at all" };
      assert.equal((await archive.send(urls.closing(), wrong, who)).status, 422);
      const closed = await archive.send(urls.closing(), { ...wrong, password: castPassword }, who);
      assert.equal(closed.status, 303, await closed.clone().text());
      await follow();
      const words = [leaverName, secondName, who.email, who.member.accountId, "Obsidianwick"];
      assert.deepEqual(await tracesInTables(archive, words), []);
      if (archive.database.engine === "sqlite") {
        await archive.database.scrub();
        assert.deepEqual(
          await tracesInFiles(archive, [leaverName, secondName, who.email, "Obsidianwick"]),
          [],
        );
      }
      assert.match(await everythingOf(orphaned.workId, orphaned.chapterId), /a former author/);
      assert.equal((await archive.get(urls.work(withdrawn.workId))).status, 404);
      assert.equal((await archive.get(urls.work(shared.workId))).status, 200);
      const page = await (await archive.get(urls.work(thanks.workId))).text();
      assert.match(page, /somebody who left/);
      assert.equal((await archive.get(urls.writer(who.pseudId))).status, 404);
      assert.equal((await archive.get(urls.account(), who)).status, 303);
      const rows = archive.database.reading;
      const said = await rows.selectFrom("comments").select("text").execute();
      assert.ok(said.some(({ text }) => text.includes("What a story.")));
      const kudos = rows.selectFrom("kudos").select(["account_id", "guest_hash"]);
      assert.deepEqual(await kudos.where("work_id", "=", thanks.workId).execute(), [
        { account_id: null, guest_hash: null },
      ]);
      assert.deepEqual(archive.logged, []);
    });

    it("takes the words along when its writer wants that", async () => {
      const who = await archive.join("Silent Sedge");
      const { workId } = await giveWork(archive, reader);
      await comment(who, workId, "Murmuration unsaid.");
      const send = { step: "close", comments: "go", password: castPassword };
      assert.equal((await archive.send(urls.closing(), send, who)).status, 303);
      assert.deepEqual(await tracesInTables(archive, ["Murmuration unsaid"]), []);
    });

    it("asks once more when there are other works than when its writer chose", async () => {
      const who = await archive.join("Late Larkin");
      const { workId } = await giveWork(archive, who);
      const send = { step: "close", comments: "go", password: castPassword };
      assert.equal((await archive.send(urls.closing(), send, who)).status, 409);
      assert.equal((await archive.get(urls.work(workId))).status, 200);
    });

    it("is not closed half: killed before the end everything is as it was, after it the files go at the next start", async () => {
      const { who, fates } = await leaver("Interrupted Ibbotson");
      const { database, files } = archive;
      const chosen = {
        fates: new Map(
          Object.entries(fates).map(([field, fate]) => [field.slice("fate-".length), fate as Fate]),
        ),
        keepComments: false,
      };
      const rooms: OtherRooms = { takeNameFromTalk, takeWordsFromTalk, countWords, forgetAnswers };
      const said = { formerAuthor: "a former author", somebody: "somebody who left" };
      const before = await dump();
      for (const step of ["takeNameFromTalk", "forgetAnswers", "takeWordsFromTalk"] as const) {
        const killed = { ...rooms, [step]: () => Promise.reject(new Error("killed here")) };
        const closing = database.write((writer) =>
          closeAccount(writer, killed, who.member, chosen, said, Date.now()),
        );
        await assert.rejects(closing, /killed here/);
        assert.equal(await dump(), before, step);
      }
      await database.write((writer) => closeAccount(writer, rooms, who.member, chosen, said, Date.now()));
      // The archive is killed here; what it starts with takes the files, however often.
      assert.notDeepEqual(await tracesInFiles(archive, ["brought in by Interrupted Ibbotson"]), []);
      let fails = 2;
      const breaking = {
        ...files,
        remove: (key: string) => (fails-- > 0 ? Promise.reject(new Error("killed here")) : files.remove(key)),
      };
      for (let start = 0; start < 2; start++)
        await assert.rejects(forgetFiles(database, breaking), /killed here/);
      assert.ok((await forgetFiles(database, breaking)) > 0);
      assert.equal(await forgetFiles(database, files), 0);
      await follow();
      await database.scrub();
      assert.deepEqual(await tracesInFiles(archive, ["brought in by Interrupted Ibbotson"]), []);
    });

    /** Every row of every table, in some order that stays. */
    async function dump(): Promise<string> {
      const lines: string[] = [];
      for (const { table } of await everyColumn(archive)) {
        const { rows } = await sql`select * from ${sql.table(table)}`.execute(archive.database.reading);
        lines.push(...rows.map((row) => `${table} ${JSON.stringify(row)}`));
      }
      return lines.sort().join("\n");
    }
  });
});
