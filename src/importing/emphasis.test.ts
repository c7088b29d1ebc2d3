import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { everyWord } from "./for-tests/every-word.ts";
import { found, readingOf, storyOf } from "./for-tests/reading-of.ts";

const prose = "The fog had come up from the river before noon, and by three the lamps were lit.";
const apart = (...lines: string[]) => lines.join("\n\n");
const page = (html: string, decisions = {}) => storyOf(html, decisions, "html");

describe("emphasis in a page", () => {
  it("gains no space (T18)", () => {
    assert.equal(
      page('<p><span style="font-style:italic">Not again</span>, she thought.</p>'),
      "<p><em>Not again</em>, she thought.</p>",
    );
  });

  it("loses the space an editor put before a comma, and that is listed (T19)", () => {
    assert.equal(page("<p><em>never</em> , he said</p>"), "<p><em>never</em>, he said</p>");
    assert.equal(page("<p><em>never </em>again</p>"), "<p><em>never</em> again</p>");
    assert.equal(found(readingOf("<p><em>never</em> , he</p>", "html"), "space-before-comma").length, 1);
    assert.equal(
      page("<p><em>Quoi</em> ? <em>so</em> ... no</p>"),
      "<p><em>Quoi</em> ? <em>so</em> ... no</p>",
    );
  });

  it("in emphasis is kept (T24)", () => {
    assert.equal(
      page("<p><i>He had said <i>never</i>.</i></p>"),
      "<p><em>He had said <em>never</em>.</em></p>",
    );
  });

  it("of other kinds is kept: small capitals, words struck out (T27, T28)", () => {
    assert.equal(
      page('<p><span style="font-variant: small-caps">Hello</span></p>'),
      '<p><span class="sc">Hello</span></p>',
    );
    assert.equal(page("<p>Dear <s>idiot</s> friend</p>"), "<p>Dear <s>idiot</s> friend</p>");
  });

  it("by colour is a voice, but not black, white or the colour of everything (T29, T83)", () => {
    const words = `${prose} `;
    assert.equal(
      page(`<p>${words}<span style="color:#cc0000">MINE</span> <font color="red">NOW</font></p>`),
      `<p>${words}<span class="voice-1">MINE</span> <span class="voice-2">NOW</span></p>`,
    );
    assert.equal(page(`<p>${words}<span style="color:black">mine</span></p>`), `<p>${words}mine</p>`);
    assert.equal(page(`<p><span style="color:rgb(200, 0, 0)">${prose}</span></p>`), `<p>${prose}</p>`);
    assert.equal(
      page(`<p>${words}<span style="color:red; font-style: italic">mine</span></p>`),
      `<p>${words}<em><span class="voice-1">mine</span></em></p>`,
    );
  });

  it("of a document’s whole clipboard is none (T09)", () => {
    assert.equal(
      page(
        '<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:400">Hi.</span></p></b>',
      ),
      "<p>Hi.</p>",
    );
  });
});

describe("marks the header explains", () => {
  const header = "Title: Fog\nAuthor: wren_h\n//x// = telepathy\n::x:: = flashbacks, <<x>> = text messages";
  const line = "//Can you hear me?// he sent. ::Yes.:: <<Come.>> ~~Always.~~ and/or http://x.example//y";

  it("set what is between them apart, and stay (T30)", () => {
    assert.equal(
      storyOf(apart(header, prose, line)).split("\n")[1],
      '<p><span class="mode-telepathy">//Can you hear me?//</span> he sent. <span class="mode-flashback">::Yes.::</span> <span class="mode-text">&lt;&lt;Come.&gt;&gt;</span> ~~Always.~~ and/or http://x.example//y</p>',
    );
    everyWord(apart(header, prose, line));
  });

  it("are plain words without a header, and when it is undone (T30)", () => {
    const plain =
      "<p>//Can you hear me?// he sent. ::Yes.:: &lt;&lt;Come.&gt;&gt; ~~Always.~~ and/or http://x.example//y</p>";
    assert.equal(storyOf(apart(prose, line)).split("\n")[1], plain);
    const undone = storyOf(apart(header, prose, line), {
      "mode-of-speech-1": "undo",
      "mode-of-speech-2": "undo",
      "mode-of-speech-3": "undo",
    });
    assert.equal(undone.split("\n")[1], plain);
  });

  for (const [words, marked, name] of [
    ["~x~ = dreams", "~Come back.~", "dream"],
    ["[x] = mindspeech", "[Come back.]", "telepathy"],
    ["{x} = memories", "{Come back.}", "memory"],
    ["Telepathy is in ~~x~~", "~~Come back.~~", "telepathy"],
    [":x: - thoughts", ":Come back.:", "thought"],
  ] as const) {
    it(`are read from ${words} (T30)`, () => {
      const text = apart(`Title: Fog\nAuthor: wren_h\n${words}`, prose, `She heard ${marked} and turned.`);
      assert.ok(storyOf(text).includes(`<span class="mode-${name}">${marked}</span>`), storyOf(text));
    });
  }
});

describe("a chapter in italics throughout", () => {
  const marked = `<p><i>${prose} </i>Now<i> it was night.</i></p>`;

  it("is noticed, and can be turned round (T31)", () => {
    const html = marked.repeat(4);
    const reading = readingOf(html, "html");
    assert.equal(found(reading, "set-throughout").length, 1);
    assert.match(page(html), /<em>The fog/);
    assert.equal(
      page(html, { "set-throughout-1": "accept" }).split("\n")[0],
      `<p>${prose} <em>Now</em> it was night.</p>`,
    );
  });

  it("is noticed in typed marks and in one chapter of several (T31)", () => {
    const italic = `*${apart(prose, prose, prose, prose)}*`;
    assert.equal(found(readingOf(italic), "set-throughout").length, 1);
    assert.equal(
      storyOf(italic, { "set-throughout-1": "accept" }),
      Array(4).fill(`<p>${prose}</p>`).join("\n"),
    );
    const plain = apart(prose, prose, prose, prose, prose, prose);
    assert.equal(found(readingOf(apart(plain, "Chapter 2", italic)), "set-throughout").length, 1);
  });

  it("is not seen where some words are set so (T31)", () => {
    const html = `<p><b>${prose}</b></p><p>${prose}</p><p><i>${prose}</i></p>`;
    assert.equal(found(readingOf(html, "html"), "set-throughout").length, 0);
  });
});
