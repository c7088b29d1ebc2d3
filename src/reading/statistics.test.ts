import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import type { CastMember } from "../../tests/archive.ts";
import { type ServedArchive, serveTestArchive } from "../../tests/serve-archive.ts";
import { changePreferences } from "../people/preferences.ts";
import { changeSettings } from "../plumbing/settings/settings.ts";
import { dayOf, startOfDay } from "../vocabulary/days.ts";
import { urls } from "../vocabulary/urls.ts";
import { acceptInvitation } from "../works/answer-invitation.ts";
import { chapterFields, giveWork } from "../works/for-tests/give-work.ts";
import { bringStatistics, carriedStatistics, statisticsOf } from "./carry-statistics.ts";
import { openEndings } from "./endings.ts";
import { foldDays } from "./fold-days.ts";
import { isoMonth, monthOf, monthOfDay, readIsoMonth } from "./months.ts";
import { everyMonth, findStatistics, sumOf } from "./statistics.ts";

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const day = 86_400_000;
const nothing = async () => [];
const elsewhere = { kudos: nothing, comments: nothing };

describe("numbers for writers", () => {
  let archive: ServedArchive;
  let author: CastMember;
  let together: CastMember;
  let beta: CastMember;
  let reader: CastMember;
  let moderator: CastMember;
  let owner: CastMember;
  before(async () => {
    archive = await serveTestArchive();
    author = await archive.join("Marchpane");
    together = await archive.join("Quillon");
    beta = await archive.join("Bettany");
    reader = await archive.join("tessellate");
    moderator = await archive.join("saltmarsh", "moderator");
    owner = await archive.join("Rowan", "owner");
  });
  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  let workId = "";
  let first = "";
  let last = "";
  beforeEach(async () => {
    const credits = [
      { role: "author" as const, name: together.name },
      { role: "beta" as const, name: beta.name },
    ];
    const work = await giveWork(archive, author, { expectedChapters: 2, credits }, [
      chapterFields(),
      chapterFields({ title: "The Lantern" }),
    ]);
    workId = work.workId;
    [first = "", last = ""] = work.chapterIds;
    for (const [who, role] of [
      [together, "author"],
      [beta, "beta"],
    ] as const)
      await archive.database.write((writer) =>
        acceptInvitation(writer, who.member, { workId, pseudId: who.pseudId, role }, Date.now()),
      );
  });

  const cookieOf = (as: CastMember | null) => (as ? { cookie: as.cookie } : {});
  /** Says, as the script of the page does, that the end of a chapter was come to. */
  const reach = (chapterId: string, as: CastMember | null = null, headers: Record<string, string> = {}) =>
    archive.send(urls.chapterEnd(workId, chapterId), {}, as, { "user-agent": firefox, ...headers });
  /** Opens a page over the net, where it may be one that was kept. */
  const open = async (path: string, headers: Record<string, string>, as: CastMember | null = null) => {
    const answer = await fetch(archive.origin + path, {
      headers: { "user-agent": firefox, ...cookieOf(as), ...headers },
    });
    await answer.arrayBuffer();
    return answer;
  };
  const endsOf = async (chapterId: string) => {
    await archive.endings.write();
    const row = await archive.database.reading
      .selectFrom("reading_days")
      .select(["finished", "words", "work_finished"])
      .where("chapter_id", "=", chapterId)
      .executeTakeFirst();
    return row ? [row.finished, row.words, row.work_finished] : [0, 0, 0];
  };
  /** So many came to the end of a chapter on a day. */
  const happened = (chapterId: string, on: number, times: number) =>
    archive.database.write((writer) =>
      writer
        .insertInto("reading_days")
        .values({
          work_id: workId,
          chapter_id: chapterId,
          day: on,
          finished: times,
          words: times * 10,
          work_finished: chapterId === last ? times : 0,
        })
        .execute(),
    );
  const page = async (path: string, as: CastMember | null = author) => (await archive.get(path, as)).text();

  it("count once a day who comes to the end of a chapter, and neither its authors nor programs", async () => {
    await archive.endings.write();
    for (let time = 0; time < 2; time++)
      for (const as of [null, reader, beta, author, together])
        assert.equal((await reach(last, as)).status, 204);
    await reach(last, null, { "user-agent": "curl/8.5.0" });
    await reach(last, null, { "user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1)" });
    assert.deepEqual(await endsOf(last), [3, 30, 3], "a visitor, a reader and the beta reader");
    await reach(first, reader);
    assert.deepEqual(await endsOf(first), [1, 10, 0], "it is not the last chapter");
  });

  it("count nobody who has something against it", async () => {
    await reach(last, null, { "sec-gpc": "1" });
    await reach(last, null, { dnt: "1" });
    await archive.database.write((writer) =>
      changePreferences(writer, moderator.member.accountId, { readingCounted: false }),
    );
    await reach(last, moderator);
    const said = await archive.send(urls.counting(), { counted: "no" });
    const cookie = said.headers.get("set-cookie")?.split(";")[0] ?? "";
    await reach(last, null, { cookie });
    assert.deepEqual(await endsOf(last), [0, 0, 0]);
    const marked = async (as: CastMember | null, headers: Record<string, string> = {}) =>
      (await (await archive.get(urls.chapter(workId, last), as, headers)).text()).includes("data-ends");
    assert.equal(await marked(null, { cookie }), false);
    assert.equal(await marked(moderator), false);
    assert.equal(await marked(author), false);
    assert.equal(await marked(null), true);
    const page = await (await archive.get(urls.counting(), null, { cookie })).text();
    assert.match(page, /In this browser your reading is not counted/);
    const again = await archive.send(urls.counting(), { counted: "yes" }, null, { cookie });
    assert.match(again.headers.get("set-cookie") ?? "", /pressie\.uncounted=;.*Max-Age=0/);
  });

  it("count without a script who goes on to the next chapter, from a page made for them or kept", async () => {
    const referer = archive.origin + urls.chapter(workId, first);
    const onward = urls.chapter(workId, last);
    await open(onward, { referer: archive.origin + urls.work(workId) });
    await open(onward, {}, reader);
    await open(onward, { referer }, author);
    assert.deepEqual(await endsOf(first), [0, 0, 0]);
    await open(onward, { referer }, reader);
    assert.deepEqual(await endsOf(first), [1, 10, 0]);
    const kept = await open(onward, { referer });
    assert.ok(kept.headers.get("etag"), "this page was kept");
    await open(onward, { referer });
    await open(onward, { referer, "sec-gpc": "1", "user-agent": `${firefox} other` });
    assert.deepEqual(await endsOf(first), [2, 20, 0]);
    assert.deepEqual(await endsOf(last), [0, 0, 0]);
  });

  it("count who says thanks or something at the end", async () => {
    const browser = { "user-agent": firefox };
    await archive.send(urls.kudos(workId), { place: last }, reader, browser);
    assert.deepEqual(await endsOf(last), [1, 10, 1]);
    await archive.send(urls.kudos(workId), { place: "whole" }, author, browser);
    await archive.send(urls.kudos(workId), { place: "title" }, moderator, browser);
    assert.deepEqual(await endsOf(last), [1, 10, 1]);
    const comment = (as: CastMember) =>
      archive.send(urls.comments(workId, first), { comment: "Oh!", pseud: as.pseudId }, as, browser);
    for (const as of [reader, author]) assert.equal((await comment(as)).status, 303);
    assert.deepEqual(await endsOf(first), [1, 10, 0]);
  });

  it("count of one household no more than three a day for a chapter, whatever its browsers are called", async () => {
    for (let browser = 0; browser < 20; browser++)
      await reach(last, null, { "user-agent": `${firefox} ${browser}` });
    assert.deepEqual(await endsOf(last), [3, 30, 3]);
  });

  it("count nothing of what readers do not have, and let nobody else's page say anything", async () => {
    const draft = await giveWork(archive, author, {}, [chapterFields()], "draft");
    const [ofDraft = ""] = draft.chapterIds;
    for (const as of [author, reader, null])
      assert.equal((await archive.send(urls.chapterEnd(draft.workId, ofDraft), {}, as)).status, 404);
    assert.equal((await archive.send(urls.chapterEnd(workId, ofDraft), {}, reader)).status, 404);
    assert.equal((await archive.send(urls.chapterEnd("no", "no"), {}, reader)).status, 404);
    const foreign = await reach(last, null, {
      origin: "https://evil.example",
      "sec-fetch-site": "cross-site",
    });
    assert.equal(foreign.status, 403);
    assert.deepEqual(await endsOf(last), [0, 0, 0]);
  });

  it("are for who writes the work, and for nobody else there is", async () => {
    const paths = [
      urls.statistics(workId),
      urls.statistics(workId, { chapter: last }),
      urls.statisticsSheet(workId),
    ];
    for (const path of paths) {
      for (const as of [author, together]) assert.equal((await archive.get(path, as)).status, 200, path);
      for (const as of [beta, reader, moderator, owner])
        assert.equal((await archive.get(path, as)).status, 404, `${path} for ${as.name}`);
      assert.equal((await archive.get(path)).headers.get("location"), urls.signIn(path));
    }
    assert.equal((await archive.get(urls.statistics(workId, { chapter: "0000000000" }), author)).status, 404);
    await happened(last, dayOf(Date.now()) - 1, 4_321);
    for (const as of [beta, reader, moderator, owner])
      for (const path of [urls.ownStatistics(), urls.ownStatisticsSheet(), urls.work(workId)]) {
        const text = await page(path, as);
        assert.doesNotMatch(text, /4,?321/, `${path} for ${as.name}`);
      }
    assert.match(await page(urls.ownStatistics(), together), /4,321/);
  });

  it("are told up to yesterday, by month, by chapter and as a sheet", async () => {
    const yesterday = dayOf(Date.now()) - 1;
    const month = isoMonth(monthOfDay(yesterday));
    await happened(first, yesterday, 12);
    await happened(last, yesterday, 7);
    await happened(last, yesterday + 1, 990_000);
    await archive.database.write((writer) =>
      writer
        .insertInto("kudos")
        .values(
          [startOfDay(yesterday), Date.now()].map((given_at, index) => ({
            id: `${workId}${index}`,
            work_id: workId,
            account_id: null,
            guest_hash: `${workId}${index}`,
            given_at,
          })),
        )
        .execute(),
    );
    await archive.database.write((writer) =>
      writer
        .insertInto("subscriptions")
        .values(
          [beta, reader].map(({ member }, index) => ({
            ...{ id: `${workId}${index}`, account_id: member.accountId, kind: "work" as const },
            ...{ target_id: workId, rhythm: "daily" as const, made_at: startOfDay(yesterday + index) },
          })),
        )
        .execute(),
    );
    const html = await page(urls.statistics(workId));
    const cells = [...html.matchAll(/<td class="number">([^<]*)<\/td>/g)].map(([, number]) => number);
    const ofMonth = ["7", "19", "190", "1", "0", "0", "1"];
    assert.deepEqual(cells.slice(0, 7), ofMonth);
    assert.deepEqual(cells.slice(-6), ["12", "120", "0", "7", "70", "0"], "chapter by chapter");
    assert.match(html, /<svg[^>]*role="img"[^>]*aria-labelledby="drawing-finished-title/);
    assert.match(html, /<title id="drawing-finished-title">Read to the end by month<\/title>/);
    assert.doesNotMatch(html, /990/);
    const sheet = await page(urls.statisticsSheet(workId));
    assert.deepEqual(sheet.replace("\uFEFF", "").trim().split("\r\n"), [
      "Work,Chapter,Title,Month,Read to the end,Chapters read,Words read,Kudos,Comments,Bookmarks,Subscribers",
      `The Second Violin,,,${month},${ofMonth.join()}`,
      `The Second Violin,1,,${month},12,,120,,0,,`,
      `The Second Violin,2,The Lantern,${month},7,,70,,0,,`,
    ]);
    const ofChapter = await page(urls.statistics(workId, { chapter: last }));
    assert.match(ofChapter, /2\. The Lantern/);
    assert.doesNotMatch(ofChapter, />190</);
  });

  it("stay away from a writer who wants none, from their own pages and, if they like, from others'", async () => {
    await happened(last, dayOf(Date.now()) - 1, 4_321);
    await archive.send(urls.kudos(workId), { place: "title" }, reader);
    const told = async (as: CastMember | null) =>
      /<dt>Kudos<\/dt><dd>1<\/dd>|1 reader left kudos|1 kudos/.test(await page(urls.work(workId), as));
    const prefer = (changes: { statisticsShown?: boolean; countsShown?: boolean }) =>
      archive.database.write((writer) => changePreferences(writer, author.member.accountId, changes));
    await prefer({ statisticsShown: false });
    for (const path of [urls.statistics(workId), urls.ownStatistics()]) {
      const text = await page(path);
      assert.match(text, /You wanted to meet no numbers/);
      assert.doesNotMatch(text, /4,321|<svg/);
    }
    assert.equal((await archive.get(urls.statisticsSheet(workId), author)).status, 303);
    assert.doesNotMatch(await page(urls.desk()), /Numbers about my works/);
    assert.deepEqual([await told(author), await told(together), await told(null)], [false, true, true]);
    assert.match(await page(urls.statistics(workId), together), /4,321/, "the other author sees them");
    const ofVisitors = () => fetch(archive.origin + urls.work(workId)).then((answer) => answer.text());
    for (let time = 0; time < 2; time++) assert.match(await ofVisitors(), /<dt>Kudos<\/dt><dd>1<\/dd>/);
    const ticked = { "time-zone": "UTC", "gifts-wanted": "yes", "statistics-shown": "yes" };
    await archive.send(urls.preferences(), ticked, author);
    assert.doesNotMatch(await ofVisitors(), /<dt>Kudos/, "pages that were kept, too");
    assert.equal(await told(null), false);
    assert.equal(await told(reader), false);
    assert.match(await page(urls.desk()), /Numbers about my works/);
    await prefer({ countsShown: true });
  });

  it("are neither counted nor shown in an archive whose owner wants none", async () => {
    const set = (statistics: "off" | "counted") =>
      archive.database.write((writer) => changeSettings(writer, { statistics }, Date.now()));
    await happened(first, dayOf(Date.now()) - 1, 4_321);
    await set("off");
    await archive.endings.write();
    await reach(last, reader);
    assert.doesNotMatch(await page(urls.chapter(workId, last), reader), /data-ends|story-end\.js/);
    assert.match(await page(urls.statistics(workId)), /The owner of this archive has it count no reading/);
    assert.equal((await archive.get(urls.ownStatisticsSheet(), author)).status, 303);
    await set("counted");
    assert.deepEqual(await endsOf(last), [0, 0, 0]);
    assert.match(await page(urls.statistics(workId)), /4,321/);
  });

  it("go with a work that is withdrawn, and stay without an author with one that is given up", async () => {
    const count = async (work: string) => {
      const { length } = await archive.database.reading
        .selectFrom("reading_days")
        .select("chapter_id")
        .where("work_id", "=", work)
        .execute();
      return length;
    };
    const leaver = await archive.join(`Leaver ${workId}`);
    for (const [address, left] of [
      [urls.withdrawal, 0],
      [urls.orphaning, 1],
    ] as const) {
      const alone = await giveWork(archive, leaver);
      workId = alone.workId;
      await happened(alone.chapterIds[0] ?? "", dayOf(Date.now()) - 1, 5);
      await archive.send(address(workId), {}, leaver);
      assert.equal(await count(workId), left);
      assert.equal((await archive.get(urls.statistics(workId), leaver)).status, 404);
    }
  });

  it("come to the same as counting plainly, whatever is folded, written late or killed between", async () => {
    let now = startOfDay(dayOf(Date.UTC(2025, 10, 27)));
    let failing = false;
    const complaints: string[] = [];
    const database = {
      ...archive.database,
      write: <Result>(work: Parameters<typeof archive.database.write<Result>>[0]) =>
        archive.database.write(async (writer) => {
          const result = await work(writer);
          // Everything was done but the last word: nothing of it may stay.
          if (failing) throw new Error("killed");
          return result;
        }),
    };
    const endings = openEndings(database, archive.settings, (sentence) => complaints.push(sentence), {
      clock: () => now,
    });
    await endings.write();
    const opening = (who: number) => ({
      accountId: who < 3 ? `account${who}` : null,
      household: `192.0.2.${who % 2}`,
      userAgent: `${firefox} ${who}`,
      purpose: "",
    });
    const seen = new Set<string>();
    let random = 4_242;
    const below = (most: number) => {
      random = (random * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((random / 2_147_483_648) * most);
    };
    for (let step = 0; step < 600; step++) {
      const chapter = below(2) === 0 ? first : last;
      const who = below(7);
      endings.reached([chapter], opening(who));
      seen.add(`${dayOf(now)} ${chapter} ${who}`);
      now += below(8 * 3_600_000);
      if (below(10) > 0) continue;
      failing = below(3) === 0;
      await endings.write();
      await foldDays(database, now).catch(() => {});
      failing = false;
    }
    await endings.close();
    if (below(2) === 0) await foldDays(archive.database, now);
    const found = await findStatistics(archive.database.reading, author.member, elsewhere, now, [workId]);
    const numbers = found.get(workId);
    const plainly = (chapters: string[]) => {
      const months = new Map<number, number>();
      for (const [on, chapter = ""] of [...seen].map((key) => key.split(" ")))
        if (Number(on) < dayOf(now) && chapters.includes(chapter))
          months.set(monthOfDay(Number(on)), (months.get(monthOfDay(Number(on))) ?? 0) + 1);
      return [...months];
    };
    assert.ok(plainly([first]).length >= 3, "over months");
    assert.deepEqual(
      numbers?.months.map(({ month, chaptersRead }) => [month, chaptersRead]),
      plainly([first, last]),
    );
    assert.deepEqual(
      numbers?.months.map(({ month, finished }) => [month, finished]),
      plainly([last]),
    );
    for (const chapter of [first, last])
      assert.deepEqual(
        numbers?.chapters.get(chapter)?.map(({ month, finished, wordsRead }) => [month, finished, wordsRead]),
        plainly([chapter]).map(([month, count = 0]) => [month, count, count * 10]),
      );
    assert.ok(complaints.length > 0, "some writings failed");
  });

  it("are carried away and brought along, the same", async () => {
    const now = Date.UTC(2026, 2, 5);
    await happened(last, dayOf(now) - 40, 3);
    await happened(first, dayOf(now) - 39, 2);
    await foldDays(archive.database, now);
    await happened(last, dayOf(now) - 1, 4);
    const given = async () => [
      { workId, chapterId: null, day: dayOf(now) - 40, count: 2 },
      { workId, chapterId: null, day: dayOf(now) - 3, count: 1 },
    ];
    const carry = statisticsOf({ kudos: given, comments: nothing }, () => now);
    const carried = (await carry(archive.database.reading, author.member)).find(
      (one) => one.workId === workId,
    );
    assert.ok(carried);
    assert.deepEqual(carriedStatistics.parse(JSON.parse(JSON.stringify(carried))), carried);
    const there = await giveWork(archive, reader, {}, [chapterFields(), chapterFields()]);
    const chapterIds = new Map([
      [first, there.chapterIds[0] ?? ""],
      [last, there.chapterIds[1] ?? ""],
    ]);
    await archive.database.write((writer) => bringStatistics(writer, there.workId, carried, chapterIds));
    const numbersOf = async (who: CastMember, id: string, kudos: typeof given) => {
      const found = await findStatistics(
        archive.database.reading,
        who.member,
        { kudos, comments: nothing },
        now,
        [id],
      );
      return found.get(id)?.months;
    };
    assert.deepEqual(await numbersOf(reader, there.workId, nothing), await numbersOf(author, workId, given));
    assert.equal(sumOf((await numbersOf(reader, there.workId, nothing)) ?? []).finished, 7);
  });
});

describe("months", () => {
  it("are those of UTC, and have names that can be read again", () => {
    const at = Date.UTC(2026, 10, 30, 23, 59, 59);
    assert.equal(isoMonth(monthOf(at)), "2026-11");
    assert.equal(readIsoMonth("2026-11"), monthOf(at));
    assert.equal(monthOf(at + 1_000), monthOf(at) + 1);
    assert.equal(monthOfDay(dayOf(at)), monthOf(at));
    for (const text of ["2026-13", "2026-1", "November", "2026-11-01"])
      assert.equal(readIsoMonth(text), null);
  });

  it("are all there, the quiet ones too", () => {
    const month = monthOf(Date.UTC(2026, 7, 1));
    const months = everyMonth([{ ...sumOf([]), month }], Date.UTC(2026, 10, 1) + day / 2);
    assert.deepEqual(
      months.map((one) => isoMonth(one.month)),
      ["2026-08", "2026-09", "2026-10"],
    );
    const recent = everyMonth(months, Date.UTC(2026, 10, 2), 2);
    assert.deepEqual(
      recent.map((one) => isoMonth(one.month)),
      ["2026-10", "2026-11"],
    );
  });
});
