import assert from "node:assert/strict";
import { describe, it } from "node:test";
import iconv from "iconv-lite";
import { applyDecisions } from "./apply-decisions.ts";
import { readingOf, storyOf } from "./for-tests/reading-of.ts";

describe("hostile files", () => {
  for (const piece of [
    "a",
    "*",
    "* ",
    "*a ",
    "_",
    "'",
    "‘a ",
    "“",
    "/",
    "a/b ",
    "[i]",
    "[/i][i]",
    "Title: ",
    "a:",
    "=E9",
    "é",
    "â€œ",
    "Ã",
    ">",
    "> ",
    "<b>",
    "a@",
    "a.",
    "A. ",
    "\n",
    "a\n",
    "*\n\n",
    "\t",
    " \u00a0",
    "Italics = ",
    "Thank you to a ",
    "beta ",
    "for the ",
    "(",
    "Chapter 1 ",
    "?",
    "a?a",
    "x'",
    "&#1",
    "&",
    "0",
    "For Nell ",
    "a gift for A and ",
    "this is a little fic for ",
    "Thanks to A, ",
    "thank you ",
    "my beta my beta ",
    "| ",
    ":: ",
    "> Thanks for the beta. ",
    "Chapter 1/2 ",
    "Chapter 1/2\n",
    "I don't own ",
    "Not mine. ",
    "A/N: ",
    "A/N: x\n",
    "(A/N: x) ",
    "--\nhttp://x\n",
    "Italics are thoughts. ",
    "Thoughts in ",
    "‘A,’ he very ",
    "<p>Summary</p><blockquote>",
    "written for the exchange ",
    "Chapter 1\n\nA.\n\n",
    "i.\n\nA.\n\n",
    "(A/N: x)\n\nA.\n\n",
    "(A/N: x\n\n",
    "~Ann~\n\n",
    "AAA BBB\n\nand then they all went home again\n\n",
    "some-\n",
    "a-",
    "\\'",
    "&amp;",
    "Part 1 | ",
    "Part 1 | Part 2\n",
    "Title: A\nAuthor: B\nRating: G\n\nIt rained all night and all day.\n\n",
    "//x// = telepathy\n",
    "//a ",
    "第一章\n\n",
    "ﬁ",
  ]) {
    it(`a tenth of a megabyte of ${JSON.stringify(piece)} is read in time`, () => {
      const reading = readingOf(piece.repeat(Math.ceil(100_000 / piece.length)));
      applyDecisions(reading, {});
    });
  }

  for (const piece of ["a", "*a ", "‘a ", "“a", "/a", "&", "a.", "a@"]) {
    it(`a megabyte of ${JSON.stringify(piece)} in one line is read in time`, () => {
      assert.equal(readingOf(piece.repeat(1_000_000 / piece.length)).problem, null);
    });
  }

  it("five megabytes in one line are one paragraph", () => {
    const reading = readingOf("Word ".repeat(1_000_000));
    assert.equal(applyDecisions(reading, {}).story.children.length, 1);
  });

  it("HTML can do no harm", () => {
    const html =
      '<p onclick="x()">Hi<script>alert(1)</script><img src=x onerror=alert(1)><iframe src="//x"></iframe> <a href="javascript:x">there</a></p>';
    assert.doesNotMatch(storyOf(html, {}, "html"), /script|onclick|onerror|iframe|<img/);
    assert.match(storyOf(html, {}, "html"), /Hi.*there/);
  });

  it("HTML nested without end is refused, not fatal", () => {
    assert.equal(readingOf("<div>".repeat(100_000), "html").problem, "too-deep");
  });

  it("tags in a text are words", () => {
    assert.equal(storyOf("A <script>alert(1)</script> B").includes("<script"), false);
  });
});

describe("files that are no story", () => {
  it("are named for what they are", () => {
    const problem = (bytes: Uint8Array) => readingOf(bytes, null).problem;
    assert.equal(problem(Buffer.alloc(0)), "empty");
    assert.equal(problem(Buffer.from(" \n\t\r\n\u00a0 ")), "empty");
    assert.equal(problem(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0, 0, 4, 5, 6])), "not-text");
    assert.equal(problem(Buffer.from("PK\u0003\u0004 word/document.xml")), "damaged");
    assert.equal(problem(Buffer.from("\n".repeat(1000))), "empty");
  });
});

describe("charsets", () => {
  const words = "“Café,” she said – it’s naïve… “Oui, très.” Ça va? “Déjà vu, mais où?” l’été";
  for (const charset of ["utf-8", "utf-16le", "utf-16be", "windows-1252", "macintosh"]) {
    it(`reads ${charset}`, () => {
      assert.equal(storyOf(iconv.encode(words, charset), {}, null), `<p>${words}</p>`);
    });
  }

  it("reads byte order marks", () => {
    for (const charset of ["utf-8", "utf-16le", "utf-16be"]) {
      assert.equal(
        storyOf(iconv.encode("Hello, Alice.", charset, { addBOM: true }), {}, null),
        "<p>Hello, Alice.</p>",
      );
    }
  });

  it("reads Russian and Japanese of before Unicode", () => {
    const russian = "Туман поднялся с реки ещё до полудня, и к трём часам на улице зажгли фонари. Он молчал.";
    assert.equal(storyOf(iconv.encode(russian, "windows-1251"), {}, null), `<p>${russian}</p>`);
    const japanese = "霧は正午前に川から上がってきた。三時には通りの街灯がともされていた。彼は黙っていた。";
    assert.equal(storyOf(iconv.encode(japanese, "shift_jis"), {}, null), `<p>${japanese}</p>`);
  });

  it("keeps text that runs from right to left", () => {
    const hebrew = "היא אמרה, והלכה.";
    assert.equal(storyOf(hebrew), `<p>${hebrew}</p>`);
    assert.equal(storyOf("雾来了。\r\n\r\n他没有说话。"), "<p>雾来了。</p>\n<p>他没有说话。</p>");
  });
});
