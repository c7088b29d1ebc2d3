import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { urls } from "../src/vocabulary/urls.ts";
import { giveWork } from "../src/works/for-tests/give-work.ts";
import { type CastMember, castPassword } from "./archive.ts";
import { browserAloneMissing, desktop, openBrowser, phone } from "./browser.ts";
import { type ServedArchive, serveTestArchive } from "./serve-archive.ts";

/** Keeping a filter and following it, in a real browser. */
describe("keeping a filter", { skip: browserAloneMissing }, () => {
  let archive: ServedArchive;
  let browser: Browser;
  let author: CastMember;

  before(async () => {
    archive = await serveTestArchive();
    author = await archive.join("Marchpane");
    for (let number = 1; number <= 4; number++)
      await giveWork(
        archive,
        author,
        {
          title: `Story ${number}\u0007 & <more>`,
          visibility: number === 4 ? "members" : "everyone",
          tags: [
            { kindId: "fandom", name: "Dracula" },
            { kindId: "additional", name: number === 2 ? "Angst" : "Fluff" },
          ],
        },
        undefined,
        "published",
        Date.UTC(2026, 0, number),
      );
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    const logged = archive?.logged;
    await archive?.close();
    assert.deepEqual(logged, []);
  });

  const ways: { how: string; options: BrowserContextOptions }[] = [
    { how: "at a desk", options: desktop },
    { how: "on a phone without JavaScript", options: { ...phone, javaScriptEnabled: false } },
  ];
  for (const [place, { how, options }] of ways.entries())
    it(`leads from the list to a name, to the front page and to a feed, ${how}`, async () => {
      const reader = await archive.join(`Reader ${place + 1}`);
      const context = await browser.newContext(options);
      context.setDefaultTimeout(15_000);
      const page = await context.newPage();
      const { id } = await archive.database.reading
        .selectFrom("tags")
        .select("id")
        .where("name", "=", "Angst")
        .executeTakeFirstOrThrow();
      await page.goto(archive.origin + urls.works(`without=${id}`));
      assert.deepEqual(await titlesInFeed(page, await linkedFeed(page)), [
        "Story 3 & <more>",
        "Story 1 & <more>",
      ]);

      // A visitor signs in on the way, and comes back to the name.
      await page.getByRole("link", { name: "Save this filter" }).click();
      await page.getByLabel("E-mail address").fill(reader.email);
      await page.getByLabel("Password").fill(castPassword);
      await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
      assert.equal(await page.getByLabel("Name").inputValue(), "Works, without Angst");
      await page.getByLabel("Name").fill("Soft landings");
      await page.getByRole("button", { name: "Save this filter" }).click();
      await page.getByText("This is your filter Soft landings.").waitFor();

      await page.goto(archive.origin + urls.home());
      await page.getByRole("link", { name: "Soft landings" }).click();
      await page.getByText("This is your filter Soft landings.").waitFor();
      await page.getByRole("link", { name: "My filters" }).click();
      await page.getByText("3 works").waitFor();

      const feed = await page.getByRole("link", { name: "Feed (Atom)" }).getAttribute("href");
      assert.deepEqual(await titlesInFeed(page, feed ?? ""), [
        "Story 4 & <more>",
        "Story 3 & <more>",
        "Story 1 & <more>",
      ]);
      await page.getByRole("link", { name: "Change" }).click();
      await page.getByRole("button", { name: "Give the feed a new address" }).click();
      await page.getByText("The feed has a new address").waitFor();
      assert.equal((await page.request.get(archive.origin + feed)).status(), 404);

      await page.getByRole("link", { name: "Remove this filter" }).click();
      await page.getByRole("button", { name: "Remove the filter" }).click();
      await page.getByText("You keep none yet").waitFor();
      await context.close();
    });

  const linkedFeed = async (page: Page) =>
    (await page.locator('link[type="application/atom+xml"]').getAttribute("href")) ?? "";

  /** Fetches a feed as a stranger and reads it as strictly as a browser reads XML. */
  async function titlesInFeed(page: Page, path: string): Promise<unknown> {
    const answer = await fetch(archive.origin + path);
    assert.equal(answer.status, 200);
    const reading = await page.context().browser()?.newPage();
    assert.ok(reading);
    const titles = await reading.evaluate(`(${readStrictly})(${JSON.stringify(await answer.text())})`);
    await reading.close();
    return titles;
  }
});

/** Runs in the browser; our own code is typed for the server. */
const readStrictly = `(xml) => {
  const read = new DOMParser().parseFromString(xml, "application/xml");
  if (read.querySelector("parsererror")) throw new Error(read.querySelector("parsererror").textContent);
  return [...read.querySelectorAll("entry > title")].map((title) => title.textContent);
}`;
