import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { readSeeds } from "../seeds/read-seeds.ts";
import { tinyPng } from "../src/plumbing/pictures/for-tests/tiny-pictures.ts";
import { cleanStory } from "../src/story-text/clean.ts";
import { anyStory, fixedRuns } from "../src/story-text/for-tests/any-story.ts";
import { serialiseStory } from "../src/story-text/serialise.ts";
import { urls } from "../src/vocabulary/urls.ts";
import type { CastMember } from "./archive.ts";
import { browserMissing, desktop, openBrowser, phone } from "./browser.ts";
import { pasteRich } from "./hand-over.ts";
import { type ServedArchive, serveTestArchive } from "./serve-archive.ts";
import { signedIn } from "./signed-in.ts";
import { openDesk, type WritingDesk } from "./writing-desk.ts";

const skip = process.env.PRESSIE_TEST_POSTGRES
  ? "what a browser makes of keys and tools is the same beside either database; how it is saved is tried on both"
  : browserMissing;
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const kettle = "<p>The kettle sang.</p>";

/** What a writer does with a story of one paragraph, chosen as a whole or with the cursor at its end; what is stored then. */
const constructs: Record<string, { chosen?: true; does(desk: WritingDesk): Promise<void>; stored: string }> =
  {
    bold: {
      chosen: true,
      does: ({ tool }) => tool("Bold").click(),
      stored: "<p><strong>The kettle sang.</strong></p>",
    },
    italics: {
      chosen: true,
      does: ({ tool }) => tool("Italic").click(),
      stored: "<p><em>The kettle sang.</em></p>",
    },
    "emphasis in emphasis": {
      chosen: true,
      async does({ tool, toolIn }) {
        await tool("Italic").click();
        await toolIn("Words", "Emphasis in emphasis");
      },
      stored: "<p><em><em>The kettle sang.</em></em></p>",
    },
    ...Object.fromEntries(
      [
        ["Underlined", "<u>", "</u>"],
        ["Struck out", "<s>", "</s>"],
        ["Small capitals", '<span class="sc">', "</span>"],
        ["Small print", "<small>", "</small>"],
        ["Raised", "<sup>", "</sup>"],
        ["Lowered", "<sub>", "</sub>"],
        ["Title of a work", "<cite>", "</cite>"],
        ["Of its own direction", "<bdi>", "</bdi>"],
        ["In quotation marks", "<q>", "</q>"],
        ["Typed by a machine", "<code>", "</code>"],
        ["Indent the line", '<span class="in1">', "</span>"],
      ].map(([name = "", open, close]) => [
        name,
        {
          chosen: true as const,
          does: ({ toolIn }: WritingDesk) => toolIn("Words", name),
          stored: `<p>${open}The kettle sang.${close}</p>`,
        },
      ]),
    ),
    "another voice": {
      chosen: true,
      async does({ toolIn, answer }) {
        await toolIn("Words", "Another voice");
        await answer({ Voice: "voice-3" }, "Change it");
      },
      stored: '<p><span class="voice-3">The kettle sang.</span></p>',
    },
    "a way of speaking": {
      chosen: true,
      async does({ toolIn, answer }) {
        await toolIn("Words", "Way of speaking");
        await answer({ "How it is said": "Telepathy" }, "Change it");
      },
      stored: '<p><span class="mode-telepathy">The kettle sang.</span></p>',
    },
    "a line far in": {
      chosen: true,
      async does({ toolIn }) {
        for (const _step of "123") await toolIn("Words", "Indent the line");
      },
      stored: '<p><span class="in3">The kettle sang.</span></p>',
    },
    "a picture in signs": {
      async does({ toolIn, answer }) {
        await toolIn("Paragraph", "Picture in signs");
        await answer({ "What it shows": "A kettle" }, "Change it");
      },
      stored: '<pre role="img" aria-label="A kettle">The kettle sang.</pre>',
    },
    "an abbreviation": {
      chosen: true,
      async does({ toolIn, answer }) {
        await toolIn("Words", "Abbreviation");
        await answer({ "Stands for": "The Kettle" }, "Change it");
      },
      stored: '<p><abbr title="The Kettle">The kettle sang.</abbr></p>',
    },
    "a language of some words": {
      chosen: true,
      async does({ toolIn, answer }) {
        await toolIn("Words", "Language");
        await answer({ Language: "Hebrew" }, "Change it");
      },
      stored: '<p><span lang="he" dir="rtl">The kettle sang.</span></p>',
    },
    "a language of a paragraph": {
      async does({ toolIn, answer }) {
        await toolIn("Paragraph", "Language");
        await answer({ Language: "zh-hant" }, "Change it");
      },
      stored: '<p lang="zh-Hant">The kettle sang.</p>',
    },
    ...Object.fromEntries(
      [
        ["Centred", '<p class="center">', "</p>"],
        ["To the right", '<p class="right">', "</p>"],
        ["Verse", '<p class="verse">', "</p>"],
        ["Heading", "<h3>", "</h3>"],
        ["Smaller heading", "<h4>", "</h4>"],
        ["Quotation", "<blockquote><p>", "</p></blockquote>"],
        ["Letter", '<blockquote class="letter"><p>', "</p></blockquote>"],
        ["Post on a site", '<figure class="post"><p>', "</p></figure>"],
        ["Word from the writer", "<aside><p>", "</p></aside>"],
        ["List", "<ul><li>", "</li></ul>"],
        ["Numbered list", "<ol><li>", "</li></ol>"],
        ["As typed", "<pre>", "</pre>"],
      ].map(([name = "", open, close]) => [
        name,
        {
          does: ({ toolIn }: WritingDesk) => toolIn("Paragraph", name),
          stored: `${open}The kettle sang.${close}`,
        },
      ]),
    ),
    "a spoiler with its label": {
      async does({ toolIn, page }) {
        await toolIn("Paragraph", "Spoiler");
        await page.keyboard.type("The ending");
      },
      stored: "<details><summary>The ending</summary><p>The kettle sang.</p></details>",
    },
    "the numbering of a list": {
      async does({ toolIn, answer }) {
        await toolIn("Paragraph", "Numbered list");
        await toolIn("Paragraph", "Numbering");
        await answer({ "Begins with number": "3", "Numbered by": "a" }, "Change it");
      },
      stored: '<ol start="3" type="a"><li>The kettle sang.</li></ol>',
    },
    "a scene break with its ornament": {
      async does({ tool, answer, page }) {
        await tool("Scene break").click();
        await answer({ Ornament: "~*~" });
        await page.keyboard.type("Morning.");
      },
      stored: `${kettle}\n<hr class="scene" data-ornament="~*~">\n<p>Morning.</p>`,
    },
    "a footnote": {
      async does({ toolIn, answer, page }) {
        await toolIn("Insert", "Footnote");
        await answer({ "The note": "A copper one." });
        await page.keyboard.type(" Loudly.");
      },
      stored:
        '<p>The kettle sang.<a class="noteref" id="noteref-1" href="#note-1">1</a> Loudly.</p>\n<aside class="footnote" id="note-1"><p><a class="noteback" href="#noteref-1">1</a> A copper one.</p></aside>',
    },
    "a link": {
      chosen: true,
      async does({ toolIn, answer }) {
        await toolIn("Insert", "Link");
        await answer({ Address: "https://example.org/kettle" });
      },
      stored: '<p><a href="https://example.org/kettle">The kettle sang.</a></p>',
    },
    "a message thread": {
      async does({ toolIn, answer }) {
        await toolIn("Insert", "Message thread");
        await answer({ "The messages": "Mara [23:04]: Are you up?\nJo: No." });
      },
      stored: `${kettle}\n<ol class="chat"><li><b>Mara</b> <time>23:04</time> Are you up?</li><li><b>Jo</b> No.</li></ol>`,
    },
    "a reading over characters": {
      async does({ toolIn, answer, page }) {
        await page.keyboard.type(" ");
        await toolIn("Insert", "Reading over characters");
        await answer({ "The characters": "海", "Their reading": "うみ" });
      },
      stored: "<p>The kettle sang. <ruby>海<rp>(</rp><rt>うみ</rt><rp>)</rp></ruby></p>",
    },
    "a table": {
      async does({ toolIn, answer, page }) {
        await toolIn("Insert", "Table");
        await answer({ Rows: "2", Columns: "2", Caption: "Who brews" });
        for (const words of ["Who", "What", "Mara", "tea"]) {
          await page.keyboard.type(words);
          await page.keyboard.press("Tab");
        }
      },
      stored: `${kettle}\n<table><caption>Who brews</caption><thead><tr><th scope="col">Who</th><th scope="col">What</th></tr></thead><tbody><tr><td>Mara</td><td>tea</td></tr></tbody></table>`,
    },
    "terms and meanings": {
      async does({ toolIn, page }) {
        await toolIn("Insert", "Terms and meanings");
        await page.keyboard.type("kettle");
        await page.keyboard.press("ArrowDown");
        await page.keyboard.type("a copper one");
      },
      stored: `${kettle}\n<dl><dt>kettle</dt><dd>a copper one</dd></dl>`,
    },
  };

/** The same by keys alone. */
const byKeys: Record<string, { chosen?: true; keys: string[]; stored: string }> = {
  bold: { chosen: true, keys: ["Control+b"], stored: "<p><strong>The kettle sang.</strong></p>" },
  italics: { chosen: true, keys: ["Control+i"], stored: "<p><em>The kettle sang.</em></p>" },
  "a scene break": {
    keys: ["Control+Enter", "x"],
    stored: `${kettle}\n<hr class="scene" data-ornament="">\n<p>x</p>`,
  },
  "an ornament on a line of its own": {
    keys: ["Enter", "*", "*", "*", "Enter", "x"],
    stored: `${kettle}\n<hr class="scene" data-ornament="***">\n<p>x</p>`,
  },
  "a letter": {
    keys: ["Control+Shift+l"],
    stored: `<blockquote class="letter">${kettle}</blockquote>`,
  },
  "a list and the way out of it": {
    keys: ["Control+Shift+8", "Enter", "x", "Enter", "Enter", "y"],
    stored: "<ul><li>The kettle sang.</li><li>x</li></ul>\n<p>y</p>",
  },
  "a line break": { keys: ["Shift+Enter", "x"], stored: "<p>The kettle sang.<br>x</p>" },
  "the tools themselves": {
    chosen: true,
    keys: ["Alt+F10", "ArrowRight", "Enter"],
    stored: "<p><em>The kettle sang.</em></p>",
  },
  "a link": {
    chosen: true,
    keys: ["Control+k", "e", "x", ".", "o", "r", "g", "Enter"],
    stored: '<p><a href="https://ex.org">The kettle sang.</a></p>',
  },
  "a footnote": {
    keys: ["Control+Shift+f", "x", "Tab", "Enter"],
    stored:
      '<p>The kettle sang.<a class="noteref" id="noteref-1" href="#note-1">1</a></p>\n<aside class="footnote" id="note-1"><p><a class="noteback" href="#noteref-1">1</a> x</p></aside>',
  },
};

/** Something of everything, in stored form. */
const everything = [
  '<h3>Before</h3>\n<p>The <em>kettle <em>sang</em></em>, and <q>a</q><q>b</q>, <ruby>海<rt>うみ</rt></ruby>.<a class="noteref" id="noteref-1" href="#note-1">*</a></p>',
  '<hr class="scene" data-ornament="~*~">\n<blockquote class="letter"><p>Dear Jo,</p><p class="right">M.</p></blockquote>',
  '<p class="verse">One<br><span class="in2">two</span></p>\n<figure class="post"><p><strong>jo</strong></p></figure>',
  '<ol start="3" type="a"><li>x</li><li><p>y</p><ul><li>z</li></ul></li></ol>\n<ol class="chat"><li><b>Mara</b> <time>23:04</time> Up?</li></ol>',
  '<table><caption>Who</caption><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td rowspan="1">b</td></tr></tbody></table>',
  '<dl><dt>a</dt><dd>b</dd></dl>\n<pre role="img" aria-label="A box">+--+\n|  |\n+--+</pre>',
  '<details><summary>End</summary><p lang="he" dir="rtl">שלום</p></details>\n<p><span class="voice-1">a</span> <span class="mode-telepathy">b</span> <abbr title="c">d</abbr></p>',
  '<aside><p>A word.</p></aside>\n<aside class="footnote" id="note-1"><p><a class="noteback" href="#noteref-1">*</a> Copper.</p></aside>',
].join("\n");

describe("writing in the editor", { skip }, () => {
  let archive: ServedArchive;
  let browser: Browser;
  let author: CastMember;
  const complaints: string[] = [];
  before(async () => {
    archive = await serveTestArchive();
    browser = await openBrowser();
    author = await archive.join("Quillfeather");
  });
  after(async () => {
    await browser?.close();
    await archive?.close();
  });

  async function open(story: string, options: BrowserContextOptions = desktop, language = "en") {
    const page = await signedIn(browser, archive, author, options);
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("response", (answer) => {
      // Pictures that generated stories name are nowhere; of two autosaves of one form, the archive declines one.
      const isExpected = answer.status() === 404 || answer.url().endsWith(urls.autosaves());
      if (answer.status() >= 400 && !isExpected)
        complaints.push(`${answer.status()} ${new URL(answer.url()).pathname}`);
    });
    page.on(
      "console",
      (said) =>
        said.type() === "error" && !/Failed to load/.test(said.text()) && complaints.push(said.text()),
    );
    return openDesk(archive, page, author, story, language);
  }

  async function begin(desk: WritingDesk, chosen: boolean): Promise<void> {
    await desk.story.press("Control+End");
    if (chosen) await desk.story.press("Control+a");
    await noticed(desk.page);
  }

  for (const [device, options] of Object.entries({ phone, desktop }))
    describe(`with the tools, on a ${device}`, () => {
      let desk: WritingDesk;
      before(async () => {
        desk = await open(kettle, options);
      });
      after(() => desk?.page.context().close());
      for (const [name, { chosen, does, stored }] of Object.entries(constructs))
        it(`makes ${name}`, async () => {
          // The same page again and again: the story is laid into the field, as a save that was taken back would be.
          await desk.put(kettle);
          await begin(desk, chosen ?? false);
          await does(desk);
          assert.equal(await desk.written(), stored);
        });
      it("saves what stands there", async () => {
        const stands = await desk.written();
        assert.notEqual(stands, kettle);
        assert.equal(await desk.saved(), stands);
      });
    });

  describe("on one page", () => {
    let desk: WritingDesk;
    before(async () => {
      desk = await open(kettle);
    });
    after(() => desk?.page.context().close());

    for (const [name, { chosen, keys, stored }] of Object.entries(byKeys))
      it(`makes ${name} by keys alone`, async () => {
        await desk.put(kettle);
        await begin(desk, chosen ?? false);
        for (const key of keys) await desk.page.keyboard.press(key);
        assert.equal(await desk.written(), stored);
      });

    it("keeps verse in its lines and stanzas", async () => {
      await desk.put("<p>One</p>");
      await begin(desk, false);
      await desk.toolIn("Paragraph", "Verse");
      for (const key of ["Enter", "t", "w", "o", "Enter", "Enter", "x", "Enter", "Enter", "Enter", "y"])
        await desk.page.keyboard.press(key);
      assert.equal(await desk.written(), '<p class="verse">One<br>two</p>\n<p class="verse">x</p>\n<p>y</p>');
    });

    it("keeps the marks of footnotes counted when one comes before another", async () => {
      await desk.put("<p>One. Two.</p>");
      await begin(desk, false);
      await desk.toolIn("Insert", "Footnote");
      await desk.answer({ "The note": "Of two." });
      // At once: the story was given the focus back a moment ago.
      await desk.page.keyboard.press("Control+Home");
      for (const _ of "One.") await desk.page.keyboard.press("ArrowRight");
      await noticed(desk.page);
      await desk.toolIn("Insert", "Footnote");
      await desk.answer({ "The note": "Of one." });
      const stored = await desk.written();
      assert.match(
        stored,
        /^<p>One\.<a class="noteref" id="noteref-1" href="#note-1">1<\/a> Two\.<a [^>]*>2<\/a>/,
      );
      assert.match(stored, /id="note-2"><p><a class="noteback" href="#noteref-2">2<\/a> Of two\./);
    });

    it("puts a picture in with its words, and refuses one without; it is the writer's to choose again", async () => {
      await desk.put(kettle);
      await begin(desk, false);
      await desk.toolIn("Insert", "Picture");
      const panel = desk.page.locator(".writing-panel");
      const file = { name: "kettle.png", mimeType: "image/png", buffer: Buffer.from(tinyPng()) };
      await panel.getByLabel("A picture from this device").setInputFiles(file);
      await panel.getByRole("button", { name: "Put it in" }).click();
      await panel.getByText("Say what the picture shows").waitFor();
      await desk.answer({ "What it shows": "A kettle", Caption: "Copper" });
      await desk.toolIn("Insert", "Picture");
      await panel.getByRole("radio").first().check();
      await desk.answer({ "It is decoration: nothing is lost by not seeing it": "yes" });
      const stored = await desk.written();
      assert.match(
        stored,
        /<figure class="picture"><img src="\/pictures\/[0-9a-f]{64}\.png" alt="A kettle" width="\d+" height="\d+"><figcaption>Copper<\/figcaption><\/figure>/,
      );
      assert.match(stored, /<figure class="picture"><img src="\/pictures\/[0-9a-f]{64}\.png" alt="" /);
      const shown = desk.story.getByRole("img", { name: "A kettle" });
      assert.equal(await shown.evaluate((image: { naturalWidth: number }) => image.naturalWidth > 0), true);
    });

    it("leaves alone what it has no tool for: a word more is all that changes, whatever the story", async () => {
      const stories = [
        everything,
        ...fc.sample(anyStory(), { ...fixedRuns, numRuns: 40 }).map(serialiseStory),
      ];
      for (const story of stories) {
        await desk.put(`<p>a</p>\n${story}`);
        assert.equal(await desk.field(), `<p>a</p>\n${story}`, "opening changes nothing");
        await desk.story.press("Control+Home");
        await desk.page.keyboard.press("End");
        await desk.page.keyboard.type("b");
        assert.equal(await desk.written(), `<p>ab</p>\n${story}`);
      }
    });

    it("keeps every seed story byte for byte when a letter is typed and taken away", async () => {
      const { works } = await readSeeds(archive.seedsFolder);
      const stories = works.flatMap(({ chapters }) => chapters.map(({ html }) => cleanStory(html)));
      assert.ok(stories.length > 20);
      for (const story of stories) {
        await desk.put(story);
        await desk.story.press("Control+End");
        await desk.page.keyboard.type("b");
        assert.notEqual(await desk.written(), story);
        await desk.page.keyboard.press("Backspace");
        assert.equal(await desk.written(), story);
      }
    });

    it("loses nothing between the story, its HTML and its Markdown", async () => {
      const { page } = desk;
      const shows = (mode: string) => page.locator("[aria-pressed=true]", { hasText: mode }).waitFor();
      await desk.put(everything);
      await desk.tool("HTML").click();
      await shows("HTML");
      assert.match(await desk.field(), /^<h3>Before<\/h3>\n\nThe <em>kettle/);
      await desk.tool("Markdown").click();
      await shows("Markdown");
      assert.match(await desk.field(), /^### Before\n/);
      await desk.tool("Story").click();
      await desk.story.waitFor();
      await desk.story.press("Control+Home");
      await page.keyboard.type("x");
      await page.keyboard.press("Control+z");
      await desk.tool("Markdown").click();
      await shows("Markdown");
      assert.equal(await desk.saved(), everything, "also when it is saved as Markdown");
      assert.match(await desk.field(), /^### Before\n/, "who writes in Markdown finds it again");
      await desk.tool("HTML").click();
      await shows("HTML");
      await desk.tool("Story").click();
      assert.equal(await desk.saved(), everything);
    });

    it("shows readers what was written", async () => {
      const reading = await desk.page.context().newPage();
      await reading.goto(archive.origin + urls.previewWork(desk.work.id));
      await reading.getByText("Dear Jo,").waitFor();
      assert.equal(await reading.locator(".story .letter .right").innerText(), "M.");
      await reading.close();
    });

    it("undoes and does again", async () => {
      await desk.put(kettle);
      await begin(desk, true);
      await desk.tool("Bold").click();
      await desk.tool("Undo").click();
      await desk.page.getByRole("button", { name: "Bold", exact: true, pressed: false }).waitFor();
      await desk.tool("Redo").click();
      assert.equal(await desk.written(), "<p><strong>The kettle sang.</strong></p>");
    });

    it("tidies what is pasted from a word processor and says what it did", async () => {
      await desk.put("");
      await begin(desk, false);
      const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang=EN-GB><p class=MsoNormal>The kettle sang.<o:p></o:p></p><p class=MsoNormal>* * *</p><p class=MsoNormal><i>Not now</i>, she thought.<o:p></o:p></p></body></html>`;
      await pasteRich(desk.page, word, "The kettle sang.");
      await desk.page.getByText("became a scene break and keeps its ornament").waitFor();
      assert.equal(
        await desk.written(),
        `${kettle}\n<hr class="scene" data-ornament="* * *">\n<p><em>Not now</em>, she thought.</p>`,
      );
    });

    it("keeps the paragraphs of pasted text, and words pasted into a line in it", async () => {
      await desk.put("<p>Before after</p>");
      await desk.story.press("Control+Home");
      for (const _ of "Before ") await desk.page.keyboard.press("ArrowRight");
      await noticed(desk.page);
      await pasteRich(desk.page, "<b>and</b> ", "and ");
      await desk.story.getByText("and", { exact: true }).waitFor();
      await begin(desk, false);
      await pastePlain(desk.page, "\n\nOne.\n\nTwo,\nthree.");
      assert.equal(
        await desk.written(),
        "<p>Before <strong>and</strong> after</p>\n<p>One.</p>\n<p>Two,<br>three.</p>",
      );
    });

    it("puts what was cut in it back as it was", async () => {
      await desk.put(everything);
      for (const key of ["Control+a", "Control+x", "Control+v"]) {
        await desk.story.press(key);
        await noticed(desk.page);
      }
      assert.equal(await desk.written(), everything);
    });

    it("lets nothing hostile in by a paste", async () => {
      await desk.put("");
      await begin(desk, false);
      const hostile = `<p onclick="alert(1)">a<img src=x onerror="document.title='hit'"><script>document.title='hit'</script><a href="javascript:alert(1)">b</a><iframe src="https://evil.example"></iframe><span data-pm-slice='0 0 []' style="background:url(https://evil.example/x)">c</span></p>`;
      await pasteRich(desk.page, hostile, "abc");
      await desk.story.getByText("abc").waitFor();
      const shown = await desk.story.innerHTML();
      assert.doesNotMatch(shown, /onclick|onerror|script|javascript|iframe|evil/);
      assert.notEqual(await desk.page.title(), "hit");
      assert.equal(await desk.written(), "<p>abc</p>");
    });

    it("leaves a word that is being composed alone, also while the field is brought up to date", async () => {
      await desk.put("<p>The sea: </p>");
      await begin(desk, false);
      const keyboard = await desk.page.context().newCDPSession(desk.page);
      for (const text of ["う", "うみ", "海"])
        await keyboard.send("Input.imeSetComposition", {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        });
      await desk.written();
      await keyboard.send("Input.imeSetComposition", { text: "海辺", selectionStart: 2, selectionEnd: 2 });
      await keyboard.send("Input.insertText", { text: "海辺" });
      assert.equal(await desk.written(), "<p>The sea:海辺</p>");
      await keyboard.detach();
    });
  });

  it("is written in from right to left", async () => {
    const desk = await open("<p></p>", phone, "he");
    await begin(desk, false);
    await desk.page.keyboard.type("הקומקום שר.");
    assert.equal(
      await desk.page.evaluate("getComputedStyle(document.querySelector('.writing-story > p')).direction"),
      "rtl",
    );
    await desk.tool("Scene break").click();
    await desk.answer({ Ornament: "" });
    await desk.page.keyboard.type("בוקר.");
    assert.equal(
      await desk.written(),
      '<p>הקומקום שר.</p>\n<hr class="scene" data-ornament="">\n<p>בוקר.</p>',
    );
    await desk.page.context().close();
  });

  it("leaves nothing for axe to find, with every row and panel open, and fits a phone", async () => {
    for (const options of [phone, { ...desktop, colorScheme: "dark" as const }]) {
      const desk = await open(everything, { ...options, bypassCSP: true });
      await desk.page.addScriptTag({ path: axe });
      /** The page as a whole once, and then what opens in it: what lies around it is looked at with every page. */
      const look = async (what: string, place: string) => {
        const found = await desk.page.evaluate(
          `axe.run(${place}, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
        );
        assert.deepEqual(found, [], what);
        const wide = await desk.page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
        assert.equal(wide, false, `${what} scrolls sideways`);
      };
      await look("the page", "document");
      await desk.story.press("Control+Home");
      for (const row of ["Paragraph", "Words", "Insert", "Keys"]) {
        await desk.tool(row).click();
        await look(row, "'.writing-head'");
      }
      const panels = {
        Insert: ["Footnote", "Link", "Picture", "Message thread", "Reading over characters", "Table"],
        Words: ["Way of speaking"],
        Paragraph: ["Picture in signs"],
      };
      for (const [row, names] of Object.entries(panels))
        for (const name of names) {
          await desk.tool(row).click();
          await desk.page
            .getByRole("toolbar", { name: row })
            .getByRole("button", { name, exact: true })
            .click();
          await look(name, "'.writing-head'");
        }
      if (options === phone) {
        const small = await desk.page.evaluate(
          "[...document.querySelectorAll('.writing button, .writing-modes button')].filter((button) => button.getBoundingClientRect().height < 44).length",
        );
        assert.equal(small, 0, "every tool is as high as a thumb");
      }
      await desk.page.context().close();
    }
  });

  it("is the source alone without JavaScript, in HTML or in Markdown", async () => {
    const page = await signedIn(browser, archive, author, { ...desktop, javaScriptEnabled: false });
    await page.goto(archive.origin + urls.newWork());
    await page.getByLabel("Title", { exact: true }).fill("The Kettle");
    await page.getByRole("textbox", { name: "The story" }).fill("The kettle *sang*.\n\n***\n\nMorning.");
    await page.getByRole("radio", { name: "Markdown" }).check();
    await page.getByRole("button", { name: "Save and preview" }).click();
    await page.locator(".story").getByRole("emphasis").getByText("sang").waitFor();
    assert.equal(await page.locator(".story hr").getAttribute("data-ornament"), "***");
    await page.context().close();
  });

  it("gives no browser anything to complain of", () => {
    assert.deepEqual(complaints, []);
    assert.deepEqual(archive.logged, []);
  });
});

/**
 * Waits until a moved cursor is known: the browser tells of it a moment later, and the editor's library puts its own
 * selection back up to 20 ms after it was given the focus. Nobody's fingers are that quick.
 */
async function noticed(page: Page): Promise<void> {
  await page.evaluate(
    "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 40))))",
  );
}

async function pastePlain(page: Page, text: string): Promise<void> {
  await page.evaluate(
    `((text) => { const clipboardData = new DataTransfer(); clipboardData.setData("text/plain", text); document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true })); })(${JSON.stringify(text)})`,
  );
}
