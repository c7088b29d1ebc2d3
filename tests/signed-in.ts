import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { CastMember } from "./archive.ts";
import type { ServedArchive } from "./serve-archive.ts";

/** Opens a browser window in which somebody of the cast is signed in. */
export async function signedIn(
  browser: Browser,
  archive: ServedArchive,
  as: CastMember,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext(options);
  const cookies = as.cookie.split("; ").map((cookie) => {
    const [name = "", value = ""] = cookie.split(/=(.*)/s);
    return { name, value, url: archive.origin };
  });
  await context.addCookies(cookies);
  context.setDefaultTimeout(15_000);
  return context.newPage();
}
