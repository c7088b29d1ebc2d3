import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { after, before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { z } from "zod";
import { browserMissing, desktop, openBrowser, phone } from "./browser.ts";
import { everyPage, type PageToSee } from "./every-page.ts";
import { type ServedArchive, serveTestArchive } from "./serve-archive.ts";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const findings = z.array(
  z.object({ id: z.string(), help: z.string(), nodes: z.array(z.object({ html: z.string() })) }),
);

const skip = process.env.PRESSIE_TEST_POSTGRES
  ? "SQLite only: how a page looks does not depend on where its rows came from"
  : browserMissing;

/** WCAG 2.2 AA by axe-core, on every page there is, as whoever may open it. */
describe("accessibility", { skip }, () => {
  let archive: ServedArchive;
  let browser: Browser;
  let pages: PageToSee[];
  before(async () => {
    archive = await serveTestArchive();
    pages = await everyPage(archive);
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await archive?.close();
  });

  it("leaves nothing for axe to find, on a phone in the dark; nor on a desktop in the light, as far as colours go", async () => {
    const problems: string[] = [];
    const context = await browser.newContext({ ...phone, bypassCSP: true });
    // Sent once for all pages: sending it to each took a quarter of the time.
    await context.addInitScript({ path: axe });
    const page = await context.newPage();
    for (const shown of pages) {
      await context.clearCookies();
      await page.setViewportSize(phone.viewport);
      await page.emulateMedia({ colorScheme: "dark" });
      await visit(page, archive, shown);
      const found = await lookWithAxe(page, rules);
      if (await page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))
        problems.push(`${shown.path} scrolls sideways`);
      // The same page, so that it need not be opened again: its sizes are a phone's concern, its colours everybody's.
      await page.setViewportSize(desktop.viewport);
      await page.emulateMedia({ colorScheme: "light" });
      found.push(...(await lookWithAxe(page, ["color-contrast"])));
      for (const { id, help, nodes } of found)
        problems.push(`${shown.path} ${id}: ${help} ${nodes[0]?.html ?? ""}`);
    }
    await context.close();
    assert.deepEqual(problems, []);
  });
});

/** Opens a page as the person it is for; a refused form is sent as a person sends it, by its own page. */
async function visit(page: Page, archive: ServedArchive, shown: PageToSee): Promise<void> {
  const cookies = shown.as?.cookie.split("; ") ?? [];
  await page.context().addCookies(
    cookies.map((cookie) => {
      const [name = "", value = ""] = cookie.split(/=(.*)/s);
      return { name, value, url: archive.origin };
    }),
  );
  await page.goto(archive.origin + (shown.sends ? "/about" : shown.path));
  if (!shown.sends) return;
  await Promise.all([
    page.waitForNavigation(),
    page.evaluate(`(${sendForm})(${JSON.stringify([shown.path, Object.entries(shown.sends)])})`),
  ]);
}

/** Runs in the browser, where there is a document; our own code is typed for the server. */
const sendForm = `([path, fields]) => {
  const form = Object.assign(document.createElement("form"), { method: "post", action: path });
  for (const [name, value] of fields)
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  document.body.append(form);
  form.submit();
}`;

/** What axe finds by these rules, or by those of these standards, in the page as it is now. */
async function lookWithAxe(page: Page, runOnly: string[]) {
  const options = JSON.stringify({ runOnly, resultTypes: ["violations"] });
  const found: unknown = await page.evaluate(
    `axe.run(document, ${options}).then((result) => result.violations)`,
  );
  return findings.parse(found);
}
