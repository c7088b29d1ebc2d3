import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { urls } from "../src/vocabulary/urls.ts";
import { chapterFields, giveWork } from "../src/works/for-tests/give-work.ts";
import { browserAloneMissing, openBrowser, phone } from "./browser.ts";
import { type ServedArchive, serveTestArchive } from "./serve-archive.ts";

const story = "<p>The gate was open.</p>\n<p>Nobody <em>ever</em> came.</p>\n<p>Only the horse.</p>";

describe("quoting in a browser", { skip: browserAloneMissing }, () => {
  let archive: ServedArchive;
  let browser: Browser;
  before(async () => {
    archive = await serveTestArchive();
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  /** A reader who has just finished a chapter, on a phone. */
  const finish = async (name: string, javaScriptEnabled: boolean) => {
    const author = await archive.join(`Marchpane ${name}`);
    const reader = await archive.join(`tessellate ${name}`);
    const { workId, chapterIds } = await giveWork(archive, author, {}, [chapterFields({ story })]);
    const context = await browser.newContext({ ...phone, javaScriptEnabled });
    const [cookie = "", value = ""] = reader.cookie.split(/=(.*)/s);
    await context.addCookies([{ name: cookie, value, url: archive.origin }]);
    const page = await context.newPage();
    await page.goto(archive.origin + urls.chapter(workId, chapterIds[0] ?? ""));
    return { page, workId };
  };
  const choose = (page: Page) => page.getByRole("link", { name: "Quote a passage" }).click();
  /** Marks the words of a paragraph up to the end of another. */
  const markWords = (page: Page, from: string, to: string) =>
    page
      .locator("article, main")
      .first()
      .evaluate(
        (element, [from, to]) => {
          const { document } = element.ownerDocument.defaultView ?? globalThis;
          const [start, end] = [document.querySelector(from), document.querySelector(to)];
          if (start && end) document.getSelection()?.setBaseAndExtent(start, 0, end, end.childNodes.length);
        },
        [from, to] as const,
      );
  const waiting = (page: Page) => page.locator(".quotes-waiting blockquote").allTextContents();
  const post = async (page: Page) => {
    await page.getByLabel("What you want to say").fill("That line!");
    await page.getByRole("button", { name: "Post the comment" }).click();
    await page.getByText("Your comment is posted.").waitFor();
  };

  it("takes the very words one marks, keeps them while one goes on, and posts them", async () => {
    const { page } = await finish("with", true);
    const here = page.getByRole("button", { name: "Quote these words" });
    assert.equal(await here.isVisible(), false);
    await markWords(page, ".story p:nth-of-type(3)", ".story p:nth-of-type(3)");
    const address = page.url();
    await here.click();
    await page.getByText("it waits in your comment box").waitFor();
    assert.equal(page.url(), address, "who reads stays there");
    await choose(page);
    const mark = page.getByRole("button", { name: "Quote the words you marked" });
    assert.equal(await mark.isVisible(), false);
    await markWords(page, "#words-2 p", "#words-2 em");
    await mark.click();
    await page.waitForURL(/comments#write$/);
    assert.deepEqual(await waiting(page), ["Only the horse.", "Nobody ever"]);
    await choose(page);
    await page.getByLabel("Quote paragraph 1").check();
    await page.getByRole("button", { name: "Quote these and write" }).click();
    await page.waitForURL(/comments#write$/);
    assert.deepEqual(await waiting(page), ["Only the horse.", "Nobody ever", "The gate was open."]);
    await post(page);
    assert.deepEqual(await page.locator(".comment-top blockquote").allInnerTexts(), [
      "Only the horse.",
      "Nobody ever",
      "The gate was open.",
    ]);
    await page.context().clearCookies();
    await page.goto(address);
    await markWords(page, ".story p", ".story p:nth-of-type(2)");
    await here.click();
    await page.waitForURL(/comments\?.*#write$/);
    assert.deepEqual(
      await waiting(page),
      ["The gate was open.\n\nNobody ever came."],
      "a guest takes them along",
    );
    await page.context().close();
  });

  it("works without JavaScript, paragraph by paragraph", async () => {
    const { page } = await finish("without", false);
    await choose(page);
    await page.getByLabel("Quote paragraph 1").check();
    await page.getByLabel("Quote paragraph 3").check();
    await page.getByRole("button", { name: "Quote these and write" }).click();
    await page.waitForURL(/comments#write$/);
    assert.deepEqual(await waiting(page), ["The gate was open.", "Only the horse."]);
    await page.getByRole("button", { name: "Leave this quote out" }).first().click();
    assert.deepEqual(await waiting(page), ["Only the horse."]);
    await post(page);
    assert.equal(await page.locator(".comment-top blockquote").innerText(), "Only the horse.");
    await page.context().close();
  });
});
