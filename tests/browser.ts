import { existsSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium } from "playwright-core";

/** Where Debian and others put the browser; the first that is there is used. */
const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The browser of this machine, or null when it has none. */
function findBrowser(): string | null {
  return places.find((place) => existsSync(place)) ?? null;
}

/** Why a browser test is left out, or false when it can run. In CI a missing browser is a failure, not a skip. */
export const browserMissing: string | false =
  findBrowser() === null && !process.env.CI
    ? "no Chromium on this machine: install it to run this test"
    : false;

/** The same for what a browser does by itself: what it asks the archive for is asked on both engines by other tests. */
export const browserAloneMissing: string | false = process.env.PRESSIE_TEST_POSTGRES
  ? "SQLite only: what a browser makes of a page does not depend on where its rows came from"
  : browserMissing;

/** Opens a real browser, without a window, that asks nobody outside for anything. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error("Chromium was not found; bin/test says how to install it");
  return chromium.launch({
    executablePath,
    args: [
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  });
}

/** A phone held upright. */
export const phone = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
} satisfies BrowserContextOptions;

/** A window on a desk. */
export const desktop = { viewport: { width: 1280, height: 900 } } satisfies BrowserContextOptions;
