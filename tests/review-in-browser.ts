import type { Locator, Page } from "playwright-core";
import type { TestArchive } from "./archive.ts";

/** Waits on the page that an upload led to until its story has been read and its review is there. */
export async function awaitReview(page: Page, archive: TestArchive): Promise<void> {
  await page.waitForURL(/\/imports\/[0-9a-z]{10}/);
  await archive.importer.jobs.settled();
  if ((await page.getByRole("heading", { name: "The story is being read" }).count()) > 0)
    await page.goto(page.url()).catch((cause: unknown) => {
      // The page goes on by itself at that very moment: either way leads to the review.
      if (!String(cause).includes("ERR_ABORTED")) throw cause;
    });
  await page.getByRole("heading", { name: "Look through what came in" }).waitFor();
}

/** Opens all that is folded away on a page. */
export async function unfold(page: Page): Promise<void> {
  const closed = page.locator("form details:not([open]) > summary");
  for (let next = 0; next < (await closed.count()); )
    if (await closed.nth(next).isVisible()) await closed.nth(next).click();
    else next += 1;
}

/** Gives one finding its answer. @param about words that the finding's sentence has */
export async function answer(page: Page, about: RegExp, with_: string): Promise<void> {
  await page.getByRole("group", { name: about }).getByRole("radio", { name: with_, exact: true }).check();
}

/** The story as the review shows it will be. */
export function whatItBecomes(page: Page): Locator {
  return page.getByRole("region", { name: "What it becomes" });
}
