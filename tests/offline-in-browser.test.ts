import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser } from "playwright-core";
import { urls } from "../src/vocabulary/urls.ts";
import { chapterFields, giveWork } from "../src/works/for-tests/give-work.ts";
import { removeWork } from "../src/works/remove-work.ts";
import { browserMissing, openBrowser, phone } from "./browser.ts";
import { type ServedArchive, serveTestArchive } from "./serve-archive.ts";

const why =
  browserMissing ||
  (process.env.PRESSIE_TEST_POSTGRES ? "a browser keeps the same whatever engine the archive has" : false);

describe("stories kept in a browser", { skip: why }, () => {
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

  it("are read without a network, and are gone when they were taken back meanwhile", async () => {
    const author = await archive.join("Marchpane");
    const give = async (title: string) =>
      (await giveWork(archive, author, { title }, [chapterFields({ story: `<p>Words of ${title}.</p>` })]))
        .workId;
    const [stays, goes] = [await give("Salt and Candle"), await give("Vanishing Ink")];
    const [closes, narrows] = [await give("Shut Again"), await give("Among Friends")];
    const context = await browser.newContext(phone);
    const page = await context.newPage();
    for (const workId of [stays, goes, closes, narrows]) {
      await page.goto(archive.origin + urls.work(workId));
      await page.getByRole("link", { name: "Keep offline" }).click();
      await page.getByRole("button", { name: "Keep it here" }).click();
      await page.getByText("Kept. You can read it without a network now.").waitFor();
    }
    await context.setOffline(true);
    await page.goto(archive.origin + urls.work(goes));
    await page.getByText("Words of Vanishing Ink.").waitFor();
    await page.goto(archive.origin + urls.newest());
    await page.getByText("the page you asked for is not kept here").waitFor();
    await page.getByRole("link", { name: "Salt and Candle" }).waitFor();
    await archive.database.write(async (writer) => {
      await removeWork(writer, author.member, goes, Date.now());
      const works = writer.updateTable("works");
      await works.set({ visibility: "private" }).where("id", "=", closes).execute();
      await works.set({ visibility: "members" }).where("id", "=", narrows).execute();
      const said = { story: "<p>Said otherwise.</p>", version: 2, updated_at: Date.now() };
      await writer.updateTable("chapters").set(said).where("work_id", "=", stays).execute();
    });
    await context.setOffline(false);
    await page.goto(archive.origin + urls.wholeWork(goes));
    assert.equal(await page.getByText("Words of Vanishing Ink.").count(), 0, "the archive is asked first");
    await page.goto(archive.origin + urls.offline());
    await page.getByRole("link", { name: "Salt and Candle" }).waitFor();
    for (const name of ["Vanishing Ink", "Shut Again", "Among Friends"])
      await page.getByRole("link", { name }).waitFor({ state: "detached" });
    await context.setOffline(true);
    await page.goto(archive.origin + urls.wholeWork(goes));
    await page.getByRole("heading", { name: "Kept in this browser" }).waitFor();
    await page.goto(archive.origin + urls.work(stays));
    await page.getByText("Said otherwise.").waitFor();
    await context.close();
  });

  it("for members only are deleted when one signs out", async () => {
    const author = await archive.join("Rook");
    const reader = await archive.join("tessellate");
    const { workId } = await giveWork(archive, author, { title: "Among Members", visibility: "members" });
    const context = await browser.newContext(phone);
    const [name = "", value = ""] = reader.cookie.split(/=(.*)/s);
    await context.addCookies([{ name, value, url: archive.origin }]);
    const page = await context.newPage();
    await page.goto(archive.origin + urls.keepWork(workId));
    await page.getByRole("button", { name: "Keep it here" }).click();
    await page.getByText("Kept. You can read it without a network now.").waitFor();
    await context.setOffline(true);
    await page.goto(archive.origin + urls.work(workId));
    await page.getByRole("heading", { name: "Among Members" }).first().waitFor();
    assert.equal(
      await page.getByText(reader.name).count(),
      0,
      "whoever opens this browser next reads no name",
    );
    await context.setOffline(false);
    await page.goto(archive.origin + urls.keepWork(workId));
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.goto(archive.origin + urls.offline());
    await page.getByText("Nothing is kept here yet.").waitFor();
    assert.equal(await page.getByRole("link", { name: "Among Members" }).count(), 0);
    await context.close();
  });
});
