import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { type Serving, serve } from "../src/plumbing/http/serve.ts";
import { urls } from "../src/vocabulary/urls.ts";
import { listAutosaves, listAutosavesOf } from "../src/works/autosaves.ts";
import { chapterFields, giveWork } from "../src/works/for-tests/give-work.ts";
import type { FormPlace } from "../src/works/form/form-place.ts";
import { type CastMember, castPassword, openTestArchive, type TestArchive } from "./archive.ts";
import { browserAloneMissing, openBrowser } from "./browser.ts";
import { signedIn } from "./signed-in.ts";

/** Words that nobody saved, in a real browser: with the archive up, down, and the session at its end. */
describe("what is typed and not saved yet", { skip: browserAloneMissing }, () => {
  let archive: TestArchive;
  let serving: Serving;
  let browser: Browser;
  let author: CastMember;
  let origin = "";

  before(async () => {
    archive = await openTestArchive();
    await archive.join("An Owner", "owner");
    author = await archive.join("An Author");
    serving = await serve(archive.app.fetch, archive.visitorPages, "127.0.0.1", 0);
    origin = `http://127.0.0.1:${serving.port}`;
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await serving?.close(0);
    await archive?.close();
  });

  /** A window in which stories are typed as HTML, unless it says otherwise. */
  async function open(options: BrowserContextOptions = {}, shownAs = "html") {
    const page = await signedIn(browser, { ...archive, origin }, author, options);
    if (options.javaScriptEnabled !== false) await page.context().clock.install();
    await page.context().addInitScript((mode) => localStorage.setItem("story-shown-as", mode), shownAs);
    return page;
  }
  const storyIn = (page: Page) => page.locator("textarea[name=story]");
  /** Types, and lets the moment of quiet pass after which it is sent: by the page's clock, so that nobody waits. */
  async function type(page: Page, text: string): Promise<void> {
    await storyIn(page).fill(text);
    await page.clock.fastForward(2_100);
  }
  const line = (page: Page, words: string | RegExp) =>
    page.locator("[data-autosave-line]").filter({ hasText: words }).waitFor();
  const isSaved = (page: Page) => line(page, /^Saved .*, for you alone\.$/);

  async function newChapter(story = "<p>The lamp went out.</p>\n<p>She sighed.</p>") {
    const { workId, chapterIds } = await giveWork(archive, author, {}, [chapterFields({ story })]);
    const chapterId = chapterIds[0] ?? "";
    const place: FormPlace = { form: "chapter", workId, chapterId };
    return { address: origin + urls.editChapter(workId, chapterId), place, workId, chapterId };
  }

  /** The stories that are kept of a form and not saved, the newest first. */
  async function unsaved(place: FormPlace): Promise<string[]> {
    const rows = await listAutosavesOf(archive.database.reading, author.member, place);
    return rows.map(({ typed }) => typed.text("story"));
  }

  async function away(): Promise<void> {
    await serving.close(0);
  }
  async function back(): Promise<void> {
    serving = await serve(archive.app.fetch, archive.visitorPages, "127.0.0.1", serving.port);
  }

  it("is at the archive soon after it is typed, without becoming a version, and another window is offered it", async () => {
    const { address, place, workId, chapterId } = await newChapter();
    const page = await open();
    await page.goto(address);
    await type(page, "The lantern went out.\n\nShe sighed.");
    await isSaved(page);
    assert.deepEqual(await unsaved(place), ["The lantern went out.\n\nShe sighed."]);
    const other = await page.context().newPage();
    await other.goto(address);
    assert.equal(await storyIn(other).inputValue(), "The lamp went out.\n\nShe sighed.");
    await other.getByText("You typed something here that is not saved").waitFor();
    await other.getByRole("link", { name: "See what differs" }).click();
    assert.match(await other.locator(".comparison ins").innerText(), /lantern/);
    await other.getByRole("link", { name: "Take it up" }).click();
    assert.equal(await storyIn(other).inputValue(), "The lantern went out.\n\nShe sighed.");
    await other.getByRole("button", { name: "Save the changes" }).click();
    await other.getByText("The chapter is saved.").waitFor();
    assert.deepEqual(await unsaved(place), []);
    assert.equal(await other.getByText("You typed something here").count(), 0);
    await other.goto(origin + urls.chapterRevisions(workId, chapterId));
    assert.equal(await other.locator(".revision-time").count(), 2);
    await page.context().close();
  });

  it("never is one window's over another's: the later to save is shown the difference, and may keep either", async () => {
    const { address, place } = await newChapter();
    const [one, two] = [await open(), await open()];
    for (const page of [one, two]) await page.goto(address);
    await type(one, "The lamp went out.\n\nShe laughed.");
    await type(two, "The lamp went out.\n\nHe sighed.");
    for (const page of [one, two]) await isSaved(page);
    assert.equal((await unsaved(place)).length, 2);
    await one.getByRole("button", { name: "Save the changes" }).click();
    await one.getByText("The chapter is saved.").waitFor();
    await storyIn(two).press("End");
    await storyIn(two).pressSequentially("!");
    await two.clock.fastForward(2_100);
    await two.locator("[data-autosave-overtaken]").waitFor();
    await two.getByRole("button", { name: "Save the changes" }).click();
    const standing = two.locator(".standing-now");
    await standing.waitFor();
    assert.match(await standing.locator(".comparison").innerText(), /She laughed/);
    assert.match(await standing.locator("ins").first().innerText(), /He/);
    const typed = await storyIn(two).inputValue();
    assert.match(typed, /He sighed/);
    await two.getByRole("button", { name: "Keep what stands" }).click();
    await two.getByText("What you typed is put aside").waitFor();
    assert.match(await storyIn(two).inputValue(), /She laughed/);
    assert.deepEqual(await unsaved(place), [typed]);
    await two.getByText("One text put aside").click();
    // The difference was shown, and nothing else was saved since: it is not asked again.
    await two.getByRole("link", { name: "Take it up" }).click();
    assert.equal(await storyIn(two).inputValue(), typed);
    await two.getByRole("button", { name: "Save the changes" }).click();
    await two.getByText("The chapter is saved.").waitFor();
    assert.deepEqual(await unsaved(place), []);
    for (const page of [one, two]) await page.context().close();
  });

  it("parts when a tab is made twice, so that neither loses a word", async () => {
    const { address, place } = await newChapter();
    const page = await open();
    await page.goto(address);
    await type(page, "From the tab.");
    await isSaved(page);
    // What a browser does when a tab is made twice: the tab's own store is copied.
    const kept = await page.evaluate(() => JSON.stringify(sessionStorage));
    const copy = await page.context().newPage();
    await copy.addInitScript((text) => {
      for (const [key, value] of Object.entries(JSON.parse(text))) sessionStorage.setItem(key, String(value));
    }, kept);
    await copy.goto(address);
    assert.equal(await storyIn(copy).inputValue(), "From the tab.");
    await type(copy, "From the tab, and from its copy.");
    await isSaved(copy);
    await storyIn(page).fill("From the tab itself.");
    await line(page, /follows/);
    await page.clock.fastForward(2_100);
    await isSaved(page);
    assert.deepEqual((await unsaved(place)).sort(), [
      "From the tab itself.",
      "From the tab, and from its copy.",
    ]);
    await page.context().close();
  });

  it("stays in the browser while the archive is away, says so, and arrives when it is back", async () => {
    const { address, place } = await newChapter();
    const page = await open();
    await page.goto(address);
    await away();
    await type(page, "Typed in the dark.");
    await line(page, "the archive does not answer. What you typed is kept in this browser");
    assert.match(await page.locator("[data-autosave-voice]").innerText(), /kept in this browser/);
    await back();
    // It is tried again after a while.
    await page.clock.fastForward(30_100);
    await isSaved(page);
    assert.deepEqual(await unsaved(place), ["Typed in the dark."]);
    assert.equal(await page.evaluate(() => JSON.stringify(localStorage).includes("unsaved:")), false);
    await page.context().close();
  });

  it("is not lost when the window is closed while the archive is away: the next window brings it", async () => {
    const { address, place } = await newChapter();
    const page = await open();
    const context = page.context();
    await page.goto(address);
    await away();
    await type(page, "Typed in the dark, and the window closed.");
    await line(page, "kept in this browser");
    await page.close({ runBeforeUnload: false });
    await back();
    const next = await context.newPage();
    await next.goto(address);
    await next.getByText("had not reached the archive; it is kept there now").waitFor();
    assert.deepEqual(await unsaved(place), ["Typed in the dark, and the window closed."]);
    await next.getByRole("link", { name: "Go on with it" }).click();
    assert.equal(await storyIn(next).inputValue(), "Typed in the dark, and the window closed.");
    await context.close();
  });

  it("waits for the same account to sign in in another tab, and goes to no other", async () => {
    const { address, place } = await newChapter();
    const stranger = await archive.join("A Stranger");
    const page = await open();
    await page.goto(address);
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await type(page, "Typed after the session had ended.");
    await line(page, "Sign in in another tab; what you typed is safe here");
    const as = async (who: CastMember) => {
      const tab = await page.context().newPage();
      await tab.goto(origin + urls.signIn());
      await tab.getByLabel("E-mail address").fill(who.email);
      await tab.getByLabel("Password").fill(castPassword);
      await tab.getByRole("button", { name: "Sign in" }).click();
      await tab.waitForURL(origin + urls.desk());
      await tab.close();
    };
    await as(stranger);
    await page.clock.fastForward(30_100);
    await line(page, "you are signed in under another account now");
    assert.deepEqual(await listAutosaves(archive.database.reading, stranger.member), []);
    // Nor does a form of theirs show it.
    const theirs = await page.context().newPage();
    await theirs.goto(origin + urls.newWork());
    await type(theirs, "The stranger's own.");
    await isSaved(theirs);
    assert.equal((await listAutosaves(archive.database.reading, stranger.member)).length, 1);
    await page.context().clearCookies();
    await as(author);
    await page.clock.fastForward(30_100);
    await isSaved(page);
    assert.deepEqual(await unsaved(place), ["Typed after the session had ended."]);
    assert.ok(cookies.length > 0);
    await page.context().close();
  });

  it("is not typed into the form of whoever signs in next in the same window", async () => {
    const page = await open();
    await page.goto(origin + urls.newWork());
    await type(page, "Mine alone.");
    await isSaved(page);
    const stranger = await archive.join("Another Stranger");
    await page.context().clearCookies();
    await page.context().addCookies(
      stranger.cookie.split("; ").map((cookie) => {
        const [name = "", value = ""] = cookie.split(/=(.*)/s);
        return { name, value, url: origin };
      }),
    );
    await page.goto(origin + urls.newWork());
    assert.equal(await storyIn(page).inputValue(), "");
    assert.equal(await page.getByText("You typed something here").count(), 0);
    await page.context().close();
  });

  it("of a new work is settled with its first save, and not offered again", async () => {
    const before = await listAutosavesOf(archive.database.reading, author.member, { form: "new-work" });
    const page = await open();
    await page.goto(origin + urls.newWork());
    await page.getByLabel("Title", { exact: true }).fill("The Lamp");
    await type(page, "It went out.");
    await isSaved(page);
    await page.getByRole("button", { name: "Save as draft" }).click();
    await page.getByText("The draft is saved.").waitFor();
    const left = await listAutosavesOf(archive.database.reading, author.member, { form: "new-work" });
    assert.deepEqual(
      left.map(({ id }) => id),
      before.map(({ id }) => id),
    );
    await page.waitForFunction(() => !JSON.stringify(localStorage).includes("unsaved:"));
    await page.context().close();
  });

  it("is kept from the editor too, to the last key before the window is left", async () => {
    const { address, place } = await newChapter();
    const page = await open({}, "story");
    await page.goto(address);
    await page.getByRole("textbox", { name: "The story" }).press("Control+End");
    await page.keyboard.type(" And then sh");
    await page.goto(origin + urls.home());
    const desk = await page.context().newPage();
    await desk.goto(origin + urls.desk());
    await desk.waitForFunction(() => !JSON.stringify(localStorage).includes("unsaved:"));
    assert.deepEqual(await unsaved(place), ["The lamp went out.\n\nShe sighed. And then sh"]);
    await desk.reload();
    await desk.getByRole("link", { name: "Go on with it" }).first().click();
    await desk.getByRole("textbox", { name: "The story" }).getByText("And then sh").waitFor();
    await page.context().close();
  });

  it("is offered and taken up without JavaScript", async () => {
    const { address, place } = await newChapter();
    const page = await open();
    await page.goto(address);
    await type(page, "Typed on the other machine.");
    await isSaved(page);
    const plain = await open({ javaScriptEnabled: false });
    await plain.goto(address);
    await plain.getByRole("link", { name: "Take it up" }).click();
    assert.equal(await storyIn(plain).inputValue(), "Typed on the other machine.");
    await plain.getByRole("button", { name: "Save the changes" }).click();
    await plain.getByText("The chapter is saved.").waitFor();
    assert.deepEqual(await unsaved(place), []);
    for (const one of [page, plain]) await one.context().close();
  });
});
