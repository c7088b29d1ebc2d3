import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { desktop, openBrowser, phone } from "./browser.ts";
import { serveTestArchive } from "./serve-archive.ts";

/**
 * Takes the pictures under docs/pictures/ from the demo archive: home, finding, a work, a chapter and the review
 * page, on a phone and a desktop, light and dark. Run by bin/pictures.
 */

const folder = process.argv[2] ?? "docs/pictures";
mkdirSync(folder, { recursive: true });
const archive = await serveTestArchive({ seeds: true });
const browser = await openBrowser();

async function signIn(page: Page): Promise<void> {
  await page.goto(`${archive.origin}/sign-in`);
  await page.getByLabel("E-mail address").fill("tessellate@example.org");
  await page.getByLabel("Password").fill(archive.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/desk");
}

async function bringIn(page: Page): Promise<string> {
  await page.goto(`${archive.origin}/imports/new`);
  await page.getByLabel("The file").setInputFiles({
    name: "the-second-violin.txt",
    mimeType: "text/plain",
    buffer: readFileSync(join(archive.seedsFolder, "imports/the-second-violin.txt")),
  });
  await page.getByRole("button", { name: "Bring it in" }).click();
  await page.getByRole("heading", { name: "Look through what came in" }).waitFor();
  return new URL(page.url()).pathname;
}

try {
  for (const [device, options] of Object.entries({ phone, desktop })) {
    for (const colorScheme of ["light", "dark"] as const) {
      const context = await browser.newContext({ ...options, colorScheme });
      const page = await context.newPage();
      const take = async (name: string, path: string) => {
        if (new URL(page.url()).pathname !== path) await page.goto(archive.origin + path);
        await page.screenshot({ path: join(folder, `${name}-${device}-${colorScheme}.png`) });
      };
      await take("home", "/");
      await take("find", "/works");
      await page.goto(archive.origin);
      await page.getByRole("link", { name: "A Horse the Colour of Buttercups" }).first().click();
      await take("work", new URL(page.url()).pathname);
      await page
        .getByRole("link", { name: /^Read|^Begin/ })
        .first()
        .click();
      await take("chapter", new URL(page.url()).pathname);
      await signIn(page);
      const review = await bringIn(page);
      await take("review", review);
      await context.close();
    }
  }
} finally {
  await browser.close();
  await archive.close();
}
