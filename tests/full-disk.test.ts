import assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { beginWriting } from "./begin-writing.ts";
import { browserMissing, openBrowser } from "./browser.ts";
import { startServer } from "./start-server.ts";

const skip = process.env.PRESSIE_TEST_POSTGRES
  ? "SQLite only: how PostgreSQL stands a full disk is PostgreSQL's to prove"
  : browserMissing;

/** What is left on the disk, in bytes; what is typed at a time fills some of it. */
const room = 200_000;
const partOf = (letter: string) => `${letter.repeat(9)} `.repeat(room / 15);

/** The real archive on a disk that fills up while somebody types, and is given room again. */
describe("a full disk", { skip }, () => {
  let dataFolder = "";
  let browser: Browser;
  let writer: Awaited<ReturnType<typeof beginWriting>>;
  let server: ChildProcess;
  let origin = "";
  let page: Page;

  before(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), "pressie-full-"));
    writer = await beginWriting(dataFolder);
    browser = await openBrowser();
    const { size } = await stat(join(dataFolder, "pressie.sqlite"));
    ({ server, origin } = await startServer(dataFolder, { largestFile: size + room }));
    const context = await browser.newContext();
    context.setDefaultTimeout(30_000);
    const cookies = writer.cookie.split("; ").map((cookie) => {
      const [name = "", value = ""] = cookie.split(/=(.*)/s);
      return { name, value, url: origin };
    });
    await context.addCookies(cookies);
    await context.clock.install();
    await context.addInitScript(() => localStorage.setItem("story-shown-as", "html"));
    page = await context.newPage();
  });
  after(async () => {
    await browser?.close();
    server?.kill("SIGKILL");
    await rm(dataFolder, { recursive: true, force: true });
  });

  const story = () => page.locator("textarea[name=story]");
  /** Types, and lets the moment of quiet pass after which it is sent, by the page's clock. */
  async function type(text: string): Promise<void> {
    await story().fill(text);
    await page.clock.fastForward(2_100);
  }
  const line = (words: string | RegExp) =>
    page.locator("[data-autosave-line]").filter({ hasText: words }).waitFor();
  const isSaved = () => line(/^Saved .*, for you alone\.$/);

  async function giveRoom() {
    const gone = once(server, "exit");
    server.kill("SIGTERM");
    await gone;
    ({ server, origin } = await startServer(dataFolder, { port: new URL(origin).port }));
  }

  function keptStories(): string[] {
    const database = new DatabaseSync(join(dataFolder, "pressie.sqlite"), { readOnly: true });
    try {
      const rows = database.prepare("select fields from autosaves where settled_at is null").all();
      return rows.map(({ fields }) => new Map<string, string>(JSON.parse(String(fields))).get("story") ?? "");
    } finally {
      database.close();
    }
  }

  it("keeps what was acknowledged, leaves the rest in the browser and says so, and takes it in when there is room", async () => {
    await page.goto(origin + writer.chapterForm);
    await type("Typed while there was room.");
    await isSaved();
    let acknowledged = "Typed while there was room.";
    let last = acknowledged;
    for (let part = 1; ; part++) {
      assert.ok(part < 20, "the disk never was full");
      last = `Part ${part}. ${partOf(String.fromCharCode(96 + part))}`.trim();
      await type(last);
      await line(/^Saved .*, for you alone\.$|cannot write just now/);
      if (/cannot write/.test(await page.locator("[data-autosave-line]").innerText())) break;
      acknowledged = last;
    }
    assert.match(await page.locator("[data-autosave-line]").innerText(), /kept in this browser/);
    assert.deepEqual(keptStories(), [acknowledged]);
    // A page can still be read, and what was typed is still here.
    assert.equal((await fetch(origin)).status, 200);
    assert.equal(await story().inputValue(), last);
    await giveRoom();
    // It is tried again after a while.
    await page.clock.fastForward(30_100);
    await isSaved();
    assert.deepEqual(keptStories(), [last]);
  });

  it("gives back what was typed when the form itself could not be saved", async () => {
    const gone = once(server, "exit");
    server.kill("SIGTERM");
    await gone;
    const { port } = new URL(origin);
    ({ server, origin } = await startServer(dataFolder, { port, largestFile: room }));
    await page.goto(origin + writer.chapterForm);
    const typed = `To be saved. ${partOf("z").repeat(3)}`.trim();
    await story().fill(typed);
    await page.getByRole("button", { name: "Save as draft" }).click();
    await page.getByRole("heading", { name: "Something broke" }).waitFor();
    await page.goto(origin + writer.chapterForm);
    assert.equal(await story().inputValue(), typed);
    await giveRoom();
    await page.clock.fastForward(30_100);
    await isSaved();
    await page.getByRole("button", { name: "Save as draft" }).click();
    await page.getByText("The chapter is saved.").waitFor();
    assert.equal(await story().inputValue(), typed);
    assert.equal(keptStories().includes(typed), false);
  });
});
