import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { after, before, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import { z } from "zod";
import { browserMissing, desktop, openBrowser, phone } from "./browser.ts";
import { everyPage, type PageToSee } from "./every-page.ts";
import { type ServedArchive, serveTestArchive } from "./serve-archive.ts";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const findings = z.array(
  z.object({ id: z.string(), help: z.string(), nodes: z.array(z.object({ html: z.string() })) }),
);

/** WCAG 2.2 AA by axe-core, on every page there is, as whoever may open it. */
describe("accessibility", { skip: browserMissing }, () => {
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

  // Each width and each colour scheme once, as what axe finds depends on the one or on the other; and one look on each
  // engine, as it does not depend on where the rows came from.
  const looks = process.env.PRESSIE_TEST_POSTGRES
    ? ([{ device: "desktop", options: desktop, colorScheme: "light" }] as const)
    : ([{ device: "phone", options: phone, colorScheme: "dark" }] as const);
  for (const { device, options, colorScheme } of looks)
    it(`leaves nothing for axe to find, on a ${device}, ${colorScheme}`, async () => {
      const problems: string[] = [];
      const context = await browser.newContext({ ...options, colorScheme, bypassCSP: true });
      const page = await context.newPage();
      for (const shown of pages) {
        await context.clearCookies();
        await visit(page, archive, shown);
        const wide = await page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
        if (wide) problems.push(`${shown.path} scrolls sideways`);
        for (const { id, help, nodes } of await lookWithAxe(page))
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

async function lookWithAxe(page: Page) {
  await page.addScriptTag({ path: axe });
  const found: unknown = await page.evaluate(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((result) => result.violations)",
  );
  return findings.parse(found);
}
