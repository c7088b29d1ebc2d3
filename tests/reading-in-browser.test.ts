import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, BrowserContext } from "playwright-core";
import { z } from "zod";
import { comfortParts } from "../src/ui/comfort.ts";
import { urls } from "../src/vocabulary/urls.ts";
import { chapterFields, giveWork } from "../src/works/for-tests/give-work.ts";
import type { CastMember } from "./archive.ts";
import { browserAloneMissing, openBrowser, phone } from "./browser.ts";
import { type ServedArchive, serveTestArchive } from "./serve-archive.ts";

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

  const chapterOf = async (fields: Parameters<typeof giveWork>[2], html: string) => {
    const { workId, chapterIds } = await giveWork(archive, author, fields, [chapterFields({ story: html })]);
    return archive.origin + urls.chapter(workId, chapterIds[0] ?? "");
  };

  it("tells apart what a writer set apart, in every theme and type, and never by colour alone", async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
    const page = await context.newPage();
    const problems: string[] = [];
    for (const language of ["en", "ar", "zh"]) {
      await context.addCookies([
        { name: "pressie.comfort", value: "size-200.letters-wider.measure-full", url: archive.origin },
      ]);
      await page.goto(await chapterOf({ language }, story));
      if (await page.evaluate("document.documentElement.scrollWidth > innerWidth"))
        problems.push(`${language}: scrolls sideways in the largest type`);
      const alike: unknown = await page.evaluate(`(${findAlike})(${JSON.stringify(comfortParts)})`);
      problems.push(
        ...z
          .array(z.string())
          .parse(alike)
          .map((what) => `${language}: ${what}`),
      );
    }
    await context.close();
    assert.deepEqual(problems, []);
  });

  it("does with type what each choice says, in Latin, Arabic and Chinese letters", async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    await context.addCookies([{ name: "pressie.comfort", value: "face-sans", url: archive.origin }]);
    const page = await context.newPage();
    const fonts: string[] = [];
    page.on("response", (answer) => {
      if (answer.url().includes("opendyslexic"))
        fonts.push(`${answer.status()} ${new URL(answer.url()).origin}`);
    });
    const measured = async (language: string, words: string) => {
      const verse = '<p class="verse">Small the lamp<br>and long the lane.</p>';
      await page.goto(await chapterOf({ language }, `<p>${words.repeat(40)}</p>\n${verse}`));
      return z.record(z.string(), typeSchema).parse(await page.evaluate(`(${measureType})()`));
    };
    const latin = await measured("en", "And so they went on over the hill, and nobody said a word. ");
    const long = (line: number | undefined, least: number, most: number) =>
      assert.ok(
        line !== undefined && line >= least && line <= most,
        `${line} characters, not ${least} to ${most}`,
      );
    long(latin["measure-narrow"]?.line, 40, 60);
    long(latin.plain?.line, 55, 80);
    long(latin["measure-wide"]?.line, 75, 105);
    long(latin["measure-full"]?.line, 106, 200);
    assert.deepEqual(
      ["plain", "lines-close", "lines-wide", "lines-wider"].map((choice) => latin[choice]?.leading),
      [1.65, 1.4, 1.95, 2.3],
    );
    assert.deepEqual(
      ["plain", "letters-wide", "letters-wider"].map((choice) => latin[choice]?.spacing),
      [0, 0.05, 0.12],
    );
    assert.deepEqual(
      ["85", "115", "130", "150", "175", "200"].map((size) => latin[`size-${size}`]?.size),
      [85, 115, 130, 150, 175, 200],
    );
    assert.deepEqual(
      [latin["align-justify"]?.align, latin["align-justify"]?.verse],
      ["justify", "start manual"],
    );
    assert.deepEqual([latin["hyphens-yes"]?.hyphens, latin["hyphens-yes"]?.verse], ["auto", "start manual"]);
    assert.notEqual(latin["face-sans"]?.width, latin.plain?.width);
    assert.notEqual(latin["face-dyslexic"]?.width, latin["face-sans"]?.width);
    assert.deepEqual(fonts, [`200 ${archive.origin}`]);

    const arabic = await measured("ar", "وكانت الليلة هادئة ولم يتكلم أحد. ");
    assert.equal(arabic.plain?.begins, "right");
    assert.equal(arabic["letters-wider"]?.spacing, 0, "letters that join stay joined");
    assert.ok((arabic["lines-close"]?.leading ?? 0) >= 1.6, "tall letters keep their air");

    const chinese = await measured("zh", "夜里很静没有人说话灯还亮着");
    long(chinese["measure-narrow"]?.line, 23, 25);
    long(chinese.plain?.line, 31, 33);
    long(chinese["measure-wide"]?.line, 41, 43);
    await context.close();
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

/**
 * Runs in the browser: in every theme, face and spacing, what of a story looks alike that its writer told apart. Only
 * shape counts, no colour; and the lines that tell must be seen on the paper.
 */
const findAlike = `(parts) => {
  const { dataset } = document.documentElement;
  const one = (selector) => document.querySelector(".story " + selector);
  const voices = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => one(".voice-" + number));
  const joined = /^(ar|zh)/.test(one("p").closest("[lang]").lang);
  const shape = (element) => JSON.stringify(pick(element));
  const base = (element) => parseFloat(getComputedStyle(element).fontSize);
  const apart = (element) => parseFloat(getComputedStyle(element).letterSpacing) / base(element) || 0;
  const pick = (element) => {
    const style = getComputedStyle(element);
    const steps = Math.round((apart(element) - apart(one("p"))) / 0.04);
    return {
      fontFamily: joined ? "" : style.fontFamily,
      fontSize: (base(element) / base(one("p"))).toFixed(2),
      fontWeight: style.fontWeight,
      fontStyle: style.fontStyle,
      line: style.textDecorationLine + " " + style.textDecorationStyle,
      caps: joined ? "" : style.fontVariantCaps,
      steps: joined ? 0 : steps,
    };
  };
  const alike = [];
  for (const theme of parts.theme) for (const face of parts.face) for (const letters of parts.letters) {
    for (const [part, value] of Object.entries({ theme, face, letters }))
      if (value === parts[part][0]) delete dataset[part];
      else dataset[part] = value;
    const worn = [theme, face, letters].join(" ");
    const seen = new Map([[shape(one("p")), "the story"]]);
    for (const voice of voices) {
      if (seen.has(shape(voice))) alike.push(worn + ": " + voice.className + " looks like " + seen.get(shape(voice)));
      seen.set(shape(voice), voice.className);
    }
    const family = (selector) => getComputedStyle(one(selector)).fontFamily;
    if (!joined && family(".chat") === family("p")) alike.push(worn + ": a chat is set like the story");
    if (!joined && family(".post") === family("p")) alike.push(worn + ": a post is set like the story");
    for (const selector of [".letter", ".post"]) {
      const style = getComputedStyle(one(selector));
      if (parseFloat(style.borderInlineStartWidth) < 1) alike.push(worn + ": no line beside " + selector);
    }
    if (parseFloat(getComputedStyle(one(".verse")).marginInlineStart) < base(one("p")) / 2)
      alike.push(worn + ": verse is not set in");
    if (getComputedStyle(one("em")).fontStyle !== "italic") alike.push(worn + ": emphasis is upright");
  }
  return alike;
}`;

const typeSchema = z.object({
  line: z.number(),
  leading: z.number(),
  spacing: z.number(),
  size: z.number(),
  align: z.string(),
  hyphens: z.string(),
  verse: z.string(),
  width: z.number(),
  begins: z.string(),
});

/** Runs in the browser: what the first paragraph of a story measures under each choice by itself. */
const measureType = `async () => {
  const { dataset } = document.documentElement;
  const [words, verse] = document.querySelectorAll(".story > p");
  const text = words.firstChild;
  const rounded = (number) => Math.round(number * 100) / 100;
  const range = document.createRange();
  range.setStart(text, 0);
  const choices = [
    ...["measure-narrow", "measure-wide", "measure-full", "lines-close", "lines-wide", "lines-wider"],
    ...["letters-wide", "letters-wider", "size-85", "size-115", "size-130", "size-150", "size-175", "size-200"],
    ...["align-justify", "hyphens-yes", "face-sans", "face-dyslexic"],
  ];
  delete dataset.face;
  const plain = parseFloat(getComputedStyle(words).fontSize);
  const measured = {};
  for (const choice of ["plain", ...choices]) {
    const [part, value] = choice.split("-");
    if (value) dataset[part] = value;
    if (choice === "face-dyslexic") {
      words.getBoundingClientRect();
      await document.fonts.ready;
    }
    const style = getComputedStyle(words);
    const size = parseFloat(style.fontSize);
    let line = 0;
    do range.setEnd(text, ++line);
    while (range.getClientRects().length === 1 && line < text.length);
    range.setEnd(text, 20);
    const [box] = range.getClientRects();
    const column = words.getBoundingClientRect();
    measured[choice] = {
      line: line - 1,
      leading: rounded(parseFloat(style.lineHeight) / size),
      spacing: rounded(parseFloat(style.letterSpacing) / size || 0),
      size: Math.round((size / plain) * 100),
      align: style.textAlign,
      hyphens: style.hyphens,
      verse: getComputedStyle(verse).textAlign + " " + getComputedStyle(verse).hyphens,
      width: rounded(box.width),
      begins: Math.abs(box.right - column.right) < 2 ? "right" : "left",
    };
    if (value) delete dataset[part];
  }
  return measured;
}`;
