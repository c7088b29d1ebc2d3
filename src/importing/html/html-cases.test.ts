import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { cleanStory } from "../../story-text/clean.ts";
import { readingOf, storyOf } from "../for-tests/reading-of.ts";

const html = (page: string) => storyOf(page, {}, "html");
const same = (page: string, expected: string) => assert.equal(html(page), cleanStory(expected).trim());

describe("HTML from the clipboard", () => {
  it("makes no scene of Word's empty paragraphs (T06)", () => {
    same(
      '<p class="MsoNormal">One.<o:p></o:p></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p><p class="MsoNormal">Two.<o:p></o:p></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p><p class="MsoNormal">Three.</p>',
      "<p>One.</p><p>Two.</p><p>Three.</p>",
    );
  });

  it("is not bold because Google Docs wraps it in bold that is none (T09)", () => {
    same(
      '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38"><span style="font-size:11pt;font-weight:400;font-style:normal;color:#000000;white-space:pre-wrap">Hi </span><span style="font-weight:400;font-style:italic">there</span><span style="font-weight:700">.</span></p></b>',
      '<p dir="ltr">Hi <em>there</em><strong>.</strong></p>',
    );
  });

  it("takes the margin of no-break spaces out of a paragraph (T10)", () => {
    same('<p>&nbsp;&nbsp;&nbsp;"Go."</p>', '<p>"Go."</p>');
  });

  it("adds no space round italics that a style says (T18)", () => {
    same(
      '<p><span style="font-style:italic">Not again</span>, she thought.</p>',
      "<p><em>Not again</em>, she thought.</p>",
    );
  });

  it("keeps emphasis in emphasis (T24), struck words (T28), ruby (T71), and raised and lowered letters (T73)", () => {
    same("<p><i>He had said <i>never</i>.</i></p>", "<p><em>He had said <em>never</em>.</em></p>");
    same("<p>Dear <strike>idiot</strike> friend</p>", "<p>Dear <s>idiot</s> friend</p>");
    same("<p><ruby>海<rt>うみ</rt></ruby></p>", "<p><ruby>海<rt>うみ</rt></ruby></p>");
    same(
      '<p>4<span style="vertical-align:super">th</span>, H<sub>2</sub>O</p>',
      "<p>4<sup>th</sup>, H<sub>2</sub>O</p>",
    );
  });

  it("keeps small capitals (T27)", () => {
    same(
      '<p><span style="font-variant:small-caps">Hello</span>.</p>',
      '<p><span class="sc">Hello</span>.</p>',
    );
  });

  it("makes a voice of a colour that some words have, and says so (T29); black, white and links say nothing (T83)", () => {
    const page =
      '<p style="color:#000000;line-height:1.5;text-align:justify">She stood in the long dark of the harbour. <font color="#cc0000">You are late.</font> Nobody <span style="color: black; font-size: 14pt">said</span> a <a href="https://a.example/"><span style="color:#0000ff">word</span></a>. <span style="color:rgb(204,0,0)">So be it.</span> <span style="color:darkgreen">Ha.</span></p>';
    same(
      page,
      '<p>She stood in the long dark of the harbour. <span class="voice-1">You are late.</span> Nobody said a <a href="https://a.example/">word</a>. <span class="voice-1">So be it.</span> <span class="voice-2">Ha.</span></p>',
    );
    assert.ok(readingOf(page, "html").findings.some(({ kind }) => kind === "voice"));
    same(
      '<p style="color:#cc0000">All of it is red.</p><p style="color:#cc0000">All.</p>',
      "<p>All of it is red.</p><p>All.</p>",
    );
  });

  it("centres what was centred, however it was said (T62)", () => {
    same(
      '<p>One.</p><center>A sign</center><p align="center">B</p><p style="text-align:center">C</p><div style="text-align: right">D</div>',
      '<p>One.</p><p class="center">A sign</p><p class="center">B</p><p class="center">C</p><p class="right">D</p>',
    );
  });

  it("makes lists of Word's list paragraphs", () => {
    const item = (list: string, mark: string, words: string) =>
      `<p class="MsoListParagraphCxSpMiddle" style="text-indent:-.25in;mso-list:${list}"><![if !supportLists]><span><span style="mso-list:Ignore">${mark}<span style="font:7.0pt">&nbsp;&nbsp;&nbsp;</span></span></span><![endif]>${words}<o:p></o:p></p>`;
    same(
      `<p>Bring:</p>${item("l0 level1 lfo1", "·", "rope")}${item("l0 level2 lfo1", "o", "tarred")}${item("l0 level1 lfo1", "·", "<i>salt</i>")}<p>And:</p>${item("l1 level1 lfo2", "3.", "one")}${item("l1 level1 lfo2", "4.", "two")}`,
      "<p>Bring:</p><ul><li>rope<ul><li>tarred</li></ul></li><li><em>salt</em></li></ul><p>And:</p><ol start='3'><li>one</li><li>two</li></ol>",
    );
  });

  it("ties Word's footnotes to their places (T69)", () => {
    const page = `<p class="MsoNormal">The Gull<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1" title=""><span class="MsoFootnoteReference"><span style="mso-special-character:footnote"><![if !supportFootnotes]><span>[1]</span><![endif]></span></span></a> sank.</p>
      <div style="mso-element:footnote-list"><br clear="all"><hr align="left" size="1" width="33%"><div style="mso-element:footnote" id="ftn1"><p class="MsoFootnoteText"><a style="mso-footnote-id:ftn1" href="#_ftnref1" name="_ftn1" title=""><span class="MsoFootnoteReference">[1]</span></a> A ship.</p></div></div>`;
    same(
      page,
      '<p>The Gull<a class="noteref" href="#note-1" id="noteref-1">[1]</a> sank.</p><aside class="footnote" id="note-1"><p><a class="noteback" href="#noteref-1">[1]</a> A ship.</p></aside>',
    );
  });

  it("leaves out what Word says to itself", () => {
    same(
      "<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--><style>p.MsoNormal{margin:0}</style><p class=MsoNormal style='mso-margin-top-alt:auto'><span lang=EN-GB>One.</span></p>",
      '<p><span lang="en-GB">One.</span></p>',
    );
  });

  it("never makes the first heading of a chapter the page's own (T82)", () => {
    same("<p>One.</p><h1>Two</h1><p>Three.</p>", "<p>One.</p><h3>Two</h3><p>Three.</p>");
  });

  it("keeps what a title translates as a note (T70)", () => {
    same(
      '<p>“<span title="Good night">Oyasumi</span>,” she said.</p>',
      '<p>“Oyasumi<a class="noteref" href="#note-1" id="noteref-1">1</a>,” she said.</p><aside class="footnote" id="note-1"><p><a class="noteback" href="#noteref-1">1</a> Good night</p></aside>',
    );
  });

  it("says the words of a picture that is elsewhere (T81)", () => {
    same(
      '<p>See <img src="https://dead.example/a.png" alt="a red sail">.</p>',
      '<p>See <a href="https://dead.example/a.png">a red sail</a>.</p>',
    );
  });

  it("sets no line break or space after a letter that floats (T74)", () => {
    const letter = '<span style="float:left;font-size:300%">T</span>';
    same(`<p>${letter}<br>he fog came in.</p>`, "<p>The fog came in.</p>");
    same(`<p>${letter}he fog came in.</p>`, "<p>The fog came in.</p>");
    same("<p><span>T</span><br>he fog came in.</p>", "<p>T<br>he fog came in.</p>");
  });

  it("ignores a page break inside a sentence (T39)", () => {
    const pageBreak = '<br clear="all" style="mso-special-character:line-break;page-break-before:always">';
    same(`<p>She went${pageBreak}home.</p>`, "<p>She went home.</p>");
    same(`<p>She went.${pageBreak}He did not.</p>`, "<p>She went.<br>He did not.</p>");
    same(`<p>One.</p><p>${pageBreak}</p><p>Two.</p>`, "<p>One.</p><p>Two.</p>");
  });

  it("keeps LibreOffice's footnotes, list numbers, small capitals and struck words", () => {
    same(
      '<html><head><meta name="generator" content="LibreOffice 7.6.4.1 (Linux)"></head><body><p style="line-height:100%">The <i>fog</i> came<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>.</p><ol start="3"><li><p style="margin-bottom:0">three</p></li></ol><p><span style="font-variant: small-caps">Small</span> <strike>gone</strike></p><div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>A note.</p></div></body></html>',
      '<p>The <em>fog</em> came<a class="noteref" href="#note-1" id="noteref-1">1</a>.</p><ol start="3"><li>three</li></ol><p><span class="sc">Small</span> <s>gone</s></p><aside class="footnote" id="note-1"><p><a class="noteback" href="#noteref-1">1</a> A note.</p></aside>',
    );
  });
});
