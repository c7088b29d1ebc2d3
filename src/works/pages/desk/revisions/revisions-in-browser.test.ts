import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser } from "playwright-core";
import { browserAloneMissing, openBrowser, phone } from "../../../../../tests/browser.ts";
import { type ServedArchive, serveTestArchive } from "../../../../../tests/serve-archive.ts";
import { signedIn } from "../../../../../tests/signed-in.ts";
import { urls } from "../../../../vocabulary/urls.ts";
import { chapterFields, giveWork } from "../../../for-tests/give-work.ts";

/** A writer changes a chapter, sees what changed, and takes it back, on a phone whose browser runs no script. */
describe("earlier versions without JavaScript", { skip: browserAloneMissing }, () => {
  let archive: ServedArchive;
  let browser: Browser;
  before(async () => {
    archive = await serveTestArchive();
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await archive?.close();
  });

  it("are compared, chosen, and brought back", async () => {
    const author = await archive.join("Marchpane");
    const story = "<p>The lamp went out.</p>\n<p>She sighed.</p>";
    const { workId, chapterIds } = await giveWork(archive, author, {}, [chapterFields({ story })]);
    const chapterId = chapterIds[0] ?? "";
    const page = await signedIn(browser, archive, author, { ...phone, javaScriptEnabled: false });
    for (const typed of ["The lantern went out.\n\nShe sighed.", "The lantern went out.\n\nShe laughed."]) {
      await page.goto(archive.origin + urls.editChapter(workId, chapterId));
      await page.locator("textarea[name=story]").fill(typed);
      await page.getByRole("button", { name: "Save the changes" }).click();
      await page.getByText("The chapter is saved.").waitFor();
    }
    await page.getByRole("link", { name: "Earlier versions (2)" }).click();
    assert.match(await page.locator(".comparison del").innerText(), /sighed/);
    assert.match(await page.locator(".comparison ins").innerText(), /laughed/);
    await page.getByLabel("From", { exact: true }).selectOption("1");
    await page.getByLabel("To", { exact: true }).selectOption("2");
    await page.getByRole("button", { name: "Compare the two" }).click();
    assert.match(await page.locator(".comparison ins").innerText(), /lantern/);
    await page.getByRole("button", { name: "Bring it back" }).last().click();
    await page.getByText("The chapter is saved.").waitFor();
    await page.waitForLoadState();
    assert.equal(await page.locator(".revision-time").count(), 4);
    await page.goto(archive.origin + urls.chapter(workId, chapterId));
    assert.match(await page.locator(".story").innerText(), /The lamp went out/);
  });
});
