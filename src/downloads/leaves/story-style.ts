/**
 * How a story is set, in an EPUB and in a one-file page alike. No colour and no font size in fixed units:
 * the reading system's own (night mode, large print) must win. Every construct of the stored form has its
 * line here, and each one still reads without any of this.
 */
export const storyStyle = `
h1, h2, h3, h4, h5, h6 { line-height: 1.25; font-weight: normal; page-break-after: avoid; break-after: avoid; }
h1, h2 { text-align: center; }
h1 { font-size: 1.9em; margin: 0.6em 0; }
h2 { font-size: 1.45em; margin: 2.5em 0 1.8em; }
h3 { font-size: 1.15em; margin: 1.6em 0 0.6em; }
h4, h5, h6 { font-size: 1em; font-style: italic; margin: 1.4em 0 0.5em; }
h2 .number { display: block; font-size: 0.65em; letter-spacing: 0.12em; }
h2 .colon { display: none; }
p { margin: 0 0 0.85em; }
.story > p { widows: 2; orphans: 2; overflow-wrap: break-word; }
abbr[title] { text-decoration: none; }
sub, sup { line-height: 0; font-size: 0.75em; }
.sc { font-variant: small-caps; }
.voice-1, .voice-3, .voice-5, .voice-7, .voice-9 { font-family: sans-serif; }
.voice-2, .voice-6 { font-family: monospace; }
.voice-3, .voice-4, .voice-8 { font-style: italic; }
.voice-4, .voice-5, .voice-6, .voice-7 { letter-spacing: 0.04em; }
.voice-7, .voice-8, .voice-9 { font-weight: bold; }
[class*="mode-"] { font-style: italic; }
[class*="mode-"] em { font-style: normal; }
.center { text-align: center; }
.right { text-align: right; }
[dir="rtl"] .right { text-align: left; }
p.verse { margin-left: 1.5em; margin-right: 1.5em; }
.in1 { padding-left: 1.5em; }
.in2 { padding-left: 3em; }
.in3 { padding-left: 4.5em; }
.in4 { padding-left: 6em; }
[dir="rtl"] .in1 { padding-left: 0; padding-right: 1.5em; }
[dir="rtl"] .in2 { padding-left: 0; padding-right: 3em; }
[dir="rtl"] .in3 { padding-left: 0; padding-right: 4.5em; }
[dir="rtl"] .in4 { padding-left: 0; padding-right: 6em; }
hr.scene { width: 20%; margin: 2em auto; border: 0; border-top: 1px solid; }
div.scene { margin: 1.8em 0; text-align: center; page-break-after: avoid; break-after: avoid; }
blockquote { margin: 1em 1.6em; }
blockquote.letter { margin: 1.4em 1.2em; padding: 0.2em 1em; border-left: 1px solid; border-right: 1px solid; }
ol.chat { list-style: none; margin: 1em 0; padding: 0; }
ol.chat li { margin: 0 0 0.4em; }
ol.chat time { font-size: 0.8em; }
figure { margin: 1.2em 0; }
figure.post { padding: 0.6em 1em; border: 1px solid; }
figcaption, caption { font-size: 0.9em; font-style: italic; }
aside { margin: 1.2em 1.6em; font-size: 0.92em; }
details { margin: 1em 0; }
summary { font-style: italic; }
pre { white-space: pre-wrap; font-size: 0.85em; line-height: 1.3; }
code, pre { font-family: monospace; }
dt { font-style: italic; }
dd { margin: 0 0 0.3em 1.5em; }
[dir="rtl"] dd { margin: 0 1.5em 0.3em 0; }
table { border-collapse: collapse; margin: 1.2em auto; }
th, td { border: 1px solid; padding: 0.25em 0.6em; text-align: left; vertical-align: top; }
[dir="rtl"] th, [dir="rtl"] td { text-align: right; }
rt { font-size: 0.5em; }
u { text-decoration: underline; }
s { text-decoration: line-through; }
small { font-size: 0.85em; }
cite { font-style: italic; }
em { font-style: italic; }
em em, i i, em i, i em { font-style: normal; }
em em em { font-style: italic; }
strong { font-weight: bold; }
a.noteref { font-size: 0.75em; line-height: 0; vertical-align: super; padding: 0 0.2em; text-decoration: none; }
a.noteback { padding-right: 0.3em; text-decoration: none; }
aside.footnote { margin: 0.6em 0; font-size: 0.85em; line-height: 1.4; }
aside.footnote p { margin: 0 0 0.4em; }
.story > p + aside.footnote, .story > hr + aside.footnote { margin-top: 2.5em; padding-top: 0.8em; border-top: 1px solid; }
img { max-width: 100%; height: auto; }
figure.picture { text-align: center; page-break-inside: avoid; break-inside: avoid; }
figure.picture > figcaption { margin-top: 0.4em; }
.passage { margin: 1.5em 0; }
.passage > h2, .passage > h3 { font-size: 1em; font-style: italic; text-align: left; margin: 0 0 0.5em; }
[dir="rtl"] > .passage > h2, .passage > h2[dir="rtl"], .passage > h3[dir="rtl"] { text-align: right; }
.chapter > .passage { font-size: 0.92em; }
.chapter > .notes, .chapter > .summary { padding-bottom: 0.4em; border-bottom: 1px solid; }
.chapter > .end-notes { margin-top: 2.5em; padding-top: 1em; border-top: 1px solid; }
.frame { margin: 1em 0 1.6em; padding: 1.2em 0.8em; border-top: 3px double; border-bottom: 3px double; text-align: center; }
.frame p { margin: 0.5em 0; }
.byline { font-size: 1.1em; }
.gift { font-style: italic; }
.credit { text-align: center; margin: 0.3em 0; }
.dedication > h2 { display: none; }
.dedication { margin-left: 10%; margin-right: 10%; text-align: center; font-style: italic; }
.dedication em { font-style: normal; }
.facts { margin: 1.6em 0; }
.facts dt { margin-top: 0.7em; font-size: 0.85em; }
.facts dd { margin-left: 0; margin-right: 0; }
.provenance { margin-top: 2em; font-size: 0.85em; overflow-wrap: break-word; }
`.trimStart();
