import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { setTimeout } from "node:timers/promises";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { changeSettings } from "../src/plumbing/settings/settings.ts";
import { urls } from "../src/vocabulary/urls.ts";
import { chapterFields, giveWork, storyOf } from "../src/works/for-tests/give-work.ts";
import { browserAloneMissing, desktop, openBrowser, phone } from "./browser.ts";
import { type ServedArchive, serveTestArchive } from "./serve-archive.ts";

const worksPerPage = 5;

/** Finding as a reader does it, in a real browser. */
describe("finding", { skip: browserAloneMissing }, () => {
  let archive: ServedArchive;
  let browser: Browser;

  before(async () => {
    archive = await serveTestArchive();
    const author = await archive.join("Marchpane");
    await archive.database.write((writer) => changeSettings(writer, { worksPerPage }, Date.now()));
    for (let number = 1; number <= 24; number++)
      await giveWork(
        archive,
        author,
        {
          title: `Story ${number}`,
          ratingId: number % 6 === 0 ? "mature" : "teen",
          tags: [
            { kindId: "fandom", name: number <= 20 ? "Dracula" : "Treasure Island" },
            { kindId: "character", name: "Mina Harker", weight: number % 4 === 0 ? "main" : "side" },
            { kindId: "additional", name: number % 5 === 0 ? "Angst" : "Fluff" },
          ],
        },
        [chapterFields({ story: storyOf(10 * number, number === 7 ? "lantern" : "word") })],
        "published",
        Date.UTC(2026, 0, number),
      );
    await archive.textIndex.learnMissing();
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    assert.deepEqual(archive?.logged, []);
    await archive?.close();
  });

  const ways: { how: string; options: BrowserContextOptions; folded: boolean }[] = [
    { how: "at a desk", options: desktop, folded: false },
    { how: "without JavaScript", options: { ...desktop, javaScriptEnabled: false }, folded: false },
    { how: "on a phone", options: phone, folded: true },
    { how: "on a phone without JavaScript", options: { ...phone, javaScriptEnabled: false }, folded: true },
  ];
  for (const { how, options, folded } of ways)
    it(`narrows, excludes, sorts, turns the page and comes back, ${how}`, async () => {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      const narrow = async (choose: () => Promise<void>) => {
        if (folded) await page.getByText("Narrow this list").click();
        await choose();
      };
      const facet = (heading: string, link: string | RegExp) =>
        page
          .locator(".facet", { has: page.getByRole("heading", { name: heading }) })
          .getByRole("link", { name: link, exact: typeof link === "string" });

      await page.goto(archive.origin + urls.home());
      await page.getByRole("link", { name: "Find", exact: true }).click();
      assert.equal(await counted(page), "24 works");

      await narrow(() => facet("Fandoms", "Dracula").click());
      await saying(page, "Works in Dracula, newest first", "20 works");
      await narrow(() => facet("Characters", "Mina Harker").click());
      await narrow(() => facet("Ratings", "Teen").click());
      await saying(page, "Works in Dracula with Mina Harker, rated Teen, newest first", "17 works");
      await narrow(() => facet("Additional tags", "not Angst").click());
      await saying(
        page,
        "Works in Dracula with Mina Harker, without Angst, rated Teen, newest first",
        "13 works",
      );
      await page.getByRole("link", { name: "longest first" }).click();
      assert.deepEqual(await titles(page), ["Story 19", "Story 17", "Story 16", "Story 14", "Story 13"]);

      const first = page.url();
      const next = page.getByRole("link", { name: "Next page" });
      await next.scrollIntoViewIfNeeded();
      const place = await page.evaluate<number>("scrollY");
      await next.click();
      assert.deepEqual(await titles(page), ["Story 11", "Story 9", "Story 8", "Story 7", "Story 4"]);
      await page.getByRole("link", { name: "Next page" }).click();
      assert.deepEqual(await titles(page), ["Story 3", "Story 2", "Story 1"]);
      await page.getByRole("link", { name: "Previous page" }).click();
      assert.deepEqual(await titles(page), ["Story 11", "Story 9", "Story 8", "Story 7", "Story 4"]);
      await page.goBack();
      await page.goBack();
      await page.goBack();
      assert.equal(page.url(), first);
      assert.deepEqual(await titles(page), ["Story 19", "Story 17", "Story 16", "Story 14", "Story 13"]);
      await eventually(async () => Math.abs((await page.evaluate<number>("scrollY")) - place) < 2);

      // By form: a length, told in one short address.
      await narrow(async () => {
        await page.getByText("Words inside, length, dates, order").click();
        await page.getByLabel("Words, from").fill("100");
        await page.getByRole("button", { name: "Show these" }).click();
      });
      await saying(
        page,
        "Works in Dracula with Mina Harker, without Angst, rated Teen, at least 100 words, longest first",
        "6 works",
      );
      assert.match(page.url(), /words=100\.\.&sort=words$/);
      await page.getByRole("link", { name: "Take off: Angst" }).first().click();
      assert.equal(await counted(page), "9 works");

      // By typing, with a slip of the finger and its repair.
      await page.getByRole("link", { name: "Take everything off" }).click();
      await page.getByLabel("words in a story").fill("fandom:Dracla -additional:Angst");
      await page.getByRole("button", { name: "Find", exact: true }).click();
      await page.getByText("There is no “Dracla” here").waitFor();
      await page.getByRole("link", { name: "fandom:Dracula" }).click();
      await saying(page, "Works in Dracula, without Angst, newest first", "16 works");

      // How much it matters, by a click; and words inside the stories, the best match first.
      await page.getByRole("link", { name: "Take everything off" }).click();
      await narrow(() => facet("Characters", "Mina Harker").click());
      await page.getByRole("link", { name: "only as main: Mina Harker" }).click();
      await saying(page, "Works with Mina Harker as a main character, newest first", "6 works");
      await page.getByRole("link", { name: "Take off: Mina Harker" }).first().click();
      await page.getByLabel("words in a story").fill('"lantern lantern"');
      await page.getByRole("button", { name: "Find", exact: true }).click();
      await saying(page, "Works, with the words “lantern lantern” in the text, best match first", "1 work");
      assert.deepEqual(await titles(page), ["Story 7"]);
      assert.match(await page.locator(".snippets mark").first().innerText(), /lantern/);
      await context.close();
    });

  it("leaves the facet one chooses from where it is", async () => {
    const context = await browser.newContext({ ...desktop, viewport: { width: 1280, height: 500 } });
    const page = await context.newPage();
    await page.goto(archive.origin + urls.works());
    const ratings = page.locator(".facet", { has: page.getByRole("heading", { name: "Ratings" }) });
    const choice = ratings.getByRole("link", { name: "Teen", exact: true });
    await choice.scrollIntoViewIfNeeded();
    const before = (await ratings.boundingBox())?.y;
    await choice.click();
    await page.getByText("Works, rated Teen, newest first").waitFor();
    assert.ok(before !== undefined);
    await eventually(async () => Math.abs(((await ratings.boundingBox())?.y ?? 0) - before) < 2);
    await context.close();
  });
});

/** Waits for what a browser does a moment after a page is there. */
async function eventually(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    if (await isSo()) return;
    await setTimeout(50);
  }
  assert.fail("it never came to that");
}

async function counted(page: Page): Promise<string> {
  return page.locator(".find-head .quiet").innerText();
}

async function saying(page: Page, sentence: string, count: string): Promise<void> {
  await page.getByText(sentence).waitFor();
  assert.equal(await page.locator(".find-sentence").innerText(), sentence);
  assert.equal(await counted(page), count);
}

/** A click waits only until the next page begins to come; its list is read when all of it is there. */
async function titles(page: Page): Promise<string[]> {
  await page.waitForLoadState();
  return page.locator(".work-title").allInnerTexts();
}
