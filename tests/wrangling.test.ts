import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { urls } from "../src/vocabulary/urls.ts";
import { giveWork } from "../src/works/for-tests/give-work.ts";
import type { CastMember } from "./archive.ts";
import { browserAloneMissing, desktop, openBrowser, phone } from "./browser.ts";
import { type ServedArchive, serveTestArchive } from "./serve-archive.ts";
import { signedIn } from "./signed-in.ts";

/** Wrangling as a wrangler does it, in a real browser. */
describe("the wranglers' desk in a browser", { skip: browserAloneMissing }, () => {
  let archive: ServedArchive;
  let browser: Browser;
  let author: CastMember;
  before(async () => {
    archive = await serveTestArchive();
    author = await archive.join("Marchpane");
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    assert.deepEqual(archive?.logged, []);
    await archive?.close();
  });

  /** New characters, the first waiting longest. */
  async function give(...names: string[]): Promise<void> {
    for (const [index, name] of names.entries())
      await giveWork(
        archive,
        author,
        {
          tags: [
            { kindId: "fandom", name: "Dracula" },
            { kindId: "character", name },
          ],
        },
        undefined,
        "published",
        Date.UTC(2026, 0, 1) + index,
      );
  }
  const rows = (page: Page) => page.locator(".wrangle-row label").allTextContents();
  const focused = (page: Page) =>
    page.evaluate(
      "document.activeElement.closest('.wrangle-row')?.querySelector('label').textContent ?? null",
    );
  const rowsAre = async (page: Page, expected: string[]) => {
    const end = Date.now() + 10_000;
    while ((await rows(page)).join() !== expected.join()) {
      assert.ok(Date.now() < end, `there are ${await rows(page)}, not ${expected}`);
      await page.waitForTimeout(20);
    }
  };
  const query = { kind: "character", name: "" };

  it("is worked with keys alone, and the focus is never lost", async () => {
    await give("Mina Harker", "Mina Haker", "Lucy", "Renfield", "Seward");
    const wrangler = await archive.join("Comb", "wrangler");
    const page = await signedIn(browser, archive, wrangler, desktop);
    await page.goto(archive.origin + urls.wrangling(query));
    await rowsAre(page, ["Mina Harker", "Mina Haker", "Lucy", "Renfield", "Seward"]);
    assert.equal(await focused(page), "Mina Harker");
    await page.keyboard.press("c");
    await rowsAre(page, ["Mina Haker", "Lucy", "Renfield", "Seward"]);
    assert.equal(await focused(page), "Mina Haker");
    await page.getByText("Done. Works keep their own words").waitFor();
    await page.keyboard.press("a");
    await rowsAre(page, ["Lucy", "Renfield", "Seward"]);
    await page.getByText("You did last: Mina Haker merged into Mina Harker").waitFor();
    await page.keyboard.press("u");
    await rowsAre(page, ["Mina Haker", "Lucy", "Renfield", "Seward"]);
    await page.keyboard.press("1");
    await rowsAre(page, ["Lucy", "Renfield", "Seward"]);
    await page.keyboard.press("j");
    assert.equal(await focused(page), "Renfield");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("s");
    await rowsAre(page, ["Lucy", "Renfield"]);
    assert.equal(await focused(page), "Renfield");
    // A name that nobody knows is said beside its field; the second try makes it.
    await page.keyboard.press("m");
    const other = page.getByLabel("Name of the other tag");
    assert.equal(await other.getAttribute("placeholder"), "Renfield", "which tag it is about");
    assert.match((await other.getAttribute("data-suggest")) ?? "", /kind=character/);
    await page.keyboard.type("Mr. Renfield, jacks");
    await page.keyboard.press("Enter");
    await page.getByText("No tag of this kind is called").first().waitFor();
    assert.deepEqual(await rows(page), ["Lucy", "Renfield"]);
    assert.equal(await page.getByLabel("Name of the other tag").inputValue(), "Mr. Renfield, jacks");
    await page.getByLabel("Make the other tag").check();
    await page.getByLabel("Name of the other tag").focus();
    await page.keyboard.press("Enter");
    await rowsAre(page, ["Lucy"]);
    assert.equal(await focused(page), "Lucy");
    await page.keyboard.press("?");
    assert.equal(await page.locator(".wrangle-keys").getAttribute("open"), "");
    await page.getByLabel("Listen to these keys").uncheck();
    await page.locator(".wrangle-row").first().focus();
    await page.keyboard.press("c");
    await page.waitForTimeout(300);
    assert.deepEqual(await rows(page), ["Lucy"]);
    await page.getByLabel("Listen to these keys").check();
    await page.keyboard.press("Escape");
    assert.equal(await focused(page), "Lucy");
    await page.keyboard.press("c");
    await page.getByText("No tag waits").waitFor();
    assert.equal(await page.evaluate("document.activeElement.id"), "main");
    await page.context().close();
  });

  for (const { how, options } of [
    { how: "at a desk", options: desktop },
    { how: "on a phone", options: phone },
  ])
    it(`is worked by form without JavaScript, ${how}`, async () => {
      const salt = how.length;
      await give(`Van Helsing ${salt}`, `Van Helsink ${salt}`, `Vampire ${salt}`, `Varney ${salt}`);
      const wrangler = await archive.join(`Brush ${salt}`, "wrangler");
      const page = await signedIn(browser, archive, wrangler, { ...options, javaScriptEnabled: false });
      await page.goto(archive.origin + urls.wrangling({ kind: "character", name: String(salt) }));
      const row = (name: string) =>
        page.locator(".wrangle-row", { has: page.getByText(name, { exact: true }) });
      await row(`Van Helsing ${salt}`).getByRole("button", { name: "Make canonical" }).click();
      await row(`Van Helsink ${salt}`)
        .getByRole("button", { name: `Merge into Van Helsing ${salt}` })
        .click();
      await page.getByText(`You did last: Van Helsink ${salt} merged into Van Helsing ${salt}`).waitFor();
      await page.getByRole("checkbox", { name: `Vampire ${salt}` }).check();
      await page.getByRole("checkbox", { name: `Varney ${salt}` }).check();
      await page.getByText("Do one thing with several tags").click();
      await page.getByLabel("What to do").selectOption("put-under");
      await page.getByLabel("Name of the other tag").fill(`van helsing ${salt}`);
      // Enter in the field means the ticked tags, and no row's button.
      await page.getByLabel("Name of the other tag").press("Enter");
      await page.getByText("No tag waits that fits this.").waitFor();
      await page.getByRole("button", { name: "Take it back" }).click();
      await page.getByText("Taken back. The tags stand").waitFor();
      assert.deepEqual(await rows(page), [`Vampire ${salt}`, `Varney ${salt}`]);
      await page
        .locator(".index-list")
        .getByRole("link", { name: `Van Helsing ${salt}`, exact: true })
        .click();
      await page.getByRole("button", { name: `Split off Van Helsink ${salt}` }).click();
      await page.getByText(`Van Helsink ${salt} split from Van Helsing ${salt}`).waitFor();
      await page.context().close();
    });
});
