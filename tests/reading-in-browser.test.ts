import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { after, before, describe, it } from "node:test";
import type { Browser, BrowserContext } from "playwright-core";
import { z } from "zod";
import { comfortParts } from "../src/ui/comfort.ts";
import { urls } from "../src/vocabulary/urls.ts";
import { chapterFields, giveWork } from "../src/works/for-tests/give-work.ts";
import type { CastMember } from "./archive.ts";
import { browserAloneMissing, openBrowser, phone } from "./browser.ts";
import { type ServedArchive, serveTestArchive } from "./serve-archive.ts";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Everything a writer may set apart. */
const story = `<p>She read <em>slowly</em>, and <span class="voice-1">one</span>, <span class="voice-2">two</span>,
<span class="voice-3">three</span>, <span class="voice-4">four</span>, <span class="voice-5">five</span>,
<span class="voice-6">six</span>, <span class="voice-7">seven</span>, <span class="voice-8">eight</span> and
<span class="voice-9">nine</span> spoke.<a class="noteref" id="noteref-1" href="#note-1">1</a></p>
<hr class="scene" data-ornament="***">
<blockquote class="letter"><p>Dear all,</p></blockquote>
<p class="verse">Small the lamp<br><span class="in1">and long the lane.</span></p>
<ol class="chat"><li><b>wren</b> <time>21:04</time> hello</li></ol>
<figure class="post"><p>A post.</p><figcaption>since deleted</figcaption></figure>
<details><summary>What was in it</summary><p>A key.</p></details>
<aside class="footnote" id="note-1"><p><a class="noteback" href="#noteref-1">1</a> Not so.</p></aside>`;

describe("reading in a browser", { skip: browserAloneMissing }, () => {
  let archive: ServedArchive;
  let browser: Browser;
  let author: CastMember;
  let reader: CastMember;
  before(async () => {
    archive = await serveTestArchive();
    browser = await openBrowser();
    author = await archive.join("Marchpane");
    reader = await archive.join("tessellate");
  });
  after(async () => {
    await browser?.close();
    assert.deepEqual(archive.logged, []);
    await archive.close();
  });

  const signIn = (context: BrowserContext, { cookie }: CastMember) =>
    context.addCookies(
      cookie.split("; ").map((one) => {
        const [name = "", value = ""] = one.split(/=(.*)/s);
        return { name, value, url: archive.origin };
      }),
    );

  it("keeps every theme readable, and a page of large type within a small phone", async () => {
    const { workId, chapterIds } = await giveWork(archive, author, { summary: "<p>Short.</p>" }, [
      chapterFields({ story, notes: "<p>Mind the step.</p>" }),
    ]);
    const context = await browser.newContext({ viewport: { width: 320, height: 640 }, bypassCSP: true });
    const page = await context.newPage();
    const problems: string[] = [];
    for (const path of [
      urls.chapter(workId, chapterIds[0] ?? ""),
      urls.work(workId),
      urls.works(),
      urls.comfort(urls.work(workId), "size-200.letters-wider.face-dyslexic"),
    ]) {
      await context.addCookies([
        { name: "pressie.comfort", value: "size-200.letters-wider.measure-full", url: archive.origin },
      ]);
      await page.goto(archive.origin + path);
      await page.addScriptTag({ path: axe });
      if (await page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))
        problems.push(`${path} scrolls sideways`);
      for (const theme of comfortParts.theme) {
        const found: unknown = await page.evaluate(`(() => {
          document.documentElement.dataset.theme = "${theme}";
          for (const folded of document.querySelectorAll("details")) folded.open = true;
          return axe.run(document, { runOnly: ["color-contrast", "link-in-text-block"] })
            .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + " " + html)));
        })()`);
        problems.push(
          ...z
            .array(z.string())
            .parse(found)
            .map((what) => `${path} ${theme}: ${what}`),
        );
      }
    }
    await context.close();
    assert.deepEqual(problems, []);
  });

  it("shows a choice at once, and wears it on the next page", async () => {
    const context = await browser.newContext(phone);
    const page = await context.newPage();
    await page.goto(archive.origin + urls.comfort(urls.about()));
    const paper = () => page.evaluate("getComputedStyle(document.documentElement).backgroundColor");
    const before = await paper();
    await page.getByLabel("Colours", { exact: true }).selectOption("dark");
    assert.notEqual(await paper(), before);
    await page.getByRole("button", { name: "Keep it on this device" }).click();
    await page.waitForURL(`**${urls.about()}`);
    assert.equal(await page.evaluate("document.documentElement.dataset.theme"), "dark");
    await context.close();
  });

  it("brings a member back to their paragraph on another device", async () => {
    const long = Array.from(
      { length: 80 },
      (_, at) => `<p>Paragraph ${at + 1}. ${"And so on. ".repeat(12)}</p>`,
    );
    const { workId, chapterIds } = await giveWork(archive, author, {}, [
      chapterFields({ story: long.join("\n") }),
    ]);
    const chapter = archive.origin + urls.chapter(workId, chapterIds[0] ?? "");
    const context = await browser.newContext(phone);
    await signIn(context, reader);
    const page = await context.newPage();
    await page.goto(chapter);
    await page.evaluate(`new Promise((moved) => {
      addEventListener("scroll", moved, { once: true });
      document.querySelectorAll(".story > p")[39].scrollIntoView();
    })`);
    const told = page.waitForResponse(`**${urls.readingPlace()}`);
    await page.evaluate("dispatchEvent(new Event('pagehide'))");
    assert.equal((await told).status(), 204);
    await context.close();

    const other = await browser.newContext({ javaScriptEnabled: false });
    await signIn(other, reader);
    const again = await other.newPage();
    await again.goto(chapter);
    await again.getByRole("link", { name: "Go on where you were" }).click();
    const words = await again.locator("#place").textContent();
    const number = Number(/Paragraph (\d+)/.exec(words ?? "")?.[1]);
    assert.ok(number >= 38 && number <= 43, `came back to paragraph ${number}`);
    await other.close();
  });
});
