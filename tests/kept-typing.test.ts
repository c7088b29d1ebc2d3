import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { type Serving, serve } from "../src/plumbing/http/serve.ts";
import { urls } from "../src/vocabulary/urls.ts";
import { castPassword, openTestArchive, type TestArchive } from "./archive.ts";
import { browserAloneMissing, openBrowser } from "./browser.ts";

const story = "The lamp went out.\n\n<em>Not again</em>, she thought & sighed.\n\nשלום 🎁";

/** What stands between a writer and a lost evening, in a real browser. */
describe("what is typed", { skip: browserAloneMissing }, () => {
  let archive: TestArchive;
  let serving: Serving;
  let browser: Browser;
  let page: Page;
  let origin = "";

  before(async () => {
    archive = await openTestArchive();
    await archive.join("An Owner", "owner");
    await archive.join("An Author");
    serving = await serve(archive.app.fetch, archive.visitorPages, "127.0.0.1", 0);
    origin = `http://127.0.0.1:${serving.port}`;
    browser = await openBrowser();
    page = await browser.newPage();
    await signIn();
  });
  after(async () => {
    await browser?.close();
    await serving?.close(0);
    await archive?.close();
  });

  async function signIn() {
    await page.goto(origin + urls.signIn());
    await page.getByLabel("E-mail address").fill("an20author@example.org");
    await page.getByLabel("Password").fill(castPassword);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL(origin + urls.desk());
  }

  async function type() {
    await page.goto(origin + urls.newWork());
    await page.getByLabel("Title", { exact: true }).fill("The Lamp");
    await page.getByRole("button", { name: "HTML" }).click();
    await page.locator("textarea[name=story]").fill(story);
  }

  async function assertStillThere() {
    assert.equal(await page.getByLabel("Title", { exact: true }).inputValue(), "The Lamp");
    assert.equal(await page.locator("textarea[name=story]").inputValue(), story);
  }

  it("comes back after the page is opened again", async () => {
    await type();
    await page.reload();
    await page.getByText("What you typed here before was kept").waitFor();
    await assertStillThere();
  });

  it("comes back from the editor, left in the middle of a word", async () => {
    await page.goto(origin + urls.newWork());
    await page.getByRole("button", { name: "Story" }).click();
    await page.getByRole("textbox", { name: "The story" }).press("Control+End");
    await page.keyboard.type(" And then sh");
    await page.reload();
    await page.getByRole("textbox", { name: "The story" }).getByText("And then sh").waitFor();
  });

  it("comes back when the archive was down at the moment of saving", async () => {
    await type();
    await serving.close(0);
    await page.getByRole("button", { name: "Save as draft" }).click();
    await page.waitForURL(/chrome-error/);
    serving = await serve(archive.app.fetch, archive.visitorPages, "127.0.0.1", serving.port);
    await page.goto(origin + urls.newWork());
    await assertStillThere();
  });

  it("goes on to be saved after signing in again, when the session had ended", async () => {
    await type();
    await page.context().clearCookies();
    await page.getByRole("button", { name: "Save as draft" }).click();
    await page.getByText("You were signed out, and nothing was lost").waitFor();
    await page.getByLabel("E-mail address").fill("an20author@example.org");
    await page.getByLabel("Password").fill(castPassword);
    await page.getByRole("button", { name: "Sign in and go on" }).click();
    await page.getByText("The draft is saved.").waitFor();
    await page.getByRole("link", { name: "My desk", exact: true }).click();
    await page.getByRole("link", { name: "The Lamp" }).first().waitFor();
  });

  it("is forgotten by the browser once it is saved", async () => {
    await page.goto(origin + urls.newWork());
    assert.equal(await page.getByLabel("Title", { exact: true }).inputValue(), "");
    assert.equal(await page.locator("textarea[name=story]").inputValue(), "");
  });
});
