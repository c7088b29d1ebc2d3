import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { followFacts } from "../src/plumbing/events/follow-facts.ts";
import { reactions } from "../src/reactions.ts";
import { urls } from "../src/vocabulary/urls.ts";
import { addChapter } from "../src/works/add-chapter.ts";
import { chapterFields, giveWork } from "../src/works/for-tests/give-work.ts";
import { publishChapter } from "../src/works/publish-chapter.ts";
import type { CastMember } from "./archive.ts";
import { browserAloneMissing, openBrowser, phone } from "./browser.ts";
import { type ServedArchive, serveTestArchive } from "./serve-archive.ts";
import { signedIn } from "./signed-in.ts";

/** What somebody does of an evening, on a phone, by what stands on the pages: type, ledger, shelf, talk, rules, news. */
for (const javaScriptEnabled of [true, false])
  describe(`a reader's evening, ${javaScriptEnabled ? "with" : "without"} JavaScript`, {
    skip: browserAloneMissing,
  }, () => {
    let archive: ServedArchive;
    let browser: Browser;
    let author: CastMember;
    let page: Page;
    let workId: string;
    let chapterId: string;
    before(async () => {
      archive = await serveTestArchive();
      browser = await openBrowser();
      author = await archive.join("Marchpane");
      const reader = await archive.join("Juniper");
      const chapter = chapterFields({ story: "<p>The lamp was out again.</p>" });
      const work = await giveWork(archive, author, { title: "The Lamp on the Stair", expectedChapters: 2 }, [
        chapter,
      ]);
      workId = work.workId;
      chapterId = work.chapterIds[0] ?? "";
      page = await signedIn(browser, archive, reader, { ...phone, javaScriptEnabled });
    });
    after(async () => {
      await browser?.close();
      assert.deepEqual(archive?.logged, []);
      await archive?.close();
    });

    const open = (path: string) => page.goto(archive.origin + path);
    const press = async (name: string | RegExp) => {
      await page.getByRole("button", { name }).first().click();
      await page.waitForLoadState();
    };
    const go = async (name: string | RegExp) => {
      await page.getByRole("link", { name }).first().click();
      await page.waitForLoadState();
    };

    it("puts a story by for later, and finds the mark on its card and in the ledger", async () => {
      await open(urls.works());
      await press("Read later: The Lamp on the Stair");
      await page.getByText("To read", { exact: true }).first().waitFor();
      await open(urls.ledger());
      await page.getByText("The Lamp on the Stair").first().waitFor();
    });

    it("dresses the pages as they like them, from the page they read, and comes back to it", async () => {
      await open(urls.chapter(workId, chapterId));
      await go("Type and colours");
      await page.getByLabel("Colours", { exact: true }).selectOption("Sepia");
      await press("Keep it for my account");
      await open(urls.chapter(workId, chapterId));
      assert.equal(await page.locator("html").getAttribute("data-theme"), "sepia");
    });

    it("puts it on a first shelf, and carries the shelf away", async () => {
      await open(urls.work(workId));
      await go("Put on a shelf");
      await page.getByLabel("Name of your first shelf").fill("For rainy days");
      await press("Put it there");
      await open(urls.shelves());
      await go("For rainy days");
      await page.getByText("The Lamp on the Stair").first().waitFor();
      await page.getByRole("link", { name: /EPUB/ }).first().waitFor();
    });

    it("follows it, and finds the next chapter among the notices", async () => {
      await open(urls.work(workId));
      await press("Follow");
      await page.getByText("You follow this").first().waitFor();
      await archive.database.write(async (writer) => {
        const now = Date.now();
        const next = await addChapter(
          writer,
          author.member,
          workId,
          chapterFields({ title: "Lit again" }),
          now,
        );
        await publishChapter(writer, author.member, workId, next, now);
      });
      const follower = followFacts(archive.database, "reactions", reactions(archive), (sentence, cause) =>
        archive.logged.push(`${sentence} ${cause}`),
      );
      await follower.caughtUp();
      await follower.stop();
      await open(urls.notices());
      await go(/Lit again/);
      await page.getByRole("heading", { name: /Lit again/ }).waitFor();
    });

    it("says something under it, changes it and takes it back", async () => {
      await open(urls.comments(workId));
      await page.getByLabel("What you want to say").fill("I went up the stair again.");
      await press("Post the comment");
      await page.getByText("I went up the stair again.").first().waitFor();
      await go("Change");
      await page.getByLabel("What you want to say").fill("I went down the stair again.");
      await press("Save the comment");
      await page.getByText("I went down the stair again.").first().waitFor();
      await go("Remove");
      await press("Remove the comment");
      await open(urls.comments(workId));
      assert.equal(await page.getByText("down the stair").count(), 0);
    });

    it("hides its like with two presses, is told why, and sees it once more", async () => {
      await open(urls.works());
      await go(/^Hide/);
      await press("This one work");
      await page
        .getByText(/^Hidden: this one work/)
        .first()
        .waitFor();
      await go("Show once");
      await page.getByRole("link", { name: "The Lamp on the Stair" }).first().waitFor();
      await open(urls.work(workId));
      await page.getByText("Your rules keep this out of your lists").first().waitFor();
    });
  });
