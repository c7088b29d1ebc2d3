import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { urls } from "../src/vocabulary/urls.ts";
import { chapterFields, giveWork } from "../src/works/for-tests/give-work.ts";
import { listChapters } from "../src/works/works.ts";
import type { CastMember } from "./archive.ts";
import { browserAloneMissing, desktop, openBrowser, phone } from "./browser.ts";
import { type ServedArchive, serveTestArchive } from "./serve-archive.ts";

describe("the order of chapters in a browser", { skip: browserAloneMissing }, () => {
  let archive: ServedArchive;
  let browser: Browser;
  let author: CastMember;
  before(async () => {
    archive = await serveTestArchive();
    browser = await openBrowser();
    author = await archive.join("Marchpane");
  });
  after(async () => {
    await browser.close();
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  /** The desk of a work of chapters named a, b, c, d, and what their order is. */
  async function openDesk(options: BrowserContextOptions) {
    const chapters = ["a", "b", "c", "d"].map((title) => chapterFields({ title }));
    const { workId } = await giveWork(archive, author, { expectedChapters: null }, chapters);
    const context = await browser.newContext(options);
    const [name = "", value = ""] = author.cookie.split("; ")[0]?.split("=") ?? [];
    await context.addCookies(
      author.cookie.split("; ").map((cookie) => {
        const at = cookie.indexOf("=");
        return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url: archive.origin };
      }),
    );
    assert.ok(name && value);
    const page = await context.newPage();
    await page.goto(archive.origin + urls.editWork(workId));
    const order = async () =>
      (await listChapters(archive.database.reading, { id: workId, mine: true }))
        .map(({ title }) => title)
        .join("");
    return { context, page, order };
  }

  const said = (page: Page) => page.getByText("The chapters stand in their new order.");
  /** Where one takes a row by its handle. */
  async function handleOf(page: Page, row: number) {
    const handle = page.locator(".chapter-places > li").nth(row).locator(".drag-handle");
    await handle.scrollIntoViewIfNeeded();
    const box = await handle.boundingBox();
    assert.ok(box);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  it("is changed by dragging, kept at once, and told to those who listen", async () => {
    const { context, page, order } = await openDesk({ ...desktop, viewport: { width: 1280, height: 1600 } });
    const [from, to] = [await handleOf(page, 3), await handleOf(page, 0)];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x, (from.y + to.y) / 2, { steps: 5 });
    await page.mouse.move(to.x, to.y - 20, { steps: 5 });
    await page.getByText("Place 1 of 4").waitFor({ state: "attached" });
    await page.mouse.up();
    await said(page).waitFor();
    assert.equal(await order(), "dabc");
    await page.getByText("Place 1 of 4").waitFor({ state: "attached" });
    await context.close();
  });

  it("stays when the drag is given up with Escape", async () => {
    const { context, page, order } = await openDesk({ ...desktop, viewport: { width: 1280, height: 1600 } });
    const [from, to] = [await handleOf(page, 0), await handleOf(page, 2)];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y + 20, { steps: 5 });
    await page.keyboard.press("Escape");
    await page.mouse.up();
    const shown = await page.locator(".chapter-places .work-heading").allInnerTexts();
    assert.deepEqual(
      shown.map((text) => text.at(-1)),
      ["a", "b", "c", "d"],
    );
    assert.equal(await order(), "abcd");
    await context.close();
  });

  it("is changed with the keyboard by buttons that keep the focus with the chapter", async () => {
    const { context, page, order } = await openDesk(desktop);
    await page.getByRole("button", { name: "Up: chapter 4" }).focus();
    for (const place of [3, 2]) {
      await page.keyboard.press("Enter");
      await page.getByText(`Place ${place} of 4`).waitFor({ state: "attached" });
      await page.locator(":focus").waitFor();
    }
    assert.equal(await order(), "adbc");
    assert.equal(await page.locator(":focus").getAttribute("aria-label"), "Up: chapter 2");
    await context.close();
  });

  it("is changed by numbers and by buttons without JavaScript", async () => {
    const { context, page, order } = await openDesk({ ...phone, javaScriptEnabled: false });
    assert.equal(await page.locator(".drag-handle").count(), 0);
    await page.getByLabel("Place of chapter 4").fill("1");
    await page.getByRole("button", { name: "Put the chapters in the order of their numbers" }).click();
    await said(page).waitFor();
    assert.equal(await order(), "dabc");
    await page.getByRole("button", { name: "Down: chapter 1" }).click();
    await said(page).waitFor();
    assert.equal(await order(), "adbc");
    await context.close();
  });
});
