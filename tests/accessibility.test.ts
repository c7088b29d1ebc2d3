import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { after, before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { z } from "zod";
import { urls } from "../src/vocabulary/urls.ts";
import { browserMissing, desktop, openBrowser, phone } from "./browser.ts";
import { coloursOf, contrast, looks, type Pair, pairsOn, paletteIn, sheetNamed } from "./colours-on-pages.ts";
import { everyPage, type PageToSee } from "./every-page.ts";
import { type ServedArchive, serveTestArchive } from "./serve-archive.ts";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const names = [...coloursOf(sheetNamed("pressie.css"), ":root").keys()];
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const findings = z.array(
  z.object({ id: z.string(), help: z.string(), nodes: z.array(z.object({ html: z.string() })) }),
);

const skip = process.env.PRESSIE_TEST_POSTGRES
  ? "SQLite only: how a page looks does not depend on where its rows came from"
  : browserMissing;

/** As narrow as WCAG 2.2 asks for (1.4.10). */
const narrow = { width: 320, height: 640 };

/** WCAG 2.2 AA, on every page there is, as whoever may open it. */
describe("accessibility", { skip }, () => {
  let archive: ServedArchive;
  let browser: Browser;
  let pages: PageToSee[];
  const seen = new Map<string, { pair: Pair; path: string }>();
  before(async () => {
    archive = await serveTestArchive();
    pages = await everyPage(archive);
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await archive?.close();
  });

  it("leaves nothing for axe to find on a phone in the dark, and loses nothing at 320 px in type of twice the size", async () => {
    const problems: string[] = [];
    const context = await browser.newContext({ ...phone, bypassCSP: true });
    // Sent once for all pages: sending it to each took a quarter of the time.
    await context.addInitScript({ path: axe });
    const page = await context.newPage();
    await page.emulateMedia({ colorScheme: "dark" });
    for (const shown of pages) {
      await context.clearCookies();
      await page.setViewportSize(phone.viewport);
      await visit(page, archive, shown);
      for (const { id, help, nodes } of await lookWithAxe(page))
        problems.push(`${shown.path} ${id}: ${help} ${nodes[0]?.html ?? ""}`);
      // The same page, so that it need not be opened again.
      await page.setViewportSize(narrow);
      for (const lost of await lostAtTwiceTheSize(page)) problems.push(`${shown.path} ${lost}`);
      for (const pair of await pairsOn(page, names))
        seen.set(JSON.stringify(pair), { pair, path: shown.path });
    }
    await context.close();
    assert.deepEqual(problems, []);
  });

  it("keeps whatever stands on the pages readable in every theme", async () => {
    const problems: string[] = [];
    const context = await browser.newContext({ ...desktop, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(archive.origin + urls.comfort());
    assert.ok(seen.size >= 20, `only ${seen.size} pairs of colours were seen`);
    for (const look of looks) {
      const palette = await paletteIn(page, look, names);
      for (const { pair, path } of seen.values()) {
        const [over, under] = [palette.get(pair.over), palette.get(pair.under)];
        const found = over && under ? contrast(over, under) : 0;
        if (found < pair.least)
          problems.push(
            `${look.theme} ${look.colorScheme}: ${pair.over} on ${pair.under} is ${found.toFixed(1)}, not ${pair.least} (${path})`,
          );
      }
    }
    await context.close();
    assert.deepEqual(problems, []);
  });

  it("means the same by dark whether a device asks for it or a reader", () => {
    const ofDevice = coloursOf(sheetNamed("pressie.css"), ":root:not([data-theme])");
    const ofReader = coloursOf(sheetNamed("comfort.css"), '[data-theme="dark"]');
    assert.ok(ofDevice.size >= 20);
    assert.deepEqual([...ofReader], [...ofDevice]);
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

/** What axe finds in the page as it is now. */
async function lookWithAxe(page: Page) {
  const options = JSON.stringify({ runOnly: rules, resultTypes: ["violations"] });
  const found: unknown = await page.evaluate(
    `axe.run(document, ${options}).then((result) => result.violations)`,
  );
  return findings.parse(found);
}

/** What is wider than the window, or cut off where it stands, with all folds open and the root's type twice as large. */
async function lostAtTwiceTheSize(page: Page): Promise<string[]> {
  return z.array(z.string()).parse(await page.evaluate(`(${findLost})()`));
}

const findLost = `() => {
  const root = document.documentElement;
  for (const folded of document.querySelectorAll("details")) folded.open = true;
  root.style.fontSize = "200%";
  const nameOf = (element) => element.outerHTML.slice(0, 90).replace(/\\s+/g, " ");
  const lost = [];
  const all = [...document.body.querySelectorAll("*")];
  if (root.scrollWidth > innerWidth) {
    const wide = all.find((one) => one.getBoundingClientRect().right > innerWidth + 1 || one.getBoundingClientRect().left < -1);
    lost.push("scrolls sideways: " + nameOf(wide ?? root));
  }
  for (const one of all) {
    if (one.matches("input, select, textarea") || one.clientWidth <= 2 || one.scrollWidth <= one.clientWidth + 1) continue;
    if (["hidden", "clip"].includes(getComputedStyle(one).overflowX)) lost.push("cuts off: " + nameOf(one));
  }
  root.style.removeProperty("font-size");
  return lost;
}`;
