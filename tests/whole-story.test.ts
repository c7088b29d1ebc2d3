import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { browserMissing, openBrowser, phone } from "./browser.ts";
import { epubcheck, findEpubcheck } from "./epubcheck.ts";
import { type ServedArchive, serveTestArchive } from "./serve-archive.ts";

const password = "four ordinary words here";

/**
 * The whole story in a real browser: an archive is opened, somebody joins, brings a damaged text in, gives
 * it back its credits and its italics, publishes it; a stranger reads it on a phone and carries it away.
 */
for (const javaScriptEnabled of [true, false])
  describe(`the whole story, ${javaScriptEnabled ? "with" : "without"} JavaScript`, {
    skip: browserMissing,
  }, () => {
    let archive: ServedArchive;
    let browser: Browser;
    let owner: BrowserContext;
    let writer: Page;
    let workPath = "";
    before(async () => {
      archive = await serveTestArchive();
      browser = await openBrowser();
      owner = await browser.newContext({ javaScriptEnabled });
      writer = await (await browser.newContext({ javaScriptEnabled })).newPage();
    });
    after(async () => {
      await browser?.close();
      await archive?.close();
    });

    it("opens the archive with the code from the console", async () => {
      const page = await owner.newPage();
      await page.goto(`${archive.origin}/register`);
      await page.getByLabel("Owner code").fill("wrong-code-here");
      await page.getByLabel("A name to write under").fill("Keeper");
      await page.getByLabel("E-mail address").fill("keeper@example.org");
      await page.getByLabel("Password").fill(password);
      await page.getByRole("button", { name: "Open the archive" }).click();
      await page.getByText("That is not the code").first().waitFor();
      assert.equal(await page.getByLabel("A name to write under").inputValue(), "Keeper");
      await page.getByLabel("Owner code").fill(archive.ownerCode.printed);
      await page.getByLabel("Password").fill(password);
      await page.getByRole("button", { name: "Open the archive" }).click();
      await page.getByText("Your archive is open.").waitFor();
    });

    it("lets a second person join", async () => {
      await writer.goto(`${archive.origin}/`);
      await writer.getByRole("link", { name: "Join" }).click();
      await writer.getByLabel("A name to write under").fill("nightlamp");
      await writer.getByLabel("E-mail address").fill("nightlamp@example.org");
      await writer.getByLabel("Password").fill(password);
      await writer.getByRole("button", { name: "Join" }).click();
      await writer.getByText("Your account is ready.").waitFor();
    });

    it("brings a damaged text in and shows what it found before anything is saved", async () => {
      await writer.getByRole("link", { name: "Bring a story in" }).first().click();
      await writer.getByLabel("The file").setInputFiles({
        name: "the-second-violin.txt",
        mimeType: "text/plain",
        buffer: readFileSync(join(archive.seedsFolder, "imports/the-second-violin.txt")),
      });
      await writer.getByRole("button", { name: "Bring it in" }).click();
      await writer.getByRole("heading", { name: "Look through what came in" }).waitFor();
      await writer.getByText("Each of the 3 places by itself").first().click();
      const thoughts = writer.getByRole("radio", { name: "Set in italics" });
      assert.equal(await thoughts.count(), 3, "the refrain is proposed for italics, each line on its own");
      for (const radio of await thoughts.all()) assert.equal(await radio.isChecked(), false);
      assert.equal(await writer.locator(".story em").count(), 0, "no italics before they are accepted");
    });

    it("sets one thought in italics and adds one fandom, and nothing else", async () => {
      await writer.getByRole("radio", { name: "Set in italics" }).first().check();
      await writer.getByRole("radio", { name: "Add", exact: true }).first().check();
      await writer.getByRole("button", { name: "Show it with these answers" }).first().click();
      await writer.getByText("Your answers are kept.").waitFor();
      assert.equal(await writer.locator(".story em").count(), 1);
      await writer.getByLabel("Title", { exact: false }).first().fill("The Second Violin");
      await writer.getByRole("button", { name: "Save as a draft" }).click();
      await writer.getByText("The draft is saved.").waitFor();
    });

    it("publishes it from the preview", async () => {
      if (!writer.url().endsWith("/preview"))
        await writer
          .getByRole("link", { name: /preview/i })
          .first()
          .click();
      await writer.getByRole("button", { name: "Publish the work" }).first().click();
      await writer.getByText("The work is published.").waitFor();
      workPath = /\/works\/[0-9a-z]{10}/.exec(writer.url())?.[0] ?? "";
      assert.notEqual(workPath, "");
    });

    it("is read by a stranger on a phone", async () => {
      const stranger = await (await browser.newContext({ ...phone, javaScriptEnabled })).newPage();
      await stranger.goto(`${archive.origin}/`);
      await stranger.getByRole("link", { name: "The Second Violin" }).click();
      await stranger.getByText("A gift for").first().waitFor();
      await stranger.getByRole("link", { name: /^Read/ }).first().click();
      assert.equal(await stranger.locator(".story em").count(), 1);
      assert.ok((await stranger.locator(".story p").count()) > 5);
      const measure = await stranger.locator(".story p").nth(3).boundingBox();
      assert.ok(measure && measure.x >= 0 && measure.x + measure.width <= 390, "the text stays on the phone");
      await stranger.context().close();
    });

    it("is carried away as an e-book without a fault", async () => {
      const stranger = await (await browser.newContext({ ...phone, javaScriptEnabled })).newPage();
      await stranger.goto(archive.origin + workPath);
      const [download] = await Promise.all([
        stranger.waitForEvent("download"),
        stranger.getByRole("link", { name: /EPUB/ }).click(),
      ]);
      assert.equal(download.suggestedFilename(), "The Second Violin.epub");
      const book = readFileSync(await download.path());
      // The book is made of the same rows, whoever asked for it and wherever they lie; the checker is slow.
      if (!javaScriptEnabled || process.env.PRESSIE_TEST_POSTGRES) return stranger.context().close();
      const checker = findEpubcheck();
      if (checker) assert.deepEqual(epubcheck(checker, book), []);
      else assert.ok(!process.env.CI, "epubcheck is missing");
      await stranger.context().close();
    });

    it("logged nothing that went wrong", () => assert.deepEqual(archive.logged, []));
  });
