import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser } from "playwright-core";
import { urls } from "../src/vocabulary/urls.ts";
import { chapterFields, giveWork } from "../src/works/for-tests/give-work.ts";
import { browserAloneMissing, openBrowser, phone } from "./browser.ts";
import { type ServedArchive, serveTestArchive } from "./serve-archive.ts";

describe("kudos in a browser", { skip: browserAloneMissing }, () => {
  let archive: ServedArchive;
  let browser: Browser;
  before(async () => {
    archive = await serveTestArchive();
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    await archive.close();
  });

  for (const javaScriptEnabled of [true, false])
    it(`are left at the end of a chapter, ${javaScriptEnabled ? "with" : "without"} JavaScript, and the page stays there`, async () => {
      const author = await archive.join(`Marchpane ${javaScriptEnabled ? "with" : "without"}`);
      const long = chapterFields({ story: "<p>And so on.</p>".repeat(300) });
      const { workId, chapterIds } = await giveWork(archive, author, { expectedChapters: 2 }, [long, long]);
      const context = await browser.newContext({ ...phone, javaScriptEnabled });
      const page = await context.newPage();
      const chapter = archive.origin + urls.chapter(workId, chapterIds[0] ?? "");
      // Twice: the second time it is the page kept for every visitor.
      for (let time = 0; time < 2; time++) await page.goto(chapter);
      await page.getByRole("button", { name: "Leave kudos" }).click();
      const thanks = page.getByText("Thank you. Your kudos are with the writer.");
      await thanks.waitFor();
      await page.waitForLoadState();
      assert.equal(page.url(), `${chapter}#kudos`);
      const box = await thanks.boundingBox();
      assert.ok(box && box.y >= 0 && box.y < 844, "thanks are said where the reader is");
      assert.equal(await page.getByRole("button", { name: "Leave kudos" }).count(), 0);
      await page.goto(chapter);
      await page.getByRole("button", { name: "Leave kudos" }).click();
      await page.getByText("The writer has your kudos already.").waitFor();
      await page.goto(archive.origin + urls.work(workId));
      assert.equal(await page.locator("dt:text-is('Kudos') + dd").textContent(), "1");
      const cookies = await context.cookies(chapter);
      assert.deepEqual(
        cookies.map(({ name }) => name),
        [],
        "no cookie of kudos travels with a page, so that it is still everybody's",
      );
      await context.close();
    });
});
