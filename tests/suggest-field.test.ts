import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, Locator, Page } from "playwright-core";
import { urls } from "../src/vocabulary/urls.ts";
import { giveWork } from "../src/works/for-tests/give-work.ts";
import type { CastMember } from "./archive.ts";
import { browserAloneMissing, openBrowser, phone } from "./browser.ts";
import { type ServedArchive, serveTestArchive } from "./serve-archive.ts";
import { signedIn } from "./signed-in.ts";

const height = "document.documentElement.scrollHeight";

const isFocused = async (field: Locator) => (await field.and(field.page().locator(":focus")).count()) === 1;

/** The list of names under a tag field, by keyboard, on a phone, and what there is without a script. */
describe("a field that offers names", { skip: browserAloneMissing }, () => {
  let archive: ServedArchive;
  let browser: Browser;
  let author: CastMember;
  let page: Page;

  before(async () => {
    archive = await serveTestArchive();
    author = await archive.join("Marchpane");
    await archive.join("Rowan", "owner");
    const tags = ["Mina Harker", "Mina the Cat", "Rose, Thorn, and Co.", "Renfield"].map((name) => ({
      kindId: "character",
      name,
    }));
    await giveWork(archive, author, { tags: [{ kindId: "fandom", name: "Dracula" }, ...tags] });
    browser = await openBrowser();
    page = await signedIn(browser, archive, author);
  });
  after(async () => {
    assert.deepEqual(archive.logged, []);
    await browser?.close();
    await archive?.close();
  });

  async function newWork(on: Page) {
    await on.goto(archive.origin + urls.newWork());
    await on.getByText("More tags, and categories").click();
    const field = on.getByLabel("Characters", { exact: true });
    // The browser keeps what was typed before.
    await field.fill("");
    return field;
  }

  it("is a combobox: arrows choose, Enter takes, Escape closes, and nothing is sent meanwhile", async () => {
    const field = await newWork(page);
    assert.equal(await field.getAttribute("role"), "combobox");
    assert.equal(await field.getAttribute("aria-expanded"), "false");
    await field.pressSequentially("min");
    const options = page.getByRole("listbox", { name: "Names offered" }).getByRole("option");
    await options.first().waitFor();
    assert.equal(await options.count(), 2);
    assert.equal(await field.getAttribute("aria-expanded"), "true");
    assert.equal(await field.getAttribute("aria-activedescendant"), null, "nothing is chosen by itself");
    assert.equal(await field.inputValue(), "min");
    await page.getByRole("status").filter({ hasText: "2 names offered" }).waitFor({ state: "attached" });
    await field.press("ArrowDown");
    await field.press("ArrowDown");
    const chosen = await options.nth(1).getAttribute("id");
    assert.equal(await field.getAttribute("aria-activedescendant"), chosen);
    assert.equal(await options.nth(1).getAttribute("aria-selected"), "true");
    await field.press("ArrowDown");
    assert.equal(await options.nth(0).getAttribute("aria-selected"), "true", "the list goes round");
    const name = (await options.nth(0).locator("bdi").textContent()) ?? "";
    await field.press("Enter");
    assert.equal(await field.inputValue(), `${name}, `);
    assert.equal(await field.getAttribute("aria-expanded"), "false");
    await field.pressSequentially("ren");
    await options.first().waitFor();
    await field.press("Escape");
    assert.equal(await options.first().isVisible(), false);
    assert.equal(await field.inputValue(), `${name}, ren`);
    assert.equal(page.url(), archive.origin + urls.newWork());
  });

  it("completes the name the cursor is in, keeps the others, and puts quotes where a comma needs them", async () => {
    const field = await newWork(page);
    await field.fill('"Dear Sir, or Madam", thorn, Renfield');
    await field.press("Home");
    for (let letter = 0; letter < 26; letter++) await field.press("ArrowRight");
    await field.press("ArrowDown");
    await page.getByRole("listbox").getByRole("option").first().waitFor();
    await field.press("ArrowDown");
    await field.press("Tab");
    assert.equal(await field.inputValue(), '"Dear Sir, or Madam", "Rose, Thorn, and Co.", Renfield');
    assert.equal(await isFocused(field), false);
  });

  it("holds on to the comma in a quote that is still open", async () => {
    const field = await newWork(page);
    await field.pressSequentially('Renfield, "Rose, Th');
    await page.getByRole("listbox").getByRole("option").first().waitFor();
    await field.press("ArrowDown");
    await field.press("Enter");
    assert.equal(await field.inputValue(), 'Renfield, "Rose, Thorn, and Co.", ');
  });

  it("lets an input method have its own keys, and asks only when its word is there", async () => {
    const field = await newWork(page);
    const asked: string[] = [];
    page.on("request", (request) => {
      if (request.url().includes(urls.tagSuggestions())) asked.push(request.url());
    });
    // Playwright types past input methods; these are the events that one sends.
    await field.focus();
    await page.evaluate(`{
      const input = document.activeElement;
      input.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
      input.value = "min";
      input.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: true }));
    }`);
    await page.waitForTimeout(400);
    assert.deepEqual(asked, []);
    await page.evaluate(
      `document.activeElement.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }))`,
    );
    await page.getByRole("listbox").getByRole("option").first().waitFor();
    page.removeAllListeners("request");
  });

  it("shows no answer to a question that is no longer asked", async () => {
    const field = await newWork(page);
    await page.route(/typed=mina$/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 600));
      await route.continue().catch(() => {});
    });
    await field.pressSequentially("mina");
    await page.waitForTimeout(250);
    await field.fill("renf");
    await page.getByRole("listbox").getByRole("option", { name: "Renfield" }).waitFor();
    await page.waitForTimeout(700);
    assert.equal(await page.getByRole("listbox").getByRole("option").count(), 1);
    await page.unrouteAll({ behavior: "ignoreErrors" });
  });

  it("is large enough for a finger, inside the screen, and moves nothing on the page", async () => {
    const held = await signedIn(browser, archive, author, phone);
    const field = await newWork(held);
    await field.tap();
    const before = await held.evaluate(height);
    await field.pressSequentially("mi");
    const option = held.getByRole("listbox").getByRole("option").first();
    await option.waitFor();
    assert.equal(await held.evaluate(height), before);
    // What is said of saving meanwhile moves nothing either.
    for (const said of [
      "",
      "Not saved yet.",
      "Saved 10 seconds ago, for you alone. What you typed since follows.",
    ])
      assert.equal(
        await held.evaluate(
          `{ document.querySelector("[data-autosave-line]").textContent = ${JSON.stringify(said)}; ${height} }`,
        ),
        before,
        said,
      );
    assert.equal(await held.evaluate("document.documentElement.scrollWidth"), 390);
    assert.ok(((await option.boundingBox())?.height ?? 0) >= 44);
    await option.tap();
    assert.match(await field.inputValue(), /^Mina .*, $/);
    assert.equal(await isFocused(field), true);
    await held.context().close();
  });

  it("completes a question on the finding page: its last words, a key, a minus; nothing for words inside stories", async () => {
    await page.goto(archive.origin + urls.works());
    const box = page.getByRole("combobox");
    const option = page.getByRole("listbox").getByRole("option").first();
    for (const [typed, asks] of [
      ["words:1.. (renf", "words:1.. (character:Renfield "],
      ["-character:renf", "-character:Renfield "],
      ["main:renf", "main:Renfield "],
      ["stone OR mina h", 'stone OR character:"Mina Harker" '],
      ['-character:"rose, th', '-character:"Rose, Thorn, and Co." '],
    ] as const) {
      // What was offered for the words before is gone first: it must not be taken for an answer to these.
      await box.fill("");
      await option.waitFor({ state: "hidden" });
      await box.pressSequentially(typed);
      await option.waitFor();
      await box.press("ArrowDown");
      await box.press("Enter");
      assert.equal(await box.inputValue(), asks);
    }
    for (const typed of ['"mina', "writer:mina", "text:mina"]) {
      await box.fill("");
      await box.pressSequentially(typed);
      await page.waitForTimeout(400);
      assert.equal(await option.isVisible(), false, typed);
    }
  });

  it("leads, where there is no script, to names to look up, and back to the filter with the tag added", async () => {
    const plain = await signedIn(browser, archive, author, { javaScriptEnabled: false });
    await plain.goto(archive.origin + urls.newWork());
    await plain.getByText("More tags, and categories").click();
    const [names] = await Promise.all([
      plain.context().waitForEvent("page"),
      plain
        .locator(".field", { hasText: "Characters" })
        .getByRole("link", { name: /Look names up/ })
        .first()
        .click(),
    ]);
    await names.getByLabel("Part of a name").fill("thorn");
    await names.getByRole("button", { name: "Show names" }).click();
    await names.getByText('type it as "Rose, Thorn, and Co."').waitFor();
    await plain.goto(archive.origin + urls.works("words=1.."));
    await plain.getByRole("link", { name: "Choose from a list" }).click();
    await plain.getByLabel("Part of a name").fill("mina");
    await plain.getByRole("button", { name: "Show names" }).click();
    await plain.getByRole("link", { name: "Mina Harker" }).click();
    assert.match(new URL(plain.url()).search, /^\?with=\w+&words=1\.\.$/);
    await plain.getByRole("heading", { level: 1, name: "Find stories" }).waitFor();
    await plain.context().close();
  });
});
