import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import type { Browser } from "playwright-core";
import { urls } from "../src/vocabulary/urls.ts";
import { chapterFields, giveWork } from "../src/works/for-tests/give-work.ts";
import { browserAloneMissing, openBrowser } from "./browser.ts";
import { type ServedArchive, serveTestArchive } from "./serve-archive.ts";

/** A browser without a window says so in its name, and is a program then. */
const userAgent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36";

describe("the end of a chapter in a browser", { skip: browserAloneMissing }, () => {
  let archive: ServedArchive;
  let browser: Browser;
  let workId = "";
  let chapterIds: string[] = [];
  before(async () => {
    archive = await serveTestArchive();
    browser = await openBrowser();
    // Few words, so that nobody has to wait, on a page of many windows' height.
    const long = chapterFields({ story: "<p>On.</p>".repeat(25) });
    const author = await archive.join("Marchpane");
    ({ workId, chapterIds } = await giveWork(archive, author, { expectedChapters: 2 }, [long, long]));
    await archive.endings.write();
  });
  after(async () => {
    await browser?.close();
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  const endsOf = async (chapterId: string) => {
    await archive.endings.write();
    const row = await archive.database.reading
      .selectFrom("reading_days")
      .select("finished")
      .where("chapter_id", "=", chapterId)
      .executeTakeFirst();
    return row?.finished ?? 0;
  };
  /** The browser does not tell when what it sent so has arrived. */
  const counted = async (chapterId: string) => {
    const until = Date.now() + 10_000;
    while ((await endsOf(chapterId)) === 0) {
      assert.ok(Date.now() < until, "it was told, and not counted");
      await wait(20);
    }
  };
  const open = (javaScriptEnabled: boolean, name: string) =>
    browser.newContext({
      javaScriptEnabled,
      userAgent: `${userAgent} ${name}`,
      viewport: { width: 390, height: 240 },
    });

  it("is told when it comes into sight, of a chapter by itself and of each on one page", async () => {
    const [first = "", last = ""] = chapterIds;
    const context = await open(true, "one");
    const page = await context.newPage();
    const told: string[] = [];
    page.on("request", (request) => {
      if (request.method() === "POST") told.push(new URL(request.url()).pathname);
    });
    await page.goto(archive.origin + urls.chapter(workId, last));
    assert.deepEqual(told, [], "not before anybody is there");
    const heard = page.waitForRequest((request) => request.url().endsWith(urls.chapterEnd(workId, last)));
    await page.locator(".story > :last-child").scrollIntoViewIfNeeded();
    await heard;
    await counted(last);

    await page.goto(archive.origin + urls.wholeWork(workId));
    const heardToo = page.waitForRequest((request) => request.url().endsWith(urls.chapterEnd(workId, first)));
    await page.locator(".story > :last-child").first().scrollIntoViewIfNeeded();
    await heardToo;
    await counted(first);
    assert.deepEqual([await endsOf(first), await endsOf(last)], [1, 1]);
    assert.deepEqual(told, [urls.chapterEnd(workId, last), urls.chapterEnd(workId, first)]);
    await context.close();
  });

  it("is known without JavaScript from whoever goes on to the next", async () => {
    const [first = "", last = ""] = chapterIds;
    const before = [await endsOf(first), await endsOf(last)];
    const context = await open(false, "other");
    const page = await context.newPage();
    await page.goto(archive.origin + urls.chapter(workId, first));
    await page.locator("a[rel=next]").click();
    await page.waitForURL(archive.origin + urls.chapter(workId, last));
    assert.deepEqual([await endsOf(first), await endsOf(last)], [(before[0] ?? 0) + 1, before[1]]);
    await context.close();
  });
});
