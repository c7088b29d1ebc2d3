import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { CastMember } from "../../tests/archive.ts";
import { type ServedArchive, serveTestArchive } from "../../tests/serve-archive.ts";
import { changeSettings } from "../plumbing/settings/settings.ts";
import { urls } from "../vocabulary/urls.ts";
import { chapterFields, giveWork } from "../works/for-tests/give-work.ts";
import { removeWork } from "../works/remove-work.ts";
import { whichCounts } from "../works/work-counts.ts";
import { isBrowser } from "./browser-names.ts";
import { openReadings } from "./readings.ts";

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const safari =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";
const nobody = { kind: "visitor" } as const;
const day = 86_400_000;

describe("readings", () => {
  let archive: ServedArchive;
  let author: CastMember;
  let reader: CastMember;
  let moderator: CastMember;
  before(async () => {
    archive = await serveTestArchive();
    author = await archive.join("Marchpane");
    reader = await archive.join("tessellate");
    moderator = await archive.join("saltmarsh", "moderator");
  });
  after(async () => {
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  /** Opens a page with a browser, as somebody or as a visitor without cookies. */
  async function open(
    path: string,
    as: CastMember | null = null,
    headers: Record<string, string> = {},
    method = "GET",
  ): Promise<Response> {
    const cookie: Record<string, string> = as ? { cookie: as.cookie } : {};
    const answer = await fetch(archive.origin + path, {
      method,
      headers: { "user-agent": firefox, ...cookie, ...headers },
    });
    await answer.arrayBuffer();
    return answer;
  }
  async function hitsOf(workId: string): Promise<number> {
    await archive.readings.write();
    const counts = await archive.database.reading
      .selectFrom("work_counts")
      .select("hits")
      .where("work_id", "=", workId)
      .executeTakeFirst();
    return counts?.hits ?? 0;
  }

  it("count a visitor once a day and work, on whatever page of it, made for them or kept", async () => {
    const { workId, chapterIds } = await giveWork(archive, author);
    for (const path of [urls.work(workId), urls.chapter(workId, chapterIds[0] ?? ""), urls.wholeWork(workId)])
      for (let time = 0; time < 3; time++) await open(path);
    assert.equal(await hitsOf(workId), 1);
    const kept = await open(urls.work(workId), null, { "user-agent": safari });
    assert.ok(kept.headers.get("etag"), "this page was kept");
    assert.equal(await hitsOf(workId), 2);
    const other = await giveWork(archive, author);
    await open(urls.work(other.workId));
    assert.equal(await hitsOf(other.workId), 1);
  });

  it("count no crowd of browsers that one place names", async () => {
    const { workId } = await giveWork(archive, author);
    for (let version = 0; version < 35; version++)
      await open(urls.work(workId), null, { "user-agent": `${firefox} ${version}` });
    assert.equal(await hitsOf(workId), 30);
  });

  it("count members, and never the author", async () => {
    const { workId } = await giveWork(archive, author);
    for (const as of [author, reader, moderator, reader, author]) await open(urls.work(workId), as);
    assert.equal(await hitsOf(workId), 2);
  });

  it("count no programs, no pages loaded before anybody wanted them, and nothing but whole pages", async () => {
    const { workId, chapterIds } = await giveWork(archive, author);
    const path = urls.work(workId);
    await open(path, reader, { "sec-purpose": "prefetch;prerender" });
    await open(path, null, { purpose: "prefetch" });
    await open(path, null, {
      "user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    });
    await open(path, null, { "user-agent": "curl/8.5.0" });
    await open(path, null, {}, "HEAD");
    await open(urls.chapter(workId, "0000000000"));
    await open(`${urls.chapter(workId, chapterIds[0] ?? "")}/edit`);
    await open(urls.newest());
    assert.equal(await hitsOf(workId), 0);
  });

  it("count nothing of what is not open to whoever asks", async () => {
    const draft = await giveWork(archive, author, {}, [chapterFields()], "draft");
    const removed = await giveWork(archive, author);
    const membersOnly = await giveWork(archive, author, { visibility: "members" });
    await archive.database.write((writer) => removeWork(writer, author.member, removed.workId, Date.now()));
    for (const { workId } of [draft, removed, membersOnly])
      for (const as of [author, reader, null]) await open(urls.work(workId), as);
    assert.equal(await hitsOf(draft.workId), 0);
    assert.equal(await hitsOf(removed.workId), 0);
    assert.equal(await hitsOf(membersOnly.workId), 1);
  });

  it("are told to readers, used to order works by, or not even counted, as the owner decides", async () => {
    const { workId } = await giveWork(archive, author);
    await open(urls.work(workId), reader);
    await archive.readings.write();
    const cast = [author, reader, moderator, null];
    const told = async (as: CastMember | null) =>
      /<dt>Readings<\/dt><dd>1<\/dd>/.test(await (await archive.get(urls.work(workId), as)).text());
    const orders = (as: CastMember | null) =>
      whichCounts(archive.database.reading, as?.member ?? nobody).then(({ hits }) => hits);
    for (const [decision, shown, ordering] of [
      ["ordering", false, true],
      ["shown", true, true],
      ["off", false, false],
    ] as const) {
      await archive.database.write((writer) => changeSettings(writer, { readings: decision }, Date.now()));
      for (const as of cast) {
        assert.equal(await told(as), shown, decision);
        assert.equal(await orders(as), ordering, decision);
      }
    }
    await archive.readings.write();
    await open(urls.work(workId), moderator);
    await archive.database.write((writer) => changeSettings(writer, { readings: "ordering" }, Date.now()));
    assert.equal(await hitsOf(workId), 1, "nothing is counted while counting is off");
    await open(urls.work(workId), moderator);
    assert.equal(await hitsOf(workId), 2);
  });

  it("begin anew each day, and are kept when they cannot be written", async () => {
    const { workId } = await giveWork(archive, author);
    let now = day * 20_000;
    let failing = false;
    const complaints: string[] = [];
    const readings = openReadings(
      {
        ...archive.database,
        write: (work) => (failing ? Promise.reject(new Error("disk full")) : archive.database.write(work)),
      },
      archive.settings,
      (sentence) => complaints.push(sentence),
      { clock: () => now },
    );
    await readings.write();
    const opening = { accountId: null, household: "192.0.2.7", userAgent: firefox, purpose: "" };
    readings.opened(workId, opening);
    now += day / 2;
    readings.opened(workId, opening);
    failing = true;
    await readings.write();
    assert.equal(complaints.length, 1);
    now += day / 2;
    readings.opened(workId, opening);
    failing = false;
    await readings.close();
    assert.equal(await hitsOf(workId), 2);
  });

  it("of a work that is no more are let go, and those of others are written", async () => {
    const gone = await giveWork(archive, author);
    const here = await giveWork(archive, author);
    await open(urls.work(gone.workId));
    await open(urls.work(here.workId));
    await archive.database.write((writer) =>
      writer.deleteFrom("works").where("id", "=", gone.workId).execute(),
    );
    assert.equal(await hitsOf(here.workId), 1);
    assert.equal(await hitsOf(gone.workId), 0);
  });
});

describe("what tells a browser from a program", () => {
  it("is its name", () => {
    for (const name of [
      firefox,
      safari,
      "Lynx/2.9.0 libwww-FM/2.14 SSL-MM/1.4.1",
      "w3m/0.5.3",
      "Links (2.29; Linux)",
    ])
      assert.equal(isBrowser(name), true, name);
    for (const name of [
      "",
      "-",
      "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
      "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)",
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/120.0 Safari/537.36",
      "Mozilla/5.0 (compatible; archive.org_bot +http://archive.org/details/archive.org_bot)",
      "facebookexternalhit/1.1",
      "python-requests/2.31",
      "Go-http-client/2.0",
      `Mozilla/5.0 ${"x".repeat(500)}`,
    ])
      assert.equal(isBrowser(name), false, name);
  });
});
