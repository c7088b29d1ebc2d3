import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { tinyPng } from "../../plumbing/pictures/for-tests/tiny-pictures.ts";
import { serialiseStory } from "../../story-text/serialise.ts";
import { applyDecisions } from "../apply-decisions.ts";
import type { Decision, Finding } from "../finding.ts";
import { fileRead, storyIn } from "../for-tests/file-reading.ts";

/** The story of a file with this between `{\rtf1` and its end. */
function story(body: string, decision?: [Finding["kind"], Decision]): string {
  const { reading } = fileRead(Buffer.from(`{\\rtf1${body}}`, "latin1"), null);
  if (!decision) return storyIn(reading);
  const decided = reading.findings.filter(({ kind }) => kind === decision[0]);
  assert.ok(decided.length > 0);
  const decisions = Object.fromEntries(decided.map(({ id }) => [id, decision[1]]));
  return serialiseStory(applyDecisions(reading, decisions).story).trim();
}

function findings(body: string): Finding[] {
  return fileRead(Buffer.from(`{\\rtf1${body}}`, "latin1"), null).reading.findings;
}

describe("characters of RTF", () => {
  const fonts =
    "\\ansi{\\fonttbl{\\f0\\fcharset0 Serif;}{\\f1\\fcharset204 Cyr;}{\\f2\\fcharset128 Mincho;}{\\f3\\fcharset2 Wingdings;}{\\f4\\fcharset134 Song;}}\\f0 ";

  it("are in the code page of their font, double bytes too", () => {
    assert.equal(
      story(
        `${fonts}caf\\'e9 {\\f1\\'cf\\'f0\\'e8\\'e2\\'e5\\'f2} {\\f2\\'8aC\\'93\\'fa\\'96\\'7b} {\\f4\\'c4\\'e3}\\par`,
      ),
      "<p>café Привет 海日本 你</p>",
    );
  });

  it("are in the document's code page where no font says otherwise", () => {
    assert.equal(story("\\mac na\\'95ve\\par"), "<p>naïve</p>");
    assert.equal(story("\\ansi\\ansicpg1251 \\'c4\\'e0\\par"), "<p>Да</p>");
    assert.equal(story("\\pc \\'82t\\'82\\par"), "<p>été</p>");
  });

  it("pass over what stands in for Unicode, and pair its halves", () => {
    assert.equal(story("\\ansi It\\u8217's \\uc2\\u8212\\'81\\'5cx\\uc0\\u8230 .\\par"), "<p>It’s —x….</p>");
    assert.equal(story("\\ansi Hi \\u-10179?\\u-8704?\\par"), "<p>Hi 😀</p>");
  });

  it("are dashes, quotation marks and spaces by name (T42)", () => {
    assert.equal(
      story("\\ldblquote Don\\rquote t,\\rdblquote  she said\\emdash once.\\~\\endash{}a\\_b\\par"),
      "<p>“Don’t,” she said—once.\u00a0–a‑b</p>",
    );
  });

  it("are the faces that word processors make of smileys", () => {
    assert.equal(story(`${fonts}Hi {\\f3 J}\\par`), "<p>Hi ☺</p>");
    assert.equal(
      story('Hi {\\field{\\*\\fldinst SYMBOL 76 \\\\f "Wingdings" \\\\s 12}{\\fldrslt}}\\par'),
      "<p>Hi ☹</p>",
    );
  });
});

describe("words of RTF", () => {
  it("keep italic, bold, underline and strike, one inside the other (T18, T22, T28)", () => {
    assert.equal(
      story("{\\b Stop {\\i now}.} \\ul under\\ulnone  {\\strike idiot} {\\striked1 fool}\\par"),
      "<p><strong>Stop <em>now</em>.</strong> <u>under</u> <s>idiot</s> <s>fool</s></p>",
    );
  });

  it("keep italics that go on over paragraphs until plain (T23)", () => {
    assert.equal(
      story("\\i First.\\par Second.\\plain  Third.\\par"),
      "<p><em>First.</em></p>\n<p><em>Second.</em> Third.</p>",
    );
  });

  it("keep small capitals and raised and lowered signs (T27, T73)", () => {
    assert.equal(
      story("{\\scaps Hello} 4{\\super th} H{\\sub 2}O x{\\up6 2}{\\dn6 i}\\par"),
      '<p><span class="sc">Hello</span> 4<sup>th</sup> H<sub>2</sub>O x<sup>2</sup><sub>i</sub></p>',
    );
  });

  it("in a colour of their own are a voice, whatever the page's colours are (T29, T83)", () => {
    const table = "{\\colortbl;\\red255\\green0\\blue0;\\red0\\green0\\blue0;\\red0\\green0\\blue255;}";
    assert.equal(
      story(`${table}It spoke in the dark: {\\cf1 come here}. {\\cf2 Nobody} came.\\par`),
      '<p>It spoke in the dark: <span class="voice-1">come here</span>. Nobody came.</p>',
    );
    assert.equal(story(`${table}{\\cf1 All of it is in red.}\\par`), "<p>All of it is in red.</p>");
  });

  it("that are hidden are left out and said", () => {
    assert.equal(story("Seen{\\v  secret}.\\par"), "<p>Seen.</p>");
    assert.deepEqual(
      findings("Seen{\\v  secret}.\\par").map(({ kind, was }) => [kind, was]),
      [["left-out-of-document", "secret"]],
    );
  });

  it("keep links to other places and drop those to bookmarks", () => {
    assert.equal(
      story(
        '{\\field{\\*\\fldinst HYPERLINK "https://example.org/a"}{\\fldrslt {\\ul\\cf2 there}}} {\\field{\\*\\fldinst HYPERLINK \\\\l "x"}{\\fldrslt here}}{\\*\\bkmkstart x}{\\*\\bkmkend x}\\par',
      ),
      '<p><a href="https://example.org/a">there</a> here</p>',
    );
  });

  it("keep a reading over characters (T71)", () => {
    assert.equal(
      story(
        "{\\field{\\*\\fldinst EQ \\\\* jc2 \\\\* hps10 \\\\o\\\\ad(\\\\s\\\\up 9(umi),sea)}{\\fldrslt}}\\par",
      ),
      "<p><ruby>sea<rt>umi</rt></ruby></p>",
    );
  });

  it("are not doubled by Unicode's version of them, nor by destinations nobody knows", () => {
    assert.equal(story("{\\upr{a}{\\*\\ud{\\u228 a}}}b{\\*\\nobodyknows words}\\par"), "<p>äb</p>");
  });
});

describe("paragraphs of RTF", () => {
  it("are centred, on the right, from right to left (T62, T63)", () => {
    assert.equal(
      story("\\qc Sign\\par\\pard\\qr Yours\\par\\pard\\rtlpar\\qr Line\\par\\pard\\qj End\\par"),
      '<p class="center">Sign</p>\n<p class="right">Yours</p>\n<p dir="rtl">Line</p>\n<p>End</p>',
    );
  });

  it("leave their emptiness to tell spacing from a scene break (T06, T07)", () => {
    assert.equal(
      story("A\\par\\par B\\par\\par\\par\\par C\\par\\par D\\par"),
      '<p>A</p>\n<p>B</p>\n<hr class="scene" data-ornament="">\n<p>C</p>\n<p>D</p>',
    );
  });

  it("are headings by their level or their style's name (T82)", () => {
    assert.equal(
      story(
        "{\\stylesheet{\\s0 Normal;}{\\s1\\b heading 1;}{\\s2\\sbasedon1 Chapter;}}\\s1{\\b Fog}\\par\\pard\\s2 Rain\\par\\pard\\outlinelevel1 Snow\\par\\pard Words.\\par",
      ),
      "<h3>Fog</h3>\n<h3>Rain</h3>\n<h4>Snow</h4>\n<p>Words.</p>",
    );
  });

  it("are whole when their first letter is large (T74)", () => {
    assert.equal(story("\\pard\\dropcapli3 O\\par\\pard nce upon\\par"), "<p>Once upon</p>");
  });

  it("break lines, and are not broken by pages (T39)", () => {
    assert.equal(story("One\\line two\\par\\page three\\par"), "<p>One<br>two</p>\n<p>three</p>");
  });

  it("keep how far the lines of a verse stand in (T66)", () => {
    assert.match(
      story("The sea\\line     the sea\\line and I\\par"),
      /<br>(?:<span class="in1">|\u00a0{4})the sea/u,
    );
  });

  it("are quotations by their style, or when they alone stand in", () => {
    assert.equal(
      story(
        "{\\stylesheet{\\s3 Quote;}}A\\par\\pard\\s3 Said\\par\\pard B\\par\\pard\\li720 In\\par\\pard C\\par",
      ),
      "<p>A</p>\n<blockquote><p>Said</p></blockquote>\n<p>B</p>\n<blockquote><p>In</p></blockquote>\n<p>C</p>",
    );
  });

  it("are quotations together when they stand in one after the other, until that is undone", () => {
    const body = "A\\par\\pard B\\par\\pard C\\par\\pard\\li720 In\\par And in\\par\\pard D\\par";
    assert.equal(
      story(body),
      "<p>A</p>\n<p>B</p>\n<p>C</p>\n<blockquote><p>In</p><p>And in</p></blockquote>\n<p>D</p>",
    );
    assert.equal(
      story(body, ["indented-quotation", "undo"]),
      "<p>A</p>\n<p>B</p>\n<p>C</p>\n<p>In</p>\n<p>And in</p>\n<p>D</p>",
    );
  });
});

describe("lists of RTF", () => {
  const tables =
    "{\\*\\listtable{\\list{\\listlevel\\levelnfc0\\levelstartat3{\\leveltext\\'02\\'00.;}{\\levelnumbers\\'01;}}{\\listlevel\\levelnfc4\\levelstartat1{\\leveltext;}}\\listid7}}{\\*\\listoverridetable{\\listoverride\\listid7\\listoverridecount0\\ls1}}";

  it("keep their start and their letters, one in the other (T75)", () => {
    assert.equal(
      story(
        `${tables}{\\listtext 3.\\tab}\\ls1 Three\\par{\\listtext a.\\tab}\\ilvl1 In\\par{\\listtext 4.\\tab}\\ilvl0 Four\\par\\pard Out\\par`,
      ),
      '<ol start="3"><li><p>Three</p><ol type="a"><li>In</li></ol></li><li>Four</li></ol>\n<p>Out</p>',
    );
  });

  it("count on behind what interrupts them, with nothing but their table to go by (T75)", () => {
    assert.equal(
      story(`${tables}\\ls1 Three\\par\\pard Between\\par\\ls1 Four\\par`),
      '<ol start="3"><li>Three</li></ol>\n<p>Between</p>\n<ol start="4"><li>Four</li></ol>',
    );
  });

  it("are read in their old form", () => {
    assert.equal(
      story(
        "{\\pntext ii.\\tab}{\\*\\pn\\pnlvlbody\\pnlcrm\\pnstart2{\\pntxta .}}Two\\par\\pard{\\pntext\\'b7\\tab}{\\*\\pn\\pnlvlblt}dot\\par",
      ),
      '<ol start="2" type="i"><li>Two</li></ol>\n<ul><li>dot</li></ul>',
    );
  });

  it("whose marks are words keep the words", () => {
    assert.equal(story(`${tables}{\\listtext Canto 3:\\tab}\\ls1 Fire\\par`), "<p>Canto 3: Fire</p>");
  });
});

describe("tables and notes of RTF", () => {
  it("keep header rows and spans (T68)", () => {
    assert.equal(
      story(
        "\\trowd\\trhdr\\cellx1000\\cellx2000\\intbl A\\cell B\\cell\\row\\trowd\\clvmgf\\cellx1000\\cellx2000\\intbl up\\cell 1\\par 2\\cell\\row\\trowd\\clvmrg\\cellx1000\\cellx2000\\intbl\\cell 3\\cell\\row\\trowd\\cellx2000\\intbl wide\\cell\\row\\pard After\\par",
      ),
      '<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td rowspan="2">up</td><td><p>1</p><p>2</p></td></tr><tr><td>3</td></tr><tr><td colspan="2">wide</td></tr></tbody></table>\n<p>After</p>',
    );
  });

  it("keep a table in a table", () => {
    assert.equal(
      story(
        "\\intbl out\\par\\itap2 in\\nestcell{\\*\\nesttableprops\\trowd\\cellx500\\nestrow}{\\nonesttables\\par}\\itap1\\cell\\trowd\\cellx900\\row\\pard\\par",
      ),
      "<table><tbody><tr><td><p>out</p><table><tbody><tr><td>in</td></tr></tbody></table></td></tr></tbody></table>",
    );
  });

  it("link footnotes and endnotes, counted or marked by a sign (T69)", () => {
    assert.equal(
      story(
        "Sea{\\super\\chftn}{\\footnote\\pard\\plain{\\super\\chftn} Wet.} end\\chftn{\\footnote\\ftnalt \\chftn  Late.} word*{\\footnote * Starred.}\\par",
      ),
      '<p>Sea<a class="noteref" id="noteref-1" href="#note-1">1</a> end<a class="noteref" id="noteref-2" href="#note-2">i</a> word<a class="noteref" id="noteref-3" href="#note-3">*</a></p>\n' +
        '<aside class="footnote" id="note-1"><p><a class="noteback" href="#noteref-1">1</a> Wet.</p></aside>\n' +
        '<aside class="footnote" id="note-2"><p><a class="noteback" href="#noteref-2">i</a> Late.</p></aside>\n' +
        '<aside class="footnote" id="note-3"><p><a class="noteback" href="#noteref-3">*</a> Starred.</p></aside>',
    );
  });

  it("keep a box's text once, and no text of page edges", () => {
    assert.equal(
      story(
        "{\\header Jo: Fog}A{\\shp{\\*\\shpinst{\\shptxt Boxed\\par}}{\\shprslt{\\*\\do{\\dptxbxtext Boxed\\par}}}}\\par",
      ),
      "<p>Boxed</p>\n<p>A</p>",
    );
  });

  it("keep a picture with its description (T81)", () => {
    const hex = Buffer.from(tinyPng()).toString("hex");
    const { reading, pictures } = fileRead(
      `{\\rtf1 {\\*\\shppict{\\pict{\\*\\picprop{\\sp{\\sn wzDescription}{\\sv A sail}}}\\pngblip ${hex}}}{\\nonshppict{\\pict\\wmetafile8 00}}\\par}`,
      null,
    );
    assert.equal(pictures.length, 1);
    assert.match(storyIn(reading), /^<p><img src="\/pictures\/[\da-f]{64}\.png" alt="A sail"/u);
  });
});

describe("unsettled changes in RTF", () => {
  const body =
    "{\\*\\revtbl{Unknown;}{Jane Realname;}}{\\info{\\author Jane Realname}}Keep {\\revised\\revauth1 new }{\\deleted\\revauthdel1 old }end.\\par";

  it("wait for an answer, and either answer is carried out (T76)", () => {
    assert.ok(findings(body).every(({ mustAnswer }) => mustAnswer));
    assert.equal(story(body, ["tracked-insertion", "reject"]), "<p>Keep old end.</p>");
    assert.equal(story(body, ["tracked-deletion", "accept"]), "<p>Keep new end.</p>");
  });

  it("bring comments as remarks, never into the story, and never a name (T76, T77)", () => {
    const commented =
      "One {\\*\\atrfstart 1}two{\\*\\atrfend 1}{\\*\\atnid JR}{\\*\\atnauthor Jane Realname}\\chatn{\\*\\annotation{\\*\\atnref 1}Why?} three.\\par";
    assert.equal(story(commented), "<p>One two three.</p>");
    const [comment] = findings(commented);
    assert.deepEqual([comment?.kind, comment?.was, comment?.becomes], ["comment", "two", "Why?"]);
    const { reading } = fileRead(`{\\rtf1${body}${commented}}`, null);
    assert.doesNotMatch(JSON.stringify(reading), /Realname/u);
  });
});

describe("hostile and broken RTF", () => {
  const problem = (file: string) => fileRead(Buffer.from(file, "latin1"), null).reading.problem;

  it("is refused when a million groups are opened", () => {
    assert.equal(problem(`{\\rtf1 ${"{".repeat(1_000_000)}`), "too-deep");
  });

  it("is refused when it makes more than any story needs", () => {
    assert.equal(problem(`{\\rtf1 ${"\\cellx1\\cell".repeat(600_000)}\\row}`), "too-large");
    assert.equal(problem(`{\\rtf1 ${"{\\footnote x}".repeat(10_000)}\\par}`), "too-large");
  });

  it("is read as far as it goes, which is said", () => {
    const { reading } = fileRead("{\\rtf1 Once {\\i upon\\par a ti", null);
    assert.equal(storyIn(reading), "<p>Once <em>upon</em></p>\n<p><em>a ti</em></p>");
    assert.ok(reading.findings.some(({ kind }) => kind === "cut-short"));
    assert.equal(problem("{\\rtf1 {\\pict\\bin999999999 x"), "empty");
    assert.equal(problem("{\\rtf1 a}}}}}} b"), null);
    assert.equal(problem("{\\rtf1 a\\'"), null);
  });
});
