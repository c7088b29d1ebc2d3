import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CastMember, openTestArchive, type TestArchive } from "../../../tests/archive.ts";
import { changeSettings } from "../../plumbing/settings/settings.ts";
import { newId } from "../../vocabulary/ids.ts";
import { urls } from "../../vocabulary/urls.ts";
import { chapterFields, giveWork } from "../../works/for-tests/give-work.ts";
import { purgeRemoved } from "../../works/purge-removed.ts";
import { removeWork } from "../../works/remove-work.ts";
import { whichCounts } from "../../works/work-counts.ts";

const button = "Leave kudos";
const nobody = { kind: "visitor" } as const;

describe("kudos", () => {
  let archive: TestArchive;
  let author: CastMember;
  let beta: CastMember;
  let reader: CastMember;
  let moderator: CastMember;

  before(async () => {
    archive = await openTestArchive();
    author = await archive.join("Marchpane");
    beta = await archive.join("megan_peta");
    reader = await archive.join("tessellate");
    moderator = await archive.join("saltmarsh", "moderator");
  });
  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  const give = (workId: string, as: CastMember | null = null, cookie = "", place = "title") =>
    archive.send(urls.kudos(workId), { place }, as, cookie === "" ? {} : { cookie });
  const page = async (path: string, as: CastMember | null = null, cookie = "") =>
    (await archive.get(path, as, cookie === "" ? {} : { cookie })).text();
  const rowsOf = (workId: string) =>
    archive.database.reading.selectFrom("kudos").selectAll().where("work_id", "=", workId).execute();
  const countOf = async (workId: string) => {
    const counts = await archive.database.reading
      .selectFrom("work_counts")
      .select("kudos")
      .where("work_id", "=", workId)
      .executeTakeFirst();
    return counts?.kudos ?? 0;
  };
  /** The cookies an answer sets, as a browser would send those meant for a path back. */
  const cookiesFor = (answer: Response, path: string) =>
    answer.headers
      .getSetCookie()
      .filter((cookie) => path.startsWith(/; Path=([^;]*)/i.exec(cookie)?.[1] ?? "/"))
      .map((cookie) => cookie.split(";")[0])
      .join("; ");
  const tokenOf = (answer: Response) => {
    const set = answer.headers.getSetCookie().find((cookie) => cookie.startsWith("pressie.guest="));
    assert.ok(set);
    return set;
  };

  it("are left by a guest, who is thanked where they were and told so once", async () => {
    const { workId, chapterIds } = await giveWork(archive, author);
    const chapter = urls.chapter(workId, chapterIds[0] ?? "");
    for (const path of [urls.work(workId), urls.wholeWork(workId), chapter])
      assert.ok((await page(path)).includes(button), path);
    const answer = await give(workId, null, "", chapterIds[0]);
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.get("location"), `${chapter}#kudos`);
    const thanked = await page(chapter, null, cookiesFor(answer, chapter));
    assert.ok(thanked.includes("Thank you. Your kudos are with the writer."));
    assert.ok(!thanked.includes(button));
    assert.ok((await page(chapter)).includes(button));
    assert.match(await page(urls.work(workId)), /<dt>Kudos<\/dt><dd>1<\/dd>/);
    assert.ok((await page(urls.newest())).includes("<li>1 kudos</li>"));
  });

  it("keep of a guest nothing but the hash of a token, which their browser shows for this work's kudos alone", async () => {
    const { workId } = await giveWork(archive, author);
    const token = tokenOf(await give(workId));
    assert.match(token, new RegExp(`Path=${urls.kudos(workId)}(;|$)`));
    assert.match(token, /HttpOnly/);
    const [row] = await rowsOf(workId);
    assert.ok(row?.guest_hash);
    assert.equal(row.account_id, null);
    assert.ok(!token.includes(row.guest_hash));
  });

  it("are one a guest, however often they press", async () => {
    const { workId } = await giveWork(archive, author);
    const first = await give(workId);
    const cookie = tokenOf(first).split(";")[0] ?? "";
    const second = await give(workId, null, cookie);
    assert.ok(
      (await page(urls.work(workId), null, cookiesFor(second, urls.work(workId)))).includes(
        "The writer has your kudos already.",
      ),
    );
    assert.equal((await rowsOf(workId)).length, 1);
    assert.equal(await countOf(workId), 1);
  });

  it("are one for two presses before the first is answered, of guest and member alike", async () => {
    for (const as of [null, reader]) {
      const { workId } = await giveWork(archive, author);
      const answers = await Promise.all(Array.from({ length: 20 }, () => give(workId, as)));
      assert.ok(answers.every(({ status }) => status === 303));
      assert.equal((await rowsOf(workId)).length, 1);
      assert.equal(await countOf(workId), 1);
    }
  });

  it("cannot be heaped up: two hundred posts, with cookies made up each time, are one guest's", async () => {
    const { workId } = await giveWork(archive, author);
    for (let post = 0; post < 200; post += 50)
      await Promise.all(
        Array.from({ length: 50 }, () => {
          const token = (newId() + newId() + newId()).slice(0, 26);
          return give(workId, null, `pressie.guest=${token}`);
        }),
      );
    assert.equal((await rowsOf(workId)).length, 1);
    assert.equal(await countOf(workId), 1);
  });

  it("take no cookie for a guest's that is none", async () => {
    const { workId } = await giveWork(archive, author);
    for (const word of ["", "x", "' or 1=1 --", "%00", "0".repeat(5_000)])
      assert.equal((await give(workId, null, `pressie.guest=${word}`)).status, 303, word);
    assert.equal(await countOf(workId), 1);
    const said = await page(urls.work(workId), null, "pressie.kudos=<b>bold</b>");
    assert.ok(said.includes(button) && !said.includes("bold"));
  });

  it("are one a member, who is shown that they left them", async () => {
    const { workId } = await giveWork(archive, author);
    for (const as of [reader, beta, moderator, reader]) assert.equal((await give(workId, as)).status, 303);
    assert.equal(await countOf(workId), 3);
    const html = await page(urls.work(workId), reader);
    assert.ok(html.includes("You left kudos for this work."));
    assert.ok(!html.includes(button));
  });

  it("are given again for later chapters, once a person and chapter, and count once for the work", async () => {
    const { workId, chapterIds } = await giveWork(archive, author, { expectedChapters: 3 }, [
      chapterFields(),
      chapterFields(),
      chapterFields(),
    ]);
    const [first = "", second = "", third = ""] = chapterIds;
    const again = async () =>
      (
        await archive.database.reading
          .selectFrom("chapter_kudos")
          .select("chapter_id")
          .where("work_id", "=", workId)
          .execute()
      ).map(({ chapter_id }) => chapter_id);
    await give(workId, reader, "", first);
    assert.deepEqual(await again(), [], "the first chapter's are the work's");
    assert.match(await page(urls.chapter(workId, second), reader), /Leave kudos for this chapter too/);
    for (let time = 0; time < 2; time++) await give(workId, reader, "", second);
    assert.deepEqual(await again(), [second]);
    assert.match(await page(urls.chapter(workId, second), reader), /You left kudos for this chapter/);
    const guest = await give(workId, null, "", third);
    const token = tokenOf(guest).split(";")[0] ?? "";
    for (let time = 0; time < 2; time++) await give(workId, null, token, third);
    assert.deepEqual((await again()).toSorted(), [second, third].toSorted());
    await give(workId, author, "", third);
    assert.equal((await again()).length, 2, "one's own are none");
    assert.equal(await countOf(workId), 2);
    assert.match(
      await page(urls.chapter(workId, second), author),
      /2 readers left kudos.*1 of them for this chapter/s,
    );
    const facts = await archive.database.reading.selectFrom("events").select("body").execute();
    const told = facts.map(({ body }) => body).filter((body) => body.includes("kudos-given"));
    assert.equal(told.filter((body) => body.includes(workId)).length, 3);
    assert.ok(!told.some((body) => body.includes(reader.member.accountId)), "who gave them is in no log");
  });

  it("are not for one's own work, nor for one written together", async () => {
    const friend = await archive.join("gorse");
    const { workId } = await giveWork(archive, author);
    await archive.database.write((writer) =>
      writer
        .insertInto("work_creators")
        .values({
          work_id: workId,
          position: 1,
          role: "author",
          pseud_id: friend.pseudId,
          name: friend.name,
          accepted: 1,
        })
        .execute(),
    );
    for (const as of [author, friend]) {
      assert.ok(!(await page(urls.work(workId), as)).includes(button));
      const answer = await give(workId, as);
      assert.equal(answer.status, 303);
      const cookie = `${as.cookie}; ${cookiesFor(answer, urls.work(workId))}`;
      assert.ok((await page(urls.work(workId), null, cookie)).includes("This work is your own."));
    }
    assert.equal(await countOf(workId), 0);
    await give(workId, reader);
    assert.ok((await page(urls.work(workId), author)).includes("1 reader left kudos."));
  });

  it("do not exist where the work does not", async () => {
    const draft = await giveWork(archive, author, {}, [chapterFields()], "draft");
    const membersOnly = await giveWork(archive, author, { visibility: "members" });
    const removed = await giveWork(archive, author);
    await archive.database.write((writer) => removeWork(writer, author.member, removed.workId, Date.now()));
    for (const as of [author, beta, reader, null, moderator]) {
      assert.equal((await give(draft.workId, as)).status, 404);
      assert.equal((await give(removed.workId, as)).status, 404);
      assert.equal((await give(newId(), as)).status, 404);
      assert.equal((await give("no id", as)).status, 404);
      assert.equal((await give(membersOnly.workId, as)).status, as === null ? 404 : 303);
    }
    assert.ok(!(await page(urls.work(draft.workId), author)).includes("kudos"));
    assert.equal(await countOf(membersOnly.workId), 3);
  });

  it("are not taken from another site's page", async () => {
    const { workId } = await giveWork(archive, author);
    const answer = await archive.send(urls.kudos(workId), {}, reader, { origin: "http://elsewhere.test" });
    assert.equal(answer.status, 403);
    assert.equal(await countOf(workId), 0);
  });

  it("lead to the title page from wherever else a form says it stood", async () => {
    const { workId } = await giveWork(archive, author);
    const other = await giveWork(archive, author);
    for (const place of ["", "//elsewhere.test", newId(), other.chapterIds[0] ?? ""])
      assert.equal(
        (await give(workId, reader, "", place)).headers.get("location"),
        `${urls.work(workId)}#kudos`,
      );
    assert.equal(
      (await give(workId, reader, "", "whole")).headers.get("location"),
      `${urls.wholeWork(workId)}#kudos`,
    );
  });

  it("go with a work that is forgotten, and stay, without a name, when their giver goes", async () => {
    const { workId } = await giveWork(archive, author);
    const leaving = await archive.join("fennel");
    await give(workId, leaving);
    await archive.database.write(async (writer) => {
      await writer.deleteFrom("pseuds").where("account_id", "=", leaving.member.accountId).execute();
      await writer.deleteFrom("accounts").where("id", "=", leaving.member.accountId).execute();
    });
    assert.deepEqual(
      (await rowsOf(workId)).map(({ account_id, guest_hash }) => ({ account_id, guest_hash })),
      [{ account_id: null, guest_hash: null }],
    );
    assert.equal(await countOf(workId), 1);
    await archive.database.write((writer) => removeWork(writer, author.member, workId, 1));
    await purgeRemoved(archive.database, archive.files, 1, Date.now());
    assert.equal((await rowsOf(workId)).length, 0);
    assert.equal(await countOf(workId), 0);
  });

  it("are counted as they are given, each later than all before", async () => {
    const { workId } = await giveWork(archive, author);
    const changes: number[] = [];
    for (const as of [reader, beta, moderator]) {
      await give(workId, as);
      const { changed_at } = await archive.database.reading
        .selectFrom("work_counts")
        .select("changed_at")
        .where("work_id", "=", workId)
        .executeTakeFirstOrThrow();
      changes.push(changed_at);
    }
    assert.ok(changes.every((at, index) => index === 0 || at > (changes[index - 1] ?? 0)));
    const wrong = await archive.database.reading
      .selectFrom("works")
      .leftJoin("work_counts", "work_counts.work_id", "works.id")
      .select((work) => [
        "works.id",
        "work_counts.kudos as counted",
        work
          .selectFrom("kudos")
          .whereRef("kudos.work_id", "=", "works.id")
          .select(({ fn }) => fn.countAll<number>().as("given"))
          .as("given"),
      ])
      .execute();
    assert.deepEqual(
      wrong.filter(({ counted, given }) => (counted ?? 0) !== Number(given)),
      [],
    );
  });

  it("are seen by all, or by their writer alone, as the owner decides", async () => {
    const { workId } = await giveWork(archive, author);
    await give(workId, reader);
    const cast = [author, beta, reader, null, moderator];
    const shownTo = async (as: CastMember | null) => {
      const html = (await page(urls.work(workId), as)) + (await page(urls.newest(), as));
      return /<dt>Kudos<\/dt>/.test(html) && html.includes("<li>1 kudos</li>");
    };
    for (const as of cast) {
      assert.equal(await shownTo(as), true);
      assert.equal((await whichCounts(archive.database.reading, as?.member ?? nobody)).kudos, true);
    }
    await archive.database.write((writer) => changeSettings(writer, { kudos: "hidden" }, Date.now()));
    for (const as of cast) {
      assert.equal(await shownTo(as), false);
      assert.equal((await whichCounts(archive.database.reading, as?.member ?? nobody)).kudos, false);
      assert.equal((await page(urls.work(workId), as)).includes("1 reader left kudos."), as === author);
    }
    await archive.database.write((writer) => changeSettings(writer, { kudos: "shown" }, Date.now()));
  });

  it("stay with the writer alone when another setting holds what this release does not know", async () => {
    const readings = { name: "readings", value: JSON.stringify("by moonlight") };
    await archive.database.write(async (writer) => {
      await changeSettings(writer, { kudos: "hidden" }, Date.now());
      await writer
        .insertInto("settings")
        .values(readings)
        .onConflict((conflict) => conflict.column("name").doUpdateSet({ value: readings.value }))
        .execute();
    });
    assert.equal((await whichCounts(archive.database.reading, author.member)).kudos, false);
    await archive.database.write((writer) =>
      changeSettings(writer, { kudos: "shown", readings: "ordering" }, Date.now()),
    );
  });

  it("of works nobody may see give nobody an order to choose", async () => {
    const other = await openTestArchive();
    try {
      const [writer, member] = [await other.join("Marchpane"), await other.join("tessellate")];
      const { workId } = await giveWork(other, writer, { visibility: "members" });
      await other.send(urls.kudos(workId), {}, member);
      const { reading } = other.database;
      assert.equal((await whichCounts(reading, member.member)).kudos, true);
      assert.deepEqual(await whichCounts(reading, nobody), {
        kudos: false,
        comments: false,
        bookmarks: false,
        hits: false,
      });
    } finally {
      await other.close();
    }
  });
});
